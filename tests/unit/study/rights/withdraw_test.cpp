// What holds whoever withdraws: of what is theirs alone nothing is left, the log vouches for the rest, and a second
// call finds nothing to do.
#include "rights/withdraw.hpp"

#include <catch2/catch.hpp>

#include "audit/audit_log.hpp"
#include "steps/audited_outputs.hpp"
#include "unit/study/steps/small_study.hpp"
#include "work/study_map.hpp"

using namespace moniker;
using namespace moniker::study;
using moniker::test::SmallStudy;

namespace {

/// IDs of the register's participants, by the key that the registry knows them by.
std::map<std::string, std::string> ids(const SmallStudy& small) {
  const auto opened = small.open();
  const auto assignment = read_study_map(small.layout, opened->keys.work_identity).assignment;
  std::map<std::string, std::string> list;
  for (const auto& [key, index] : assignment.people) list[key] = resolve::shown_name(assignment.entities[index]);
  return list;
}

std::map<std::string, std::string> files_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files[entry.path().filename().string()] = read_file(entry.path());
  return files;
}

bool log_is_sound(const StudyLayout& layout) {
  const auto report = audit::verify_audit(layout.audit_log(), layout.audit_signature(), layout.signing_public_key());
  return report.faults.empty() && check_outputs(layout).empty();
}

}  // namespace

TEST_CASE("whoever withdraws, what is theirs goes, the log vouches for the rest, and it is done once") {
  // Two with an interview of their own, and one who speaks in nothing that was delivered.
  const std::string key = GENERATE("number r011", "number r009", "number r001");
  const SmallStudy small;
  run_study(*small.open());
  const std::string id = ids(small).at(key);
  CAPTURE(key, id);
  const WithdrawalPlan planned = plan_withdrawal(*small.open(), id);
  const WithdrawRequest request{.id = id, .reason = "asked", .by = "somebody"};
  const WithdrawalPlan done = withdraw(small.root(), small.options(), request);

  CHECK(done.remove == planned.remove);
  CHECK(done.rewrite == planned.rewrite);
  CHECK_FALSE(done.before);
  for (const std::string& path : done.remove) {
    // A delivery that is still there is refused, and its summary in work/ says so; nothing else of it comes back.
    if (path.starts_with("out/")) CHECK_FALSE(std::filesystem::exists(small.root() / path));
  }
  CHECK(log_is_sound(small.layout));
  CHECK(std::filesystem::exists(small.root() / done.certificate));
  CHECK(ids(small).at(key) == "WITHDRAWN");

  const auto before = files_in(small.layout.out());
  const WithdrawalPlan again = withdraw(small.root(), small.options(), request);
  CHECK(again.before);
  CHECK(again.remove.end() == std::find_if(again.remove.begin(), again.remove.end(),
                                           [](const std::string& path) { return path.starts_with("out/"); }));
  CHECK(files_in(small.layout.out()) == before);
  run_study(*small.open());
  CHECK(log_is_sound(small.layout));
  CHECK(ids(small).at(key) == "WITHDRAWN");
}

TEST_CASE("a plan of a withdrawal changes nothing, and nobody withdraws who is not there") {
  const SmallStudy small;
  run_study(*small.open());
  const auto out = files_in(small.layout.out()), audit = files_in(small.layout.audit());
  const std::string id = ids(small).at("number r011");
  CHECK_FALSE(plan_withdrawal(*small.open(), id).remove.empty());
  CHECK(test::status_of([&] { plan_withdrawal(*small.open(), "ID99"); }) == 2);
  CHECK(test::status_of([&] {
          withdraw(small.root(), small.options(), {.id = "ID99", .reason = "asked", .by = "somebody"});
        }) == 2);
  CHECK(test::status_of([&] {
          withdraw(small.root(), small.options(), {.id = id, .reason = "Grace Adeyemi asked", .by = "somebody"});
        }) == 2);
  CHECK(files_in(small.layout.out()) == out);
  CHECK(files_in(small.layout.audit()) == audit);
  CHECK_FALSE(std::filesystem::exists(small.layout.withdrawn()));
}
