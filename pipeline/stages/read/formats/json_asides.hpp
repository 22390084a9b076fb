#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/fold.hpp"

namespace moniker::read {

/// What a JSON document says beside its talk: summaries, notes, translations. Names of models, languages and the like
/// are none, and nothing counts that only says again what was said.
class JsonAsides {
 public:
  /// A text of the document, whatever it turns out to be; `beside_talk`: of an object that is a turn.
  void note(std::string_view key, std::string_view text, bool beside_talk);
  void said(std::string_view talk);
  /// How many of those noted say more than what was said.
  std::uint64_t count();

 private:
  std::vector<std::string> noted_{};
  std::unordered_set<std::string> words_{};  // of the talk
  FoldedWords folded_{};
  std::size_t bytes_ = 0;
  std::uint64_t too_many_ = 0;
};

}  // namespace moniker::read
