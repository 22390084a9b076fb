#include "dossier/gather.hpp"

#include <catch2/catch.hpp>

#include "unit/study/steps/small_study.hpp"

namespace moniker::study {
namespace {

TEST_CASE("a study is gathered as it lies there, and its log is left as it was") {
  const test::SmallStudy small;
  CHECK(test::status_of([&] { gather_dossier(small.root(), small.options()); }) == 2);
  run_study(*small.open());
  const std::string before = read_file(small.layout.audit_log());
  const Dossier dossier = gather_dossier(small.root(), small.options());
  CHECK(read_file(small.layout.audit_log()) == before);
  CHECK(dossier.good());
  CHECK(dossier.published() == 4);

  std::uint64_t by_label = 0;
  for (const LabelAccount& label : dossier.labels) by_label += label.count;
  CHECK(by_label == dossier.replaced());
  CHECK(by_label > 100);
  CHECK(dossier.sealed_on.size() == 4);

  REQUIRE(dossier.rules.made_with.size() == 1);
  CHECK(dossier.rules.made_with.front().rules == dossier.rules.digest);
  CHECK(dossier.keys.size() == 3);  // one opens both; work's; the signer's
  CHECK(dossier.consent.required == std::vector<std::string>{"analysis"});
  CHECK(dossier.consent.dates_dropped);
  for (const ConsentRow& row : dossier.consent.rows) {
    CHECK((row.dated.empty() || row.dated == "given"));
    for (const auto& one : row.interviews) CHECK((one.dated.empty() || one.dated == "given"));
  }
}

TEST_CASE("a study whose sealed file was exchanged is gathered, and not vouched for") {
  const test::SmallStudy small;
  run_study(*small.open());
  publish(small.layout.out() / "T01.txt.age", "another file");
  const Dossier dossier = gather_dossier(small.root(), small.options());
  REQUIRE(dossier.log.verified.faults.size() == 1);
  CHECK(dossier.log.verified.faults.front().what.find("T01.txt.age") != std::string::npos);
  CHECK(dossier.published() == 4);
}

}  // namespace
}  // namespace moniker::study
