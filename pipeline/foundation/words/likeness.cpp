// Damerau, F. J.: A technique for computer detection and correction of spelling errors. CACM 7 (1964). The
// sound key follows the idea of Philips' Metaphone (Computer Language 7, 1990), cut down to what British
// names need.
#include "words/likeness.hpp"

#include "words/edit_distance.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace moniker::words {
namespace {

struct Sound {
  std::string_view letters{}, sound{};
  bool at_start = false;  // only there
};

// The first row that fits at a place wins. Sounds: one letter each, X for sh and ch, 0 for th.
constexpr Sound sounds[] = {
    {"kn", "n", true}, {"gn", "n", true}, {"wr", "r", true}, {"ps", "s", true}, {"sio", "X"}, {"sch", "X"},
    {"sh", "X"},       {"ch", "X"},       {"ph", "f"},       {"bh", "f"},       {"mh", "f"},  {"v", "f"},
    {"th", "0"},       {"ght", "t"},      {"gh", ""},        {"dge", "j"},      {"ge", "j"},  {"gi", "j"},
    {"ck", "k"},       {"ce", "s"},       {"ci", "s"},       {"cy", "s"},       {"c", "k"},   {"qu", "k"},
    {"q", "k"},        {"x", "ks"},       {"z", "s"},        {"h", ""},         {"w", ""},
};
constexpr std::string_view vowels = "aeiouy";

bool is_vowel(char c) { return vowels.find(c) != std::string_view::npos; }

void add_sound(std::string& key, std::string_view sound) {
  for (const char c : sound) {
    if (key.empty() || key.back() != c) key += c;
  }
}

/// A word's sounds one by one; the same twice is one.
class Sounding {
 public:
  explicit Sounding(std::string_view folded) : rest_(folded) {}

  /// 0 at the end.
  char next() {
    for (;;) {
      while (pending_.empty()) {
        if (rest_.empty()) return 0;
        take();
      }
      const char sound = pending_.front();
      pending_.remove_prefix(1);
      if (sound != last_) return last_ = sound;
    }
  }

 private:
  void take() {
    const auto* row = std::find_if(std::begin(sounds), std::end(sounds), [&](const Sound& s) {
      return rest_.front() == s.letters.front() && rest_.starts_with(s.letters) && (!s.at_start || at_start_);
    });
    std::size_t length = 1;
    if (row != std::end(sounds)) {
      pending_ = row->sound;
      length = row->letters.size();
    } else {
      const char c = rest_.front();
      const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z');
      if (letter && (!is_vowel(c) || at_start_)) pending_ = is_vowel(c) ? std::string_view("a") : rest_.substr(0, 1);
    }
    rest_.remove_prefix(length);
    at_start_ = false;
  }

  std::string_view rest_, pending_{};
  char last_ = 0;
  bool at_start_ = true;
};

}  // namespace

std::string plain_spelling(std::string_view folded) {
  if (folded.ends_with('h')) folded.remove_suffix(1);
  std::string plain;
  add_sound(plain, folded);
  return plain;
}

std::size_t near_edits(std::size_t shorter) { return shorter >= 8 ? most_edits : shorter >= 5 ? 1 : 0; }

bool near_spelling(std::string_view a, std::string_view b) {
  const std::size_t limit = near_edits(std::min(a.size(), b.size()));
  return limit > 0 && a.front() == b.front() && edit_distance(a, b, limit) <= limit;
}

std::string sound_key(std::string_view folded) {
  std::string key;
  Sounding sounding(folded);
  while (const char sound = sounding.next()) key += sound;
  return key;
}

bool sounds_alike(std::string_view a, std::string_view b) {
  if (std::min(a.size(), b.size()) < shortest_alike) return false;
  if (a.front() == b.front() && plain_spelling(a) == plain_spelling(b)) return true;
  // Most names part at their first sound, so no key is made of them.
  Sounding one(a), other(b);
  for (std::size_t sounds = 0;; ++sounds) {
    const char sound = one.next();
    if (sound != other.next()) return false;
    if (sound == 0) return sounds >= fewest_sounds;
  }
}

}  // namespace moniker::words
