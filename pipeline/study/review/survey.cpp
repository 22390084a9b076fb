// One way through the whole study, as apply goes it, that keeps what a person has to look at: doubtful places in their
// sentences, who and what was found and how often, words that nothing claimed, and passages to draw from.
#include "review/survey.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "detect/unknown_words.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t first_places = 6;       // of a thing that are kept with their sentences
constexpr std::size_t most_passages = 600;    // to draw from
constexpr std::size_t shortest_passage = 60;  // bytes

/// Which of the same words in a turn begin at a byte, from 0.
std::uint32_t occurrence_of(const std::string& text, ByteRange bytes) {
  const std::string words = text.substr(bytes.begin, bytes.size());
  std::uint32_t before = 0;
  for (std::size_t at = 0; (at = text.find(words, at)) < bytes.begin; at += words.size()) ++before;
  return before;
}

class Surveyor {
 public:
  explicit Surveyor(const ReviewedStudy& reviewed) : reviewed_(reviewed), unknown_(reviewed.rules.set) {}

  void go_through(std::size_t number) {
    const ReviewedTranscript& transcript = reviewed_.transcripts[number];
    SurveyedTranscript& told = survey_.transcripts.emplace_back();
    if (!transcript.stopped.empty()) return;
    try {
      rewrite_again(reviewed_, transcript, [&](const RewrittenTurn& turn) { take(number, turn, told); });
    } catch (const Error& error) {
      told.trouble = error.problem().what;
    }
  }

  Survey finish() {
    for (auto& [folded, word] : left_) survey_.left.push_back(std::move(word));
    std::sort(survey_.passages.begin(), survey_.passages.end());
    if (survey_.passages.size() > most_passages) survey_.passages.resize(most_passages);
    return std::move(survey_);
  }

 private:
  void take(std::size_t transcript, const RewrittenTurn& turn, SurveyedTranscript& told) {
    ++told.turns;
    const TalkTurn talk = talk_turn(turn, reviewed_.rules.set);
    if (talk.left_out) return;
    for (const Piece& piece : talk.pieces) {
      if (piece.label.empty()) continue;
      ++told.found;
      told.doubtful += piece.doubtful ? 1 : 0;
      note(place_of(transcript, turn, {piece.begin, piece.begin + static_cast<std::uint32_t>(piece.was.size())}),
           piece);
    }
    for (const ByteRange bytes : unknown_.in(turn.delivered, turn.findings)) note_left(transcript, turn, bytes);
    if (turn.delivered.text.size() >= shortest_passage) add_passage(transcript, talk);
  }

  static SeenPlace place_of(std::size_t transcript, const RewrittenTurn& turn, ByteRange bytes) {
    return {.transcript = transcript,
            .turn = turn.rewritten.utterance.number,
            .begin = bytes.begin,
            .occurrence = occurrence_of(turn.delivered.text, bytes),
            .speaker = turn.delivered.speaker,
            .said = in_sentence(turn.delivered.text, bytes)};
  }

  void note(SeenPlace place, const Piece& piece) {
    SeenThing& thing = survey_.things[{piece.label, piece.entity.empty() ? fold(piece.was) : piece.entity}];
    thing.entity = piece.entity;
    thing.label = piece.label;
    ++thing.forms[piece.was];
    ++thing.transcripts[place.transcript];
    ++thing.stands_there[piece.by.value_or(piece.was)];
    ++thing.mentions;
    if (piece.doubtful) {
      ++thing.doubtful;
      thing.doubts.push_back({place, piece.rule, piece.score});
    }
    if (thing.first.size() < first_places) thing.first.push_back(std::move(place));
  }

  void note_left(std::size_t transcript, const RewrittenTurn& turn, ByteRange bytes) {
    const std::string word = turn.delivered.text.substr(bytes.begin, bytes.size());
    LeftWord& left = left_[fold(word)];
    if (left.count++ > 0) return;
    left.word = word;
    left.first = place_of(transcript, turn, bytes);
  }

  void add_passage(std::size_t transcript, const TalkTurn& turn) {
    const std::string name = fmt::format("{} {}", reviewed_.transcripts[transcript].id, turn.number);
    survey_.passages.push_back({keyed_hash(reviewed_.keys.registry, "review sample", name), transcript, turn});
    if (survey_.passages.size() < 4 * most_passages) return;
    std::nth_element(survey_.passages.begin(), survey_.passages.begin() + most_passages, survey_.passages.end());
    survey_.passages.resize(most_passages);
  }

  const ReviewedStudy& reviewed_;
  detect::UnknownWords unknown_;
  Survey survey_{};
  std::map<std::string, LeftWord> left_{};
};

}  // namespace

Survey survey(const ReviewedStudy& reviewed) {
  Surveyor surveyor(reviewed);
  for (std::size_t i = 0; i < reviewed.transcripts.size(); ++i) surveyor.go_through(i);
  return surveyor.finish();
}

}  // namespace moniker::study
