#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "moniker/error.hpp"
#include "moniker/issue.hpp"
#include "moniker/utterance.hpp"
#include "words/language.hpp"

namespace moniker::inspect {

/// Somebody of whom the file says that they speak, in the order of their first turn. Words are those of check.
struct InspectedSpeaker {
  std::string label{};  // as delivered, so it may identify; empty: nobody is named
  std::uint64_t turns = 0, words = 0;
  std::chrono::milliseconds spoken{0};  // the sum of their turns' times; 0 without times
};

/// Something of one kind that a file tells beside its talk: "author", "comment author", "picture".
struct Metadatum {
  std::string kind{};
  std::uint64_t count = 0;
  std::vector<std::string> values{};  // different ones, as they stand there, so they may identify; at most 20
};

/// What one file is. Without `failure` it can be processed.
struct Inspection {
  std::string format{};              // the reader's name; empty where none takes it
  std::optional<Problem> failure{};  // why not
  std::vector<InspectedSpeaker> speakers{};
  std::map<Part, std::uint64_t> parts{};  // utterances by where they stood; talk is the turns
  std::uint64_t words = 0;                // of talk
  std::uint64_t timed = 0;                // turns with a time
  std::optional<TimeSpan> time{};         // from the first turn's begin to the last end
  std::uint64_t backwards = 0;            // turns that begin before the one before them
  std::vector<Issue> issues{};
  std::vector<Metadatum> metadata{};

  std::uint64_t turns() const {
    const auto talk = parts.find(Part::talk);
    return talk == parts.end() ? 0 : talk->second;
  }
};

/// Reads the file to its end; memory is bounded by its speakers. A file that cannot be read is an answer, not an error.
Inspection inspect(const std::filesystem::path& file, const words::Language& language);

}  // namespace moniker::inspect
