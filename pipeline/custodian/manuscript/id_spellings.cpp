// One way of writing IDs a paper: prefixes, padding, what stands between letters and digits.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/fold.hpp"
#include "manuscript/used_ids.hpp"

namespace moniker::custodian {
namespace {

bool is_word_form(const PaperId& id) { return id.is_word(); }

using LastNumbers = std::map<std::string, std::uint32_t>;

/// "09" of P09, and of H09a.
std::string numbered_part(const PaperId& id) {
  const std::size_t from = id.prefix.find_last_not_of("0123456789") + 1;
  const bool member = id.digits.find_first_of("0123456789") == std::string::npos && from < id.prefix.size();
  return member ? id.prefix.substr(from) : id.digits;
}

/// Of the usual spelling the one that is spelled in another way too, N7 of N07, so that both are seen; else the first.
const UsedId& same_person_among(const std::vector<UsedId>& usual, const Ways& ways, const std::string& usual_way) {
  for (const auto& [way, ids] : ways) {
    if (way == usual_way) continue;
    const PaperId& other = *ids.front().id;
    const auto same = std::find_if(usual.begin(), usual.end(), [&](const UsedId& one) {
      return one.id->number == other.number && group_digits(*one.id) == group_digits(other) &&
             std::strtoul(numbered_part(*one.id).c_str(), nullptr, 10) ==
                 std::strtoul(numbered_part(other).c_str(), nullptr, 10);
    });
    if (same != usual.end()) return *same;
  }
  return usual.front();
}

/// Two ways or more: the usual one and the places of the others.
void tell_ways(const Manuscript& paper, const Ways& ways, std::string_view what, std::vector<PaperFinding>& findings) {
  if (ways.size() < 2) return;
  const auto usual = std::max_element(ways.begin(), ways.end(),
                                      [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
  std::vector<std::string> shown;
  PaperFinding finding{PaperFault::mixed_ids, {}, {}};
  const UsedId& example = same_person_among(usual->second, ways, usual->first);
  shown.push_back(fmt::format("{} ({})", example.id->written(), usual->second.size()));
  for (const auto& [way, ids] : ways) {
    if (way == usual->first) continue;
    shown.push_back(fmt::format("{} ({})", ids.front().id->written(), ids.size()));
    for (const UsedId& one : ids) {
      if (finding.where.size() < 6) finding.where.push_back({paper.blocks[one.by->block].at, one.by->text});
    }
  }
  finding.says = fmt::format("{} are mixed: {}", what, fmt::join(shown, ", "));
  findings.push_back(std::move(finding));
}

/// Roles that a prefix's attributions tell.
std::set<std::string> roles_of(const std::vector<UsedId>& ids) {
  std::set<std::string> roles;
  for (const UsedId& one : ids) {
    for (const Attribute& attribute : one.by->attributes) {
      if (attribute.kind == "role") roles.insert(attribute.value);
    }
  }
  return roles;
}

/// A prefix that says no more than "participant" beside one that is somebody's kind (N for nurses) stands for a group
/// of its own where it is used as much, or of others.
bool is_group_of_its_own(const std::vector<UsedId>& few, const std::vector<UsedId>& many) {
  if (few.size() > 2) return true;
  const auto these = roles_of(few), those = roles_of(many);
  if (these.empty() || those.empty()) return few.size() > 1;
  return std::none_of(these.begin(), these.end(), [&](const std::string& role) { return those.contains(role); });
}

bool is_generic(const PaperId& id) { return id.known && id.known->generic; }

/// PT04 for P04: a slip of one letter, made once or twice.
bool is_slip(const std::string& a, const std::string& b) {
  if (a.size() < 2 || b.size() < 2 || a.size() + b.size() < 4) return false;
  const std::string& longer = a.size() >= b.size() ? a : b;
  const std::string& shorter = a.size() >= b.size() ? b : a;
  if (longer.size() - shorter.size() > 1 || (longer.size() != shorter.size() && longer.size() < 4)) return false;
  std::string sorted_long = longer, sorted_short = shorter;
  std::sort(sorted_long.begin(), sorted_long.end());
  std::sort(sorted_short.begin(), sorted_short.end());
  if (longer.size() == shorter.size()) return sorted_long == sorted_short;
  for (std::size_t i = 0; i < longer.size(); ++i) {
    if (longer.substr(0, i) + longer.substr(i + 1) == shorter) return true;
  }
  return false;
}

/// G4 beside Gardener 5: a letter, and the word that it stands for.
bool is_short_for(const std::string& letter, const std::string& word) {
  return letter.size() == 1 && word.size() >= 4 && word.front() == letter.front() && word.find(' ') == word.npos;
}

bool share_role(const std::vector<UsedId>& few, const std::vector<UsedId>& many) {
  const auto these = roles_of(few), those = roles_of(many);
  return std::any_of(these.begin(), these.end(), [&](const std::string& role) { return those.contains(role); });
}

/// GY4 among G1 to G10, once, where G4 is quoted too, or both are told to do the same: a letter more.
bool is_letter_more(const std::vector<UsedId>& few, const std::string& other, const std::vector<UsedId>& many) {
  const PaperId& id = *few.front().id;
  const std::string prefix = id.folded_prefix();
  return few.size() == 1 && many.size() >= 3 && !id.known && id.separator.empty() &&
         prefix.size() == other.size() + 1 && other.size() < 3 && prefix.starts_with(other) &&
         (share_role(few, many) ||
          std::any_of(many.begin(), many.end(), [&](const UsedId& one) { return one.id->number == id.number; }));
}

/// Stu8 beside S8: a word cut shorter or longer.
bool is_cut_further(const PaperId& id, const std::string& shorter) {
  const std::string prefix = id.folded_prefix();
  return prefix.size() <= 5 && prefix.size() > shorter.size() && !shorter.empty() && prefix.starts_with(shorter) &&
         std::any_of(id.prefix.begin() + 1, id.prefix.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         id.separator.empty();
}

/// BY and BU: one letter other, of two or more.
bool is_letter_other(const std::string& a, const std::string& b) {
  std::size_t other = 0;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) other += a[i] != b[i] ? 1 : 0;
  return a.size() == b.size() && a.size() > 1 && other == 1;
}

bool has_number(const std::vector<UsedId>& ids, std::uint32_t number) {
  return std::any_of(ids.begin(), ids.end(), [&](const UsedId& one) { return one.id->number == number; });
}

/// F14 in a paper that says that its people are D1 to D29 and V1 to V6: once or twice, and of a number that one of the
/// plans has; of BU1 to BU6 BY3 is a slip before it is one of any other.
void add_undeclared(const Ways& others, const Ways& generic, const LastNumbers& last, Ways& mixed) {
  if (last.empty()) return;
  for (const Ways* ways : {&others, &generic}) {
    for (const auto& [prefix, ids] : *ways) {
      const PaperId& id = *ids.front().id;
      if (ids.size() > 2 || last.contains(prefix) || id.is_word() || prefix.find('#') != prefix.npos) continue;
      const Ways::value_type* plan = nullptr;
      for (const Ways* of : {&others, &generic}) {
        for (const auto& other : *of) {
          const auto told = last.find(other.first);
          const bool fits = told != last.end() && id.number <= told->second && other.first.size() == prefix.size();
          const bool near = is_letter_other(prefix, other.first);
          if (!fits || (other.second.size() < 3 && !(near && has_number(other.second, id.number)))) continue;
          const bool was_near = plan && is_letter_other(prefix, plan->first);
          if (!plan || near > was_near || (near == was_near && plan->second.size() < other.second.size()))
            plan = &other;
        }
      }
      if (plan) mixed[prefix] = ids, mixed[plan->first] = plan->second;
    }
  }
}

/// "[Int 19]" beside "[Interview 8]": the word, and cut short, once or twice.
void add_cut_sessions(const std::vector<UsedId>& all, Ways& mixed) {
  Ways sessions, others;
  for (const UsedId& one : all) {
    if (one.id->name || one.by->form == AttributionForm::row) continue;
    (one.id->known && one.id->known->kind == IdPrefix::Kind::session ? sessions : others)[one.id->family()].push_back(
        one);
  }
  for (const auto& [word, many] : sessions) {
    for (const auto& [cut, few] : others) {
      const bool alone = std::all_of(few.begin(), few.end(), [](const UsedId& one) { return one.by->ids.size() == 1; });
      if (few.size() <= 2 && many.size() >= 3 && cut.size() >= 3 && word.size() > cut.size() && word.starts_with(cut) &&
          alone)
        mixed[word] = many, mixed[cut] = few;
    }
  }
}

/// "(Participant 4)", once or twice where a quotation's speaker is told, in a paper of pseudonyms.
void add_numbers_among_names(const std::vector<UsedId>& all, Ways& mixed) {
  constexpr std::size_t least_names = 5;
  Ways names, numbers;
  for (const UsedId& one : all) {
    const bool told = one.by->form == AttributionForm::bracket || one.by->form == AttributionForm::line;
    if (!told || (!one.id->name && !is_generic(*one.id))) continue;
    (one.id->name ? names : numbers)[one.id->family()].push_back(one);
  }
  if (names.size() != 1 || numbers.size() != 1) return;
  if (names.begin()->second.size() < least_names || numbers.begin()->second.size() > 2) return;
  const bool with_name = std::any_of(numbers.begin()->second.begin(), numbers.begin()->second.end(),
                                     [](const UsedId& one) { return one.by->ids.size() > 1; });
  if (!with_name) mixed = {*names.begin(), *numbers.begin()};
}

/// P12 beside P35a and P35b, where there is no P12a: whoever came alone has no letter.
bool all_came_alone(const std::vector<UsedId>& plain, const std::vector<UsedId>& members) {
  return std::none_of(plain.begin(), plain.end(), [&](const UsedId& one) {
    return std::any_of(members.begin(), members.end(),
                       [&](const UsedId& other) { return numbered_part(*other.id) == one.id->digits; });
  });
}

void add_prefixes(const Manuscript& paper, const std::vector<UsedId>& all, const LastNumbers& last,
                  std::vector<PaperFinding>& findings) {
  Ways generic, others;
  for (const UsedId& one : all) {
    if (!is_participant(*one.id)) continue;
    const bool prose_word =
        is_word_form(*one.id) && (one.by->form == AttributionForm::prose || one.by->form == AttributionForm::row);
    if (prose_word) continue;  // "Participant 7 said" beside (P7)
    (is_generic(*one.id) ? generic : others)[one.id->family()].push_back(one);
  }
  // T4 and P4, S2 and P2: letters for two kinds of people, each used more than once
  const bool letters = std::all_of(generic.begin(), generic.end(),
                                   [](const auto& one) { return one.first.size() == 1 && one.second.size() > 1; });
  const bool declared = std::all_of(generic.begin(), generic.end(),
                                    [&](const auto& one) { return last.contains(one.first); });  // "PT01 to PT19"
  if (generic.size() >= 2 && !letters && !declared) return tell_ways(paper, generic, "prefixes", findings);
  Ways mixed;
  for (const Ways* few : {&generic, &others}) {  // R8 beside Rider 8, and Stu8 beside S8
    for (const auto& [prefix, ids] : *few) {
      for (const Ways* many : {&generic, &others}) {
        for (const auto& [other, others_ids] : *many) {
          const bool whole = few == &generic && many == &others && is_short_for(prefix, other);
          if ((ids.size() <= 2 && others_ids.size() >= 3 && (whole || is_cut_further(*ids.front().id, other))) ||
              is_letter_more(ids, other, others_ids))
            mixed[prefix] = ids, mixed[other] = others_ids;
        }
      }
    }
  }
  for (const auto& [prefix, ids] : others) {
    for (const auto& [other, others_ids] : others) {
      const bool whole = is_short_for(prefix, other) || is_short_for(other, prefix);
      if (ids.size() <= 2 && others_ids.size() >= 3 && (is_slip(prefix, other) || whole))
        mixed[prefix] = ids, mixed[other] = others_ids;
    }
  }
  if (mixed.empty() && generic.size() == 1 && !others.empty()) {
    const auto most = std::max_element(others.begin(), others.end(),
                                       [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    const auto& [prefix, ids] = *generic.begin();
    const bool word_and_short = is_word_form(*most->second.front().id);
    const bool couples = most->first == prefix + "#" && all_came_alone(ids, most->second);
    if (!word_and_short && !couples && others.size() == 1) {
      if (most->second.size() >= 3 && ids.size() < most->second.size() && !is_group_of_its_own(ids, most->second))
        mixed = {{prefix, ids}, *most};
      if (ids.size() >= 3 && most->second.size() <= 2 && !is_group_of_its_own(most->second, ids))
        mixed = {{prefix, ids}, *most};
    }
  }
  if (mixed.empty()) add_cut_groups(others, mixed);
  if (mixed.empty()) add_other_seats(others, mixed);
  if (mixed.empty()) add_cut_words(all, mixed);
  if (mixed.empty()) add_cut_sessions(all, mixed);
  if (mixed.empty()) add_numbers_among_names(all, mixed);
  if (mixed.empty()) add_undeclared(others, generic, last, mixed);
  tell_ways(paper, mixed, "prefixes", findings);
}

/// Of one prefix: with a nought before one digit or without, with a blank or sign between or without, capitals.
void add_spellings(const Manuscript& paper, const std::vector<UsedId>& all, std::vector<PaperFinding>& findings) {
  std::map<std::string, Ways> padding, writing;
  for (const UsedId& one : all) {
    if (one.by->form == AttributionForm::row) continue;
    const PaperId& id = *one.id;
    if (id.name) continue;
    const std::string prefix = id.family();
    const bool seated = prefix.find('#') != prefix.npos &&
                        prefix != "#";  // FG2-3: written as all of its family are, whatever the group
    const std::string digits = numbered_part(id);
    const bool padded = digits.size() > 1 && digits.front() == '0';
    if (padded || digits.size() == 1) padding[prefix][padded ? std::to_string(digits.size()) : "1"].push_back(one);
    const bool word = is_word_form(id);
    const bool prose = one.by->form == AttributionForm::prose || one.by->form == AttributionForm::label;
    if (!word)
      writing[prefix][(seated ? id.plan() : id.prefix) + id.separator].push_back(one);
    else if (!prose)
      writing[prefix][fold(id.prefix) + id.separator].push_back(one);
  }
  const auto shown = [](const std::string& family) { return family.substr(0, family.find('#')); };
  for (const auto& [prefix, ways] : padding) {
    const bool both_plain = ways.contains("1");
    if (ways.size() > 1 && both_plain) tell_ways(paper, ways, "paddings of " + shown(prefix), findings);
  }
  const std::size_t told = findings.size();
  for (const auto& [prefix, ways] : writing) tell_ways(paper, ways, "spellings of " + shown(prefix), findings);
  // AHP-5 beside AHP05 differs in both; it is one slip.
  const auto same_places = [](const PaperFinding& a, const PaperFinding& b) {
    return std::equal(a.where.begin(), a.where.end(), b.where.begin(), b.where.end(),
                      [](const PlacedWords& one, const PlacedWords& other) { return one.words == other.words; });
  };
  const std::vector<PaperFinding> spellings(findings.begin() + static_cast<std::ptrdiff_t>(told), findings.end());
  const auto again = [&](const PaperFinding& one) {
    return one.says.starts_with("paddings") &&
           std::any_of(spellings.begin(), spellings.end(), [&](const PaperFinding& s) { return same_places(one, s); });
  };
  std::erase_if(findings, again);
}

}  // namespace

std::vector<PaperFinding> mixed_ids_in(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words) {
  std::vector<PaperFinding> findings;
  const auto all = used_ids(talk);
  add_prefixes(paper, all, talk.last, findings);
  add_spellings(paper, all, findings);
  if (findings.empty()) add_slips_of_prose(paper, talk, words, findings);
  add_misspelt_names(paper, talk, words, findings);
  return findings;
}

}  // namespace moniker::custodian
