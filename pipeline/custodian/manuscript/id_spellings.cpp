// One way of writing IDs a paper: prefixes, padding, what stands between letters and digits; and numbers that no
// participant of the sample can have.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/fold.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {
namespace {

/// An ID where an attribution says who speaks.
struct UsedId {
  const PaperId* id;
  const Attribution* by;
};

bool is_participant(const PaperId& id) {
  return !id.name && (!id.known || id.known->kind == IdPrefix::Kind::participant);
}
bool is_word_form(const PaperId& id) { return id.is_word(); }

std::vector<UsedId> used_ids(const PaperTalk& talk) {
  std::vector<UsedId> all;
  for (const Attribution& one : talk.attributions) {
    for (const PaperId& id : one.ids) all.push_back({&id, &one});
  }
  return all;
}

using Ways = std::map<std::string, std::vector<UsedId>>;
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
      return one.id->number == other.number && std::strtoul(numbered_part(*one.id).c_str(), nullptr, 10) ==
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

/// GY4 among G1 to G10, once, where G4 is quoted too: a letter more.
bool is_letter_more(const std::vector<UsedId>& few, const std::string& other, const std::vector<UsedId>& many) {
  const PaperId& id = *few.front().id;
  const std::string prefix = id.folded_prefix();
  return few.size() == 1 && many.size() >= 3 && !id.known && id.separator.empty() &&
         prefix.size() == other.size() + 1 && other.size() < 3 && prefix.starts_with(other) &&
         std::any_of(many.begin(), many.end(), [&](const UsedId& one) { return one.id->number == id.number; });
}

/// Stu8 beside S8: a word cut shorter or longer.
bool is_cut_further(const PaperId& id, const std::string& shorter) {
  const std::string prefix = id.folded_prefix();
  return prefix.size() <= 5 && prefix.size() > shorter.size() && !shorter.empty() && prefix.starts_with(shorter) &&
         std::any_of(id.prefix.begin() + 1, id.prefix.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         id.separator.empty();
}

/// F14 in a paper that says that its people are D1 to D29 and V1 to V6: once or twice, and of a number that one of the
/// plans has.
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
          if (fits && other.second.size() >= 3 && (!plan || plan->second.size() < other.second.size())) plan = &other;
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
  if (generic.size() >= 2 && !letters) return tell_ways(paper, generic, "prefixes", findings);
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
    if (!word_and_short && others.size() == 1) {
      if (most->second.size() >= 3 && ids.size() < most->second.size() && !is_group_of_its_own(ids, most->second))
        mixed = {{prefix, ids}, *most};
      if (ids.size() >= 3 && most->second.size() <= 2 && !is_group_of_its_own(most->second, ids))
        mixed = {{prefix, ids}, *most};
    }
  }
  if (mixed.empty()) add_cut_sessions(all, mixed);
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

/// One letter more, less or other, or two that changed places: Kieron for Kieran.
bool is_one_letter_off(const std::string& a, const std::string& b) {
  if (a.size() < 4 || b.size() < 4 || a == b) return false;
  std::size_t head = 0, tail = 0;
  while (head < std::min(a.size(), b.size()) && a[head] == b[head]) ++head;
  while (tail < std::min(a.size(), b.size()) - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t left_a = a.size() - head - tail, left_b = b.size() - head - tail;
  return (left_a <= 1 && left_b <= 1) ||
         (left_a == 2 && left_b == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
}

/// The same consonants, first and last letter of two long names: Thandeewe for Thandiwe, and no Maria for Mario.
bool sounds_alike(const std::string& a, const std::string& b) {
  const auto consonants = [](const std::string& name) {
    std::string out = fold(name);
    std::erase_if(out, [](char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; });
    return out;
  };
  return a != b && a.size() >= 7 && b.size() >= 7 && a.front() == b.front() && a.back() == b.back() &&
         consonants(a) == consonants(b);
}

/// What a name sounds like, by its letters: Karolina for Carolina, Sara for Sarah, Stephen for Stefen.
std::string sound_of(const std::string& name) {
  const std::string folded = fold(name);
  std::string sound;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char next = i + 1 < folded.size() ? folded[i + 1] : ' ';
    char c = folded[i];
    if (c == 'p' && next == 'h')
      c = 'f', ++i;
    else if (c == 'c' && next != 'h' && next != 'e' && next != 'i' && next != 'y')
      c = 'k';
    else if (c == 'y')
      c = 'i';
    else if (c == 'h' && i > 0)
      continue;
    else if (c == 'x')  // Alexandra, Aleksandra
      sound += 'k', c = 's';
    if (sound.empty() || sound.back() != c) sound += c;
  }
  return sound;
}

/// A.W. and A W: the same letters, with other signs between.
bool are_same_initials(const std::string& a, const std::string& b) {
  const auto letters = [](std::string name) {
    std::erase_if(name, [](char c) { return c == '.' || c == ' '; });
    return name;
  };
  return a != b && letters(a) == letters(b) && letters(a).size() < 4;
}

/// Whether all that is told of one, and something is, is told of the other too.
bool told_the_same(const std::vector<const Attribution*>& few, const std::vector<const Attribution*>& many) {
  std::size_t told = 0;
  for (const Attribution* one : few) {
    for (const Attribute& attribute : one->attributes) {
      ++told;
      const bool there = std::any_of(many.begin(), many.end(), [&](const Attribution* other) {
        return std::any_of(other->attributes.begin(), other->attributes.end(), [&](const Attribute& has) {
          return has.kind == attribute.kind && has.value == attribute.value;
        });
      });
      if (!there) return false;
    }
  }
  return told > 0;
}

/// Of two as frequent the one that comes later is the slip.
bool is_later(const std::vector<const Attribution*>& one, const std::vector<const Attribution*>& other) {
  return one.size() < other.size() || (one.size() == other.size() && one.front()->block > other.front()->block);
}

/// Whether what is told of the two cannot be of one person.
bool tells_apart(const std::vector<const Attribution*>& few, const std::vector<const Attribution*>& many) {
  const auto differs = [](const Attribute& a, const Attribute& b) {
    return !a.kind.empty() && a.kind == b.kind && !may_stand_together(a, b);
  };
  for (const Attribution* one : few) {
    for (const Attribution* other : many) {
      for (const Attribute& attribute : one->attributes) {
        if (std::any_of(other->attributes.begin(), other->attributes.end(),
                        [&](const Attribute& has) { return differs(attribute, has); }))
          return true;
      }
    }
  }
  return false;
}

/// A pseudonym that is no row of the paper's table of people, one letter off one that is; without a table one that is
/// told of as the other is.
void add_misspelt_names(const Manuscript& paper, const PaperTalk& talk, std::vector<PaperFinding>& findings) {
  std::map<std::string, std::vector<const Attribution*>> names;
  std::set<std::string> listed;
  for (const Attribution& one : talk.attributions) {
    for (const PaperId& id : one.ids) {
      if (!id.name) continue;
      names[id.prefix].push_back(&one);
      if (one.form == AttributionForm::row) listed.insert(id.prefix);
    }
  }
  const auto same_person = [](const std::vector<const Attribution*>& a, const std::vector<const Attribution*>& b) {
    const auto age = [](const std::vector<const Attribution*>& all) -> std::string {
      for (const Attribution* one : all) {
        for (const Attribute& attribute : one->attributes) {
          if (attribute.kind == "age") return attribute.value;
        }
      }
      return {};
    };
    return !age(a).empty() && age(a) == age(b);
  };
  for (const auto& [name, places] : names) {
    for (const auto& [other, others] : names) {
      const bool letter = is_one_letter_off(name, other), sound = sounds_alike(name, other);
      const bool same = name != other && name.size() >= 5 && sound_of(name) == sound_of(other);
      const bool initials = are_same_initials(name, other);
      if ((!letter && !sound && !same && !initials) || listed.contains(name)) continue;
      const bool fewer = listed.empty() && places.size() < others.size();
      const bool slip = (initials && is_later(places, others)) ||
                        (letter && (listed.contains(other) || (fewer && same_person(places, others)))) ||
                        (sound && fewer && places.size() == 1 && told_the_same(places, others)) ||
                        (same && !listed.contains(other) && is_later(places, others) && !tells_apart(places, others));
      if (!slip) continue;
      PaperFinding finding{PaperFault::mixed_ids, fmt::format("spellings of {} are mixed: {}", other, name), {}};
      for (const Attribution* one : places) {
        if (finding.where.size() < 6) finding.where.push_back({paper.blocks[one->block].at, one->text});
      }
      findings.push_back(std::move(finding));
      break;
    }
  }
}

/// The last number that the paper gives to those of an ID's family, or to those of its group: FG3-P8 is one of FG3.
std::map<std::string, std::uint32_t>::const_iterator last_of(const PaperTalk& talk, const PaperId& id) {
  const auto last = talk.last.find(id.family());
  if (last != talk.last.end() || id.name) return last;
  const std::string group = id.folded_prefix();
  const std::size_t digits = group.find_last_of("0123456789");
  return digits == group.npos ? last : talk.last.find(group.substr(0, digits + 1));
}

bool is_interview(const PaperId& id) {
  return !id.name && id.known && id.known->kind == IdPrefix::Kind::session && id.is_word();
}

/// "[Interview 12]": nobody has another ID.
bool are_interviews(const std::vector<UsedId>& used) {
  const auto somebody = [](const UsedId& one) { return is_participant(*one.id) && !one.id->is_word(); };
  const auto talks = std::count_if(used.begin(), used.end(), [](const UsedId& one) { return is_interview(*one.id); });
  return talks > 0 && std::count_if(used.begin(), used.end(), somebody) * 5 <= talks;  // a slip may be among them
}

/// How many interviews the paper says there were, at most: some may have been interviewed twice.
double most_interviews(const Manuscript& paper, const PaperWords& words) {
  double most = 0;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    const auto sentences = sentences_of(block.text, words);
    for (const Count& count : counts_in(block.text, words)) {
      const std::string_view rest = std::string_view(block.text).substr(count.bytes.end, 40);
      const auto behind = folded_words(rest.substr(0, rest.find_first_of(".;:")));
      const bool others = std::any_of(sentences.begin(), sentences.end(), [&](ByteRange one) {
        return one.begin <= count.bytes.begin && count.bytes.begin < one.end &&
               tells_of_others(std::string_view(block.text).substr(one.begin, one.size()), words);
      });
      if (others) continue;
      for (std::size_t i = 0; i < std::min<std::size_t>(behind.size(), 3); ++i) {
        if (is_one_of(behind[i], words.interviews)) most = std::max(most, count.value);
      }
    }
  }
  return most;
}

/// Which of the sample an ID may be: of letters I and O are left out as a rule, so that Q may be the fifteenth.
std::uint32_t place_in_sample(const PaperId& id) {
  const char letter = id.digits.size() == 1 ? id.digits[0] : '0';
  if (letter < 'A' || letter > 'Z') return id.number;
  return id.number - static_cast<std::uint32_t>(letter > 'I') - static_cast<std::uint32_t>(letter > 'O');
}

/// FG7-M1 of five groups, H12b of eleven couples, where two groups or more are among those that there are.
std::vector<PaperFinding> beyond_groups_in(const Manuscript& paper, const PaperTalk& talk,
                                           const std::vector<UsedId>& used) {
  std::map<std::string, std::set<std::uint32_t>> within;
  std::map<std::string, std::pair<std::string, UsedId>> beyond;
  for (const UsedId& one : used) {
    const std::string prefix = one.id->folded_prefix();
    const std::size_t digit = prefix.find_first_of("0123456789");
    const bool alone = digit == prefix.npos;
    const auto groups = one.id->name ? talk.groups.end() : talk.groups.find(alone ? prefix : prefix.substr(0, digit));
    if (groups == talk.groups.end() || (alone && one.id->digits.find_first_not_of("0123456789") != std::string::npos))
      continue;
    const auto number =
        alone ? one.id->number : static_cast<std::uint32_t>(std::strtoul(prefix.c_str() + digit, nullptr, 10));
    if (number <= groups->second)
      within[groups->first].insert(number);
    else
      beyond.try_emplace(one.id->normal(), groups->first, one);
  }
  std::vector<PaperFinding> findings;
  for (const auto& [normal, of] : beyond) {
    const auto& [lead, one] = of;
    if (within[lead].size() < 2 || beyond.size() > within[lead].size()) continue;
    findings.push_back({PaperFault::beyond_sample,
                        fmt::format("{} is beyond the {} that there are", one.id->written(), talk.groups.at(lead)),
                        {{paper.blocks[one.by->block].at, one.by->text}}});
  }
  return findings;
}

}  // namespace

