#include "check/marks.hpp"

#include "support/english.hpp"
#include "talk.hpp"

namespace moniker {

using namespace moniker::check;
namespace {

/// "i12 m30": kind and byte of each mark.
std::string marks(std::string_view text) {
  std::string all;
  find_marks(text, moniker::test::english(), [&](IssueCode code, std::size_t at) {
    all += (all.empty() ? "" : " ") + std::string(code == IssueCode::mark_masked ? "m" : "i") + std::to_string(at);
  });
  return all;
}

TEST_CASE("marks in the talk") {
  auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"nothing here", ""},
      {"", ""},
      {"and [inaudible] then", "i4"},
      {"[Inaudible 00:12:03]", "i0"},
      {"(unclear) and (UNCLEAR)", "i0 i14"},
      {"[crosstalk] [cross talk] [cross-talk]", "i0 i12 i25"},
      {"[overtalking] {indistinct} <unintelligible>", "i0 i14 i27"},
      {"[talking over each other] [over-talking]", "i0 i26"},
      {"[??] (?) [ ? ]", "i0 i5 i9"},
      {"he said ??? then", "i8"},
      {"what???", ""},
      {"what ??", ""},
      {"XXX went to XXXX", "m0 m12"},
      {"XXXL and xxx and LXXX", ""},
      {"went to ____ with ***", "m8 m18"},
      {"snake_case ** bold **", ""},
      {"@@Katherine## said @@St James's##", "m0 m19"},
      {"me@@home and no end", ""},
      {"[redacted] [name removed] (name redacted)", "m0 m11 m26"},
      {"[name] [NAME 2] [hospital name] [place]", "m0 m7 m16 m32"},
      {"(name) (a hospital)", ""},
      {"[laughs] [pause] (laughter) [the name of it]", ""},
      {"[[inaudible]]", "i0"},
      {"[never closed inaudible", ""},
      {"[inaudible" + std::string(100, ' ') + "]", ""},
      {"[] () <> {}", ""},
      {"it was unclear, inaudible even", ""},
      {"caf\xC3\xA9 [inaudible]", "i6"},
  }));
  INFO(text);
  CHECK(marks(text) == expected);
}

TEST_CASE("marks are counted, with the place of the first") {
  Utterance joined = caption(3, 0, 100);
  joined.text = "yes [unclear] no";
  joined.cues.push_back({4, {std::chrono::seconds(200), std::chrono::seconds(300)}, {9, 1}});
  auto comment = turn(1, "", "[inaudible]");
  comment.part = Part::comment;
  auto issues = checked({comment, turn(2, "A", "[redacted] XXX"), joined, turn(12, "A", "(inaudible)")}).issues;
  std::erase_if(issues, [](const Issue& issue) { return issue.code == IssueCode::time_sparse; });
  CHECK(issues == std::vector<Issue>{{IssueCode::mark_inaudible, {9, 1}, 2}, {IssueCode::mark_masked, {2, 1}, 2}});
}

TEST_CASE("letters that were lost on a text's way are counted") {
  const auto [text, count] = GENERATE(table<std::string, std::uint64_t>({
      {"then Si?n said so", 1},
      {"Si\xEF\xBF\xBDn and Zo\xEF\xBF\xBD", 2},
      {"the Fern??ndez boys", 1},
      {"Really? Yes.", 0},
      {"Really?Yes", 0},
      {"is it?it is", 0},
      {"see example.org/a?b=c", 0},
      {"what???", 0},
  }));
  CAPTURE(text);
  std::uint64_t told = 0;
  for (const Issue& issue : checked({turn(1, "Kate", text)}).issues) {
    if (issue.code == IssueCode::lost_letters) told += issue.count;
  }
  CHECK(told == count);
}

TEST_CASE("long runs of signs take no minute") {
  for (const char* piece : {"[", "(", "@@", "X", "_", "[?", "@@##"}) {
    std::string text;
    while (text.size() < 64 * 1024) text += piece;
    CHECK_NOTHROW(marks(text));
  }
}

}  // namespace
}  // namespace moniker
