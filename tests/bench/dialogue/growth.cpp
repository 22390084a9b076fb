#include "dialogue/numbers.hpp"
#include "dialogue/writing.hpp"

namespace dialogue {
namespace {

/// The n-th of all words of four syllables, an open one after the other: "Bacifodu". There are 60^4 = 13 million.
std::string made_up(std::uint64_t n) {
  constexpr std::string_view consonants = "bcdfghlmnprt", vowels = "aeiou";
  std::string word;
  for (int syllable = 0; syllable < 4; ++syllable, n /= 60) {
    word += consonants[n % 12];
    word += vowels[n / 12 % 5];
  }
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

void write_list(const Options& options) {
  Output out(options.out);
  out.write("# made-up names\n");
  for (std::uint64_t i = 0; i < options.list; ++i) out.write(made_up(i * 2'654'435'761u % 12'960'000u) + "\n");
  out.close();
}

namespace {

/// The n-th of 1,728 codes that are no name: "BCDX".
std::string code_of(std::uint64_t n) {
  constexpr std::string_view consonants = "BCDFGHLMNPRT";
  std::string code;
  for (int i = 0; i < 3; ++i, n /= 12) code += consonants[n % 12];
  return code + "X";
}

/// As rules of real studies are: words before a code, a code by itself, a code in any case.
std::string pattern(std::uint64_t i, const std::string& word, const std::string& code) {
  if (i % 3 == 0) return word + " (?:number |code )?(" + code + "-\\d{4,6})";
  if (i % 3 == 1) return "\\b(" + code + "-\\d{4,6}[A-Z]?)\\b";
  return "(?i)(?:my|the|this) " + word + "[^\\d.?!]{0,20}(" + code + "-\\d{4,6})";
}

}  // namespace

void write_rules(const Options& options) {
  constexpr const char* words[] = {"case",       "trial",  "order",  "claim",  "invoice",
                                   "membership", "permit", "locker", "ticket", "badge"};
  Output out(options.out);
  out.write("rules:\n");
  for (std::uint64_t i = 0; i < options.rules; ++i) {
    const std::string code = code_of(i), word = words[i % 10];
    out.write("  - id: made-up-" + std::to_string(i + 1) +
              "\n    kind: regex\n    label: ID\n    score: 0.8\n    group: 1\n    pattern: '" +
              pattern(i, word, code) + "'\n    examples:\n      match: [\"my " + word + " number «" + code +
              "-12345»\"]\n      no_match: [\"my " + word + " number\"]\n");
  }
  out.close();
}

}  // namespace dialogue
