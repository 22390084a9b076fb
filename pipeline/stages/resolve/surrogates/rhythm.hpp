#pragma once
#include <compare>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace moniker::resolve {

/// How a name sounds in talk that is timed: how many syllables, and which of them is stressed.
struct Rhythm {
  std::uint8_t syllables = 1, stressed = 1;
  auto operator<=>(const Rhythm&) const = default;
};

/// By names/rhythm.tsv, else guessed from the spelling. Plain data, any thread may ask.
class Rhythms {
 public:
  /// `lists` is the folder rules/lists. Throws Error{usage}.
  static Rhythms load(const std::filesystem::path& lists);
  /// Of a folded name.
  Rhythm of(std::string_view folded) const;

 private:
  std::unordered_map<std::string, Rhythm> known_{};
};

/// From the letters alone: groups of vowels, of which a last e is silent; stressed is the first syllable, and of three
/// and more that end in a vowel the last but one (Olusola, Fatima).
Rhythm guessed_rhythm(std::string_view folded);

}  // namespace moniker::resolve
