// Whatever the records: any split of them over any number of filters, read in pieces of any size, gives the same bytes;
// and of a JSON record nothing changes but the fields that were named.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "small_filter.hpp"

using namespace moniker;
using namespace moniker::filter;
using namespace moniker::prove;
using moniker::test::ChoppedSource;
using moniker::test::SmallFilter;

namespace {

class RandomTalk {
 public:
  explicit RandomTalk(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }
  std::string line() {
    static const std::string words[] = {
        "Fizz",       "Buzz",   "fizz's",      "I met Zork",   "Zork",       "12345", "aged 7", "tea", "caf\u00e9",
        "\U0001F600", "\"so\"", "back\\slash", "Interviewer:", "Fizz Buzz:", "and",   ".",      "\t"};
    std::string out;
    for (std::size_t n = below(9); n > 0; --n) out += words[below(std::size(words))] + (below(5) == 0 ? "" : " ");
    return out;
  }
  /// A record with other fields about, its text written with any escapes.
  std::string record(std::string& text) {
    text = line();
    for (std::size_t n = below(3); n > 0; --n) text += "\n" + line();
    nlohmann::ordered_json other = {
        {"id", below(1000)}, {"note", line()}, {"deep", {{"text", line()}, {"n", {1, 2.5, nullptr}}}}};
    const std::string written = nlohmann::json(text).dump(-1, ' ', below(2) == 0);
    std::string rest = other.dump(-1, ' ', below(2) == 0);
    return "{ \"text\" :" + written + "," + rest.substr(1);
  }

 private:
  std::mt19937 random_;
};

}  // namespace

TEST_CASE("any split, read in any pieces, gives the same bytes") {
  SmallFilter filter;
  for (unsigned seed = 0; seed < 40; ++seed) {
    RandomTalk talk(seed);
    FilterOptions options{.jsonl = seed % 2 == 1};
    std::string whole, apart;
    MemorySink parts;
    std::string ignored;
    for (std::size_t shard = 0; shard < 4; ++shard) {
      std::string part;
      for (std::size_t n = talk.below(6); n > 0; --n)
        part += (options.jsonl ? talk.record(ignored) : talk.line()) + "\n";
      whole += part;
      ChoppedSource source(part, seed);
      filter.filter(source, parts, options);
    }
    INFO(whole);
    CHECK(filter(whole, options) == parts.bytes());
  }
}

TEST_CASE("JSON comes out as it came in but for the text, which is what plain text becomes") {
  SmallFilter filter;
  for (unsigned seed = 0; seed < 200; ++seed) {
    RandomTalk talk(seed);
    std::string text;
    const std::string in = talk.record(text);
    INFO(in);
    const std::string out = filter(in, {.jsonl = true});
    auto was = nlohmann::ordered_json::parse(in), is = nlohmann::ordered_json::parse(out);
    std::vector<Changes> changes;
    const RecordText one{text, false};
    filter.masker().mask(std::span(&one, 1), changes);
    std::string wanted = text;
    for (auto change = changes[0].rbegin(); change != changes[0].rend(); ++change) {
      wanted.replace(change->begin, change->end - change->begin, change->by);
    }
    CHECK(is["text"] == wanted);
    // All behind the text is the same bytes, whatever they are.
    const std::string rest = in.substr(in.find(",\"id\":"));
    CHECK(out.ends_with(rest));
    CHECK(out.starts_with("{ \"text\" :"));
    if (changes[0].empty()) CHECK(out == in);
  }
}
