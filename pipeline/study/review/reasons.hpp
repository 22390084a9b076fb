#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "detect/explain.hpp"

namespace moniker::study {

/// Why some words were found, as one would say it: what speaks for it and what against, heaviest first. The words may
/// quote the talk.
struct WhyFound {
  std::vector<std::string> speaks_for{}, against{};
  std::vector<std::string> rules{};  // that claim it, the one that decides first
};

/// `bytes` in the turn as it was searched; every claim that touches them has its say.
WhyFound why_found(const rules::RuleSet& rules, const Utterance& seen, const detect::Explained& explained,
                   ByteRange bytes);

/// What a feature of the tagger says of a word: `w-1=nurse` follows "nurse". Empty for what tells a person nothing.
std::string feature_in_words(std::string_view feature);

}  // namespace moniker::study
