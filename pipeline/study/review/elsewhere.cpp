#include "review/elsewhere.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "base/fold.hpp"
#include "words/word_scanner.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t most_shown = 8;

struct FoldedWord {
  std::string folded{};
  ByteRange bytes{};
};

std::vector<FoldedWord> words_of(std::string_view text) {
  std::vector<FoldedWord> all;
  words::WordScanner scanner(text);
  for (ByteRange bytes; scanner.next(bytes);) {
    FoldedWord& word = all.emplace_back(FoldedWord{.bytes = bytes});
    words::fold_word(text.substr(bytes.begin, bytes.size()), word.folded);
  }
  return all;
}

/// Whether every one of the words is said in the transcript somewhere.
bool may_be_said(const ReviewedStudy& reviewed, const ReviewedTranscript& transcript,
                 const std::vector<FoldedWord>& wanted) {
  const auto said = read_vocabulary(reviewed.study.layout.summary(transcript.file.key), reviewed.keys.work_identity);
  return std::all_of(wanted.begin(), wanted.end(), [&](const FoldedWord& word) {
    const std::vector<std::string> parts = folded_words(word.folded);
    return std::all_of(parts.begin(), parts.end(),
                       [&](const std::string& part) { return part == "'s" || said.second.contains(part); });
  });
}

std::vector<ByteRange> places_in(std::string_view text, const std::vector<FoldedWord>& wanted) {
  const std::vector<FoldedWord> there = words_of(text);
  std::vector<ByteRange> places;
  const auto same = [](const FoldedWord& a, const FoldedWord& b) { return a.folded == b.folded; };
  for (auto at = there.begin();;) {
    at = std::search(at, there.end(), wanted.begin(), wanted.end(), same);
    if (at == there.end()) return places;
    const auto last = at + static_cast<std::ptrdiff_t>(wanted.size()) - 1;
    places.push_back({at->bytes.begin, last->bytes.end});
    at = last + 1;
  }
}

}  // namespace

Elsewhere elsewhere(const ReviewedStudy& reviewed, std::string_view words) {
  Elsewhere found;
  const std::vector<FoldedWord> wanted = words_of(words);
  if (wanted.empty()) return found;
  for (std::size_t number = 0; number < reviewed.transcripts.size(); ++number) {
    const ReviewedTranscript& transcript = reviewed.transcripts[number];
    if (!transcript.stopped.empty() || !may_be_said(reviewed, transcript, wanted)) continue;
    const std::uint64_t before = found.open;
    rewrite_again(reviewed, transcript, [&](const RewrittenTurn& turn) {
      for (const ByteRange bytes : places_in(turn.delivered.text, wanted)) {
        const auto& replaced = turn.rewritten.replacements;
        const bool masked =
            std::any_of(replaced.begin(), replaced.end(), [&](const Replacement& r) { return r.was.overlaps(bytes); });
        ++(masked ? found.masked : found.open);
        if (masked || found.first.size() >= most_shown) continue;
        found.first.push_back({.transcript = number,
                               .turn = turn.rewritten.utterance.number,
                               .begin = bytes.begin,
                               .speaker = turn.delivered.speaker,
                               .said = in_sentence(turn.delivered.text, bytes)});
      }
    });
    found.transcripts += found.open > before ? 1 : 0;
  }
  return found;
}

}  // namespace moniker::study
