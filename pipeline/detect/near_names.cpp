#include "detect/near_names.hpp"

#include <algorithm>

#include "base/edit_distance.hpp"

namespace moniker {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

struct Sound {
  std::string_view letters, sound;
};
/// Longest first within a first letter. Silent letters sound like nothing.
constexpr Sound sounds[] = {{"ph", "f"}, {"gh", ""},  {"kn", "n"}, {"wr", "r"}, {"ck", "k"}, {"sch", "S"}, {"sh", "S"},
                            {"ch", "S"}, {"ce", "s"}, {"ci", "s"}, {"cy", "s"}, {"c", "k"},  {"q", "k"},   {"x", "ks"},
                            {"z", "s"},  {"ge", "j"}, {"gi", "j"}, {"gy", "j"}, {"v", "f"},  {"w", ""},    {"h", ""}};

}  // namespace

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
