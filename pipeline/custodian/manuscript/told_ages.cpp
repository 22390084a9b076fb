// How old somebody is, or was at least, by the authors' own sentences: in words, by decades, behind "at".
#include "manuscript/told_ages.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/item_words.hpp"

namespace moniker::custodian {
namespace {

constexpr double youngest_told = 16, oldest_told = 99, youngest_of_kin = 20;

Attribute age_of(const std::string& value, std::string_view clause, std::size_t slot) {
  return {"age", value, fold(clause), slot, {}};
}

std::string in_digits(double value) { return std::to_string(static_cast<unsigned>(value)); }

/// "a man", "a porter"; "a grandmother" of so many that they are years, and no grandchildren.
bool is_somebody(const std::string& word, double years, const PaperWords& words) {
  const auto* told = words::find_word(words.attributes, word);
  const auto tells = [&](std::string_view kind) {
    return told && std::any_of(told->begin(), told->end(), [&](const SaidOfSomebody& one) { return one.kind == kind; });
  };
  return (tells("gender") || tells("role")) && (!tells("relation") || years >= youngest_of_kin);
}

/// "an only child" of 67: at the head of the clause, and so old that it is no number of children.
bool is_grown_kin(const std::vector<std::string>& before, double years, const PaperWords& words) {
  constexpr std::size_t most_before = 5;
  const bool head = before.size() <= most_before && is_one_of(before[0], words.an);
  return head && years >= youngest_of_kin && is_one_of(before[before.size() - 2], words.kid_words);
}

}  // namespace

std::vector<Attribute> age_of_somebody(std::string_view clause, std::size_t slot, const PaperWords& words) {
  for (const Count& count : counts_in(clause, words)) {
    const auto before = folded_words(clause.substr(0, count.bytes.begin));
    const auto behind = folded_words(clause.substr(count.bytes.end, 20));
    const bool at = before.size() > 1 && is_one_of(before.back(), words.age_led_by) && behind.empty() &&
                    says_one_of(fold(clause), words.extremes);  // "the youngest of the crew at nineteen"
    if (at && count.value >= 10)
      return {{"age", std::to_string(static_cast<unsigned>(count.value)), fold(clause), slot, {}}};
    if (before.size() < 2 || !is_one_of(before.back(), words.of) || count.percent || count.value < 10 ||
        count.value > 99)
      continue;
    const bool thing = clause.substr(count.bytes.end).starts_with(' ') && !behind.empty() &&
                       (words.units.contains(behind[0]) || words.people.contains(behind[0]));
    if ((!is_somebody(before[before.size() - 2], count.value, words) && !is_grown_kin(before, count.value, words)) ||
        thing)
      continue;
    return {{"age", std::to_string(static_cast<unsigned>(count.value)), fold(clause), slot, {}}};
  }
  return {};
}

std::vector<Attribute> decade_of_age(std::string_view clause, std::size_t slot, const PaperWords& words) {
  const auto said = folded_words(clause);
  for (std::size_t at = 2; at < said.size(); ++at) {
    const std::size_t own = is_one_of(said[at - 1], words.part_of_decade) ? 2 : 1;
    const bool hers = at > own && is_one_of(said[at - own - 1], words.at_place) &&
                      (is_one_of(said[at - own], words.she) || is_one_of(said[at - own], words.he));
    if (!hers) continue;
    for (Attribute& one : attributes_of(said[at], slot, words)) {
      if (one.kind == "age") return {std::move(one)};
    }
  }
  return {};
}

std::vector<Attribute> age_led_by(std::string_view before, std::string_view behind, std::size_t slot,
                                  const PaperWords& words) {
  const auto lead = folded_words(before.substr(0, before.find(',')));
  const auto verb = folded_words(behind.substr(0, 40));
  const bool then =
      verb.size() > 1 && is_one_of(verb[0], words.has) &&
      (is_past(verb[1], words) || is_one_of(verb[1], words.participles) || words.negations.contains(verb[1]));
  const bool did = !verb.empty() && !is_one_of(verb[0], words.was_so_old) && !is_one_of(verb[0], words.has) &&
                   (is_past(verb[0], words) || is_one_of(verb[0], words.goes));  // "At the age of 20, P4 moved"
  const bool at = lead.size() == 2 && is_one_of(lead[0], words.age_led_by);      // or "At the age of 52"
  if (!at && lead_of(fold(before), words.at_age_of).empty()) return {};
  std::vector<Attribute> out = attributes_of(lead.back(), slot, words);
  std::erase_if(out, [](const Attribute& one) { return one.kind != "age"; });
  if ((then || did) && !out.empty() && whole_number(out[0].value)) out[0].value += "+";  // so old at least
  return out;
}

std::vector<Attribute> aged(std::string_view clause, std::size_t slot, const PaperWords& words) {
  for (const Count& count : counts_in(clause, words)) {
    const std::string before = fold(trimmed(clause.substr(0, count.bytes.begin)));
    const bool all =
        trimmed(clause.substr(count.bytes.end)).empty() && (before.empty() || is_one_of(before, words.age_led_by));
    if (!all || count.percent || count.value < youngest_told || count.value > oldest_told) return {};
    return {age_of(in_digits(count.value), clause, slot)};
  }
  return {};
}

std::vector<Attribute> age_said(std::string_view clause, std::size_t slot, const PaperWords& words) {
  for (const Count& count : counts_in(clause, words)) {
    const std::string before = fold(trimmed(clause.substr(0, count.bytes.begin)));
    const std::string_view rest = clause.substr(count.bytes.end);
    const auto behind = folded_words(rest.substr(0, 40));
    const bool ends = behind.empty() || rest.starts_with(',') || is_one_of(behind[0], words.conjunction) ||
                      is_one_of(behind[0], words.behind_age);
    const bool dated = std::any_of(rest.begin(), rest.end(), is_ascii_digit);
    if (!is_one_of(before, words.was_so_old) || !ends || dated || count.percent) return {};
    if (count.value < youngest_told || count.value > oldest_told) return {};
    // "was 20 when she left home": so old at least; "was 52 when we met": that old
    const bool now = is_one_of(before, words.is_so_old) || behind.empty() ||
                     says_one_of(fold(rest.substr(0, 60)), words.at_our_talk);
    return {age_of(in_digits(count.value) + (now ? "" : "+"), clause, slot)};
  }
  return {};
}

std::vector<Attribute> age_then(std::string_view clause, std::size_t slot, const PaperWords& words) {
  for (const Count& count : counts_in(clause, words)) {
    const auto before = folded_words(clause.substr(0, count.bytes.begin));
    const auto behind = folded_words(clause.substr(count.bytes.end, 40));
    const bool led = before.size() == 2 && is_one_of(before[0], words.somebody) && !is_one_of(before[0], words.whose) &&
                     is_one_of(before[1], words.age_led_by);
    const bool then = behind.size() > 1 && (is_past(behind[0], words) || is_one_of(behind[0], words.has)) &&
                      clause.substr(count.bytes.end).starts_with(' ');
    if (led && then && !count.percent && count.value >= youngest_told && count.value <= oldest_told)
      return {age_of(in_digits(count.value) + "+", clause, slot)};
  }
  return {};
}

}  // namespace moniker::custodian