std::vector<PaperFinding> mixed_ids_in(const Manuscript& paper, const PaperTalk& talk) {
  std::vector<PaperFinding> findings;
  const auto all = used_ids(talk);
  add_prefixes(paper, all, talk.last, findings);
  add_spellings(paper, all, findings);
  add_misspelt_names(paper, talk, findings);
  return findings;
}

std::vector<PaperFinding> beyond_sample_in(const Manuscript& paper, const PaperTalk& talk, std::uint32_t sample,
                                           const PaperWords& words) {
  std::map<std::string, UsedId> beyond, within, beyond_last;
  const auto used = used_ids(talk);
  const bool by_interview = are_interviews(used) && most_interviews(paper, words) <= sample;
  for (const UsedId& one : used) {
    const auto last = last_of(talk, *one.id);
    if (last != talk.last.end()) {  // "numbered RN01 to RN11"
      if (one.id->number > last->second) beyond_last.try_emplace(one.id->normal(), one);
    } else if (is_participant(*one.id) || (by_interview && is_interview(*one.id))) {
      (sample > 0 && place_in_sample(*one.id) > sample ? beyond : within).try_emplace(one.id->normal(), one);
    }
  }
  std::vector<PaperFinding> findings = beyond_groups_in(paper, talk, used);
  for (const auto& [normal, one] : beyond_last)
    findings.push_back(
        {PaperFault::beyond_sample,
         fmt::format("{} is beyond the last, {} {}", one.id->written(), one.id->prefix, last_of(talk, *one.id)->second),
         {{paper.blocks[one.by->block].at, one.by->text}}});
  if (beyond.size() * 2 > within.size()) return findings;  // numbered by another plan than one to n
  for (const auto& [normal, one] : beyond)
    findings.push_back({PaperFault::beyond_sample,
                        fmt::format("{} is beyond the sample of {}", one.id->written(), sample),
                        {{paper.blocks[one.by->block].at, one.by->text}}});
  return findings;
}

}  // namespace moniker::custodian
