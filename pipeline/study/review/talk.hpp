#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "moniker/utterance.hpp"
#include "review/reviewed_study.hpp"

namespace moniker::study {

/// Some words of a turn: as nobody claimed them, or of one finding.
struct Piece {
  std::string was{};                // as delivered
  std::optional<std::string> by{};  // what stands there now; nothing: the words stay
  std::string label{};              // PERSON; empty where nothing was found
  std::string entity{};             // ID04, PERSON_3; empty where nobody knows
  std::string rule{};
  float score = 0;
  bool doubtful = false;    // masked, but not surely an identifier
  std::uint32_t begin = 0;  // first byte in the turn as delivered
};

/// A turn before and after. Its pieces, one behind the other, are its words.
struct TalkTurn {
  std::uint64_t number = 0;     // from 0, as the written transcript counts
  std::uint64_t delivered = 0;  // Utterance::number
  std::string speaker{}, now{};
  std::optional<TimeSpan> time{};
  Part part = Part::talk;
  bool left_out = false;  // of somebody who has withdrawn: the words are shown to nobody
  std::vector<Piece> pieces{};
};

/// The turn with its findings as Rewriter gives it.
TalkTurn talk_turn(const RewrittenTurn& turn, const rules::RuleSet& rules);

/// A transcript's second way without its outputs: every turn that is written, in order. Throws Error as reading does,
/// and Error{usage} where the delivered file changed since it was scanned.
void rewrite_again(const ReviewedStudy& reviewed, const ReviewedTranscript& transcript,
                   const std::function<void(const RewrittenTurn&)>& take);

/// All of one transcript.
std::vector<TalkTurn> read_talk(const ReviewedStudy& reviewed, const ReviewedTranscript& transcript);

/// Some words of a turn in their sentence, which is cut at blanks where it is long.
struct InSentence {
  std::string before{}, words{}, after{};
};
InSentence in_sentence(std::string_view text, ByteRange bytes);

}  // namespace moniker::study
