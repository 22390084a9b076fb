// What of a comparison a person should look at. Every threshold is an option of the command but two: below 50 words a
// rate says nothing, and where fewer than three words in ten are in common the files are of different talks, and
// nothing else is said. What is told at an end is not told as a gap as well.
#include "align/verdict.hpp"

#include <fmt/format.h>

#include <cmath>

#include "base/fold.hpp"

namespace moniker::align {
namespace {

constexpr std::uint64_t judged_words = 50;  // of fewer, a rate says nothing
constexpr double another_talk = 0.3;        // share of words in common below which the files are hardly of one talk

class Judge {
 public:
  Judge(const TalkComparison& seen, const Thresholds& most, const std::function<std::string(std::size_t)>& shown)
      : seen_(seen), most_(most), shown_(shown) {}

  std::vector<Concern> all() {
    if (is_another_talk()) return std::move(concerns_);
    rates();
    ends();
    gaps();
    speakers();
    times();
    return std::move(concerns_);
  }

 private:
  void add(std::string_view code, const Stretch& where, std::string what, std::string remedy) {
    concerns_.push_back({code, where, std::move(what), std::move(remedy)});
  }

  bool is_another_talk() {
    if (static_cast<double>(seen_.all.same) >= another_talk * static_cast<double>(seen_.said_words)) return false;
    add("against.other_talk", {},
        fmt::format("only {} of {} words said are in the transcript", seen_.all.same, seen_.said_words),
        "check that these are the captions of this talk, in the same language");
    return true;
  }

  void rates() {
    const auto over = [&](const ErrorCounts& errors, double most) {
      return errors.said() >= judged_words && errors.rate() > most;
    };
    if (seen_.all.rate() > most_.errors) {
      add("against.errors", {}, fmt::format("{:.1f} % of the words differ", 100 * seen_.all.rate()),
          "compare the passages with the recording; captions err too");
    }
    for (std::size_t s = 0; s < seen_.speakers.size(); ++s) {
      if (!over(seen_.speakers[s].errors, most_.errors)) continue;
      add("against.speaker_errors", {},
          fmt::format("{:.1f} % of the words of {} differ", 100 * seen_.speakers[s].errors.rate(), shown_(s)),
          "listen to one of their passages: the captions may not follow their voice");
    }
    for (const auto& [number, errors] : seen_.five_minutes) {
      if (!over(errors, 2 * most_.errors)) continue;
      const Stretch where{.from = number * 300'000, .to = (number + 1) * 300'000};
      add("against.minutes_errors", where,
          fmt::format("{:.1f} % of the words of five minutes differ", 100 * errors.rate()),
          "compare these minutes with the recording");
    }
  }

  void ends() {
    if (seen_.start.missing >= most_.missing + seen_.start.added) {
      add("against.start_missing", seen_.start.where,
          fmt::format("{} words said before the transcript begins", seen_.start.missing),
          "ask for the beginning, or note why it was left out");
    }
    if (seen_.end.missing >= most_.missing + seen_.end.added) {
      add("against.end_missing", seen_.end.where,
          fmt::format("{} words said after the transcript ends", seen_.end.missing),
          "ask for the end, or note why it was left out");
    }
  }

  /// At the ends it is told already.
  bool is_end(const Stretch& where) const {
    const auto within = [&](const Stretch& end) {
      return end.from != no_time && where.from >= end.from && where.to <= end.to;
    };
    return within(seen_.start.where) || within(seen_.end.where);
  }

  void gaps() {
    for (const Passage& passage : seen_.passages) {
      if (passage.errors.missing < 2 * most_.missing + passage.errors.added || is_end(passage.where)) continue;
      add("against.missing", passage.where,
          fmt::format("{} words said are not in the transcript", passage.errors.missing),
          "ask for this passage, or note why it was left out");
    }
  }

  void speakers() {
    for (const Exchange& exchange : seen_.exchanges) {
      const std::string should_be = shown_(exchange.should_be), speaker = shown_(exchange.speaker);
      add("against.exchanged", exchange.where,
          exchange.both_ways ? fmt::format("{} and {} are exchanged, {} words", should_be, speaker, exchange.words)
                             : fmt::format("{} words of {} stand under {}", exchange.words, should_be, speaker),
          "listen who speaks here, and mend the labels");
    }
    for (std::size_t s = 0; s < seen_.speakers.size(); ++s) {
      const auto voice = seen_.speakers[s].other_side;
      if (!voice || !crossed(s, *voice)) continue;
      add("against.labels_crossed", {},
          fmt::format("{} speaks with the voice that the captions give another of the transcript's names", shown_(s)),
          "check whose label is whose throughout");
    }
  }

  /// Both files know the voice's name, and the transcript gives it to somebody else.
  bool crossed(std::size_t speaker, std::size_t voice) const {
    const std::string name = fold(seen_.voices[voice].label);
    if (fold(seen_.speakers[speaker].label) == name) return false;
    for (const Speaker& other : seen_.speakers) {
      if (fold(other.label) == name) return true;
    }
    return false;
  }

  void times() {
    const Drift& drift = seen_.drift;
    if (drift.points == 0) return;
    if (std::abs(drift.offset_seconds) > most_.seconds) {
      add("against.offset", {},
          fmt::format("the transcript's times are {:.1f} s {} at the beginning", std::abs(drift.offset_seconds),
                      drift.offset_seconds > 0 ? "late" : "early"),
          "find out whether both count from the same beginning");
    }
    if (drift.scatter_seconds > most_.seconds) {
      add("against.times_scattered", {},
          fmt::format("half of the times are more than {:.1f} s off any even pace", drift.scatter_seconds),
          "do not rely on the transcript's times");
    }
    const double hours =
        seen_.five_minutes.empty() ? 0 : static_cast<double>(seen_.five_minutes.rbegin()->first + 1) / 12;
    if (std::abs(drift.seconds_per_hour) * hours > most_.seconds) {
      add("against.drift", {},
          fmt::format("the transcript's times come {0} and {0}: {1:.1f} s in an hour",
                      drift.seconds_per_hour > 0 ? "later" : "earlier", std::abs(drift.seconds_per_hour)),
          "find out which of the two files was made from a recording played at another speed");
    }
    for (const Jump& jump : drift.jumps) {
      if (std::abs(jump.by) <= static_cast<std::int64_t>(most_.seconds * 1000)) continue;
      add("against.jump", {.from = jump.at, .to = jump.at},
          fmt::format("the transcript's times jump by {:+.1f} s", static_cast<double>(jump.by) / 1000),
          "check whether something of the recording was cut out here");
    }
  }

  const TalkComparison& seen_;
  const Thresholds& most_;
  const std::function<std::string(std::size_t)>& shown_;
  std::vector<Concern> concerns_{};
};

}  // namespace

std::vector<Concern> judge(const TalkComparison& comparison, const Thresholds& thresholds,
                           const std::function<std::string(std::size_t)>& shown) {
  return Judge(comparison, thresholds, shown).all();
}

std::string clock_text(std::int64_t milliseconds) {
  if (milliseconds == no_time) return "-";
  const auto seconds = milliseconds / 1000;
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace moniker::align
