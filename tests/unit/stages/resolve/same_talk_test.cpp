// Which transcript a file is: known by its talk, then by its name.
#include "resolve/same_talk.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "resolve/numbering.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::resolve;

namespace {

using Ids = std::map<std::string, std::string>;

/// "a.txt=one": a file and its talk; "(a.txt=one)": one that was put away.
SeenTranscript seen(const std::string& text) {
  const bool gone = text.front() == '(';
  const std::string plain = gone ? text.substr(1, text.size() - 2) : text;
  const auto equals = plain.find('=');
  return {plain.substr(0, equals), plain.substr(equals + 1), !gone};
}

class Memory {
 public:
  explicit Memory(unsigned char key_byte = 1, bool shuffled = false) {
    options.shuffled = shuffled;
    std::fill_n(key_.data(), 32, key_byte);
    registry.emplace(folder_.path() / "registry.sqlite", key_);
  }
  Ids run(const std::vector<std::string>& files, const std::map<std::string, std::uint32_t>& told = {}) {
    std::vector<SeenTranscript> list;
    for (const std::string& file : files) list.push_back(seen(file));
    last = recognise_transcripts(list, told, *registry);
    std::vector<TranscriptMentions> mentions;
    for (const SeenTranscript& one : list) {
      if (last.dropped.contains(one.file)) continue;
      mentions.emplace_back();
      mentions.back().file = one.file;
      mentions.back().talk = one.talk;
    }
    return number_transcripts(mentions, *registry, options);
  }

  NumberingOptions options{};
  RecognisedTranscripts last{};
  std::optional<Registry> registry{};

 private:
  Secret<32> key_{};
  test::TemporaryFolder folder_{};
};

using Moves = std::vector<MovedTranscript>;

}  // namespace

TEST_CASE("a renamed file is the transcript that it was") {
  Memory memory;
  CHECK(memory.run({"a=one", "b=two"}) == Ids{{"a", "T01"}, {"b", "T02"}});
  CHECK(memory.run({"(a=one)", "b=two", "c=one"}) == Ids{{"b", "T02"}, {"c", "T01"}});
  CHECK(memory.last.dropped == std::set<std::string>{"a"});
  CHECK(memory.last.moved == Moves{{1, "a", "c", false}});
  CHECK(memory.run({"a=one", "b=two", "(c=one)"}) == Ids{{"a", "T01"}, {"b", "T02"}});
  CHECK(memory.last.moved == Moves{{1, "c", "a", false}});
  CHECK(memory.last.dropped == std::set<std::string>{"c"});
  CHECK(memory.run({"b=two", "z=one"}) == Ids{{"b", "T02"}, {"z", "T01"}});  // though work/ was deleted
}

TEST_CASE("what was put away keeps its number") {
  Memory memory;
  memory.run({"a=one", "b=two"});
  CHECK(memory.run({"(a=one)", "b=two", "c=three"}) == Ids{{"a", "T01"}, {"b", "T02"}, {"c", "T03"}});
  CHECK(memory.last.moved.empty());
  CHECK(memory.last.dropped.empty());
}

TEST_CASE("other talk under a known name is a corrected delivery") {
  Memory memory;
  memory.run({"a=one", "b=two"});
  CHECK(memory.run({"a=one corrected", "b=two"}) == Ids{{"a", "T01"}, {"b", "T02"}});
  CHECK(memory.run({"(a=one corrected)", "b=two", "c=one"}) == Ids{{"b", "T02"}, {"c", "T01"}});
}

TEST_CASE("two that exchange their names are what they were") {
  Memory memory;
  memory.run({"a=one", "b=two"});
  CHECK(memory.run({"a=two", "b=one"}) == Ids{{"a", "T02"}, {"b", "T01"}});
  CHECK(memory.last.moved == Moves{{1, "a", "b", false}, {2, "b", "a", false}});
}

TEST_CASE("a file under a name that was another's is new") {
  Memory memory;
  memory.run({"a=one", "b=two"});
  CHECK(memory.run({"a=three", "b=two", "c=one"}) == Ids{{"a", "T03"}, {"b", "T02"}, {"c", "T01"}});
  CHECK(memory.run({"a=three", "b=two", "c=one"}) == Ids{{"a", "T03"}, {"b", "T02"}, {"c", "T01"}});
  CHECK(memory.last.moved.empty());
}

