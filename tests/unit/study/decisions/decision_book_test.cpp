// Decisions are kept one a file, chained; none is ever written again, and none can go unseen.
#include "decisions/decision_book.hpp"

#include <catch2/catch.hpp>

#include "base/layout.hpp"
#include "decisions/decision_log.hpp"
#include "moniker/error.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker::study {
namespace {

struct Book {
  test::TemporaryFolder folder{};
  StudyLayout layout{folder.path()};
  seal::Identity study = seal::Identity::generate();

  Decision add(Decision decision) {
    return *append_decision(layout, study.recipient(), read_decisions(layout, study), std::move(decision));
  }
};

Decision about(Act act, std::string word) {
  return {.act = act,
          .forms = {{{std::move(word)}, false}},
          .label = act == Act::replace ? "PERSON" : "",
          .by = "Ann",
          .when = "2026-03-12T09:30:00Z"};
}

TEST_CASE("what was decided is read again as it was") {
  Book book;
  Decision all = about(Act::replace, "ab");
  all.transcript = "T03";
  all.file = "f";
  all.place = PlaceInTalk{12, 1, "s", "b", "a"};
  all.names = {{"PERSON", "n", ""}, {"", "l", "T03"}};
  all.target = "ID04";
  all.like = HashedName{"PERSON", "x", ""};
  all.shown = "PERSON_3";
  all.blind = true;
  all.why = "asked";
  const Decision kept = book.add(all);
  CHECK(kept.number == 1);
  CHECK(read_decisions(book.layout, book.study) == std::vector{kept});
  CHECK(book.add(about(Act::keep, "cd")).before == digest_of_decision(kept));
}

TEST_CASE("who is slower gets no number and overwrites nobody") {
  Book book;
  const auto seen = read_decisions(book.layout, book.study);
  REQUIRE(append_decision(book.layout, book.study.recipient(), seen, about(Act::keep, "a")));
  CHECK_FALSE(append_decision(book.layout, book.study.recipient(), seen, about(Act::keep, "b")));
  CHECK(read_decisions(book.layout, book.study).size() == 1);
}

TEST_CASE("a ledger that does not say how many decisions were logged has all logged once more") {
  Book book;
  book.add(about(Act::keep, "ab"));
  make_folders(book.layout);
  Books books({book.layout.lock(), book.layout.ledger(), book.layout.audit_log(), {}},
              [] { return std::chrono::system_clock::time_point{}; });
  books.ledger.set("decided", "all", {}, "not a number");
  CHECK(log_decisions(book.layout, read_decisions(book.layout, book.study), books));
  CHECK(books.audit.records() == 1);
}

TEST_CASE("a decision that is missing, changed or of another study is an integrity failure") {
  Book book;
  for (const char* word : {"a", "b", "c"}) book.add(about(Act::keep, word));
  const auto file = [&](const char* name) { return book.layout.decisions() / name; };
  SECTION("missing") { std::filesystem::remove(file("000002.age")); }
  SECTION("exchanged") {
    std::filesystem::copy_file(file("000003.age"), file("000002.age"),
                               std::filesystem::copy_options::overwrite_existing);
  }
  SECTION("of another study") { book.study = seal::Identity::generate(); }
  CHECK(test::problem_of([&] { read_decisions(book.layout, book.study); }).fault == Fault::integrity);
}

TEST_CASE("an undoing takes a decision back and may be undone itself") {
  Book book;
  book.add(about(Act::keep, "a"));
  book.add({.act = Act::undo, .undoes = 1});
  CHECK(in_force(read_decisions(book.layout, book.study)).empty());
  book.add({.act = Act::undo, .undoes = 2});
  CHECK(in_force(read_decisions(book.layout, book.study)).size() == 1);
}

TEST_CASE("the later of two decisions about the same holds") {
  Book book;
  book.add(about(Act::keep, "a"));
  book.add(about(Act::replace, "a"));
  book.add(about(Act::keep, "b"));
  const auto holding = in_force(read_decisions(book.layout, book.study));
  REQUIRE(holding.size() == 2);
  CHECK(holding.front().number == 2);
  CHECK(contrary(about(Act::keep, "a"), about(Act::replace, "a")));
  CHECK_FALSE(contrary(about(Act::keep, "a"), about(Act::keep, "b")));
  Decision blind = about(Act::keep, "a");
  blind.blind = true;
  book.add(blind);
  CHECK(in_force(read_decisions(book.layout, book.study)) == holding);
}

}  // namespace
}  // namespace moniker::study
