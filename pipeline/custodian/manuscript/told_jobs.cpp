// What somebody is by what they do all day, as a clause tells it: a verb, what it is done to, and since when.
#include "manuscript/told_jobs.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_before_verb = 2;  // "who had driven"

/// The verb and the job of "driven/driver".
std::pair<std::string_view, std::string_view> verb_and_job(std::string_view row) {
  const std::size_t cut = row.find('/');
  return {row.substr(0, cut), cut == row.npos ? std::string_view() : row.substr(cut + 1)};
}

/// "since the site opened", "for nine years": still done.
bool goes_on(std::string_view behind, const PaperWords& words) {
  const auto said = folded_words(behind);
  if (std::find(said.begin(), said.end(), words.still_since.front()) != said.end()) return true;
  const auto counts = counts_in(behind, words);
  return std::any_of(counts.begin(), counts.end(), [&](const Count& count) {
    const auto unit = folded_words(behind.substr(count.bytes.end, 24));
    return !unit.empty() && is_one_of(unit[0], words.tenure_units);
  });
}

}  // namespace

std::vector<Attribute> job_done(std::string_view clause, std::size_t slot, const PaperWords& words) {
  const std::string folded = fold(clause);
  const auto said = folded_words(folded);
  if (said.empty() || !is_one_of(said[0], words.somebody)) return {};
  for (std::size_t at = 1; at <= most_before_verb && at + 2 < said.size(); ++at) {
    for (const std::string_view row : words.done_all_day) {
      const auto [verb, job] = verb_and_job(row);
      const bool thing = is_one_of(said[at + 1], words.an) && is_one_of(said[at + 2], words.vehicles);
      if (said[at] != verb || !thing || !goes_on(std::string_view(folded).substr(folded.find(verb)), words)) continue;
      std::vector<Attribute> out = attributes_of(job, slot, words);
      std::erase_if(out, [](const Attribute& one) { return one.kind != "role"; });
      return out;
    }
  }
  return {};
}

}  // namespace moniker::custodian
