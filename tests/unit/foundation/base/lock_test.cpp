#include "base/lock.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <optional>
#include <thread>
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {
namespace {

using test::TemporaryFolder;
using test::told;

TEST_CASE("a second run is turned away, and let in when the first has gone") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "lock";
  std::optional<Lock> first(std::in_place, file);
  CHECK(told([&] { Lock second(file); }) == file.string() +
                                                ": another run is working on this study / wait until it has ended; the "
                                                "lock goes with it, there is nothing to remove");
  first.reset();
  CHECK(told([&] { Lock third(file); }) == "no error");
}

TEST_CASE("a killed run holds nothing") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "lock";
  const pid_t child = ::fork();
  if (child == 0) {
    Lock lock(file);
    ::kill(::getpid(), SIGKILL);
  }
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  CHECK(told([&] { Lock lock(file); }) == "no error");
}

TEST_CASE("with patience a lock waits for one that lingers") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "lock";
  std::optional<Lock> lingering(std::in_place, file);
  std::thread end([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    lingering.reset();
  });
  CHECK(told([&] { Lock lock(file, std::chrono::seconds(30)); }) == "no error");
  end.join();
  const Lock other(file);
  CHECK(told([&] { Lock lock(file, std::chrono::milliseconds(60)); }).find("another run is working") !=
        std::string::npos);
}

TEST_CASE("a lock that cannot be made") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "no" / "lock";
  CHECK(told([&] { Lock lock(file); }) ==
        file.string() + ": cannot open the lock: No such file or directory / check the folder's permissions");
}

}  // namespace
}  // namespace moniker
