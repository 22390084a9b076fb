#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "prove/prover.hpp"

/// A small study's names, for these tests: fictional people, a few nicknames, a few ordinary words.
using namespace moniker::prove;

namespace study_names {

inline bool is_word(std::string_view folded) {
  static const std::set<std::string, std::less<>> words = {
      "will", "may",  "grace", "mark", "hope", "barker", "english", "day",  "this", "does", "has",  "shaws", "wills",
      "art",  "rose", "bread", "the",  "kit",  "april",  "young",   "good", "al",   "said", "read", "white"};
  return words.contains(folded);
}

inline std::vector<std::string> nicknames(const std::string& folded) {
  static const std::map<std::string, std::vector<std::string>> forms = {
      {"katherine", {"kate", "kath", "kit"}}, {"siobhan", {"shiv"}}, {"albert", {"al", "bertie"}}};
  const auto found = forms.find(folded);
  return found == forms.end() ? std::vector<std::string>{} : found->second;
}

inline moniker::Register people() {
  const auto person = [](std::string name, std::vector<std::string> aliases = {}) {
    moniker::Participant p;
    p.name = std::move(name);
    p.aliases = std::move(aliases);
    return p;
  };
  return {{person("Katherine Shaw", {"Kitty"}), person("Will Barker"), person("May Hope"), person("Zoë Müller"),
           person("Siobhán O'Brien"), person("Anne-Marie Smith-Jones"), person("Mrs Grace English"),
           person("Thi Nguyen"), person("Łukasz Wiśniewski"), person("Albert van der Berg"), person("Mark Day"),
           person("Bob Read"), person("April Kennedy"), person("Jane Doe", {"Auntie Oak"})}};
}

inline const moniker::prove::Prover& prover() {
  static const moniker::prove::Prover prover(moniker::prove::known_names(people(), nicknames, is_word), is_word);
  return prover;
}

/// The words hit, in order.
inline std::vector<std::string> hits(const std::string& text,
                                     const std::vector<moniker::ByteRange>& placeholders = {}) {
  moniker::Utterance utterance{.number = 7, .speaker = "ID04", .text = text};
  std::vector<std::string> out;
  for (const auto& hit : prover().search(utterance, placeholders)) {
    out.push_back(text.substr(hit.bytes.begin, hit.bytes.size()));
  }
  return out;
}

}  // namespace study_names
