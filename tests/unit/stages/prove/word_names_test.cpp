// Where a name that is an ordinary word too counts, and where not.
#include <catch2/catch.hpp>

#include "study_names.hpp"

using study_names::hits;

TEST_CASE("a name that is a word too counts where a name is meant") {
  const auto [text, hit] = GENERATE(table<std::string, std::string>({
      {"then I asked Will about it", "Will"},
      {"with Grace and the others", "Grace"},
      {"it was Grace's idea", "Grace's"},
      {"Grace's idea it was", "Grace's"},
      {"Grace, come here", "Grace"},
      {"Will said he might", "Will"},
      {"No. Mark thinks so", "Mark"},
      {"Will Barker came", "Will Barker"},
      {"WILL BARKER", "WILL BARKER"},
      {"will Barker come", "will Barker"},
      {"I met May Hope there", "May Hope"},
      {"May Hope was there", "May Hope"},
      {"we saw May there", "May"},
      {"May's daughter", "May's"},
      {"in May Hope's house", "May Hope's"},
      {"they call her \"Hope\"", "Hope"},
      {"\"Hope\" they call her", "Hope"},
      {"she is called hope", "hope"},
      {"my name's grace", "grace"},
      {"my name is will", "will"},
      {"a friend named mark", "mark"},
      {"old Mr Day came", "Day"},
      {"Mrs English", "English"},
      {"Mr Barker", "Barker"},
      {"I went with\nGrace to the clinic", "Grace"},
      {"the Wills boy, and", "Wills"},
      {"Ali? no, Al was there, with Al", "Al"},
      {"we told April that", "April"},
      {"the Barker family", "Barker"},
      {"the Wills", "Wills"},
      {"Dr. Will came", "Will"},
      {"so our Mark went", "Mark"},
  }));
  CAPTURE(text);
  const auto found = hits(text);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front() == hit);
}

TEST_CASE("ordinary talk is not quarantined for a word") {
  const auto text = GENERATE(
      as<std::string>(), "I will go", "Will you come?", "Well. Will you come?", "he said, \"Will you come?\"",
      "and then: May I?", "it may be", "in May", "in May 2024", "last May we went", "the 3rd of May", "on 3 May",
      "the third of May", "May the fourth", "May 4th", "from April to May", "between April and May it was",
      "by early May", "Grace before meals is lost on me. Hope so.", "I hope, I hope", "good marks, mark my words",
      "I WILL go", "I SAID I WILL NOT GO", "- May I ask", "[laughs] Will you", "I speak English", "the English are",
      "Christmas Day was hard", "on Boxing Day", "the next day", "this does", "This does it. Does it?", "\nWill you",
      "\u2026 Will you", "\u2013 Will you", "ID05: Will you", "et al. agreed", "Will", "will hope", "may grace",
      "April was hard", "in April", "the following April", "art and rose", "I told the doctor. Will he come",
      "Professor: May I", "Good morning, my Lady. May we call", "into May", "it was May of 2020", "April/May 2020",
      "the May elections", "the Will of God", "the Young Farmers", "the Very Young Farmers", "the White House",
      "100 Days of it", "Good, right", "Good. Good morning", "Hope, that is all there is", "Um, This is", "Um, Does it",
      "April and May", "in May. Will you");
  CAPTURE(text);
  CHECK(hits(text).empty());
}

TEST_CASE("a surname that is a word is seen behind the placeholder of its first name") {
  CHECK(hits("[ID04] May rang", {{0, 6}}) == std::vector<std::string>{"May"});
  CHECK(hits("I met [ID04] Barker", {{6, 12}}) == std::vector<std::string>{"Barker"});
  CHECK(hits("[ID04] may have rung", {{0, 6}}).empty());
}
