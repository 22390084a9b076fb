// Counts that a sentence implies: "nine in each of the three councils" are 27, "half of them" is half of what was
// counted, "all but four" are all others.
#include "manuscript/implied_counts.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/counts_of_no_people.hpp"

namespace moniker::custodian {
namespace {

constexpr double least_times = 2, most_times = 12;
constexpr std::size_t most_words_to_each = 4;

/// How often a count is meant, and the number that says so; 0 where nothing does.
struct Times {
  std::size_t times = 0;
  std::uint32_t said_at = 0;  // where that number begins; 0 where a list says it
};

bool is_times(const Count& number) {
  return !number.percent && number.decimals == 0 && number.value >= least_times && number.value <= most_times;
}

/// Whether a number is of things, or of no told kind: "three councils", and not "27 carers".
bool counts_things(const Count& number, const ImplyingSentence& in) {
  const auto behind = folded_words(in.text.substr(number.bytes.end, 30));
  return behind.empty() || !in.words.people.contains(behind[0]);
}

/// The items of "Nurseries B and C", "the prison, the court and the barracks"; 0 where nothing is joined.
std::size_t items_listed(std::string_view list, const PaperWords& words) {
  const auto said = folded_words(list);
  std::size_t joined = 0;
  for (const std::string& word : said) joined += is_one_of(word, words.conjunction);
  if (joined != 1 || is_one_of(said.back(), words.conjunction)) return 0;
  return 2 + static_cast<std::size_t>(std::count(list.begin(), list.end(), ','));
}

/// "in equal numbers from the three councils, nine in each", "between town and country (13 in each)"
Times told_before(const LabelledCount& one, const ImplyingSentence& in) {
  for (std::size_t n = in.numbers.size(); n-- > 0;) {
    const Count& number = in.numbers[n];
    if (number.bytes.begin < in.bytes.begin || number.bytes.end > one.bytes.begin) continue;
    if (const std::size_t named = names_to(in.text, number.bytes.end, in.words); named > 0)
      return {named > 1 ? named : 0, 0};  // "Groups 4 and 5 had 5 each"
    const bool ends_range =               // "in Years 8 to 10"
        n > 0 && is_span(in.text.substr(in.numbers[n - 1].bytes.end, number.bytes.begin - in.numbers[n - 1].bytes.end),
                         in.words);
    if (ends_range) {
      --n;
      continue;
    }
    if (is_times(number) && counts_things(number, in))
      return {static_cast<std::size_t>(number.value), number.bytes.begin};
    break;
  }
  const std::string before = fold(in.text.substr(in.bytes.begin, one.bytes.begin - in.bytes.begin));
  const std::size_t clause = before.find_last_of(";:") == before.npos ? 0 : before.find_last_of(";:") + 1;
  const std::string last = before.substr(clause);
  const bool even = says_one_of(last, in.words.evenly);
  return {even && says_one_of(last, in.words.conjunction) ? std::size_t{2} : 0, 0};
}

Times times_of(const LabelledCount& one, const ImplyingSentence& in) {
  const std::string_view behind = in.text.substr(one.bytes.end, in.bytes.end - one.bytes.end);
  const std::string_view clause = behind.substr(0, behind.find_first_of(";:.()"));
  const auto said = folded_words(clause.substr(0, clause.find(',')));
  const auto each =
      std::find_if(said.begin(), said.end(), [&](const auto& word) { return is_one_of(word, in.words.each); });
  if (each == said.end() || static_cast<std::size_t>(each - said.begin()) >= most_words_to_each) return {};
  if (!said.empty() && in.words.units.contains(said[0])) return {};
  if (each + 1 == said.end()) return told_before(one, in);
  const std::string_view told = trimmed(clause);
  const std::string folded = fold(told);
  if (folded.size() != told.size()) return {};  // places differ
  std::size_t at = 0;                           // behind "each"
  for (const std::string& word : in.words.each) {
    const std::size_t found = (" " + folded).find(" " + word + " ");
    if (found != std::string::npos) at = static_cast<std::size_t>(told.data() - clause.data()) + found + word.size();
  }
  const std::size_t from = one.bytes.end + at;
  for (const Count& number : in.numbers) {  // "each of the four parks"
    if (number.bytes.begin < from) continue;
    if (number.bytes.begin - from < 14 && is_times(number) && counts_things(number, in))
      return {static_cast<std::size_t>(number.value), number.bytes.begin};
    if (number.bytes.begin < one.bytes.end + clause.size()) {  // "five at each of B and C, and the remaining eleven"
      const std::string_view list = clause.substr(at, number.bytes.begin - from);
      return {items_listed(list.substr(0, list.rfind(',')), in.words), 0};
    }
    break;
  }
  return {items_listed(clause.substr(at), in.words), 0};
}

/// "1/3 a third": what it is of one, and the words.
struct Fraction {
  double value = 0;
  std::string_view words{};
};
Fraction fraction_of(std::string_view listed) {
  unsigned over = 0, under = 0;
  const std::size_t blank = std::min(listed.find(' '), listed.size());
  const char* const end = listed.data() + blank;
  const auto upper = std::from_chars(listed.data(), end, over);
  if (upper.ec != std::errc() || upper.ptr == end || *upper.ptr != '/') return {};
  if (std::from_chars(upper.ptr + 1, end, under).ec != std::errc() || under == 0) return {};
  return {static_cast<double>(over) / under, listed.substr(std::min(blank + 1, listed.size()))};
}

/// "of them", "of the farmers", "were", "kept": what goes on behind a part of people.
bool goes_on_as_part(std::string_view behind, const PaperWords& words) {
  const std::string folded = fold(trimmed(behind));
  const auto said = folded_words(folded);
  if (said.empty() || std::string_view(" ").find(behind.empty() ? 'x' : behind[0]) == std::string_view::npos)
    return false;
  if (is_one_of(said[0], words.did) || is_one_of(said[0], words.said_of_people) || is_past(said[0], words)) return true;
  const std::string_view lead = lead_of(folded, words.part_of);
  if (lead.empty()) return false;
  const auto whole = folded_words(std::string_view(folded).substr(lead.size()));
  const bool number = !whole.empty() && words.numbers[whole[0]].kind == words::NumberWord::Kind::small;
  return !whole.empty() && !words.units.contains(whole[0]) &&
         (number || is_one_of(whole[0], words.them) || is_one_of(whole[0], words.whole_sample) ||
          words.people.contains(whole[0]) || ends_as_plural(whole[0], words));
}

}  // namespace

void spread_each(std::vector<LabelledCount>& counts, const ImplyingSentence& in) {
  std::vector<LabelledCount> spread;
  std::vector<std::uint32_t> says_times;
  for (const LabelledCount& one : counts) {
    const Times times = one.percent || one.bracketed || one.value < 2 ? Times{} : times_of(one, in);
    spread.push_back(one);
    if (times.times == 0) continue;
    spread.back().implied = true;
    for (std::size_t i = 1; i < times.times; ++i) spread.push_back(spread.back());
    if (times.said_at > 0) says_times.push_back(times.said_at);
  }
  std::erase_if(spread, [&](const LabelledCount& one) {
    return std::find(says_times.begin(), says_times.end(), one.bytes.begin) != says_times.end();
  });
  counts = std::move(spread);
}

std::vector<LabelledCount> fractions_in(const ImplyingSentence& in) {
  std::vector<LabelledCount> found;
  const std::string said = fold(in.text.substr(in.bytes.begin, in.bytes.size()));
  if (said.size() != in.bytes.size()) return {};  // places differ
  for (const std::string& listed : in.words.fractions) {
    const Fraction fraction = fraction_of(listed);
    if (fraction.value <= 0) continue;
    for (std::size_t at = said.find(fraction.words); at != said.npos; at = said.find(fraction.words, at + 1)) {
      const std::size_t end = at + fraction.words.size();
      const bool word =
          (at == 0 || !is_word(code_point_before(said, at).value)) && (end >= said.size() || said[end] == ' ');
      if (!word) continue;
      const bool part = goes_on_as_part(std::string_view(said).substr(end), in.words);
      found.push_back(
          {.bytes = {in.bytes.begin + static_cast<std::uint32_t>(at), in.bytes.begin + static_cast<std::uint32_t>(end)},
           .fraction = part ? fraction.value : 0});
    }
  }
  return found;
}

bool is_exception(const LabelledCount& one, const ImplyingSentence& in) {
  if (one.percent || one.bracketed || one.bytes.begin < in.bytes.begin) return false;
  const std::string before = fold(trimmed(in.text.substr(in.bytes.begin, one.bytes.begin - in.bytes.begin)));
  return !tail_of(before, in.words.all_but).empty();
}

}  // namespace moniker::custodian
