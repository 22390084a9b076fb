// Whatever surrounds a name and however it is dressed, it is found; whatever the bytes, nothing breaks.
#include <catch2/catch.hpp>

#include <random>

#include "base/utf8.hpp"
#include "study_names.hpp"

using namespace moniker::prove;

namespace {

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  std::mt19937 random_;
};

/// Changes case, splits by invisible characters, spells it out or leaves it.
std::string dressed(Chance& chance, const std::string& name) {
  std::string out;
  switch (chance.below(5)) {
    case 0:
      for (const char c : name) out += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
      return out;
    case 1:
      for (const char c : name) out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      return out;
    case 2:
      return name.substr(0, 2) + "\u00AD" + name.substr(2);
    case 3:
      for (const char c : name) out += (out.empty() ? "" : "-") + std::string(1, c);
      return out;
    default:
      return name;
  }
}

}  // namespace

TEST_CASE("a dressed name in any surroundings is found, and its range holds it") {
  Chance chance(7);
  const std::vector<std::string> names = {"Katherine",  "Shaw",   "Kath",    "Kitty",
                                          "Wisniewski", "Nguyen", "Siobhan", "Kennedy"};
  const std::vector<std::string> left = {"",  " ",    "so ",         "(",    "\"", "\n", ", ",
                                         "“", "... ", "[PERSON_1] ", "the ", "é ", "9 ", "/"};
  const std::vector<std::string> right = {"",  " ", ".",     "'s", "’s", "'ll ",        ")", "\n",
                                          ",", "?", " said", "—",  "”",  " \U0001F600", "/"};
  for (int round = 0; round < 4000; ++round) {
    const std::string before = chance.of(left) + chance.of(left), name = dressed(chance, chance.of(names));
    const std::string text = before + name + chance.of(right) + chance.of(right);
    CAPTURE(text);
    const auto found = study_names::prover().search({.text = text}, {});
    REQUIRE_FALSE(found.empty());
    REQUIRE(found.front().bytes.begin == before.size());
    REQUIRE(found.front().bytes.end >= before.size() + name.size());
  }
}

TEST_CASE("any text gives sound ranges") {
  Chance chance(11);
  const std::vector<std::string> pieces = {
      "Will",  "May", "K",   "A",      "T",      "E",      "-",          " ",  "'",  "’",    "s",   "double",
      "\n",    ".",   "Zoë", "\u0308", "\u200B", "Müller", "Каte",       "3",  "rd", "of",   "the", "O'",
      "Brien", "[",   "]",   "shaw",   "\xC3",   "\xFF",   "\U0001F600", "\"", ",",  "named"};
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    std::vector<moniker::ByteRange> placeholders;
    for (std::size_t n = chance.below(25); n > 0; --n) {
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += chance.of(pieces);
      if (chance.below(8) == 0) placeholders.push_back({begin, static_cast<std::uint32_t>(text.size())});
    }
    const bool valid = moniker::find_invalid_utf8(text) == std::string::npos;
    std::uint32_t last = 0;
    for (const auto& hit : study_names::prover().search({.text = text}, placeholders)) {
      REQUIRE(hit.bytes.begin >= last);
      REQUIRE(hit.bytes.begin < hit.bytes.end);
      REQUIRE(hit.bytes.end <= text.size());
      last = hit.bytes.end;
      if (valid)
        REQUIRE(moniker::find_invalid_utf8(text.substr(hit.bytes.begin, hit.bytes.size())) == std::string::npos);
    }
  }
}

TEST_CASE("a hostile text costs no more than its length") {
  std::string letters, names;
  for (int i = 0; i < 200000; ++i) letters += "k-";
  for (int i = 0; i < 50000; ++i) names += "Will ";
  CHECK(study_names::prover().search({.text = letters}, {}).empty());
  CHECK_FALSE(study_names::prover().search({.text = names}, {}).empty());
  const std::string invisible = "K" + [] {
    std::string out;
    for (int i = 0; i < 100000; ++i) out += "\u200B";
    return out;
  }() + "ate";
  CHECK(study_names::prover().search({.text = invisible}, {}).size() == 1);
}
