#include "filter/ground.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "filter/filter.hpp"
#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

/// A filter's ground over one rule: "met X" is a name. The lists are those of this repository.
filter::GroundParts parts(Register people) {
  const test::TemporaryFolder folder;
  moniker::test::write_language(folder.path(), "xx");
  std::ofstream(folder.path() / "xx" / "all.yaml") << R"(labels:
  PERSON: {means: person, balanced: 0.5, review: 0.3}
rules:
  - {id: met, kind: context, label: PERSON, score: 0.9, pattern: "met [ <cap> ]"}
)";
  filter::GroundParts parts{.rules = rules::RuleSet::load({.rules = folder.path(), .languages = {"xx"}}),
                            .people = std::move(people),
                            .key = {}};
  for (std::size_t i = 0; i < parts.key.size(); ++i) parts.key.data()[i] = static_cast<unsigned char>(i);
  parts.lists = MONIKER_SOURCE_DIR "/rules/lists";
  parts.ordinary_words = {"met", "there", "and"};
  return parts;
}

std::string masked(const filter::Ground& ground, const std::string& line) {
  filter::Masker masker(ground.needs());
  MemorySource in(line);
  MemorySink out;
  filter::Filter(masker, {}, nullptr).run(in, out);
  return out.bytes();
}

}  // namespace

TEST_CASE("a ground without a register has no second search") {
  const filter::Ground ground(parts({}));
  CHECK(ground.needs().known == nullptr);
  CHECK(ground.needs().is_word("met"));
  CHECK_FALSE(ground.needs().is_word("fizz"));
  CHECK(masked(ground, "I met Fizz there\n").starts_with("I met [PERSON_"));
}

TEST_CASE("a ground with a register looks for its people, by their nicknames too") {
  Register people;
  people.people.push_back({.name = "Katherine Fizzwell"});
  const filter::Ground ground(parts(people));
  REQUIRE(ground.needs().known != nullptr);
  CHECK(masked(ground, "K-A-T-H-E-R-I-N-E was there\n").find("K-A-T-H") == std::string::npos);
  CHECK(masked(ground, "fizzwell was there\n").find("fizzwell") == std::string::npos);
}

TEST_CASE("maskers of one ground agree") {
  const filter::Ground ground(parts({}));
  CHECK(masked(ground, "I met Fizz\n") == masked(ground, "I met Fizz\n"));
}
