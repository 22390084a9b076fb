#include "align/comparison.hpp"

#include "align/ends.hpp"
#include "align/error_tally.hpp"
#include "align/passages.hpp"
#include "align/time_drift.hpp"
#include "align/voices.hpp"
#include "moniker/error.hpp"

namespace moniker::align {
namespace {

/// The talk's clock: the captions', and the transcript's where they have none.
class Clock {
 public:
  std::int64_t at(const Aligned& pair) {
    if (pair.said != nullptr && pair.said->time != no_time) {
      captions_tell_ = true;
      now_ = pair.said->time;
    } else if (!captions_tell_ && pair.written != nullptr && pair.written->time != no_time) {
      now_ = pair.written->time;
    }
    return now_;
  }

 private:
  bool captions_tell_ = false;
  std::int64_t now_ = no_time;
};

std::vector<Speaker>& with_labels(std::vector<Speaker>& speakers, const Speakers& from) {
  speakers.resize(from.labels().size());
  for (std::size_t i = 0; i < speakers.size(); ++i) speakers[i].label = from.labels()[i];
  return speakers;
}

[[noreturn]] void says_nothing(const std::filesystem::path& file) {
  throw Error::input("nobody says anything in the file", "check that it is the whole file, and name another otherwise",
                     {file.string()});
}

}  // namespace

void compare(WordStream& written, WordStream& said, const CompareOptions& options, TalkComparison& into) {
  ErrorTally errors(into);
  PassageFinder passages(options.passages, options.keep_words);
  Ends ends(into);
  Voices voices(into);
  TimeDrift drift;
  Clock clock;
  into.exact = align_streams(
      said, written,
      [&](const Aligned& pair) {
        const Timed step{pair, clock.at(pair)};
        errors.take(step);
        passages.take(step);
        ends.take(step);
        voices.take(step);
        drift.take(step);
      },
      options.window == 0 ? window_words : options.window);
  with_labels(into.speakers, written.speakers());
  with_labels(into.voices, said.speakers());
  voices.finish();
  errors.finish();
  ends.finish();
  into.passages = passages.finish();
  into.drift = drift.finish();
  into.written_words = written.words();
  into.said_words = said.words();
}

TalkComparison compare(const std::filesystem::path& transcript, const std::filesystem::path& captions,
                       const CompareOptions& options) {
  TalkComparison comparison;
  WordStream written(transcript, comparison.vocabulary, options.words),
      said(captions, comparison.vocabulary, options.words);
  comparison.transcript_format = written.format();
  comparison.captions_format = said.format();
  compare(written, said, options, comparison);
  if (comparison.said_words == 0) says_nothing(captions);
  if (comparison.written_words == 0) says_nothing(transcript);
  return comparison;
}

}  // namespace moniker::align