TEST_CASE("of two with one talk the known one stays, and the other is new until it is the only one") {
  Memory memory;
  memory.run({"a=one"});
  CHECK(memory.run({"a=one", "b=one"}) == Ids{{"a", "T01"}, {"b", "T02"}});
  CHECK(memory.run({"(a=one)", "b=one"}) == Ids{{"b", "T01"}});
  CHECK(memory.last.moved == Moves{{1, "a", "b", false}, {2, "b", "", false}});
}

TEST_CASE("a duplicate that was put away counts no more") {
  Memory memory;
  memory.run({"a=one", "b=one"});
  CHECK(memory.run({"a=one", "(b=one)"}) == Ids{{"a", "T01"}});
  CHECK(memory.last.moved == Moves{{2, "b", "", false}});
}

TEST_CASE("what is told to supersede takes the number, and keeps it") {
  Memory memory;
  memory.run({"a=one", "b=one corrected", "c=two"});
  const std::map<std::string, std::uint32_t> told{{"b", 1}};
  for (const bool still_remembered : {true, false}) {
    const std::vector<std::string> gone(still_remembered ? 1 : 0, "(a=one)");
    std::vector<std::string> files{"b=one corrected", "c=two"};
    files.insert(files.end(), gone.begin(), gone.end());
    CHECK(memory.run(files, told) == Ids{{"b", "T01"}, {"c", "T03"}});
    CHECK(memory.last.moved == (still_remembered ? Moves{{1, "a", "b", true}, {2, "b", "", false}} : Moves{}));
  }
  CHECK(memory.run({"c=two", "d=one corrected"}) == Ids{{"c", "T03"}, {"d", "T01"}});
}

TEST_CASE("a registry of before talk was remembered learns it from what was put away") {
  Memory memory;
  for (const char* file : {"a", "b"}) memory.registry->number(transcript_kind, file);
  CHECK(memory.run({"(a=one)", "b=two", "c=one"}) == Ids{{"b", "T02"}, {"c", "T01"}});
}

TEST_CASE("files without talk go by their names") {
  Memory memory;
  CHECK(memory.run({"a=", "b="}) == Ids{{"a", "T01"}, {"b", "T02"}});
  CHECK(memory.run({"(a=)", "b=", "c="}) == Ids{{"a", "T01"}, {"b", "T02"}, {"c", "T03"}});
}

TEST_CASE("who is recognised does not depend on the order of files") {
  const std::vector<std::string> first{"a=one", "b=two", "c=three", "d=three", "e="};
  std::vector<std::string> second{"(a=one)", "b=one", "c=two", "f=three", "(e=)", "g=one", "d=four"};
  Memory ordered;
  ordered.run(first);
  const Ids expected = ordered.run(second);
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    std::shuffle(second.begin(), second.end(), random);
    Memory memory;
    memory.run(first);
    CHECK(memory.run(second) == expected);
  }
}

TEST_CASE("shuffled numbers follow the key and the talk, and no file name") {
  const auto by_talk = [](const Ids& ids, const std::vector<std::string>& files) {
    Ids list;
    for (const std::string& file : files) list[seen(file).talk] = ids.at(seen(file).file);
    return list;
  };
  std::vector<std::string> here, there;
  for (int i = 0; i < 12; ++i) {
    const std::string talk = "=talk " + std::to_string(i);
    here.push_back("f" + std::to_string(100 + i) + talk);
    there.push_back("g" + std::to_string(100 + i * 7 % 12) + talk);
  }
  Memory one(1, true), other(1, true), third(2, true), plain(1, false);
  const Ids ids = one.run(here);
  CHECK(by_talk(ids, here) == by_talk(other.run(there), there));
  CHECK(by_talk(ids, here) != by_talk(third.run(here), here));
  CHECK(by_talk(ids, here) != by_talk(plain.run(here), here));

  // What comes later is shuffled among itself, and moves nobody.
  std::vector<std::string> more = here;
  for (int i = 0; i < 8; ++i) more.push_back("a" + std::to_string(i) + "=later " + std::to_string(i));
  const Ids later = one.run(more);
  std::set<std::string> fresh;
  std::vector<std::string> order;
  for (const std::string& file : more) {
    const std::string name = seen(file).file;
    if (ids.contains(name)) CHECK(later.at(name) == ids.at(name));
    if (!ids.contains(name)) order.push_back(later.at(name)), fresh.insert(later.at(name));
  }
  CHECK(*fresh.begin() == "T13");
  CHECK(*fresh.rbegin() == "T20");
  CHECK(fresh.size() == 8);
  CHECK_FALSE(std::is_sorted(order.begin(), order.end()));
}
