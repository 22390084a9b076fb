// What holds whatever the rules of retention are: nothing goes before its day or while something needs it, what goes is
// logged and certified, and a second call finds nothing to do.
#include "rights/retention.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "audit/audit_log.hpp"
#include "base/bundle.hpp"
#include "base/sha256.hpp"
#include "steps/audited_outputs.hpp"
#include "unit/study/steps/small_study.hpp"

using namespace moniker;
using namespace moniker::study;
using moniker::test::SmallStudy;

namespace {

using Days = std::chrono::sys_days;

std::size_t files_below(const std::filesystem::path& root) {
  std::size_t n = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) n += entry.is_regular_file();
  return n;
}

bool vouched_for(const StudyLayout& layout) {
  const auto report = audit::verify_audit(layout.audit_log(), layout.audit_signature(), layout.signing_public_key());
  return report.faults.empty() && check_outputs(layout).empty();
}

Days this_day() { return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()); }

}  // namespace

TEST_CASE("a renamed delivery is as sealed as it was, and its outputs wait for it") {
  const SmallStudy small;
  std::ofstream(small.layout.config(), std::ios::app) << "\nretention: {outputs: 30 days after sealed}\n";
  run_study(*small.open());
  const auto at_rest = [&] {
    std::vector<std::tuple<std::string, std::string, std::optional<Days>, bool>> list;
    for (const RetentionItem& item : retention_items(*small.open()))
      list.emplace_back(item.kind, item.transcript, item.due, item.waits.empty());
    std::sort(list.begin(), list.end());
    return list;
  };
  const auto before = at_rest();
  const auto incoming = small.layout.incoming();
  std::filesystem::rename(incoming / "interview-03.txt", incoming / "a.txt");
  std::string people = read_file(small.layout.people());
  for (std::size_t at = 0; (at = people.find("interview-03.txt", at)) != std::string::npos;)
    people.replace(at, 16, "a.txt");
  publish(small.layout.people(), people);
  run_study(*small.open());
  CHECK(at_rest() == before);
  CHECK(vouched_for(small.layout));
}

TEST_CASE("what is due goes, and nothing else, once") {
  const std::string rules = GENERATE("{deliveries: 30 days after sealed, work: 30 days after sealed}",
                                     "{deliveries: keep, outputs: 30 days after sealed}");
  CAPTURE(rules);
  const SmallStudy small;
  std::ofstream(small.layout.config(), std::ios::app) << "\nretention: " << rules << "\n";
  run_study(*small.open());
  const std::size_t before = files_below(small.root());
  CHECK(apply_retention(*small.open(), this_day() + std::chrono::days(29), "somebody").deleted.empty());
  CHECK(files_below(small.root()) == before);

  const Days late = this_day() + std::chrono::days(31);
  std::vector<std::filesystem::path> due;
  for (const RetentionItem& item : retention_items(*small.open())) {
    if (item.due && *item.due <= late && item.waits.empty())
      due.insert(due.end(), item.files.begin(), item.files.end());
  }
  const RetentionResult result = apply_retention(*small.open(), late, "somebody");
  CHECK(due.empty() == result.deleted.empty());
  CHECK(result.certificate.empty() == result.deleted.empty());
  for (const auto& file : due) CHECK_FALSE(std::filesystem::exists(file));
  for (const RetentionItem& item : result.deleted) {
    CHECK(*item.due <= late);
    for (const auto& file : item.files) CHECK_FALSE(std::filesystem::exists(file));
  }
  CHECK((result.certificate.empty() || std::filesystem::exists(small.layout.certificate_json(result.certificate))));
  CHECK(vouched_for(small.layout));

  const RetentionResult again = apply_retention(*small.open(), late, "somebody");
  CHECK(again.deleted.empty());
  CHECK(again.certificate.empty());
}

