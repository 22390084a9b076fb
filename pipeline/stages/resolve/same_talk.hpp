#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/registry.hpp"

namespace moniker::resolve {

/// The registry's word for transcripts: names of files and talk lead to their numbers.
constexpr std::string_view transcript_kind = "transcript";

/// A file that is there, or was.
struct SeenTranscript {
  std::string file{};  // name without folder
  std::string talk{};  // TranscriptMentions::talk
  bool delivered = true;
};

/// A number that led to one file and does not any more.
struct MovedTranscript {
  std::uint32_t number = 0;
  std::string from{}, to{};  // file names; `to` is empty where nobody has the number now
  bool superseded = false;   // the talk is another's, as somebody says
  bool operator==(const MovedTranscript&) const = default;
};

struct RecognisedTranscripts {
  std::vector<MovedTranscript> moved{};              // by number
  std::set<std::string> dropped{};                   // put away, and their talk, or their place, is another file's now
  std::map<std::uint32_t, std::string> known_now{};  // number -> the file that has it; new files have none yet
};

/// Which transcript each file is. A transcript is its talk: whoever brings known talk under whatever name has its
/// number, unless the file that had both is still there. Only then the name counts: other talk under a known name is a
/// corrected delivery. What was put away keeps its number until its talk is there again. `told` gives numbers to
/// delivered files before all that (a corrected delivery under a name of its own).
/// Afterwards the registry leads from each file to its number, and from the talk of those that were told to theirs; no
/// new number is given. Does not depend on the order of `seen`.
RecognisedTranscripts recognise_transcripts(std::vector<SeenTranscript> seen,
                                            const std::map<std::string, std::uint32_t>& told, Registry& registry);

}  // namespace moniker::resolve
