// A year that somebody names, laid beside the years of the talks: an age behind "I was born in", a time in the job
// behind "I've been here since".
#include "manuscript/told_by_years.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr unsigned first_year_told = 1900, first_year_of_talks = 1980, last_year_told = 2060;
constexpr std::size_t most_from_since = 30;

/// A year and where it stands.
struct YearTold {
  std::size_t at = 0;
  unsigned year = 0;
};

/// "1991", but no "(Evans, 1991)" and no part of a longer number.
std::vector<YearTold> years_told_in(std::string_view text) {
  std::vector<YearTold> out;
  for (std::size_t at = 0; at + 4 <= text.size();) {
    if (!is_ascii_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    const bool cited = end < text.size() && text[end] == ')' && text.substr(0, at).ends_with(", ");
    unsigned year = 0;
    for (std::size_t i = at; i < std::min(end, at + 4); ++i) year = year * 10 + static_cast<unsigned>(text[i] - '0');
    if (end - at == 4 && !cited && year >= first_year_told && year <= last_year_told) out.push_back({at, year});
    at = end;
  }
  return out;
}

/// Whether one of the phrases stands before a year, with a few words between ("since the strike of 1984").
bool stands_before(std::string_view before, const Phrases& phrases, std::size_t most_between) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    const std::size_t at = before.rfind(phrase);
    return at != before.npos && before.size() - at - phrase.size() <= most_between;
  });
}

}  // namespace

std::optional<TalkYears> talk_years(const Manuscript& paper, const PaperWords& words) {
  std::optional<TalkYears> out;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      const std::string_view said = std::string_view(block.text).substr(sentence.begin, sentence.size());
      if (!says_one_of(fold(said), words.talks_in)) continue;
      for (const YearTold& one : years_told_in(said)) {
        if (one.year < first_year_of_talks) continue;
        if (!out) out = TalkYears{one.year, one.year};
        out->first = std::min(out->first, one.year), out->last = std::max(out->last, one.year);
      }
    }
  }
  return out;
}

std::vector<Attribute> told_by_years(std::string_view sentence, const TalkYears& talks, std::size_t slot,
                                     const PaperWords& words) {
  const std::string folded = fold(sentence);
  if (folded.size() != sentence.size() || says_one_of(folded, words.supposes)) return {};
  for (const YearTold& one : years_told_in(folded)) {
    const std::string_view before = std::string_view(folded).substr(0, one.at);
    if (one.year >= talks.first) continue;
    if (stands_before(before, words.born_in, 1))
      return {{"age", fmt::format("{}-{}", talks.first - one.year - 1, talks.last - one.year), folded, slot, {}}};
    if (!stands_before(before, words.here_since, most_from_since)) continue;
    const unsigned least = talks.first - one.year, most = talks.last - one.year;
    std::vector<Attribute> out{{"experience", fmt::format("{} years", most), folded, slot, {}}};
    if (least >= years_of_a_senior) out.push_back({"seniority", senior, folded, slot, {}});
    return out;
  }
  return {};
}

}  // namespace moniker::custodian