namespace {

/// A study of which everything is due today, but what waits for others.
void make_everything_due(const SmallStudy& small) {
  std::ofstream(small.layout.config(), std::ios::app)
      << "\nretention: {deliveries: until 2020-01-01, quarantine: until 2020-01-01, work: until 2020-01-01,"
         " outputs: until 2020-01-01, linkage: until 2020-01-01}\n";
}

std::size_t certified(const StudyLayout& layout, const std::string& certificate, const std::string& path) {
  const std::string text = read_file(layout.certificate_json(certificate));
  std::size_t n = 0;
  for (std::size_t at = 0; (at = text.find('"' + path + '"', at)) != std::string::npos; ++at) ++n;
  return n;
}

audit::events::DeletionBegun begun_of(const StudyLayout& layout, const std::string& output) {
  return {.what = "outputs",
          .name = "out/" + output,
          .sha256 = sha256_of_file(layout.out() / output),
          .rule = "until 2020-01-01",
          .due = "2020-01-01",
          .as_of = "2026-01-01",
          .output = output};
}

}  // namespace

TEST_CASE("when everything is due nothing is left that names anybody, and no run brings it back") {
  const SmallStudy small;
  run_study(*small.open());
  make_everything_due(small);
  const std::string certificate = apply_retention(*small.open(), this_day(), "me").certificate;
  for (const char* gone : {"work/assignment.age", "out/attributes.csv.age", "linkage/linkage.csv.age"})
    CHECK(certified(small.layout, certificate, gone) == 1);
  for (const auto& folder : {small.layout.incoming(), small.layout.out(), small.layout.linkage()})
    CHECK(std::filesystem::is_empty(folder));
  CHECK(vouched_for(small.layout));
  run_study(*small.open());
  CHECK(std::filesystem::is_empty(small.layout.out()));
  CHECK(std::filesystem::is_empty(small.layout.linkage()));
  CHECK(apply_retention(*small.open(), this_day(), "me").certificate.empty());
  CHECK(vouched_for(small.layout));
}

TEST_CASE("a deletion that was interrupted is ended by the next, and certified once") {
  const SmallStudy small;
  run_study(*small.open());
  make_everything_due(small);
  const std::string output = "T01.txt.age";
  const auto file = small.layout.out() / output;
  const auto begun = begun_of(small.layout, output);
  const int where = GENERATE(0, 1, 2, 3);
  {
    const auto opened = small.open();
    for (const auto& delivered : std::filesystem::directory_iterator(small.layout.incoming()))
      std::filesystem::remove(delivered.path());
    if (where < 3) opened->books.audit.append(begun);  // told, and nothing done
    if (where == 1) std::filesystem::remove(file);     // gone, and not told
    if (where >= 2) {                                  // told as gone, and there: an older moniker told first
      opened->books.audit.append(audit::events::Deleted{begun.what, begun.name, begun.sha256, begun.rule, begun.due,
                                                        begun.as_of, begun.file, begun.output});
      for (const auto& entry : opened->books.ledger.all("apply")) opened->books.ledger.erase("apply", entry.transcript);
      for (const auto& entry : opened->books.ledger.all("scan")) opened->books.ledger.erase("scan", entry.transcript);
    }
  }
  const std::string certificate = apply_retention(*small.open(), this_day(), "me").certificate;
  CHECK(certified(small.layout, certificate, "out/" + output) == 1);
  CHECK(std::filesystem::is_empty(small.layout.out()));
  for (const auto& entry : std::filesystem::directory_iterator(small.layout.work()))
    CHECK(entry.path().extension() != ".age");
  CHECK(vouched_for(small.layout));
  CHECK(apply_retention(*small.open(), this_day(), "me").certificate.empty());
}

TEST_CASE("the log and the certificates hold no digest by which a delivered file is known") {
  const SmallStudy small;
  std::vector<std::string> digests;
  for (const auto& file : std::filesystem::directory_iterator(small.layout.incoming()))
    digests.insert(digests.end(), {sha256_of_file(file.path()), hex(digest_of_file(file.path()))});
  run_study(*small.open());
  make_everything_due(small);
  const std::string certificate = apply_retention(*small.open(), this_day(), "me").certificate;
  const std::string told = read_file(small.layout.audit_log()) + read_file(small.layout.certificate_json(certificate));
  for (const std::string& digest : digests) CHECK(told.find(digest) == std::string::npos);
}
