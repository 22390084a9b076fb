#include "replace/delivered_names.hpp"

#include <catch2/catch.hpp>

#include "support/english.hpp"
#include "support/shipped_labels.hpp"

using namespace moniker;

namespace {

/// What is found, with blanks between.
std::string found(const std::string& text) {
  const replace::DeliveredNames names(test::shipped_labels(), {"ID", "INT"});
  std::string list;
  for (const ByteRange& bytes : names.in(text))
    list += (list.empty() ? "" : " ") + text.substr(bytes.begin, bytes.size());
  return list;
}

}  // namespace

TEST_CASE("what was delivered as a name of ours is known") {
  CHECK(found("[PERSON_1] sends her love to PERSON_12.") == "PERSON_1 PERSON_12");
  CHECK(found("ID04 and [INT1] met <LOCATION_2>") == "ID04 INT1 LOCATION_2");
  CHECK(found("[PERSON] came, and [WITHDRAWN]") == "PERSON WITHDRAWN");
  CHECK(found("from [town A, Yorkshire] to [GP practice AB] and [hospital C]") == "A AB C");
  CHECK(found("[Speaker A] took vitamin A, [a] plan B, [see page A1], [I know A, B]").empty());
  CHECK(found("a PERSON came with an ID, PERSON_ or person_1, XPERSON_1, id04, T4, TYPE_2").empty());
  CHECK(found("é PERSON_1é").empty());
  CHECK(replace::told_apart("PERSON_1") == "DELIVERED_PERSON_1");
}

TEST_CASE("other masks are counted") {
  const auto [text, count] = GENERATE(table<std::string, std::size_t>({
      {"then [NAME] said to [name removed]", 2},
      {"with [Participant 3] in [place name 2]", 2},
      {"it was XXXX and xxx, not XX", 2},
      {"[inaudible] [laughs] [Kate] [] [", 0},
      {"[Interviewer]", 0},
  }));
  CAPTURE(text);
  CHECK(replace::count_masks(text, test::english()) == count);
}
