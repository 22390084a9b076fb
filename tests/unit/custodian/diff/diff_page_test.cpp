#include "diff/diff_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace moniker::custodian {
namespace {

DiffPage small_page() {
  DiffPage page{.diff = {.transcript = "T03", .delivered = true}};
  page.diff.turns.push_back({.number = 1,
                             .time = TimeSpan{std::chrono::seconds(3), std::chrono::seconds(5)},
                             .was_speaker = "Kate <S.>",
                             .speaker = "ID04",
                             .pieces = {{"I'm ", "I'm "}, {"Kate", "[ID04]", {"PERSON"}, true}, {".", "."}}});
  page.diff.turns.push_back({.number = 2, .speaker = "INT1", .pieces = {{"Hello\x1B.", "Hello\x1B."}}});
  return page;
}

TEST_CASE("a comparison through a pipe marks what was and what is") {
  CHECK(as_text(small_page(), no_style) ==
        "T03  2 turns, 1 replaced\n"
        "\n   1  0:00:03  [-Kate <S.>-]{+ID04+}: I'm [-Kate-]{+[ID04]+}.\n"
        "\n   2  INT1: Hello\\u{001B}.\n");
}

TEST_CASE("a comparison on a terminal has colours, and no marks") {
  const std::string text = as_text(small_page(), terminal_style);
  CHECK(text.find("\x1b[31mKate\x1b[0m\x1b[32m[ID04]\x1b[0m.") != text.npos);
  CHECK(text.find("[-") == text.npos);
}

TEST_CASE("a comparison can leave out what did not change") {
  DiffPage page = small_page();
  page.changes_alone = true;
  CHECK(as_text(page, no_style).find("INT1") == std::string::npos);
  CHECK(as_json(page)["turns"].size() == 1);
  CHECK(as_html(page).find("INT1") == std::string::npos);
}

TEST_CASE("a comparison for machines") {
  CHECK(as_json(small_page()).dump(-1, ' ', true) ==
        R"({"transcript":"T03","delivered":true,"changes":1,"turns":[{"turn":1,"begin":3.0,"was_speaker":"Kate <S.>",)"
        R"("speaker":"ID04","pieces":[{"same":"I'm "},{"was":"Kate","is":"[ID04]","labels":["PERSON"]},{"same":"."}]},)"
        R"({"turn":2,"begin":null,"was_speaker":"","speaker":"INT1","pieces":[{"same":"Hello\u001b."}]}]})");
  DiffPage page = small_page();
  page.diff.delivered = false;
  CHECK(as_json(page)["turns"][0]["pieces"][1]["was"].is_null());
  CHECK(as_json(page)["turns"][0]["was_speaker"].is_null());
}

TEST_CASE("a comparison as a page has both sides, escaped, and says whom it is for") {
  const std::string page = as_html(small_page());
  CHECK(page.find("<b>Kate &lt;S.&gt;</b> I'm <del title=\"PERSON\">Kate</del>.</td>") != page.npos);
  CHECK(page.find("<b>ID04</b> I'm <ins title=\"PERSON\">[ID04]</ins>.</td>") != page.npos);
  CHECK(page.find("This page names people") != page.npos);
}

TEST_CASE("a comparison without what was delivered shows what is sealed alone") {
  DiffPage page = small_page();
  page.diff.delivered = false;
  for (DiffTurn& turn : page.diff.turns) {
    turn.was_speaker.clear();
    for (DiffPiece& piece : turn.pieces) piece.was = piece.changed ? "" : piece.was;
  }
  CHECK(as_text(page, no_style).find("what stood there before is not known") != std::string::npos);
  CHECK(as_text(page, no_style).find("ID04: I'm {+[ID04]+}.") != std::string::npos);
  const std::string html = as_html(page);
  CHECK(html.find("<del") == html.npos);
  CHECK(html.find(">as delivered<") == html.npos);
  CHECK(html.find("This page names people") == html.npos);
}

}  // namespace
}  // namespace moniker::custodian
