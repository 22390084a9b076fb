#include "align/word_stream.hpp"

#include <algorithm>

namespace moniker::align {

WordId HeardWords::id_of(std::string_view word) {
  const auto [found, is_new] = ids_.emplace(std::string(word), static_cast<WordId>(texts_.size()));
  if (is_new) texts_.push_back(&found->first);
  return found->second;
}

std::uint16_t Speakers::number_of(const std::string& label) {
  if (const auto found = numbers_.find(label); found != numbers_.end()) return found->second;
  if (labels_.size() == most) return most - 1;
  const auto number = static_cast<std::uint16_t>(labels_.size());
  labels_.push_back(label);
  numbers_.emplace(label, number);
  return number;
}

WordStream::WordStream(const std::filesystem::path& file, HeardWords& vocabulary, const WordOptions& options)
    : WordStream(read::open_transcript(file, [](Issue) {}, {.language = options.language}), vocabulary, options) {
}  // what its issues are, check says without captions

WordStream::WordStream(read::OpenedTranscript opened, HeardWords& vocabulary, const WordOptions& options)
    : opened_(std::move(opened)), vocabulary_(vocabulary), options_(options) {}

bool WordStream::next(Word& word) {
  while (at_ == turn_.size()) {
    if (!read_turn()) return false;
  }
  word = turn_[at_++];
  ++words_;
  return true;
}

bool WordStream::read_turn() {
  const auto turn = opened_.reader->next();
  if (!turn) return false;
  turn_.clear();
  at_ = 0;
  if (turn->part != Part::talk) return true;
  normal_ = normal_words(turn->text, options_);
  if (turn->cues.empty()) {
    take_span(*turn, turn->time ? &*turn->time : nullptr, turn->at, 0, std::string::npos);
    return true;
  }
  if (turn->cues[0].begin > 0) take_span(*turn, nullptr, turn->at, 0, turn->cues[0].begin);
  for (std::size_t i = 0; i < turn->cues.size(); ++i) {
    const Cue& cue = turn->cues[i];
    take_span(*turn, &cue.time, cue.at, cue.begin,
              i + 1 < turn->cues.size() ? turn->cues[i + 1].begin : std::string::npos);
  }
  return true;
}

void WordStream::take_span(const Utterance& turn, const TimeSpan* time, const Position& at, std::size_t begin,
                           std::size_t end) {
  const auto before = [](const NormalWord& word, std::size_t place) { return word.begin < place; };
  const auto first = std::lower_bound(normal_.begin(), normal_.end(), begin, before);
  const auto last = std::lower_bound(first, normal_.end(), end, before);
  const auto count = last - first;
  for (auto word = first; word != last; ++word) {
    Word made{.id = vocabulary_.id_of(word->text), .speaker = speakers_.number_of(turn.speaker), .line = at.line};
    made.stamped = time != nullptr && word == first;
    if (made.stamped)
      made.time = time->begin.count();
    else if (time != nullptr && time->end > time->begin) {
      made.time = time->begin.count() + (time->end - time->begin).count() / count * (word - first);
    }
    turn_.push_back(made);
  }
}

}  // namespace moniker::align
