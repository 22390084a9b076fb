// People decide about a small study: what is refused, what two of them see of each other, and what is lost.
#include "decide/desk.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "audit/log_events.hpp"
#include "unit/study/steps/small_study.hpp"
#include "work/work_files.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

struct Deciding {
  test::SmallStudy small{};
  std::unique_ptr<DecisionDesk> desk{};

  Deciding() {
    append("interview-03.txt", "\nSam: Tigs came by, and Tigs again.\n");
    scan_and_assign();
    desk = std::make_unique<DecisionDesk>(small.root(), small.options());
  }
  void append(const std::string& name, const std::string& text) const {
    std::ofstream(small.layout.incoming() / name, std::ios::app) << text;
  }
  void scan_and_assign() const {
    const auto opened = small.open();
    scan_study(*opened);
    assign_study(*opened);
  }
  std::uint64_t lost() const {
    const auto opened = small.open();
    scan_study(*opened);
    std::uint64_t count = 0;
    for (const auto& file : delivered(small.layout, opened->keys.registry)) {
      for (const Issue& issue : read_record(small.layout, file.key, opened->keys.work_identity).issues)
        if (issue.code == IssueCode::decision_lost) count += issue.count;
    }
    return count;
  }
};

TEST_CASE("words are decided about by whoever was there first, and by who has seen that") {
  Deciding d;
  const Wish keep{.act = Act::keep, .words = "Tigs", .by = "Ann", .seen = 0};
  CHECK(d.desk->where("tigs").size() == 1);
  CHECK(d.desk->decide(keep).number == 1);
  Wish replace{.act = Act::replace, .words = "Tigs", .label = "PERSON", .by = "Ben", .seen = 0};
  CHECK(test::refusal_of([&] { d.desk->decide(replace); }) ==
        "Ann decided otherwise meanwhile: keep (decision 1) / look at it, and decide again");
  replace.seen = 1;
  CHECK(d.desk->decide(replace).number == 2);
  CHECK(d.desk->all().size() == 2);
}

TEST_CASE("what was decided last, just so and by the same person, is not decided twice") {
  Deciding d;
  const Wish keep{.act = Act::keep, .words = "Tigs", .by = "Ann"};
  CHECK(d.desk->decide(keep).number == 1);
  CHECK(d.desk->decide(keep).number == 1);
  Wish other = keep;
  other.by = "Ben";
  CHECK(d.desk->decide(other).number == 2);
  CHECK(d.desk->decide(keep).number == 3);
  CHECK(d.desk->decide({.act = Act::undo, .undoes = 3, .by = "Ann"}).number == 4);
  CHECK(d.desk->decide(keep).number == 5);
}

TEST_CASE("the log says a decision once, also where the ledger was lost") {
  Deciding d;
  const Wish keep{.act = Act::keep, .words = "Tigs", .by = "Ann"};
  d.desk->decide(keep);
  for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(d.small.layout.ledger().string() + part);
  d.desk->decide(keep);
  std::size_t told = 0;
  audit::for_each_event(d.small.layout.audit_log(), [&](const audit::LoggedEvent& logged) {
    told += std::holds_alternative<audit::events::Decided>(logged.event);
  });
  CHECK(told == 1);
}

TEST_CASE("a decision about a place that is gone is told, and one that is there is not") {
  Deciding d;
  std::string transcript;
  for (const auto& [id, count] : d.desk->where("Tigs")) transcript = id;
  std::optional<Decision> kept;
  for (std::uint64_t turn = 0; !kept; ++turn) {
    REQUIRE(turn < 10'000);
    test::refused([&] {
      kept =
          d.desk->decide({.act = Act::keep, .words = "Tigs", .transcript = transcript, .turn = turn, .occurrence = 1});
    });
  }
  CHECK(d.lost() == 0);
  const auto file = d.small.layout.incoming() / "interview-03.txt";
  std::string text = read_file(file, 1 << 20);
  text.resize(text.find("\nSam: Tigs"));
  std::ofstream(file) << text;
  CHECK(d.lost() == 1);
}

}  // namespace
}  // namespace moniker
