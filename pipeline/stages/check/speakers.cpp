// Who speaks, against who is expected to. Everything is judged at the end, from the labels: what one
// utterance says is never looked at.
#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "check/checks.hpp"
#include "check/speaker_labels.hpp"
#include "words/role_label.hpp"

namespace moniker::check {
namespace {

/// The register as far as it concerns one file.
struct Expected {
  const ExpectedPeople& people;
  std::set<std::string> labels{};  // keys that sessions of this file give
  std::set<std::string> spelt{};   // the same as the register spells them, folded
  std::uint64_t unlabelled = 0;    // sessions of this file without a label: any single unclaimed one
  bool any_session = false;

  Expected(const ExpectedPeople& everybody, const std::string& file) : people(everybody) {
    for (const Session* session : people.sessions(file)) {
      any_session = true;
      if (session->speaker.empty()) {
        ++unlabelled;
      } else {
        labels.insert(label_key(session->speaker));
        spelt.insert(fold(session->speaker));
      }
    }
  }
  bool is_welcome(const std::string& key) const { return people.is_welcome(key, any_session); }
};

/// A label with a letter lost ("Si?n") or in doubt ("Kate (?)", "P3?"): it may be anybody's that is like it. "Woman?"
/// is nobody's.
bool is_in_doubt(std::string_view label, bool is_role) {
  if (label.find("\uFFFD") != std::string_view::npos) return true;
  return label.find('?') != std::string_view::npos && !(is_role && digits_of(label).empty());
}

struct Label {
  std::string key{}, folded{};
  Position first{};
  bool is_role = false;
};

class SpeakerCheck : public TranscriptCheck {
 public:
  explicit SpeakerCheck(const CheckContext& context)
      : people_(context.people), language_(context.language), facts_(context.facts), issues_(context.issues) {}

  void take(const Utterance& utterance) override {
    if (utterance.part != Part::talk) return;
    if (utterance.speaker.empty()) {
      nameless_.add(utterance.at);
    } else if (++facts_.speakers[utterance.speaker] == 1) {
      labels_.push_back({.key = label_key(utterance.speaker),
                         .folded = fold(utterance.speaker),
                         .first = utterance.at,
                         .is_role = words::tells_role(utterance.speaker, language_)});
      if (is_in_doubt(utterance.speaker, labels_.back().is_role)) damaged_.add(utterance.at);
    }
  }

  void finish() override {
    nameless_.tell(IssueCode::speaker_missing, issues_);
    damaged_.tell(IssueCode::speaker_damaged, issues_);
    const Expected expected(people_, facts_.file);
    if (!people_.register_is_empty()) judge_expected(expected);
    judge_spellings(expected);
  }

 private:
  void judge_expected(const Expected& expected) const {
    std::set<std::string> unclaimed, seen;
    for (const Label& label : labels_) {
      seen.insert(label.key);
      if (!expects(expected, label.key) && !expects(expected, name_part(label)) && !label.is_role)
        unclaimed.insert(label.key);
    }
    // One session without a label takes one unclaimed label; of several nobody can say which is whose.
    const bool taken = expected.unlabelled == 1 && unclaimed.size() == 1;
    if (!taken) tell_unknown(unclaimed);
    std::uint64_t silent = static_cast<std::uint64_t>(std::count_if(
        expected.labels.begin(), expected.labels.end(), [&](const std::string& key) { return !seen.contains(key); }));
    if (unclaimed.empty() && !has_unclaimed_role(expected)) silent += expected.unlabelled;
    if (silent != 0) issues_({IssueCode::speaker_silent, {}, silent});
  }

  static bool expects(const Expected& expected, const std::string& key) {
    return expected.labels.contains(key) || expected.is_welcome(key);
  }

  /// Without what stands in brackets: where somebody works, what they are called by, what they speak from; and in the
  /// order of speech: "MARSDEN, Liz (NHS Trust)" is Liz Marsden.
  static std::string name_part(const Label& label) {
    const std::string_view name = std::string_view(label.folded).substr(0, label.folded.find_first_of("(["));
    const std::size_t comma = name.find(',');
    if (comma == std::string_view::npos) return label_key(name);
    return label_key(std::string(name.substr(comma + 1)) + ' ' + std::string(name.substr(0, comma)));
  }

  /// Interviewee, P1: a role that no session claims may be the person whose session has no label.
  bool has_unclaimed_role(const Expected& expected) const {
    return std::any_of(labels_.begin(), labels_.end(), [&](const Label& label) {
      return label.is_role && !expected.labels.contains(label.key) && !expected.is_welcome(label.key);
    });
  }

  /// Each by the line where it first stands, so that it can be found without being named.
  void tell_unknown(const std::set<std::string>& unclaimed) const {
    constexpr std::size_t most = 20;  // a transcript of which every label is unknown need not name them all
    std::vector<Position> places;
    std::set<std::string> told;
    for (const Label& label : labels_) {
      if (unclaimed.contains(label.key) && told.insert(label.key).second) places.push_back(label.first);
    }
    for (std::size_t i = 0; i < places.size() && i < most; ++i) {
      const bool rest = i + 1 == most;
      issues_({IssueCode::speaker_unknown, places[i], rest ? places.size() - i : 1});
    }
  }

  void judge_spellings(const Expected& expected) const {
    Tally twice;
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (differs_from_register(labels_[i], expected) || differs_from_earlier(i, expected)) twice.add(labels_[i].first);
    }
    twice.tell(IssueCode::speaker_two_spellings, issues_);
  }

  /// The register has this label, but spelt otherwise ("Kate S" for "Kate S.").
  static bool differs_from_register(const Label& label, const Expected& expected) {
    return expected.labels.contains(label.key) && !expected.spelt.contains(label.folded);
  }

  bool differs_from_earlier(std::size_t i, const Expected& expected) const {
    constexpr std::size_t most = 500;  // a file with more labels than that has other troubles, and this is quadratic
    const Label& label = labels_[i];
    const bool known = expected.spelt.contains(label.folded);
    for (std::size_t j = 0; j < std::min(i, most); ++j) {
      const Label& other = labels_[j];
      if (label.key == other.key) return true;  // differs in capitals, accents, punctuation or blanks only
      const bool two_people = known && expected.spelt.contains(other.folded);
      if (!two_people && are_spellings(label.key, other.key)) return true;
    }
    return false;
  }

  const ExpectedPeople& people_;
  const words::Language& language_;
  TranscriptFacts& facts_;
  const Sink<Issue>& issues_;
  Tally nameless_{}, damaged_{};
  std::vector<Label> labels_{};  // in order of first appearance
};

}  // namespace

std::unique_ptr<TranscriptCheck> make_speaker_check(const CheckContext& context) {
  return std::make_unique<SpeakerCheck>(context);
}

}  // namespace moniker::check
