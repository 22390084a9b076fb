#include "words/near_names.hpp"

#include <algorithm>
#include <bit>

#include "words/edit_distance.hpp"

namespace moniker::words {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

struct Sound {
  std::string_view letters, sound;
};
/// Longest first within a first letter. Silent letters sound like nothing.
constexpr Sound sounds[] = {{"ph", "f"}, {"gh", ""},  {"kn", "n"}, {"wr", "r"}, {"ck", "k"}, {"sch", "S"}, {"sh", "S"},
                            {"ch", "S"}, {"ce", "s"}, {"ci", "s"}, {"cy", "s"}, {"c", "k"},  {"q", "k"},   {"x", "ks"},
                            {"z", "s"},  {"ge", "j"}, {"gi", "j"}, {"gy", "j"}, {"v", "f"},  {"w", ""},    {"h", ""}};

/// Which letters a word holds; several share a bit, which makes words more alike and never less.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= std::uint32_t{1} << (static_cast<unsigned char>(c) % 32);
  return letters;
}

}  // namespace

std::string sound_of(std::string_view folded) {
  std::string sound;
  for (std::size_t at = 0; at < folded.size();) {
    const std::string_view rest = folded.substr(at);
    const auto* rule =
        std::find_if(std::begin(sounds), std::end(sounds), [&](const Sound& s) { return rest.starts_with(s.letters); });
    std::string_view part = rest.substr(0, 1);
    std::size_t length = 1;
    if (rule != std::end(sounds)) {
      part = rule->sound;
      length = rule->letters.size();
      if (length > 1 && is_vowel(rule->letters.back())) --length;  // ce: the vowel is heard by itself
    }
    if (part.size() == 1 && is_vowel(part[0])) part = at == 0 ? "a" : "";
    if (!part.empty() && !(sound.ends_with(part))) sound += part;
    at += length;
  }
  return sound;
}

void NearNames::add(std::string_view name) {
  if (name.size() < 4) return;
  auto& alike = by_size_[key_of(name[0], name.size())];
  if (std::any_of(alike.begin(), alike.end(), [&](const Name& known) { return known.text == name; })) return;
  alike.push_back({std::string(name), letters_of(name)});
  by_sound_[sound_of(name)].emplace_back(name);
}

bool NearNames::near(std::string_view word) const {
  if (word.size() < 4 || by_size_.empty()) return false;
  const std::uint32_t letters = letters_of(word);
  for (std::size_t size = word.size() - std::min<std::size_t>(word.size(), 2); size <= word.size() + 2; ++size) {
    const std::size_t shorter = std::min(size, word.size());
    const std::size_t allowed = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
    if (allowed == 0) continue;
    const auto alike = by_size_.find(key_of(word[0], size));
    if (alike == by_size_.end()) continue;
    for (const Name& name : alike->second) {
      // An edit changes two letters' presence at most.
      if (static_cast<std::size_t>(std::popcount(name.letters ^ letters)) > 2 * allowed || name.text == word) continue;
      if (edit_distance(name.text, word, allowed) <= allowed) return true;
    }
  }
  const std::string sound = sound_of(word);
  if (sound.size() < 3) return false;
  const auto alike = by_sound_.find(sound);
  return alike != by_sound_.end() &&
         std::any_of(alike->second.begin(), alike->second.end(),
                     [&](const std::string& name) { return name != word && edit_distance(name, word, 2) <= 2; });
}

}  // namespace moniker::words
