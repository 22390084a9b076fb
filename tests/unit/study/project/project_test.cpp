// Coded projects of the sample study: what becomes of names that are no talk, and what a person is asked to look at.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <regex>

#include "../steps/small_study.hpp"
#include "coded/package.hpp"
#include "project/project_page.hpp"
#include "write/zip_package.hpp"

namespace moniker {

using namespace moniker::test;

namespace {

std::string guid(int n) { return fmt::format("00000000-0000-4000-8000-{:012}", n); }

const SmallStudy& run_once() {
  static const SmallStudy study;
  static const bool run = [] {
    study.deliver("interview-05.srt");  // which alone names Sheila
    run_study(*study.open());
    return true;
  }();
  REQUIRE(run);
  return study;
}

std::string delivered(const std::string& name) {
  return read_file(std::filesystem::path(MONIKER_SOURCE_DIR) / "sample_data/incoming" / name, 1U << 20U);
}

/// A project as it came out, or what stopped it.
struct Made {
  ProjectReport report{};
  std::string qde{}, talk{};
};

/// Of one source, interview-03.txt, unless `talk` is another text.
Made made(const std::string& ranges, const std::string& more, const std::string& talk = delivered("interview-03.txt"),
          bool with_file = true) {
  const std::string qde = "<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Study\">" + more +
                          "<Sources><TextSource guid=\"" + guid(1) +
                          "\" name=\"interview-03\" plainTextPath=\"internal://" + guid(2) + ".txt\">" + ranges +
                          "</TextSource></Sources></Project>";
  std::vector<write::ZipPart> parts{{"project.qde", qde}};
  if (with_file) parts.emplace_back("sources/" + guid(2) + ".txt", talk);
  const TemporaryFolder folder;
  publish(folder.path() / "in.qdpx", write::zip_package(parts));
  Made made;
  made.report =
      pseudonymise_project(*run_once().open(), {.in = folder.path() / "in.qdpx", .out = folder.path() / "out.qdpx"});
  if (!made.report.written) return made;
  FileSource source(folder.path() / "out.qdpx");
  const coded::Package package(source);
  made.qde = package.read(package.description());
  if (with_file) made.talk = package.read("sources/" + guid(2) + ".txt");
  return made;
}

std::string range(int n, std::size_t begin, std::size_t end, const std::string& name) {
  return fmt::format("<PlainTextSelection guid=\"{}\" name=\"{}\" startPosition=\"{}\" endPosition=\"{}\"/>", guid(n),
                     name, begin, end);
}

std::string code(int n, const std::string& name) {
  return fmt::format("<Code guid=\"{}\" name=\"{}\" isCodable=\"true\"/>", guid(n), name);
}

}  // namespace

TEST_CASE("a range that is called by words cut inside a name is called by what they are now, and teaches nothing") {
  const std::string talk = "Interviewer: And then?\nKate: Yes. Kate Shaw rang. She's well, she shall be.\n";
  const std::size_t name = talk.find("Kate Shaw"), she = talk.find("She's");
  const Made project = made(
      range(10, name, name + 7, "Kate Sh") + range(11, she, she + 2, "Sh") + range(12, name + 2, name + 9, "te Shaw"),
      "", talk);
  CHECK(project.report.left.empty());
  REQUIRE(project.report.written);
  CHECK(project.talk.find("She's well, she shall be.") != std::string::npos);
  std::smatch called;
  REQUIRE(std::regex_search(project.qde, called, std::regex("name=\"(\\[ID[0-9]+\\])\"")));
  CHECK(project.talk.find(called[1].str() + " rang.") != std::string::npos);
  CHECK(project.qde.find("name=\"Sh\"") != std::string::npos);
  CHECK(project.qde.find("Kate") == std::string::npos);
}

TEST_CASE("codes that are ordinary words stay and are told, and those that are people are replaced") {
  const std::string words[] = {"Hope &amp; fear", "May", "Will power", "Mark of respect", "Grace under pressure"};
  const std::string people[] = {"Grace Adeyemi", "Mrs May Thackray", "leaning on Grace", "Kate"};
  std::string codes;
  int n = 20;
  for (const std::string& name : words) codes += code(n++, name);
  for (const std::string& name : people) codes += code(n++, name);
  const Made project = made("", "<CodeBook><Codes>" + codes + "</Codes></CodeBook>");
  REQUIRE(project.report.written);
  for (const std::string& name : words) CHECK(project.qde.find("name=\"" + name + "\"") != std::string::npos);
  for (const std::string& name : people) CHECK(project.qde.find(name) == std::string::npos);
  std::vector<std::string> told;
  for (const NameOfWords& one : project.report.as_words) told.push_back(one.element + " " + one.guid);
  CHECK(told == std::vector<std::string>{"Code " + guid(20), "Code " + guid(21), "Code " + guid(22), "Code " + guid(23),
                                         "Code " + guid(24)});
  CHECK(needs_a_person(project.report));
}

TEST_CASE("whom one transcript alone names is called the same in what the team wrote") {
  const Made project = made("", "<Description>Sheila was there.</Description>");
  REQUIRE(project.report.written);
  std::smatch called;
  REQUIRE(std::regex_search(project.qde, called, std::regex("<Description>(\\[PERSON_[0-9]+\\]) was there")));
}

TEST_CASE("a range outside of its text is told by its identifier, and a source without a text is a person's to mend") {
  const std::size_t size = delivered("interview-03.txt").size();
  const Made outside = made(range(30, 0, size + 1, "all"), "");
  CHECK(outside.report.ranges.outside == std::vector{guid(30)});
  CHECK(as_text(ProjectPage{outside.report, false}, {}).find(guid(30)) != std::string::npos);
  CHECK(needs_a_person(outside.report));
  const Made without = made(range(30, 0, 5, "all"), "", "", false);
  CHECK(without.report.left_out.at("text") == 1);
  CHECK(needs_a_person(without.report));
  CHECK_FALSE(needs_a_person(made("", "").report));
}

}  // namespace moniker
