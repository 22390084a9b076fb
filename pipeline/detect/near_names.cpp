#include "detect/near_names.hpp"

#include <algorithm>
#include <array>

namespace moniker {
namespace {

constexpr std::size_t longest = 48;   // no name is longer; longer words are no near miss of one

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

struct Sound {
  std::string_view letters, sound;
};
/// Longest first within a first letter. Silent letters sound like nothing.
constexpr Sound sounds[] = {{"ph", "f"}, {"gh", ""},  {"kn", "n"}, {"wr", "r"}, {"ck", "k"}, {"sch", "S"}, {"sh", "S"},
                            {"ch", "S"}, {"ce", "s"}, {"ci", "s"}, {"cy", "s"}, {"c", "k"},  {"q", "k"},   {"x", "ks"},
                            {"z", "s"},  {"ge", "j"}, {"gi", "j"}, {"gy", "j"}, {"v", "f"},  {"w", ""},    {"h", ""}};

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit || b.size() > longest) return limit + 1;
  std::array<std::size_t, longest + 1> before{}, last{}, now{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({change, last[j] + 1, now[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
      least = std::min(least, now[j]);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = now;
  }
  return std::min(last[b.size()], limit + 1);
}

std::string sound_of(std::string_view folded) {
  std::string sound;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = folded.substr(at);
    const auto* rule = std::find_if(std::begin(sounds), std::end(sounds), [&](const Sound& s) { return rest.starts_with(s.letters); });
    std::string_view part = rest.substr(0, 1);
    std::size_t length = 1;
    if (rule != std::end(sounds)) {
      part = rule->sound;
      length = rule->letters.size();
      if (length > 1 && is_vowel(rule->letters.back())) --length;   // ce: the vowel is heard by itself
    }
    if (part.size() == 1 && is_vowel(part[0])) part = at == 0 ? "a" : "";
    if (!part.empty() && !(sound.ends_with(part))) sound += part;
    at += length;
  }
  return sound;
}

void NearNames::add(std::string_view name) {
  if (name.size() < 4) return;
  names_.push_back({std::string(name), sound_of(name)});
}

bool NearNames::near(std::string_view word) const {
  if (word.size() < 4) return false;
  const std::string sound = sound_of(word);
  return std::any_of(names_.begin(), names_.end(), [&](const Name& name) {
    if (name.text == word) return false;
    const std::size_t shorter = std::min(name.text.size(), word.size());
    const std::size_t allowed = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
    if (allowed > 0 && name.text[0] == word[0] && edit_distance(name.text, word, allowed) <= allowed) return true;
    return name.sound == sound && sound.size() >= 3 && edit_distance(name.text, word, 2) <= 2;
  });
}

}  // namespace moniker
