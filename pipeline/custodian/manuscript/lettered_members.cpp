// IDs of two parts whose second is a letter: the two of a couple (H4a, H4b), the third nurse of a site (S2-C). A letter
// behind a number may be much else (P3-F is a woman), so that it is learned over the whole paper where it is one.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/paper_ids.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_lead = 5, longest_member_number = 2;

bool is_member_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_lead_capital(char c) { return c >= 'A' && c <= 'Z'; }

std::uint32_t number_said_by(std::string_view digits) {
  return static_cast<std::uint32_t>(std::strtoul(std::string(digits).c_str(), nullptr, 10));
}

/// One that begins here: a capital and letters (S, FG, Fam), digits, perhaps a sign, one letter.
struct LetteredMember {
  std::size_t letters_end = 0, digits_end = 0, end = 0;  // end is 0 where none begins
};

LetteredMember lettered_member_at(std::string_view text, std::size_t at) {
  LetteredMember out;
  if (!is_lead_capital(text[at]) || (at > 0 && is_word(code_point_before(text, at).value))) return {};
  std::size_t end = at;
  while (end < text.size() && is_member_letter(text[end])) ++end;
  out.letters_end = end;
  while (end < text.size() && is_ascii_digit(text[end])) ++end;
  out.digits_end = end;
  if (end < text.size() && std::string_view("-/.").find(text[end]) != std::string_view::npos) ++end;
  const char letter = end < text.size() ? text[end] : ' ';
  const bool one = is_member_letter(letter);
  if (!one || out.letters_end - at > longest_lead || out.digits_end == out.letters_end ||
      out.digits_end - out.letters_end > longest_member_number ||
      (end + 1 < text.size() && is_word(code_point_at(text, end + 1).value)))
    return {};
  out.end = end + 1;
  return out;
}

template <typename Take>
void for_each_lettered_member(std::string_view text, Take take) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const LetteredMember one = lettered_member_at(text, at);
    if (one.end == 0) continue;
    take(at, one);
    at = one.end - 1;
  }
}

/// Which plain numbers stand behind a lead: P4 and P61 of the p of P35b.
std::set<std::uint32_t> plain_numbers_of(const std::string& lead, const std::vector<std::string_view>& texts) {
  std::set<std::uint32_t> numbers;
  for (const std::string_view text : texts) {
    for (std::size_t at = 0; at + lead.size() < text.size(); ++at) {
      if (!is_lead_capital(text[at]) || fold(text.substr(at, lead.size())) != lead) continue;
      const std::size_t from = at + lead.size();
      const std::size_t end = std::min(text.find_first_not_of("0123456789", from), text.size());
      const bool begins = at == 0 || !is_word(code_point_before(text, at).value);
      if (begins && end > from && (end == text.size() || !is_word(code_point_at(text, end).value)))
        numbers.insert(number_said_by(text.substr(from, end - from)));
    }
  }
  return numbers;
}

}  // namespace

std::vector<PaperId> lettered_members_in(std::string_view text, const std::set<std::string>& leads) {
  std::vector<PaperId> found;
  if (leads.empty()) return found;
  for_each_lettered_member(text, [&](std::size_t at, const LetteredMember& one) {
    if (!leads.contains(fold(text.substr(at, one.letters_end - at)))) return;
    const char letter = text[one.end - 1];
    found.push_back({.bytes = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(one.end)},
                     .prefix = std::string(text.substr(at, one.digits_end - at)),
                     .separator = std::string(text.substr(one.digits_end, one.end - 1 - one.digits_end)),
                     .digits = std::string(1, letter),
                     .number = static_cast<std::uint32_t>((letter | 32) - 'a' + 1)});
  });
  return found;
}

std::set<std::string> leads_of_lettered_members(const std::vector<std::string_view>& texts) {
  constexpr std::size_t least_alone = 3;
  std::map<std::string, std::map<std::uint32_t, std::set<char>>> seen;
  for (const std::string_view text : texts) {
    for_each_lettered_member(text, [&](std::size_t at, const LetteredMember& one) {
      const std::uint32_t number = number_said_by(text.substr(one.letters_end, one.digits_end - one.letters_end));
      seen[fold(text.substr(at, one.letters_end - at))][number].insert(static_cast<char>(text[one.end - 1] | 32));
    });
  }
  std::set<std::string> leads;
  for (const auto& [lead, numbers] : seen) {
    std::set<char> letters;
    std::size_t members = 0;
    for (const auto& [number, of] : numbers) letters.insert(of.begin(), of.end()), members += of.size();
    const auto both =
        std::count_if(numbers.begin(), numbers.end(), [](const auto& one) { return one.second.size() > 1; });
    const bool several = both > 0;
    const bool gender = std::all_of(letters.begin(), letters.end(), [](char c) { return c == 'f' || c == 'm'; });
    const bool first_two = letters.contains('a') && letters.contains('b');
    if (numbers.size() >= 2 && members >= 3 && several && !gender && (first_two || letters.size() >= 3 || both >= 2))
      leads.insert(lead);
    // of each couple one is quoted, and others came alone: P22a, P35b and P48a beside P4 and P61
    const bool couples = letters == std::set<char>{'a', 'b'} && numbers.size() >= least_alone;
    // who belongs to each has one letter: HD04-C is the carer of HD04
    const bool companions = letters.size() == 1 && !gender && numbers.size() >= least_alone;
    if (several || !(couples || companions)) continue;
    const std::set<std::uint32_t> plain = plain_numbers_of(lead, texts);
    const auto with_plain =
        std::count_if(numbers.begin(), numbers.end(), [&](const auto& one) { return plain.contains(one.first); });
    if (plain.size() >= least_alone && (couples || with_plain == std::ssize(numbers))) leads.insert(lead);
  }
  return leads;
}

}  // namespace moniker::custodian
