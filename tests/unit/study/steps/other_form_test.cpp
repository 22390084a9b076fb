// A study that an earlier version of moniker left goes on: what lies in work/ in another form is scanned anew.
#include <catch2/catch.hpp>

#include "small_study.hpp"
#include "work/sealed_parts.hpp"
#include "work/work_files.hpp"

using namespace moniker::test;

namespace {

namespace fs = std::filesystem;

/// As another version writes it: the form stands first.
void leave_in_another_form(const fs::path& file, const Identity& work) {
  std::vector<std::string> parts;
  SealedPartReader reader(file, work);
  while (auto part = reader.next()) parts.push_back(std::move(*part));
  --parts.at(0).at(0);
  SealedParts again(file, work);
  for (const std::string& part : parts) again.add(part);
  again.publish();
}

}  // namespace

TEST_CASE("work files of another form are scanned anew, also where words were decided on") {
  const SmallStudy study;
  std::ofstream(study.root() / "names.txt") << "carer\n";
  scan_study(*study.open());
  std::size_t files = 0;
  {
    const auto opened = study.open();
    for (const auto& entry : fs::directory_iterator(study.layout.work())) {
      if (!entry.path().filename().string().ends_with(".summary.age")) continue;
      const std::string key = entry.path().filename().string().substr(0, entry.path().filename().string().find('.'));
      leave_in_another_form(entry.path(), opened->keys.work_identity);
      CHECK_FALSE(record_of_this_form(study.layout, key, opened->keys.work_identity).has_value());
      CHECK(status_of([&] { read_record(study.layout, key, opened->keys.work_identity); }) == 4);
      ++files;
    }
  }
  REQUIRE(files == 4);
  CHECK(scan_study(*study.open()).scanned == files);
  CHECK(scan_study(*study.open()).scanned == 0);
}
