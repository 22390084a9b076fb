#include "words/near_names.hpp"

#include <algorithm>
#include <bit>

#include "words/edit_distance.hpp"
#include "words/likeness.hpp"

namespace moniker::words {
namespace {

/// Which letters a word holds; several share a bit, which makes words more alike and never less.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= std::uint32_t{1} << (static_cast<unsigned char>(c) % 32);
  return letters;
}

}  // namespace

void NearNames::add(std::string_view name) {
  if (name.size() < shortest_alike) return;
  auto& alike = by_size_[key_of(name[0], name.size())];
  if (std::any_of(alike.begin(), alike.end(), [&](const Name& known) { return known.text == name; })) return;
  alike.push_back({std::string(name), letters_of(name)});
  by_sound_[sound_key(name)].emplace_back(name);
}

bool NearNames::near(std::string_view word) const {
  if (word.size() < shortest_alike || by_size_.empty()) return false;
  const std::uint32_t letters = letters_of(word);
  for (std::size_t size = word.size() - most_edits; size <= word.size() + most_edits; ++size) {
    const std::size_t allowed = near_edits(std::min(size, word.size()));
    if (allowed == 0) continue;
    const auto alike = by_size_.find(key_of(word[0], size));
    if (alike == by_size_.end()) continue;
    for (const Name& name : alike->second) {
      // An edit changes two letters' presence at most.
      if (static_cast<std::size_t>(std::popcount(name.letters ^ letters)) > 2 * allowed || name.text == word) continue;
      if (edit_distance(name.text, word, allowed) <= allowed) return true;
    }
  }
  const std::string sound = sound_key(word);
  if (sound.size() < fewest_sounds) return false;
  const auto alike = by_sound_.find(sound);
  return alike != by_sound_.end() &&
         std::any_of(alike->second.begin(), alike->second.end(), [&](const std::string& name) {
           return name != word && edit_distance(name, word, most_edits) <= most_edits;
         });
}

}  // namespace moniker::words
