// The passage of a quotation. Turns that share its rarer words are candidates, each with what the same speaker says
// right before and behind it, as papers merge passages; the alignment decides. Which turns hold a word is learned once.
#include "quotes/quote_search.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace moniker::custodian {
namespace {

constexpr std::size_t candidates = 5, turns_around = 3;

std::set<std::string> telling_words(const std::vector<QuoteWord>& words) {
  std::set<std::string> out;
  for (const QuoteWord& word : words) {
    if (!word.bracketed && (word.word.size() > 3 || words.size() < 8)) out.insert(word.word);
  }
  return out;
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

PassageFinder::PassageFinder(const ExportedStudy& study) {
  for (const ExportedTranscript& transcript : study.transcripts) {
    const std::size_t first = turns_.size();
    for (std::size_t i = 0; i < transcript.turns.size(); ++i) {
      const auto at = static_cast<std::uint32_t>(turns_.size());
      turns_.push_back({&transcript, i, first, {}, false});
      if (transcript.turns[i].turn.part != Part::talk) continue;
      for (const QuoteWord& word : quote_words(transcript.turns[i].turn.text)) {
        auto& turns = turns_with_[word.word];
        if (turns.empty() || turns.back() != at) turns.push_back(at);
      }
    }
  }
  shared_.resize(turns_.size());
}

const std::vector<QuoteWord>& PassageFinder::words_of(std::size_t turn) {
  IndexedTurn& one = turns_[turn];
  if (!std::exchange(one.cut, true)) one.words = quote_words(one.transcript->turns[one.turn].turn.text);
  return one.words;
}

/// Those that share most, and of the credited person's own those that do: "Oh no." is said by many.
std::vector<std::size_t> PassageFinder::best_turns(const std::set<std::string>& wanted, std::string_view credited) {
  std::vector<std::size_t> all;
  for (const std::string& word : wanted) {
    const auto found = turns_with_.find(word);
    if (found == turns_with_.end()) continue;
    for (const std::uint32_t turn : found->second) {
      if (shared_[turn]++ == 0) all.push_back(turn);
    }
  }
  const auto sort_best = [&](std::vector<std::size_t>& turns) {
    const std::size_t best = std::min(candidates, turns.size());
    std::partial_sort(turns.begin(), turns.begin() + static_cast<std::ptrdiff_t>(best), turns.end(),
                      [&](std::size_t a, std::size_t b) {
                        return shared_[a] != shared_[b] ? shared_[a] > shared_[b] : a < b;  // of two as good the first
                      });
    turns.resize(best);
  };
  const std::vector<std::size_t> shared = all;
  std::vector<std::size_t> own;
  if (!credited.empty())
    std::copy_if(all.begin(), all.end(), std::back_inserter(own),
                 [&](std::size_t at) { return speaker_of_turn(at) == credited; });
  sort_best(all);
  sort_best(own);
  for (const std::size_t turn : shared) shared_[turn] = 0;
  for (const std::size_t at : own) {
    if (std::find(all.begin(), all.end(), at) == all.end()) all.push_back(at);
  }
  return all;
}

Passage PassageFinder::passage_round(std::size_t at) {
  Passage passage;
  const IndexedTurn& here = turns_[at];
  const ExportedTranscript& transcript = *here.transcript;
  const std::string& speaker = transcript.turns[here.turn].turn.speaker;
  const std::size_t from = here.turn - std::min(here.turn, turns_around),
                    to = std::min(transcript.turns.size(), here.turn + turns_around + 1);
  for (std::size_t i = from; i < to; ++i) {
    const Utterance& one = transcript.turns[i].turn;
    if (one.part != Part::talk || one.speaker != speaker) continue;
    for (const QuoteWord& word : words_of(here.first_turn + i)) {
      passage.words.push_back(word);
      passage.turns.push_back(i);
    }
  }
  return passage;
}

std::optional<QuotePassage> PassageFinder::find(std::string_view words, std::string_view credited) {
  const auto wanted = quote_words(words);
  std::optional<QuotePassage> best;
  for (const std::size_t at : best_turns(telling_words(wanted), credited)) {
    const ExportedTranscript& transcript = *turns_[at].transcript;
    const Passage passage = passage_round(at);
    QuoteAlignment alignment = align_quote(wanted, passage.words);
    if (alignment.begin >= alignment.end || (best && best->alignment.fit > alignment.fit)) continue;
    const std::size_t turn = main_turn(passage, alignment.begin, alignment.end);
    const std::string& speaker = transcript.turns[turn].turn.speaker;
    const bool as_good = best && best->alignment.fit == alignment.fit;
    if (as_good && (speaker != credited || best->speaker == credited)) continue;
    std::string said = words_between(transcript, passage, alignment.begin, alignment.end);
    best = QuotePassage{.transcript = transcript.name,
                        .speaker = speaker,
                        .turn = transcript.turns[turn].turn.number + 1,
                        .words = std::move(said),
                        .alignment = std::move(alignment)};
  }
  return best;
}

}  // namespace moniker::custodian
