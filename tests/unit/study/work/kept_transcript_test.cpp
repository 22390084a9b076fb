// What is kept of a transcript that was put away names nobody, and gives a name back to whoever says all of its words.
#include "work/kept_transcript.hpp"

#include <catch2/catch.hpp>

#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::study;

namespace {

Secret<32> key_of_bytes(unsigned char byte) {
  Secret<32> key;
  std::fill_n(key.data(), 32, byte);
  return key;
}

LearnedNames taught() {
  LearnedNames names;
  names.add({"kate shaw", "PERSON", "title-and-name", 0.9F, 3, false});
  names.add({"hope", "PERSON", "introduction", 0.75F, 1, true});
  return names;
}

}  // namespace

TEST_CASE("a name comes back where all of its words are said, and is no word of what is kept") {
  const Secret<32> key = key_of_bytes(1);
  KeptTranscript kept{.key = "ab", .learned = hashed_learned(key, taught())};
  const std::string text = to_json(kept);
  for (const char* word : {"kate", "shaw", "hope"}) CHECK(text.find(word) == std::string::npos);

  const test::TemporaryFolder folder;
  resolve::Registry registry(folder.path() / "registry.sqlite", key);
  registry.keep_put_away(3, text);
  const std::vector<HashedLearned> learned = read_kept(registry).at(3).learned;

  struct Case {
    SpokenWords said;
    std::size_t names;
  };
  const Case test_case = GENERATE(Case{{"kate", "walked"}, 0}, Case{{"shaw"}, 0}, Case{{"kate", "shaw's"}, 1},
                                  Case{{"hopes"}, 1}, Case{{"hope", "kate", "shaw"}, 2}, Case{{"kat", "shaw"}, 0});
  SaidAgain again(key, learned);
  again.hear(test_case.said);
  const LearnedNames names = again.names(), before = taught();
  CHECK(names.all().size() == test_case.names);
  for (const auto& [place, name] : names.all()) CHECK(before.all().at(place) == name);

  const Secret<32> other_key = key_of_bytes(2);
  SaidAgain other(other_key, learned);
  other.hear({"hope", "kate", "shaw"});
  CHECK(other.names().all().empty());
}

TEST_CASE("all that is kept comes back, is in the registry's root, and damage is told") {
  const Secret<32> key = key_of_bytes(1);
  const test::TemporaryFolder folder;
  resolve::Registry registry(folder.path() / "registry.sqlite", key);
  const Digest before = registry.contents();
  const KeptTranscript kept{.key = "ab",
                            .talk = "cd",
                            .sketch = hashed_sketch(key, {1, 2, 3}),
                            .learned = {},
                            .said = {hashed_word(key, "nina")},
                            .speakers = {"ID01"},
                            .names = {"ID01", "PERSON_2"},
                            .outputs = {"T03.txt.age"}};
  registry.keep_put_away(3, to_json(kept));
  CHECK(registry.contents() != before);
  const KeptTranscript back = read_kept(registry).at(3);
  CHECK(to_json(back) == to_json(kept));
  CHECK(std::is_sorted(back.sketch.begin(), back.sketch.end()));
  CHECK(back.sketch != std::vector<std::uint64_t>{1, 2, 3});
  registry.forget_put_away(3);
  CHECK(registry.contents() == before);
  registry.keep_put_away(4, "{}");
  CHECK_THROWS_AS(read_kept(registry), Error);
}
