#include <catch2/catch.hpp>

#include "rules/compiled.hpp"
#include "unit/stages/detect/small_rules.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

const std::string yaml = R"(
labels:
  PERSON: {means: person, balanced: 0.5, review: 0.35}
  ID: {balanced: 0.5, review: 0.35}
classes:
  given: {lists: [names.txt]}
  title: {words: [Mr, Dr]}
  tagger-word: {is: "cap"}
rules:
  - {id: weak, kind: list, label: PERSON, words: given, score: 0.6, start: 0.4}
  - {id: strong, kind: context, label: PERSON, pattern: "my name is [ <cap>{1,2} ]", score: 0.9, teach: true}
  - {id: code, kind: regex, label: ID, pattern: "\\b[A-Z]{2}\\d{4}\\b", score: 0.8, context: {words: [number], raise: 0.1}}
  - {id: no, kind: keep, pattern: "[ Kate ] Bush", firm: true}
  - {id: tag, kind: tagger, label: PERSON, model: m, overrules: 0.8, score: 1}
)";
const std::string model =
    "b\t150 0 -300 0 -300 -900 -900\nw-1=in\t-200 600 0 0 0 0 0\nw-1,0=saw|zed\t-900 900 0 0 0 0 0\n";
const std::vector<std::string> cached_talk = {"My name is Kate Bell, my number is AB1234.", "we saw Kate Bush in Paris",
                                              "I saw Zed"};

struct Kept {
  test::SmallRules rules{yaml};
  std::filesystem::path cache = rules.folder() / "cache";
  Kept() {
    rules.list("names.txt", "# names\nKate\nMary Jo\n");
    rules.model("m", model);
  }
  RuleSet load(std::vector<std::filesystem::path> extra = {}) const {
    return RuleSet::load({.rules = rules.folder(), .languages = {"xx"}, .extra = std::move(extra), .cache = cache});
  }
  std::vector<std::filesystem::path> files() const {
    std::vector<std::filesystem::path> list;
    if (!std::filesystem::exists(cache)) return list;
    for (const auto& entry : std::filesystem::directory_iterator(cache)) list.push_back(entry.path());
    return list;
  }
};

TEST_CASE("rules from a cache find what rules from files find") {
  const Kept kept;
  const RuleSet fresh = kept.load();
  REQUIRE(kept.files().size() == 1);
  const RuleSet again = kept.load();
  CHECK(again.digest() == fresh.digest());
  CHECK(again.compiled().file != nullptr);  // it did come from there
  CHECK(test::found(again, cached_talk) == test::found(fresh, cached_talk));
  CHECK(test::found(again, cached_talk).size() >= 4);
}

TEST_CASE("the shipped rules are the same from a cache") {
  const test::SmallRules folder(yaml);
  const RuleSources sources{.rules = std::filesystem::path(MONIKER_SOURCE_DIR) / "rules",
                            .cache = folder.folder() / "cache"};
  const RuleSet fresh = RuleSet::load(sources), again = RuleSet::load(sources);
  REQUIRE(again.compiled().file != nullptr);
  CHECK(again.compiled().lexicon.size() == fresh.compiled().lexicon.size());
  std::vector<std::string> texts;
  for (const RuleDetail& detail : fresh.compiled().details) {
    for (const ExampleSpec& example : detail.examples) texts.push_back(example.text);
  }
  CHECK(test::found(again, texts) == test::found(fresh, texts));
}

TEST_CASE("a cache is not believed when anything changed") {
  Kept kept;
  const std::string before = kept.load().digest();
  const auto change = GENERATE(0, 1, 2, 3);
  CAPTURE(change);
  if (change == 0) kept.rules.list("names.txt", "Kate\nMary Jo\nTom\n");
  if (change == 1)
    std::ofstream(kept.rules.folder() / "xx" / "zz.yaml")
        << "rules:\n  - {id: more, kind: list, label: PERSON, words: title, score: 0.6}\n";
  if (change == 2) kept.rules.model("m", model + "w0=x\t1 2 3 4 5 6 7\n");
  if (change == 3)
    std::filesystem::create_directories(kept.rules.folder() / "xx" / "profiles"),
        std::ofstream(kept.rules.folder() / "xx" / "profiles" / "balanced.yaml")
            << "rules:\n  - {id: more, kind: list, label: PERSON, words: title, score: 0.6}\n";
  const RuleSet after = kept.load();
  CHECK(after.compiled().file == nullptr);
  CHECK(after.digest() != before);
  CHECK(kept.load().digest() == after.digest());
}

TEST_CASE("a damaged cache is as if there were none") {
  Kept kept;
  const std::string before = kept.load().digest();
  const auto file = kept.files().front();
  const auto size = std::filesystem::file_size(file);
  const auto damage = GENERATE(0, 1, 2, 3);
  CAPTURE(damage);
  if (damage == 0) std::filesystem::resize_file(file, size / 2);
  if (damage == 1) std::filesystem::resize_file(file, 10);
  if (damage == 2)
    std::fstream(file, std::ios::in | std::ios::out | std::ios::binary)
        .seekp(static_cast<std::streamoff>(size / 3))
        .put('\x5a');
  if (damage == 3)
    std::filesystem::permissions(file, std::filesystem::perms::group_write, std::filesystem::perm_options::add);
  const RuleSet after = kept.load();
  CHECK(after.compiled().file == nullptr);
  CHECK(after.digest() == before);
}

TEST_CASE("a cache does not grow for ever") {
  const Kept kept;
  const std::vector<std::string> ids = {"weak", "strong", "code", "no"};
  std::filesystem::create_directories(kept.cache);
  std::ofstream(kept.cache / ".moniker-123.tmp") << "left by a program that was killed";
  for (unsigned set = 0; set < 12; ++set) {
    std::vector<std::string> off;
    for (unsigned i = 0; i < ids.size(); ++i) {
      if (set >> i & 1U) off.push_back(ids[i]);
    }
    RuleSet::load({.rules = kept.rules.folder(), .languages = {"xx"}, .off = off, .cache = kept.cache});
  }
  CHECK(kept.files().size() == 8);
}

TEST_CASE("rules of a study's own are never kept") {
  Kept kept;
  const auto own = kept.rules.folder() / "own.yaml";
  std::ofstream(own) << "rules:\n  - {id: own, kind: regex, label: PERSON, pattern: \"Zebedee\", score: 0.9}\n";
  kept.load({own});
  CHECK(kept.files().empty());
}

}  // namespace
}  // namespace moniker
