// Who is called what under `surrogate`, with the real lists.
#include "resolve/surrogates/surrogates.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "base/fold.hpp"
#include "resolve/assignment_lines.hpp"
#include "resolve/surrogates/surrogate_form.hpp"
#include "small_cast.hpp"

using namespace moniker::resolve;

namespace {

using moniker::resolve::Assignment;
using Lines = std::vector<std::string>;

std::string called(const Assignment& a, const std::string& file, const std::string& words,
                   const std::string& label = "PERSON") {
  const moniker::resolve::Entity* entity = SmallCast::meant(a, file, words, label);
  if (entity == nullptr) return "-";
  const moniker::resolve::Surrogate* surrogate = a.surrogate(*entity);
  return surrogate ? moniker::resolve::surrogate_form(words, moniker::test::shipped_label(label).means, *surrogate,
                                                      moniker::test::english())
                   : "-";
}

std::string word(const std::string& text, std::size_t nth) {
  const auto words = moniker::folded_words(text);
  return nth < words.size() ? words[nth] : std::string();
}

const moniker::resolve::SurrogateLists& surrogate_lists() {
  static const auto loaded = moniker::resolve::load_surrogate_lists(std::string(MONIKER_SOURCE_DIR) + "/rules/lists");
  return loaded;
}

const Lines people{"P01 Katherine Shaw; s=fg1:Kate; g=f", "P02 Will Pickersgill; s=fg1:Will; g=m",
                   "P03 Declan Shaw; g=m", "P04 Priya Patel; g=f"};
const Lines talk{
    "fg1 | Kate, Will | Kate x3, Mrs Shaw, Kath, Katherine Shaw, K. Shaw, KS, Declan, Declan Shaw, Priya, "
    "Dr Patel, Okonkwo, LOCATION:Leeds, LOCATION:Headingley, LOCATION:Krakow"};

}  // namespace

TEST_CASE("all forms of one person's name are forms of one surrogate") {
  const auto a = SmallCast(people).assign_surrogates(talk);
  const std::string full = called(a, "fg1", "Katherine Shaw");
  CAPTURE(full);
  const std::string given = full.substr(0, full.find(' ')), family = full.substr(full.find(' ') + 1);
  CHECK(called(a, "fg1", "Kate") == given);
  CHECK(called(a, "fg1", "Kath") == given);
  CHECK(called(a, "fg1", "Mrs Shaw") == "Mrs " + family);
  CHECK(called(a, "fg1", "K. Shaw") == std::string{given[0]} + ". " + family);
  CHECK(called(a, "fg1", "KS") == std::string{given[0], family[0]});
  CHECK(word(called(a, "fg1", "Declan Shaw"), 1) == moniker::fold(family));  // a relative shares it still
  CHECK(word(called(a, "fg1", "Declan Shaw"), 0) != moniker::fold(given));
  CHECK(given[0] != 'K');
  CHECK(family[0] != 'S');
}

TEST_CASE("a surrogate is of the same gender and origin, a place of the same size and region") {
  const auto a = SmallCast(people).assign_surrogates(talk);
  const auto known = [](const std::string& name) { return surrogate_lists().given_names.at(moniker::fold(name)); };
  CHECK(known(called(a, "fg1", "Priya")).gender == 'f');
  CHECK(known(called(a, "fg1", "Priya")).origin == "indian");
  CHECK(known(called(a, "fg1", "Declan")).gender == 'm');
  CHECK(known(called(a, "fg1", "Declan")).origin == "irish");
  CHECK(surrogate_lists().family_names.at(word(called(a, "fg1", "Dr Patel"), 1)) == "indian");
  CHECK(surrogate_lists().family_names.at(moniker::fold(called(a, "fg1", "Okonkwo"))) == "west african");
  const auto place = [&](const std::string& name) {
    return surrogate_lists().known_places.at(moniker::fold(called(a, "fg1", name, "LOCATION")));
  };
  CHECK(place("Leeds").size == "city");
  CHECK(place("Leeds").region == "Yorkshire and the Humber");
  CHECK(place("Headingley").size == "suburb");
  CHECK(place("Headingley").region == "Yorkshire and the Humber");
  CHECK(place("Krakow").nation == "Poland");
}

TEST_CASE("nobody can be called what is taken, and a surrogate that is taken later stays and is counted") {
  const SmallCast study(people);
  const auto before = study.assign_surrogates(talk);
  const std::string given = called(before, "fg1", "Kate");
  moniker::resolve::SurrogateCount count;
  const auto after = study.assign_surrogates(talk, {moniker::fold(given)}, &count);
  CHECK(count.shared == 1);
  CHECK(called(after, "fg1", "Kate") == given);
  CHECK(after.surrogates == before.surrogates);
  const auto fresh = SmallCast(people).assign_surrogates(talk, {moniker::fold(given)}, &count);
  CHECK(count.shared == 0);
  CHECK(called(fresh, "fg1", "Kate") != given);
}

