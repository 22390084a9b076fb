#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"
#include "moniker/learned.hpp"
#include "resolve/registry.hpp"
#include "work/work_files.hpp"

namespace moniker::study {

/// A learned name whose words are hashes.
struct HashedLearned {
  std::vector<std::string> words{};
  LearnedName about{};  // with no form
};

/// What is kept of a transcript whose delivered file is gone, so that later nights go on as if it were there: in the
/// registry, by its number. Keyed hashes, numbers, IDs and names of ours, and nobody's name.
struct KeptTranscript {
  std::string key{};                    // of its delivered file: Delivered::key
  std::string talk{};                   // hashed_talk() in hex; empty where it had none
  std::vector<std::uint64_t> sketch{};  // hashed_sketch()
  std::vector<HashedLearned> learned{};
  std::set<std::string> said{};      // hashes of its words that surrogates could be
  std::set<std::string> speakers{};  // who speaks in it: ID04, INT1
  std::set<std::string> names{};     // who and what speaks or is named in it: ApplyRecord::names
  std::vector<std::string> outputs{};
};
/// What the log calls the reason for which its work files go.
constexpr std::string_view goes_with_delivery = "with its delivered file";

using KeptTranscripts = std::map<std::uint32_t, KeptTranscript>;  // by number

std::string to_json(const KeptTranscript& kept);
/// Throws Error{integrity} when one is damaged.
KeptTranscripts read_kept(const resolve::Registry& registry);

/// Before a digest of talk that is keyed, among those of an interview that was withdrawn; an older moniker wrote plain
/// ones.
constexpr std::string_view keyed_talk = "keyed ";

/// Words, talk and samples of talk by hashes that nobody makes without study.key; `key` is that of the registry.
std::string hashed_word(const Secret<32>& key, std::string_view word);
Digest hashed_talk(const Secret<32>& key, std::string_view digest);  // in hex
std::vector<std::uint64_t> hashed_sketch(const Secret<32>& key, const std::vector<std::uint64_t>& sketch);
std::vector<HashedLearned> hashed_learned(const Secret<32>& key, const LearnedNames& names);

/// Hashed names that are said again: those of whom every word, or what begins with it, is among these. The words that
/// are there give them back; the others stay hashes.
class SaidAgain {
 public:
  SaidAgain(const Secret<32>& key, std::vector<HashedLearned> names);
  void hear(const SpokenWords& words);
  LearnedNames names() const;

 private:
  const Secret<32>& key_;
  std::vector<HashedLearned> names_;
  std::set<std::string> wanted_{};
  std::set<std::string, std::less<>> heard_{};  // beginnings of words, tried already
  std::map<std::string, std::string> known_{};  // hash -> word
};

}  // namespace moniker::study
