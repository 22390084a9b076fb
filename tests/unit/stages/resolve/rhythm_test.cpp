// Surrogates that sound like the names they stand for.
#include "resolve/surrogates/rhythm.hpp"

#include <catch2/catch.hpp>

#include "base/fold.hpp"
#include "resolve/surrogates/surrogate_form.hpp"
#include "small_cast.hpp"

using namespace moniker::resolve;

namespace {

const Rhythms& shipped_rhythms() {
  static const Rhythms loaded = Rhythms::load(std::string(MONIKER_SOURCE_DIR) + "/rules/lists");
  return loaded;
}

std::string sounding(const moniker::resolve::Assignment& a, const std::string& words,
                     const std::string& label = "PERSON") {
  const auto* const entity = SmallCast::meant(a, "fg1", words, label);
  const Surrogate* const surrogate = entity ? a.surrogate(*entity) : nullptr;
  if (surrogate == nullptr) return "-";
  return surrogate_form(words, moniker::test::shipped_label(label).means, *surrogate, moniker::test::english());
}

}  // namespace

TEST_CASE("syllables and stress are listed, else guessed") {
  const auto [name, syllables, stressed] = GENERATE(table<std::string, int, int>({{"kate", 1, 1},
                                                                                  {"katherine", 3, 1},
                                                                                  {"joanne", 2, 2},
                                                                                  {"maria", 3, 2},
                                                                                  {"fizzle", 2, 1},
                                                                                  {"fizzlethorpe", 3, 1},
                                                                                  {"olufizzola", 5, 4}}));
  CAPTURE(name);
  const Rhythm rhythm = shipped_rhythms().of(name);
  CHECK(int{rhythm.syllables} == syllables);
  CHECK(int{rhythm.stressed} == stressed);
}

TEST_CASE("a surrogate can be asked to sound like the name, form by form") {
  const SmallCast study(
      {"P01 Katherine Shaw; s=fg1:Kate; g=f", "P02 Will Pickersgill; s=fg1:Will; g=m", "P04 Priya Patel; g=f"});
  const auto a = study.assign_surrogates(
      {"fg1 | Kate, Will | Kate x3, Kath, Katherine Shaw, Katie, Mrs Shaw, Will, Priya, Dr Patel, LOCATION:Harrogate"},
      {}, nullptr, 1, &shipped_rhythms());
  const auto alike = [&](const std::string& words, std::size_t nth = 0) {
    const auto was = moniker::folded_words(words), is = moniker::folded_words(sounding(a, words));
    CAPTURE(words, sounding(a, words));
    REQUIRE(is.size() == was.size());
    CHECK(is[nth] != was[nth]);
    CHECK(shipped_rhythms().of(is[nth]) == shipped_rhythms().of(was[nth]));
  };
  alike("Katherine Shaw");
  alike("Katherine Shaw", 1);
  for (const char* one : {"Kate", "Kath", "Katie", "Will", "Priya"}) alike(one);
  alike("Dr Patel", 1);
  CHECK(sounding(a, "Mrs Shaw") ==
        "Mrs " + sounding(a, "Katherine Shaw").substr(sounding(a, "Katherine Shaw").find(' ') + 1));
  CHECK(sounding(a, "Kate") != sounding(a, "Katie"));
  // The short forms are short for what stands for the name.
  const auto nicknames =
      moniker::words::Nicknames::load(std::string(MONIKER_SOURCE_DIR) + "/rules/lists/names/nicknames.tsv");
  const std::string full = moniker::folded_words(sounding(a, "Katherine Shaw"))[0];
  for (const char* one : {"Kate", "Katie"}) {
    CAPTURE(full, sounding(a, one));
    CHECK(nicknames.is_short(moniker::fold(sounding(a, one))));
  }
  CHECK(shipped_rhythms().of(moniker::fold(sounding(a, "Harrogate", "LOCATION"))).syllables == 3);
}
