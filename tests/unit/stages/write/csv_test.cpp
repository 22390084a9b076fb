#include <catch2/catch.hpp>

#include "turns.hpp"

using namespace turns;

TEST_CASE("a table of talk, with nothing that a spreadsheet would run") {
  auto talk = turn("ID04", "Well, I said \"no\"\nto [PERSON_3]");
  talk.time = span(61'500, 62'000);
  CHECK(written("csv", {turn("", "Focus group", Part::matter), talk, turn("INT1", "=cmd|' /C calc'!A0"),
                        turn("INT1", "-yes"), turn("", " two  blanks "), turn("", "see", Part::footnote)}) ==
        "speaker,start,end,text\r\n"
        "NOTE,,,Focus group\r\n"
        "ID04,00:01:01.500,00:01:02.000,\"Well, I said \"\"no\"\"\nto [PERSON_3]\"\r\n"
        "INT1,,,\"'=cmd|' /C calc'!A0\"\r\n"
        "INT1,,,\"'-yes\"\r\n"
        ",,,\" two  blanks \"\r\n"
        "FOOTNOTE,,,see\r\n");
}
