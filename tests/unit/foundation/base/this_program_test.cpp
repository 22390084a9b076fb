#include "base/this_program.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <string>

#include "support/temporary_folder.hpp"

namespace moniker {
namespace {

namespace fs = std::filesystem;

constexpr const char* loader = "/lib64/ld-linux-x86-64.so.2";

std::string first_line_of(const fs::path& file) {
  std::ifstream stream(file);
  std::string line;
  std::getline(stream, line);
  return line;
}

}  // namespace

TEST_CASE("a program that the system started is where /proc says") {
  CHECK(this_program() == fs::canonical("/proc/self/exe"));
  CHECK(bundled_libraries().empty());
}

// It is run again by this test, behind a loader: hidden, so that nobody else runs it.
TEST_CASE("tells where it lies", "[.][behind-a-loader]") {
  std::ofstream(std::getenv("MONIKER_TELL_TO")) << this_program().string() << '|' << bundled_libraries().string();
}

TEST_CASE("a program that a loader of its own started is still itself, and not that loader") {
  if (!fs::exists(loader)) return;
  const test::TemporaryFolder folder;
  const fs::path told = folder.path() / "told";
  const fs::path program = fs::canonical("/proc/self/exe");
  const std::string command = "MONIKER_TELL_TO=" + told.string() + " " + loader + " '" + program.string() +
                              "' '[behind-a-loader]' >/dev/null 2>&1";
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(first_line_of(told) == program.string() + "|" + fs::canonical(loader).parent_path().string());
}

}  // namespace moniker
