#include "work/kept_json.hpp"

#include <catch2/catch.hpp>

#include "check/checker.hpp"

using namespace moniker;
using namespace moniker::study;

TEST_CASE("every issue is kept by its name and comes back") {
  for (const check::IssueEntry& entry : check::issue_entries()) {
    const Issue issue{entry.code, {3, 1}, 2};
    CHECK(kept_json(issue).at(0) == entry.name);
    CHECK(issue_from(nlohmann::ordered_json::parse(kept_json(issue).dump())) == issue);
  }
  CHECK_THROWS(issue_from(nlohmann::ordered_json::array({"no.such", 3, 1, 2})));
  CHECK_THROWS(issue_from(nlohmann::ordered_json::array({7, 3, 1, 2})));
}

TEST_CASE("learned names come back as they were") {
  LearnedNames names;
  names.add({"kate shaw", "PERSON", "title-and-name", 0.9F, 3, false});
  names.add({"hope", "PERSON", "introduction", 0.75F, 1, true});
  CHECK(learned_names_from(nlohmann::ordered_json::parse(kept_json(names).dump())).all() == names.all());
  CHECK_THROWS(learned_name_from(nlohmann::ordered_json::array({"kate", "PERSON"})));
}
