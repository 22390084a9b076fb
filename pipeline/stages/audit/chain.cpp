// Every record names the digest of the record before it. While a log is whole, each line points at the line
// just above. When one does not, where it points instead tells what was done:
//
//   nowhere, and numbers are missing     records were removed here
//   nowhere, and no number is missing    the line above was edited, or this one: the line below, which still
//                                        points at an unedited line, tells which
//   at a line further up                 what stands between was put in
//   at a line further down               records changed places
//   and its like stands further up       it is a copy
//
// The signed head stands below the last record that was signed, and points at it.
#include "audit/chain.hpp"

#include <fmt/core.h>

#include <map>
#include <set>

namespace moniker::audit {
namespace {

constexpr std::size_t most_faults = 100;
constexpr std::ptrdiff_t start = -1;  // the place above the first line

class ChainReading {
 public:
  ChainReading(const std::vector<ChainLine>& lines, const std::optional<SignedHead>& head)
      : lines_(lines), head_(head) {
    for (std::size_t i = 0; i < lines.size(); ++i) places_[lines[i].digest].push_back(static_cast<std::ptrdiff_t>(i));
    places_[digest_of("")].push_back(start);
  }

  std::vector<AuditFault> read() {
    for (std::ptrdiff_t at = 0; at < count(); ++at) take(at);
    take_end();
    return std::move(faults_);
  }

 private:
  std::ptrdiff_t count() const { return static_cast<std::ptrdiff_t>(lines_.size()); }
  const ChainLine& line(std::ptrdiff_t at) const { return lines_[static_cast<std::size_t>(at)]; }
  Digest digest_at(std::ptrdiff_t at) const { return at == start ? digest_of("") : line(at).digest; }

  void report(std::ptrdiff_t at, std::string what) {
    if (faults_.size() == most_faults) return;
    faults_.push_back({static_cast<std::uint64_t>(at + 1), std::move(what),
                       "restore the log from a copy, and find out who had access to it"});
  }

  /// The nearest place further up with this digest, else the first further down.
  std::optional<std::ptrdiff_t> place_of(const Digest& digest, std::ptrdiff_t from) const {
    const auto found = places_.find(digest);
    if (found == places_.end()) return std::nullopt;
    std::optional<std::ptrdiff_t> place;
    for (const std::ptrdiff_t at : found->second) {
      if (at < from || !place) place = at;
    }
    return place;
  }

  void accept(std::ptrdiff_t at) {
    anchor_ = at;
    expected_ = line(at).link->number + 1;
    excused_ = false;
  }

  void take(std::ptrdiff_t at) {
    const auto& link = line(at).link;
    if (!link) {
      report(at, "is not a record: it was damaged or put in");
      ++expected_;
      excused_ = true;
    } else if (link->previous == digest_at(anchor_) && !excused_) {
      take_linked(at, link->number);
    } else if (is_copy(at)) {
      report(at, fmt::format("record {} is a copy of one further up", link->number));
    } else if (const auto place = place_of(link->previous, at); place && *place != at) {
      take_astray(at, *place);
    } else {
      take_unlinked(at, link->number);
    }
  }

  /// It follows what it should. Then its number can only be wrong because it was edited.
  void take_linked(std::ptrdiff_t at, std::uint64_t number) {
    const std::uint64_t expected = expected_;
    accept(at);
    if (number == expected) return;
    report(at, fmt::format("record {} was edited: its number was changed", expected));
    expected_ = expected + 1;
    excused_ = true;
  }

  bool is_copy(std::ptrdiff_t at) const { return places_.at(line(at).digest).front() != at; }

  /// It follows a line that stands elsewhere.
  void take_astray(std::ptrdiff_t at, std::ptrdiff_t place) {
    const std::uint64_t number = line(at).link->number;
    if (place > at) {
      report(at, fmt::format("record {} was moved: it follows line {}", number, place + 1));
      set_aside_.insert(at);
      return;
    }
    const bool follows_moved = set_aside_.contains(place);
    if (place < anchor_ && !follows_moved) {
      const bool room_taken = set_aside_.contains(place + 1);
      if (room_taken)
        report(at, fmt::format("record {} was moved: it follows line {}", number, place + 1));
      else
        report(place + 1, fmt::format("a record was put in: record {} follows the line above it", number));
    }
    accept(at);
  }

  /// It follows a line that is nowhere.
  void take_unlinked(std::ptrdiff_t at, std::uint64_t number) {
    if (number > expected_) {
      report(at, number == expected_ + 1
                     ? fmt::format("record {} was removed before this line", expected_)
                     : fmt::format("records {} to {} were removed before this line", expected_, number - 1));
    } else if (number < expected_) {
      report(at, fmt::format("record {} was put in", number));
      return;
    } else if (!excused_) {
      return take_edited(at, number);
    }
    accept(at);
  }

  /// One of two neighbours was edited; whether the line below still fits this one tells which.
  void take_edited(std::ptrdiff_t at, std::uint64_t number) {
    const std::optional<Digest> below = named_below(at);
    accept(at);
    if (below && *below == line(at).digest && at > 0)
      return report(at - 1, fmt::format("record {} was edited", number - 1));
    if (below || at == 0) {
      report(at, fmt::format("record {} was edited", number));
      excused_ = true;
      return;
    }
    report(at, fmt::format("record {} or {} was edited", number - 1, number));
  }

  /// The digest that the line below, or the signed head, gives for this line.
  std::optional<Digest> named_below(std::ptrdiff_t at) const {
    if (at + 1 < count()) return line(at + 1).link ? std::optional(line(at + 1).link->previous) : std::nullopt;
    if (head_ && head_->records == static_cast<std::uint64_t>(at + 1)) return head_->head;
    return std::nullopt;
  }

  void take_end() {
    if (!head_) return;
    if (expected_ <= head_->records) {
      report(count() - 1, fmt::format("the end of the log was cut off: {} records were signed, and the last here is {}",
                                      head_->records, expected_ - 1));
    } else if (faults_.empty() && head_->records > 0) {
      const auto last = static_cast<std::ptrdiff_t>(head_->records) - 1;
      if (digest_at(last) != head_->head) report(last, fmt::format("record {} was edited", head_->records));
    }
  }

  const std::vector<ChainLine>& lines_;
  const std::optional<SignedHead>& head_;
  std::map<Digest, std::vector<std::ptrdiff_t>> places_;
  std::vector<AuditFault> faults_;
  std::set<std::ptrdiff_t> set_aside_;  // lines that stand too far up
  std::ptrdiff_t anchor_ = start;       // the last line that is where it belongs
  std::uint64_t expected_ = 1;          // the number that comes next
  bool excused_ = false;                // the line above was found to be wrong, so this one need not fit it
};

}  // namespace

std::vector<AuditFault> chain_faults(const std::vector<ChainLine>& lines, const std::optional<SignedHead>& head) {
  return ChainReading(lines, head).read();
}

}  // namespace moniker::audit
