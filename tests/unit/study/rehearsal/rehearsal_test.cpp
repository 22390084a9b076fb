#include "rehearsal/rehearsal.hpp"

#include <catch2/catch.hpp>

#include "config/rehearsed.hpp"
#include "unit/study/steps/small_study.hpp"

namespace moniker::study {
namespace {

using Files = std::vector<std::string>;

std::map<std::string, std::string> bytes_of(const std::filesystem::path& folder) {
  std::map<std::string, std::string> all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().filename() != "lock")
      all[entry.path().lexically_relative(folder).string()] = read_file(entry.path());
  }
  return all;
}

TEST_CASE("a rehearsed run tells all that the run then writes, and leaves the study as it was") {
  const test::SmallStudy small;
  run_study(*small.open());
  publish(small.layout.incoming() / "interview-09.txt", "INT1: Hello.\n\nPat: Hello, I saw Katherine.\n");
  const auto before = bytes_of(small.root());
  Changes told;
  {
    const Rehearsal rehearsal(small.root());
    CHECK(test::status_of([&] { small.open(); }) == 5);  // locked meanwhile
    run_study(*open_study(rehearsal.folder(), small.options()));
    told = rehearsal.changes();
  }
  CHECK(bytes_of(small.root()) == before);
  CHECK_FALSE(std::filesystem::exists(rehearsal_place(small.root())));
  run_study(*small.open());
  const auto after = bytes_of(small.root());
  for (const auto& [file, bytes] : after) {
    INFO(file);
    const auto has = [&](const Files& files) { return std::find(files.begin(), files.end(), file) != files.end(); };
    const auto then = before.find(file);
    if (then == before.end() && file.find("sqlite-") == std::string::npos) CHECK(has(told.made));
    if (then != before.end() && then->second != bytes)
      CHECK((has(told.rewritten) || file.find("sqlite") != std::string::npos));
  }
  for (const std::string& file : told.made) CHECK(after.contains(file));
  for (const std::string& file : told.rewritten)
    CHECK((after.at(file) != before.at(file) || file.find("sqlite") != std::string::npos));
  CHECK(told.removed.empty());
}

TEST_CASE("what is done to a rehearsal's copy never reaches the study, whatever it is") {
  const test::SmallStudy small;
  run_study(*small.open());
  const auto before = bytes_of(small.root());
  {
    const Rehearsal rehearsal(small.root());
    const StudyLayout copy{rehearsal.folder()};
    for (const auto& folder : {copy.out(), copy.linkage(), copy.audit(), copy.work(), copy.incoming()})
      std::filesystem::remove_all(folder);
    const Changes changes = rehearsal.changes();
    CHECK(changes.deliveries_removed == 4);
    CHECK(changes.removed.size() > 10);
  }
  CHECK(bytes_of(small.root()) == before);
}

TEST_CASE("a rehearsal that was killed is cleared by the next command, and its copy is no study of its own") {
  const test::SmallStudy small;
  std::filesystem::create_directories(rehearsal_place(small.root()) / "incoming");
  publish(rehearsal_place(small.root()) / "incoming" / "talk.txt", "talk");
  run_study(*small.open());
  CHECK_FALSE(std::filesystem::exists(rehearsal_place(small.root())));
  CHECK(study_rehearsed_in(rehearsal_place(small.root())) == small.root());
  CHECK_FALSE(study_rehearsed_in(small.root()));
  CHECK_FALSE(study_rehearsed_in("work/rehearsal"));
}

TEST_CASE("changes are told by folder, those of work/ by their number, and delivered files by none of their names") {
  const Changes changes{
      .made = {"certificates/ID04-2026-12-01.json"},
      .rewritten = {"out/T01.txt.age", "out/T01.docx.age", "out/attributes.csv.age", "work/a", "work/b"},
      .removed = {"out/T05.txt.age"},
      .deliveries_removed = 1};
  CHECK(changes.transcripts_rewritten() == Files{"T01"});
  CHECK(as_text(changes, Style{}) ==
        "all that would be written\n  would make\n    certificates/ID04-2026-12-01.json\n  would rewrite\n"
        "    out/T01.txt.age\n    out/T01.docx.age\n    out/attributes.csv.age\n    work/: 2 files\n"
        "  would remove\n    out/T05.txt.age\n  would delete 1 file of incoming/\n");
  CHECK(as_text(Changes{}, Style{}) == "all that would be written\n  nothing\n");
}

}  // namespace
}  // namespace moniker::study
