#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "detect/detector.hpp"
#include "detect/explain.hpp"
#include "read/open_transcript.hpp"

namespace moniker::look {

/// What was found in a document in memory, in the document's own bytes.
struct DetectedSpan {
  std::uint64_t begin = 0, end = 0;  // UTF-8 byte offsets, end exclusive
  std::string label{}, subtype{}, rule{};
  float score = 0;
  Position at{};
  std::uint64_t turn = 0;                // Utterance::number
  bool doubtful = false;                 // between the label's review and replace thresholds
  std::vector<rules::ClaimTrace> why{};  // on request: the claims that touch it, in the same bytes, the decisive first
};

/// Both ways over one document, which is read as a .txt transcript: what `moniker detect` and `moniker eval` do.
/// Names in speaker labels are findings too. Ascending by begin. Throws Error as detection does.
std::vector<DetectedSpan> detect_text(const rules::RuleSet& rules, const Register& people, std::string_view text,
                                      bool explain = false);

/// The same for a transcript, which `open` opens: offsets are into the turn's text, `at` is where the turn or its
/// caption begins. Spans come with their turn, in the order of the text. Seen twice, because what is learned at its end
/// counts at its begin: of up to four megabytes the turns are kept in between, what is longer is read twice, and
/// neither text nor findings are kept in memory, save where reasons are asked for.
using OpenTranscript = std::function<read::OpenedTranscript()>;
using TakeSpan = std::function<void(const DetectedSpan&, const Utterance&)>;
void detect_transcript(const rules::RuleSet& rules, const Register& people, const OpenTranscript& open, bool explain,
                       const TakeSpan& take);

}  // namespace moniker::look
