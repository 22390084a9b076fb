// The same talk in two files. Which of them was meant is for a person to say, so all of them are told. Of a file that
// was put away nobody is asked any more, but whether what came since stands in its place.
#include <algorithm>
#include <bit>
#include <iterator>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "check/checks.hpp"

namespace moniker::check {
namespace {

constexpr double almost = 0.8;  // of the runs of five words; a version with one word in a hundred corrected has 0.9
constexpr std::size_t too_few = 32;  // runs: shorter talk is alike by chance

/// How much of their talk two transcripts share, 0 to 1: of the smallest hashes of both, those that both
/// have.
double likeness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  const std::size_t size = std::min(a.size(), b.size());
  if (size < too_few) return 0;
  std::size_t i = 0, j = 0, shared = 0, seen = 0;
  for (; seen < size && i < a.size() && j < b.size(); ++seen) {
    if (a[i] == b[j]) {
      ++shared;
      ++i;
      ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return static_cast<double>(shared) / static_cast<double>(size);
}

/// Two transcripts that are almost the same share one of the smallest hashes of either, since of all their hashes at
/// most a fifth are not shared. So each is compared with those that have one of its smallest, and of a hash that many
/// have (a formula that opens every interview) with the last so many that have it. Most hashes are of one transcript
/// alone: what is kept of a study are those that may be of more, in one list.
class Earlier {
 public:
  explicit Earlier(const std::vector<TranscriptFacts>& all) : all_(all) {
    std::size_t count = 0;
    for (const TranscriptFacts& facts : all) count += smallest_of(facts).size();
    const std::size_t mask = std::bit_ceil(count * 16 + 1) - 1;
    std::vector<bool> once(mask + 1), again(mask + 1);  // by the hash's last bits
    for (const TranscriptFacts& facts : all) {
      for (const std::uint64_t hash : smallest_of(facts)) {
        if (once[hash & mask]) again[hash & mask] = true;
        once[hash & mask] = true;
      }
    }
    for (std::uint32_t place = 0; place < all.size(); ++place) {
      for (const std::uint64_t hash : smallest_of(all[place])) {
        if (again[hash & mask]) places_.emplace_back(hash, place);
      }
    }
    std::sort(places_.begin(), places_.end());
  }

  /// Ascending places of earlier transcripts that may be almost the same as this one.
  std::vector<std::uint32_t> like(std::uint32_t place) const {
    std::vector<std::uint32_t> found;
    for (const std::uint64_t hash : smallest_of(all_[place])) {
      const auto here = std::lower_bound(places_.begin(), places_.end(), std::pair(hash, place));
      auto at = here;
      for (std::size_t left = most; left > 0 && at != places_.begin() && std::prev(at)->first == hash; --left)
        found.push_back((--at)->second);
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

 private:
  static constexpr std::size_t smallest = 27, most = 16;
  static std::span<const std::uint64_t> smallest_of(const TranscriptFacts& facts) {
    return std::span(facts.sketch).first(std::min(facts.sketch.size(), smallest));
  }
  const std::vector<TranscriptFacts>& all_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places_{};  // ascending
};

}  // namespace

void check_duplicates(const Delivery& delivery, const Sink<FileIssue>& issues) {
  const auto& all = delivery.transcripts;
  std::map<Digest, std::uint64_t> files;
  for (const TranscriptFacts& facts : all) files[facts.content] += facts.put_away.empty() ? 1U : 0U;
  std::vector<std::uint64_t> near(all.size());
  const Earlier earlier(all);
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    for (const std::uint32_t j : earlier.like(i)) {
      if (all[i].content == all[j].content || likeness(all[i].sketch, all[j].sketch) < almost) continue;
      const bool here = all[i].put_away.empty(), there = all[j].put_away.empty();
      if (here && there) ++near[i], ++near[j];
      if (here == there) continue;
      const TranscriptFacts& present = here ? all[i] : all[j];
      const TranscriptFacts& gone = here ? all[j] : all[i];
      issues({.file = present.file, .issue = {IssueCode::duplicate_put_away, {}, 1}, .other = gone.put_away});
    }
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].put_away.empty()) continue;
    const std::uint64_t same = files[all[i].content] - 1;
    if (same > 0 && all[i].words > 0) issues({all[i].file, {IssueCode::duplicate_content, {}, same}});
    if (near[i] > 0) issues({all[i].file, {IssueCode::duplicate_near, {}, near[i]}});
  }
}

}  // namespace moniker::check
