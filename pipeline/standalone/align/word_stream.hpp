#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "align/align_words.hpp"
#include "align/normal_words.hpp"
#include "read/open_transcript.hpp"

namespace moniker::align {

constexpr std::int64_t no_time = -1;

/// A word that somebody said, ready to be compared.
struct Word {
  WordId id = 0;
  std::uint16_t speaker = 0;    // in Speakers
  bool stamped = false;         // its time is one that the file gives, not one in between
  std::int64_t time = no_time;  // milliseconds
  std::uint32_t line = 0;       // of its turn or caption in the file
};

/// Both talks' words by number.
class HeardWords {
 public:
  WordId id_of(std::string_view word);
  const std::string& text(WordId id) const { return *texts_[id]; }

 private:
  std::unordered_map<std::string, WordId> ids_{};
  std::vector<const std::string*> texts_{};
};

/// Who speaks in one file, in the order of their first turn. A file that names more than anybody could keep apart has
/// the rest as one.
class Speakers {
 public:
  static constexpr std::size_t most = 200;
  std::uint16_t number_of(const std::string& label);
  const std::vector<std::string>& labels() const { return labels_; }

 private:
  std::map<std::string, std::uint16_t> numbers_{};
  std::vector<std::string> labels_{};
};

/// A file's talk word by word; holds one turn. A word's time is reckoned between the times of its caption or turn.
class WordStream {
 public:
  WordStream(const std::filesystem::path& file, HeardWords& vocabulary, const WordOptions& options);
  WordStream(read::OpenedTranscript opened, HeardWords& vocabulary, const WordOptions& options);

  bool next(Word& word);  // false at the end
  const Speakers& speakers() const { return speakers_; }
  std::string_view format() const { return opened_.format; }
  std::uint64_t words() const { return words_; }

 private:
  bool read_turn();
  void take_span(const Utterance& turn, const TimeSpan* time, const Position& at, std::size_t begin, std::size_t end);

  read::OpenedTranscript opened_;
  HeardWords& vocabulary_;
  WordOptions options_;
  Speakers speakers_{};
  std::vector<NormalWord> normal_{};
  std::vector<Word> turn_{};
  std::size_t at_ = 0;
  std::uint64_t words_ = 0;
};

}  // namespace moniker::align
