#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"
#include "moniker/stage.hpp"

namespace moniker::audit {

/// One replacement. Values are numbers, digests, IDs, codes and names of rules and labels of ours: never words of a
/// transcript.
struct ReplacementRecord {
  std::uint64_t turn = 0;                  // number of the utterance in the output
  std::uint32_t begin = 0;                 // byte of the turn's text at which the replacement begins
  std::string_view label{}, rule{}, by{};  // by: hashed_words() of what stands there
  float score = 0;
  Digest was{};  // keyed hash of what was replaced; its first 12 bytes are logged
};

/// In place of words: "#3f9a1c2b...", 12 bytes of their keyed hash.
std::string hashed_words(const Digest& keyed);

/// The fields of the event "replaced".
inline constexpr std::string_view replaced_transcript = "transcript", replaced_kinds = "kinds", replaced_rows = "rows";

/// Writes one transcript's replacements as bodies of events::Replaced: at most 200 rows each, since a line should stay
/// short enough to be looked at.
class ReplacementRows {
 public:
  ReplacementRows(std::string_view transcript, Sink<std::string_view> out);
  const std::string& transcript() const { return transcript_; }
  void add(const ReplacementRecord& row);
  /// Gives on the last body, if there is one.
  void finish();

 private:
  std::size_t kind_of(std::string_view label, std::string_view rule);

  std::string transcript_;
  Sink<std::string_view> out_;
  std::vector<std::string> kinds_{};
  std::string rows_{}, body_{};
  std::size_t count_ = 0;
  std::uint64_t turn_ = 0;  // of the row before
};

}  // namespace moniker::audit
