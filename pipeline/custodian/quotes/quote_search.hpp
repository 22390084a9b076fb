#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "quotes/checked_quotes.hpp"

namespace moniker::custodian {

/// Turns of one speaker, one behind the other; whoever asks in between is left out.
struct Passage {
  std::vector<QuoteWord> words{};
  std::vector<std::size_t> turns{};  // of each word
};

/// Finds the best passage of a study for some words. The study outlives it; one thread at a time.
class PassageFinder {
 public:
  explicit PassageFinder(const ExportedStudy& study);
  /// Nothing where no turn shares a word. Of passages that fit alike that of `credited` is it, the study's ID of whom
  /// the words are said to be; or empty.
  std::optional<QuotePassage> find(std::string_view words, std::string_view credited = {});

 private:
  struct IndexedTurn {
    const ExportedTranscript* transcript = nullptr;
    std::size_t turn = 0, first_turn = 0;  // in its transcript; where that begins in turns_
    std::vector<QuoteWord> words{};        // once it was looked at
    bool cut = false;
  };
  const std::vector<QuoteWord>& words_of(std::size_t turn);
  std::vector<std::size_t> best_turns(const std::set<std::string>& wanted, std::string_view credited);
  const std::string& speaker_of_turn(std::size_t at) const {
    return turns_[at].transcript->turns[turns_[at].turn].turn.speaker;
  }
  Passage passage_round(std::size_t at);

  std::vector<IndexedTurn> turns_{};  // of all transcripts, as delivered
  std::unordered_map<std::string, std::vector<std::uint32_t>> turns_with_{};
  std::vector<std::uint32_t> shared_{};  // words that a turn has of those wanted; 0 between two searches
};

}  // namespace moniker::custodian
