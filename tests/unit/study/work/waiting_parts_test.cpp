#include "work/waiting_parts.hpp"

#include <catch2/catch.hpp>

#include "base/byte_source.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::seal;
using namespace moniker::study;

TEST_CASE("rows wait in memory while they are few, else sealed, and leave nothing behind") {
  const test::TemporaryFolder folder;
  const Identity identity = Identity::generate();
  const auto file = folder.path() / "r.age";
  const std::size_t count = GENERATE(0U, 3U, 2000U);
  std::vector<std::string> wanted, got;
  {
    WaitingRows rows(file, identity);
    for (std::size_t i = 0; i < count; ++i) {
      wanted.push_back("\"transcript\":\"T01\"," + std::to_string(i) + std::string(200, 'x'));
      rows.add(wanted.back());
    }
    rows.for_each([&](std::string_view body) { got.emplace_back(body); });
    CHECK(std::filesystem::exists(file) == (count == 2000));
    if (count == 2000) CHECK(read_file(file).find("T01") == std::string::npos);
  }
  CHECK(got == wanted);
  CHECK(std::filesystem::is_empty(folder.path()));
}
