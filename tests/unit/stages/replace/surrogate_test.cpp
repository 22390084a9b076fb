// What stands for codes and addresses under `surrogate`.
#include <catch2/catch.hpp>
#include <set>

#include "small_lists.hpp"

using small_lists::apply;

using namespace moniker::replace;

namespace {

std::string surrogate(const std::string& label, const std::string& surface, std::uint32_t number = 2,
                      const small_lists::Settings& settings = {}) {
  return apply("surrogate", {.surface = surface, .label = label, .number = number, .owner = "ID04"}, settings);
}

bool has_nhs_check_digit(const std::string& number) {
  std::string ten;
  for (const char c : number) ten += c == ' ' ? "" : std::string(1, c);
  int sum = 0;
  for (int i = 0; i < 9; ++i) sum += (10 - i) * (ten.at(static_cast<std::size_t>(i)) - '0');
  return ten.size() == 10 && (11 - sum % 11) % 11 == ten[9] - '0';
}

}  // namespace

TEST_CASE("a name that the study chose stands there, marked on request, else a pseudonym") {
  CHECK(apply("surrogate", {.surface = "Kate", .label = "PERSON", .number = 3, .surrogate = "Nina"}) == "Nina");
  CHECK(apply("surrogate", {.surface = "Kate", .label = "PERSON", .number = 3, .surrogate = "Nina"},
              {{"mark", "brackets"}}) == "[Nina]");
  CHECK(surrogate("PERSON", "Kate", 3) == "[PERSON_3]");
  CHECK(apply("surrogate", {.surface = "Kate", .label = "PERSON", .participant = "ID04"}) == "[ID04]");
}

TEST_CASE("what has no surrogate is made broader, a date is shifted") {
  CHECK(surrogate("LOCATION", "Leeds") == "[Yorkshire and the Humber]");
  CHECK(surrogate("ORG", "Alder Hey") == "[HOSPITAL]");
  CHECK(surrogate("AGE", "83") == "[80-89]");
  CHECK(surrogate("DATE", "14/03/1981") == apply("shift", {.surface = "14/03/1981", .label = "DATE", .owner = "ID04"}));
  CHECK(surrogate("ID", "AB123456C") == "[ID_2]");
  CHECK(surrogate("PHONE", "07911 123456", 0) == "[PHONE]");
}

TEST_CASE("telephone numbers are Ofcom's, in the kind and the way of dialling that was said") {
  CHECK(surrogate("PHONE", "07911 123456").starts_with("07700 900"));
  CHECK(surrogate("PHONE", "+44 7911 123456").starts_with("+44 7700 900"));
  CHECK(surrogate("PHONE", "0113 243 1751").starts_with("01632 960"));
  CHECK(surrogate("PHONE", "oh double seven").starts_with("07700 900"));
  CHECK(surrogate("PHONE", "07911 123456", 1001) == "[PHONE_1001]");
}

TEST_CASE("postcodes, addresses and NHS numbers are nobody's") {
  CHECK(surrogate("EMAIL", "kate@shaw.me") == "person2@example.org");
  CHECK(surrogate("POSTCODE", "LS6 2AB").starts_with("ZZ99 "));
  CHECK(surrogate("POSTCODE", "LS6") == "[Yorkshire and the Humber]");
  CHECK(surrogate("NHS_NUMBER", "943 476 5919").starts_with("999 "));
}

TEST_CASE("different things have different surrogates, and the same one always the same") {
  const auto [label, surface, size] =
      GENERATE(table<std::string, std::string, std::uint32_t>({{"PHONE", "07911 123456", 1000},
                                                               {"POSTCODE", "LS6 2AB", 4000},
                                                               {"NHS_NUMBER", "943 476 5919", 5000},
                                                               {"EMAIL", "a@b.uk", 3000}}));
  std::set<std::string> seen;
  for (std::uint32_t n = 1; n <= size; ++n) {
    const std::string made = surrogate(label, surface, n);
    CAPTURE(label, n, made);
    REQUIRE(seen.insert(made).second);
    REQUIRE(surrogate(label, surface, n) == made);
    if (label == "NHS_NUMBER" && made[0] != '[') REQUIRE(has_nhs_check_digit(made));
  }
}
