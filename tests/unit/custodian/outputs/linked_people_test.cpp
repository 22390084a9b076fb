#include "outputs/linked_people.hpp"

#include <catch2/catch.hpp>

using namespace moniker;
using namespace moniker::custodian;

TEST_CASE("who agreed is told by the study number, or by a name that one row alone has") {
  const auto linked = linked_people(
      "pseudonym,label,subtype,form,study_number,name,role,transcript,file,aliases\r\n"
      "ID01,PERSON,,kate shaw,R1,Kate Shaw,,,,Kath\r\n"
      "ID02,PERSON,,tom gill,,Tom Gill,,,,\r\n"
      "ID03,PERSON,,ann lee,,Ann Lee,,,,\r\n"
      "ID04,PERSON,,ann lee,,Ann Lee,,,,\r\n"
      "PERSON_1,PERSON,,patel,,,,,,\r\n",
      "linkage.csv");
  REQUIRE(linked.size() == 4);
  CHECK(linked.front().aliases == "Kath");
  Register people;
  const auto add = [&](const std::string& number, const std::string& name, std::vector<std::string> scope) {
    people.people.push_back({.number = number, .name = name, .consent_scope = std::move(scope)});
  };
  add("R1", "Katherine Shaw", {"analysis", "archive"});
  add("", "Tom Gill", {"archive"});
  add("", "Ann Lee", {"archive"});
  add("", "Ann Lee", {"analysis"});
  add("R9", "Somebody Else", {"archive"});
  add("", "", {"archive"});
  CHECK(who_agreed(linked, people, "archive") == std::set<std::string>{"ID01", "ID02"});
  CHECK(who_agreed(linked, people, "quotation").empty());
}