TEST_CASE("surrogates follow from the key") {
  const SmallCast study(people);
  const auto once = study.assign_surrogates(talk), again = SmallCast(people).assign_surrogates(talk);
  CHECK(once.surrogates == again.surrogates);
  const auto other = study.assign_surrogates(talk, {}, nullptr, 2);
  CHECK(called(once, "fg1", "Katherine Shaw") != called(other, "fg1", "Katherine Shaw"));
}

TEST_CASE("a later delivery changes no surrogate, though it says more of people") {
  const SmallCast study(people);
  const Lines first{"a | | Barker x2, Kate, Olu, LOCATION:Leeds"};
  const Lines second{"a | | Barker x2, Kate, Olu, LOCATION:Leeds",
                     "b | | Jim Barker, Jim, Olu Okonkwo, Kate, LOCATION:York"};
  const auto before = study.assign_surrogates(first), after = study.assign_surrogates(second);
  for (const char* name : {"Barker", "Kate", "Olu"}) CHECK(called(after, "a", name) == called(before, "a", name));
  CHECK(called(after, "a", "Leeds", "LOCATION") == called(before, "a", "Leeds", "LOCATION"));
}

TEST_CASE("an assignment with surrogates survives being written") {
  const auto a = SmallCast(people).assign_surrogates(talk);
  REQUIRE_FALSE(a.surrogates.empty());
  moniker::resolve::AssignmentReader reader;
  moniker::resolve::assignment_lines(a, [&](std::string_view line) { reader.take(line); });
  CHECK(reader.finish() == a);
}

TEST_CASE("thousands of people: no initial kept, no name twice, none of the study's own, whoever comes first") {
  std::mt19937 dice(20261123);
  std::vector<std::string> given, family;
  for (const auto& [key, pool] : surrogate_lists().given) given.insert(given.end(), pool.begin(), pool.end());
  for (const auto& [key, pool] : surrogate_lists().family) family.insert(family.end(), pool.begin(), pool.end());
  const auto draw = [&](const std::vector<std::string>& from) {
    return from[std::uniform_int_distribution<std::size_t>(0, from.size() - 1)(dice)];
  };
  Lines register_lines, names;
  std::unordered_set<std::string> taken;
  for (int i = 0; i < 2000; ++i) {
    const std::string one = draw(given), other = draw(family);
    register_lines.push_back("P" + std::to_string(i) + ' ' + one + ' ' + other);
    names.push_back(one + ' ' + other);
    taken.insert(moniker::fold(one));
    taken.insert(moniker::fold(other));
  }
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  moniker::resolve::SurrogateCount count;
  const auto a = SmallCast(register_lines).assign_surrogates({"t | | " + all}, taken, &count);
  std::set<std::string> seen;
  std::map<std::string, std::string> family_of;
  std::size_t complete = 0;
  for (std::uint32_t i = 0; i < a.entities.size(); ++i) {
    const auto* surrogate = a.surrogate(a.entities[i]);
    if (a.entities[i].label != "PERSON" || surrogate == nullptr) continue;
    const auto real = moniker::folded_words(a.entities[i].form);
    CAPTURE(a.entities[i].form, surrogate->given, surrogate->family);
    if (!surrogate->given.empty()) {
      REQUIRE(moniker::fold(surrogate->given)[0] != real.front()[0]);
      REQUIRE_FALSE(taken.contains(moniker::fold(surrogate->given)));
      REQUIRE(seen.insert(moniker::fold(surrogate->given)).second);
    }
    if (!surrogate->family.empty()) {
      REQUIRE(moniker::fold(surrogate->family)[0] != real.back()[0]);
      REQUIRE_FALSE(taken.contains(moniker::fold(surrogate->family)));
      const auto [at, first] = family_of.try_emplace(surrogate->family, real.back());
      REQUIRE(at->second == real.back());  // two families never share one
    }
    complete += !surrogate->given.empty() && !surrogate->family.empty() ? 1 : 0;
  }
  CHECK(complete > 1900);

  std::shuffle(names.begin(), names.end(), dice);
  std::string shuffled;
  for (const std::string& name : names) shuffled += (shuffled.empty() ? "" : ", ") + name;
  CHECK(SmallCast(register_lines).assign_surrogates({"t | | " + shuffled}, taken).surrogates == a.surrogates);
}
