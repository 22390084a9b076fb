// The passage of a quotation. Turns that share its rarer words are candidates, each with what the same speaker says
// right before and behind it, as papers merge passages; the alignment decides.
#include <algorithm>
#include <map>

#include "quotes/checked_quotes.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t candidates = 5, turns_around = 3;

/// Turns of one speaker, one behind the other; whoever asks in between is left out.
struct Passage {
  std::vector<QuoteWord> words{};
  std::vector<std::size_t> turns{};  // of each word
};

Passage passage_round(const ExportedTranscript& transcript, std::size_t turn) {
  Passage passage;
  const std::string& speaker = transcript.turns[turn].turn.speaker;
  const std::size_t from = turn - std::min(turn, turns_around),
                    to = std::min(transcript.turns.size(), turn + turns_around + 1);
  for (std::size_t i = from; i < to; ++i) {
    const Utterance& one = transcript.turns[i].turn;
    if (one.part != Part::talk || one.speaker != speaker) continue;
    for (QuoteWord& word : quote_words(one.text)) {
      passage.words.push_back(std::move(word));
      passage.turns.push_back(i);
    }
  }
  return passage;
}

std::set<std::string> telling_words(const std::vector<QuoteWord>& words) {
  std::set<std::string> out;
  for (const QuoteWord& word : words) {
    if (!word.bracketed && (word.word.size() > 3 || words.size() < 8)) out.insert(word.word);
  }
  return out;
}

struct Candidate {
  const ExportedTranscript* transcript = nullptr;
  std::size_t turn = 0, shared = 0;
};

std::vector<Candidate> best_candidates(const ExportedStudy& study, const std::set<std::string>& wanted) {
  std::vector<Candidate> all;
  for (const ExportedTranscript& transcript : study.transcripts) {
    for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
      if (transcript.turns[i].turn.part != Part::talk) continue;
      std::set<std::string> shared;
      for (const QuoteWord& word : quote_words(transcript.turns[i].turn.text)) {
        if (wanted.contains(word.word)) shared.insert(word.word);
      }
      if (!shared.empty()) all.push_back({&transcript, i, shared.size()});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.shared > b.shared; });
  if (all.size() > candidates) all.resize(candidates);
  return all;
}

std::string words_between(const ExportedTranscript& transcript, const Passage& passage, std::size_t begin,
                          std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end;) {
    const std::size_t turn = passage.turns[i];
    std::size_t last = i;
    while (last + 1 < end && passage.turns[last + 1] == turn) ++last;
    const std::string& said = transcript.turns[turn].turn.text;
    text += (text.empty() ? "" : " / ") +
            said.substr(passage.words[i].bytes.begin, passage.words[last].bytes.end - passage.words[i].bytes.begin);
    i = last + 1;
  }
  return text;
}

/// The turn that most of the words stand in.
std::size_t main_turn(const Passage& passage, std::size_t begin, std::size_t end) {
  std::map<std::size_t, std::size_t> counts;
  for (std::size_t i = begin; i < end; ++i) ++counts[passage.turns[i]];
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

}  // namespace

std::optional<QuotePassage> find_passage(const ExportedStudy& study, std::string_view words) {
  const auto wanted = quote_words(words);
  std::optional<QuotePassage> best;
  for (const Candidate& one : best_candidates(study, telling_words(wanted))) {
    const Passage passage = passage_round(*one.transcript, one.turn);
    QuoteAlignment alignment = align_quote(wanted, passage.words);
    if (alignment.begin >= alignment.end || (best && best->alignment.fit >= alignment.fit)) continue;
    const std::size_t turn = main_turn(passage, alignment.begin, alignment.end);
    std::string said = words_between(*one.transcript, passage, alignment.begin, alignment.end);
    best = QuotePassage{.transcript = one.transcript->name,
                        .speaker = one.transcript->turns[turn].turn.speaker,
                        .turn = one.transcript->turns[turn].turn.number + 1,
                        .words = std::move(said),
                        .alignment = std::move(alignment)};
  }
  return best;
}

}  // namespace moniker::custodian
