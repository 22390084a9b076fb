#include "rights/withdrawal_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "rights/certificate.hpp"

using namespace moniker;

namespace {

study::WithdrawalPlan plan() {
  return {.id = "ID04",
          .remove = {"out/T05.txt.age"},
          .rewrite = {"T01"},
          .unmendable = {"out/T02.txt.age"},
          .deliveries = {"a.txt"},
          .register_line = 5,
          .certificate = "certificates/ID04.json"};
}

}  // namespace

TEST_CASE("before, it says what would be done") {
  CHECK(study::what_goes({plan(), true, true}) == R"(  would remove
    out/T05.txt.age
  would rewrite, with [WITHDRAWN] for their turns and their name
    T01
  would remove, as the delivered transcript is gone and nothing here can open them
    out/T02.txt.age
  would delete of what was delivered
    a.txt
  remove their row from the register: line 5
)");
  CHECK(study::what_goes({{.id = "ID04"}, true, false}) == "  nothing of theirs is here\n");
}

TEST_CASE("after, it says what was done and what is left for a person") {
  const std::string text = as_text(study::WithdrawalPage{plan()}, no_style);
  CHECK(text.starts_with("ID04\n  removed\n    out/T05.txt.age\n"));
  CHECK(text.find("  delivered files of theirs, for you to delete (or --delete-deliveries)\n    a.txt\n") !=
        std::string::npos);
  CHECK(
      text.ends_with("  certificate, signed: certificates/ID04.json\n  " + std::string(study::deletion_remark) + "\n"));
}

TEST_CASE("a second time there is nothing left") {
  study::WithdrawalPlan done = plan();
  done.before = true;
  CHECK(as_text(study::WithdrawalPage{done}, no_style) ==
        "ID04 has withdrawn already; nothing was left to do: certificates/ID04.json\n"
        "  remove their row from the register: line 5\n");
}

TEST_CASE("a withdrawal as JSON") {
  CHECK(as_json(study::WithdrawalPage{plan(), true}).dump() ==
        R"({"participant":"ID04","dry_run":true,"done_before":false,"removed":["out/T05.txt.age"],)"
        R"("rewritten":["T01"],"removed_unmendable":["out/T02.txt.age"],"deliveries_left":["a.txt"],)"
        R"("register_line":5,"certificate":"certificates/ID04.json"})");
}
