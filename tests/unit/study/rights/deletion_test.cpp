// What holds whatever the rules of retention are: nothing goes before its day or while something needs it, what goes is
// logged and certified, and a second call finds nothing to do.
#include "rights/retention.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "audit/audit_log.hpp"
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
