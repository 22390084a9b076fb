// Files come and go, transcripts stay. Numbers are claimed in four rounds, the surest claim first: what somebody said;
// known talk under its known name; known talk under another name; a known name with other talk. A number goes to the
// first that claims it, and who comes too late is a new transcript.
#include "resolve/same_talk.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace moniker::resolve {
namespace {

class Recognition {
 public:
  Recognition(std::vector<SeenTranscript> seen, const std::map<std::string, std::uint32_t>& told, Registry& registry)
      : seen_(std::move(seen)), told_(told), registry_(registry) {
    std::sort(seen_.begin(), seen_.end(),
              [](const SeenTranscript& a, const SeenTranscript& b) { return a.file < b.file; });
    for (const SeenTranscript& s : seen_) {
      by_name_.push_back(registry_.find(transcript_kind, s.file));
      if (s.delivered) talks_.insert(s.talk);
      // A registry of before talk was remembered knows what is still to be read of what was put away.
      if (!s.delivered && by_name_.back() && !s.talk.empty()) registry_.bind(transcript_kind, s.talk, *by_name_.back());
    }
    for (const SeenTranscript& s : seen_)
      by_talk_.push_back(s.talk.empty() ? std::nullopt : registry_.find(transcript_kind, s.talk));
  }

  RecognisedTranscripts run() {
    claim_all();
    RecognisedTranscripts result;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (!seen_[i].delivered && !keep_put_away(i)) result.dropped.insert(seen_[i].file);
    }
    for (std::size_t i = 0; i < seen_.size(); ++i) note_move(i, result);
    std::sort(result.moved.begin(), result.moved.end(), [](const MovedTranscript& a, const MovedTranscript& b) {
      return std::tie(a.number, a.from) < std::tie(b.number, b.from);
    });
    remember();
    result.known_now = holders_;
    return result;
  }

 private:
  void claim(std::size_t i, std::uint32_t number) {
    if (now_[seen_[i].file] != 0 || !holders_.emplace(number, seen_[i].file).second) return;
    now_[seen_[i].file] = number;
  }

  void claim_all() {
    const auto each_delivered = [&](const auto& take) {
      for (std::size_t i = 0; i < seen_.size(); ++i) {
        if (seen_[i].delivered) take(i);
      }
    };
    each_delivered([&](std::size_t i) {
      if (const auto said = told_.find(seen_[i].file); said != told_.end()) claim(i, said->second);
    });
    each_delivered([&](std::size_t i) {
      if (by_name_[i] && by_name_[i] == by_talk_[i]) claim(i, *by_name_[i]);
    });
    each_delivered([&](std::size_t i) {
      if (by_talk_[i]) claim(i, *by_talk_[i]);
    });
    each_delivered([&](std::size_t i) {
      if (by_name_[i]) claim(i, *by_name_[i]);
    });
  }

  /// Whether what was put away still counts: nobody has its number, and its talk is not there by another name.
  bool keep_put_away(std::size_t i) {
    if (!seen_[i].talk.empty() && talks_.contains(seen_[i].talk)) return false;
    if (!by_name_[i]) return true;  // scanned, and never assigned
    claim(i, *by_name_[i]);
    return now_[seen_[i].file] != 0;
  }

  void note_move(std::size_t i, RecognisedTranscripts& result) const {
    const std::string& file = seen_[i].file;
    const auto now = now_.find(file);
    if (!by_name_[i] || (now != now_.end() && now->second == *by_name_[i])) return;
    MovedTranscript moved{.number = *by_name_[i], .from = file};
    if (const auto holder = holders_.find(moved.number); holder != holders_.end()) {
      moved.to = holder->second;
      const auto said = told_.find(moved.to);
      moved.superseded = said != told_.end() && said->second == moved.number;
    }
    result.moved.push_back(std::move(moved));
  }

  /// A delivered file that lost its number is a new one.
  void remember() {
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (!seen_[i].delivered) continue;
      const std::string& file = seen_[i].file;
      const std::uint32_t number = now_[file];
      if (by_name_[i] && *by_name_[i] != number) registry_.forget(transcript_kind, file);
      if (number == 0) continue;
      registry_.bind(transcript_kind, file, number);
      if (!told_.contains(file) || seen_[i].talk.empty()) continue;
      registry_.forget(transcript_kind, seen_[i].talk);
      registry_.bind(transcript_kind, seen_[i].talk, number);
    }
  }

  std::vector<SeenTranscript> seen_;
  const std::map<std::string, std::uint32_t>& told_;
  Registry& registry_;
  std::vector<std::optional<std::uint32_t>> by_name_{}, by_talk_{};
  std::set<std::string> talks_{};               // of what is delivered
  std::map<std::string, std::uint32_t> now_{};  // by file
  std::map<std::uint32_t, std::string> holders_{};
};

}  // namespace

RecognisedTranscripts recognise_transcripts(std::vector<SeenTranscript> seen,
                                            const std::map<std::string, std::uint32_t>& told, Registry& registry) {
  return Recognition(std::move(seen), told, registry).run();
}

}  // namespace moniker::resolve
