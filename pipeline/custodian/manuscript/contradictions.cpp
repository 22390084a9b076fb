// One ID, two people. Values of a kind that the language knows are held against each other; those of none by the place
// that they have in attributions of the same length, and only where the paper uses both of others too.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/spans.hpp"
#include "manuscript/told_otherwise.hpp"

namespace moniker::custodian {
namespace {

/// Values that one attribution gives for one kind.
using Values = std::vector<const Attribute*>;

std::map<std::string, Values> by_kind(const Attribution& one) {
  std::map<std::string, Values> kinds;
  for (const Attribute& attribute : one.attributes) {
    if (!attribute.kind.empty()) kinds[attribute.kind].push_back(&attribute);
  }
  return kinds;
}

bool any_together(const Values& a, const Values& b) {
  return std::any_of(a.begin(), a.end(), [&](const Attribute* one) {
    return std::any_of(b.begin(), b.end(), [&](const Attribute* other) { return may_stand_together(*one, *other); });
  });
}

/// "diagnosed at 36" as "diagnosed at #" and its number; none of what has no number, or more, or nothing beside it.
std::optional<std::pair<std::string, unsigned>> cut_at_number(const std::string& written) {
  const std::size_t at = written.find_first_of("0123456789");
  const std::size_t end = std::min(written.find_first_not_of("0123456789", at), written.size());
  if (at == written.npos || at < 4 || end - at > 4 || written[at - 1] != ' ') return std::nullopt;
  if (written.find_first_of("0123456789", end) != written.npos || end < written.size()) return std::nullopt;
  return std::pair{written.substr(0, at), static_cast<unsigned>(std::stoul(written.substr(at, end - at)))};
}

/// The names that the paper sets side by side, "at Northgate, Harbour and Priory": three or more of one list.
std::vector<std::set<std::string>> lists_of_names(const Manuscript& paper, const PaperWords& words) {
  std::vector<std::set<std::string>> lists;
  const auto capital = [](std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= 'A' && text[at] <= 'Z';
  };
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    const std::string_view text = block.text;
    std::set<std::string> list;
    for (std::size_t at = 0; at < text.size();) {
      if (!capital(text, at) || (at > 0 && text[at - 1] != ' ')) {
        ++at;
        continue;
      }
      std::size_t end = at;  // "North Quay" is one name
      do end = std::min(text.find_first_of(" ,.;:()", end + 1), text.size());
      while (end < text.size() && text[end] == ' ' && capital(text, end + 1));
      list.insert(fold(text.substr(at, end - at)));
      std::size_t next = text.substr(end).starts_with(", ") ? end + 2 : end + 1;
      const std::size_t word = std::min(text.find(' ', std::min(next, text.size())), text.size());
      if (next < text.size() && is_one_of(text.substr(next, word - next), words.conjunction)) next = word + 1;
      at = end;
      if (next > end + 1 && capital(text, next)) {
        at = next;
        continue;
      }
      if (list.size() > 2) lists.push_back(std::move(list));
      list.clear();
    }
  }
  return lists;
}

class SlotValues {
 public:
  SlotValues(const PaperTalk& talk, std::vector<std::set<std::string>> names) : names_(std::move(names)) {
    std::map<std::string, bool> row;
    for (const Attribution& one : talk.attributions) {
      const PaperId* speaker = speaker_of(one);
      if (!speaker || one.form == AttributionForm::row) continue;
      ++lengths_[one.slots];
      all_ += one.slots > 0;
      for (const Attribute& attribute : one.attributes) {
        used_[{one.slots, attribute.slot, attribute.value}].insert(speaker->normal());
        told_[{one.slots, attribute.slot}][speaker->normal()].push_back(attribute.written);
        if (const auto cut = cut_at_number(attribute.written)) numbered_[cut->first].insert(speaker->normal());
      }
    }
  }
  /// Whether `least` people or more are told of twice in a place, and all but one at most the same: what stands there
  /// is of the person and not of the occasion.
  bool is_steady(std::size_t slots, std::size_t slot, std::size_t least) const {
    const auto found = told_.find({slots, slot});
    if (found == told_.end()) return false;
    std::size_t same = 0, differ = 0;
    for (const auto& person : found->second) {
      const std::vector<std::string>& told = person.second;
      if (told.size() < 2) continue;
      const bool all =
          std::all_of(told.begin(), told.end(), [&](const std::string& one) { return one == told.front(); });
      ++(all ? same : differ);
    }
    return same >= least && differ <= 1;
  }
  /// How many people are told of twice in a place, and differently.
  std::size_t differing(std::size_t slots, std::size_t slot) const {
    const auto found = told_.find({slots, slot});
    if (found == told_.end()) return 0;
    return static_cast<std::size_t>(std::count_if(found->second.begin(), found->second.end(), [](const auto& person) {
      return std::any_of(person.second.begin(), person.second.end(),
                         [&](const std::string& told) { return told != person.second.front(); });
    }));
  }
  /// "diagnosed at 36" and "diagnosed at 29", where it is told of four people or more.
  bool has_two_numbers(const Attribute& one, const Attribute& other) const {
    const auto these = cut_at_number(one.written), those = cut_at_number(other.written);
    if (!these || !those || these->first != those->first) return false;
    const unsigned less = std::min(these->second, those->second), more = std::max(these->second, those->second);
    const auto told = numbered_.find(these->first);
    return more - less > 1 && told != numbered_.end() && told->second.size() >= 4;
  }
  /// "lake fisher" and "river fisher", where others are either.
  bool are_two_of_a_kind(std::size_t slots, const Attribute& one, const Attribute& other) const {
    const auto head = [](const std::string& written) { return written.substr(written.rfind(' ') + 1); };
    const auto told = told_.find({slots, one.slot});
    if (one.kind != "role" || other.kind != "role" || one.written == other.written || told == told_.end()) return false;
    if (words_in(one.written) != 2 || words_in(other.written) != 2 || head(one.written) != head(other.written))
      return false;
    const auto have = [&](const Attribute& value) {
      return std::count_if(told->second.begin(), told->second.end(), [&](const auto& person) {
        return std::find(person.second.begin(), person.second.end(), value.written) != person.second.end();
      });
    };
    return have(one) > 1 && have(other) > 1;
  }
  /// Of one list of names: nobody is of both.
  bool are_listed(const Attribute& one, const Attribute& other) const {
    return std::any_of(names_.begin(), names_.end(), [&](const std::set<std::string>& list) {
      return list.contains(one.written) && list.contains(other.written);
    });
  }
  /// Whether somebody else has the value in the same place, in a paper whose attributions are mostly this long.
  bool is_usual(const Attribution& one, const Attribute& value) const {
    const auto used = used_.find({one.slots, value.slot, value.value});
    const auto length = lengths_.find(one.slots);
    return used != used_.end() && used->second.size() >= 2 && length != lengths_.end() && length->second * 2 > all_;
  }

 private:
  std::map<std::tuple<std::size_t, std::size_t, std::string>, std::set<std::string>> used_{};
  std::map<std::pair<std::size_t, std::size_t>, std::map<std::string, std::vector<std::string>>> told_{};
  std::map<std::string, std::set<std::string>> numbered_{};
  std::vector<std::set<std::string>> names_;
  std::map<std::size_t, std::size_t> lengths_{};
  std::size_t all_ = 0;
};

/// Of no kind that the language knows; one that a breakdown gave to one of two values parts them no more than none.
bool is_unknown(const Attribute& one) {
  return one.kind.empty() || one.kind.starts_with("of ") || (one.value == "*" && one.kind == "role");
}

/// "office staff": of more than one word, so that it is no "staff" which a nurse is, too.
bool is_some_role(const Attribute& one) {
  return one.kind == "role" && one.value == "*" && one.written.find(' ') != std::string::npos;
}

/// "cello", "grilled squid": no "P10" and no "sailed from Hamble".
bool is_one_thing(const Attribute& one) {
  return words_in(one.written) <= 2 && std::none_of(one.written.begin(), one.written.end(), is_ascii_digit);
}

bool same_place_differs(const SlotValues& slots, const Attribution& a, const Attribution& b, const Attribute*& first,
                        const Attribute*& second) {
  if (a.slots != b.slots || a.form == AttributionForm::row || b.form == AttributionForm::row) return false;
  for (const Attribute& one : a.attributes) {
    for (const Attribute& other : b.attributes) {
      if (one.slot != other.slot) continue;
      if (slots.are_two_of_a_kind(a.slots, one, other)) {
        first = &one, second = &other;
        return true;
      }
      // "(Tove, skating referee)", "(Tove, NSO)": the language knows one of the two for a role
      const bool one_role = (one.kind == "role" && other.kind.empty()) || (other.kind == "role" && one.kind.empty());
      const bool role =
          one_role && slots.differing(a.slots, one.slot) == 1 && (slots.is_usual(a, one) || slots.is_usual(b, other));
      if ((!role && (!is_unknown(one) || !is_unknown(other))) || is_written_within(one, other)) continue;
      const bool both_usual = slots.is_usual(a, one) && slots.is_usual(b, other);
      const bool one_usual = slots.is_usual(a, one) || slots.is_usual(b, other);
      const bool two = slots.has_two_numbers(one, other) || slots.are_listed(one, other) ||
                       (one_usual && one.kind != other.kind && (is_some_role(one) || is_some_role(other)));
      std::size_t least = one_usual ? 1 : 2;
      if (is_one_thing(one) && is_one_thing(other)) least = 0;
      if (!two && !both_usual && !slots.is_steady(a.slots, one.slot, least)) continue;
      first = &one, second = &other;
      return true;
    }
  }
  return false;
}

/// A place in attributions of one length, as if it were a kind.
std::string slot_name(const Attribution& one, const Attribute& value) {
  return fmt::format("#{} of {}", value.slot, one.slots);
}

/// "acting manager", "interim head": a post that somebody fills for a while, beside their own.
bool is_for_a_while(const Values& values, const PaperWords& words) {
  return std::any_of(values.begin(), values.end(),
                     [&](const Attribute* one) { return says_one_of(fold(one->written), words.for_a_while); });
}

/// What time may change between two occasions: a second-year student was a first-year student.
bool may_have_changed(const Attribution& a, const Attribution& b, const std::string& kind, const Values& was,
                      const Values& is, const PaperWords& words) {
  if (a.occasion == b.occasion) return false;
  const auto learns = [&](const Attribute* one) { return is_one_of(one->value, words.learning); };
  if (kind == "role" && (std::any_of(was.begin(), was.end(), learns) || std::any_of(is.begin(), is.end(), learns)))
    return true;  // "(S9, student)", "(S9, registered nurse, second interview)"
  if (kind == "age") {
    const double before = std::strtod(was.front()->value.c_str(), nullptr);
    return std::abs(std::strtod(is.front()->value.c_str(), nullptr) - before) <= 5;
  }
  constexpr std::string_view changing[] = {"year",          "hours",   "seniority", "employment", "nth",
                                           "qualification", "partner", "setting",   "work",       "grade",
                                           "wed",           "degree",  "shift",     "spouse"};
  return std::find(std::begin(changing), std::end(changing), kind) != std::end(changing);
}

/// "(FG3, nurse)" and "(FG3, doctor)" are two, and no contradiction; of a role there are several.
bool is_many(const PaperTalk& talk, const PaperPerson& person) {
  const PaperId* id = speaker_of(talk.attributions[person.attributions.front()]);
  return id && id->known &&
         (id->known->kind == IdPrefix::Kind::group || id->known->kind == IdPrefix::Kind::place ||
          id->known->kind == IdPrefix::Kind::role);
}

/// What differs in several people, and in half or more of those who are told of twice, is told of the occasion and not
/// of them: which interview it was, where it was held; or the numbers begin anew somewhere.
class Varying {
 public:
  Varying(const PaperTalk& talk, const std::vector<PaperPerson>& people) {
    for (const PaperPerson& person : people) {
      if (is_many(talk, person)) continue;
      std::map<std::string, std::vector<const Attribute*>> seen;
      std::set<std::string> twice, differ;
      for (const std::size_t a : person.attributions) {
        std::map<std::string, Values> these = by_kind(talk.attributions[a]);
        for (const Attribute& attribute : talk.attributions[a].attributes) {
          if (attribute.kind.empty()) these[slot_name(talk.attributions[a], attribute)].push_back(&attribute);
        }
        for (const auto& [kind, values] : these) {
          Values& before = seen[kind];
          if (!before.empty()) twice.insert(kind);
          if (!before.empty() && !any_together(before, values)) differ.insert(kind);
          before.insert(before.end(), values.begin(), values.end());
        }
      }
      for (const std::string& kind : twice) ++twice_[kind];
      for (const std::string& kind : differ) ++differ_[kind];
    }
  }
  bool is_occasion(const std::string& kind) const {
    const auto differ = differ_.find(kind), twice = twice_.find(kind);
    if (differ == differ_.end() || twice == twice_.end()) return false;
    const std::size_t least = kind == "gender" || kind == "age" ? 4 : kind.starts_with('#') ? 2 : 3;
    return differ->second >= least && differ->second * 2 >= twice->second;
  }

 private:
  std::map<std::string, std::size_t> twice_{}, differ_{};
};

/// "T9 had been promoted in between": the sentences that tell of a change.
std::vector<std::string> sentences_of_change(const Manuscript& paper, const PaperWords& words) {
  std::vector<std::string> told;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      std::string said = block.text.substr(sentence.begin, sentence.size());
      if (says_one_of(fold(said), words.became)) told.push_back(std::move(said));
    }
  }
  return told;
}

bool names(std::string_view sentence, std::string_view id) {
  for (std::size_t at = sentence.find(id); at != sentence.npos; at = sentence.find(id, at + 1)) {
    const bool begins = at == 0 || !is_word(code_point_before(sentence, at).value);
    const std::size_t end = at + id.size();
    if (begins && (end >= sentence.size() || !is_word(code_point_at(sentence, end).value))) return true;
  }
  return false;
}

/// What somebody is may change, and the paper says that it did; whether they are a woman or a man does not.
bool is_told_changed(const std::vector<std::string>& changes, const std::string& id, const std::string& kind) {
  return kind != "gender" &&
         std::any_of(changes.begin(), changes.end(), [&](const std::string& said) { return names(said, id); });
}

/// One finding for a person.
void tell(std::vector<PaperFinding>& findings, std::size_t& own, const std::string& id,
          const std::vector<std::string>& differ, std::vector<PlacedWords> where) {
  if (own == findings.size()) {
    findings.push_back({PaperFault::contradiction, fmt::format("{} is two people ({})", id, fmt::join(differ, "; ")),
                        std::move(where)});
    return;
  }
  PaperFinding& before = findings[own];
  before.says.pop_back();
  before.says += fmt::format("; {})", fmt::join(differ, "; "));
  for (PlacedWords& place : where) {
    const bool there = std::any_of(before.where.begin(), before.where.end(),
                                   [&](const PlacedWords& one) { return one.words == place.words; });
    if (!there) before.where.push_back(std::move(place));
  }
}

PlacedWords placed(const Manuscript& paper, const Attribution& one) { return {paper.blocks[one.block].at, one.text}; }

}  // namespace

std::vector<PaperFinding> contradictions_in(const Manuscript& paper, const PaperTalk& talk,
                                            const std::vector<PaperPerson>& people, const PaperWords& words) {
  const auto changes = sentences_of_change(paper, words);
  std::vector<PaperFinding> findings;
  const SlotValues slots(talk, lists_of_names(paper, words));
  const Varying varying(talk, people);
  const ToldOtherwise otherwise(paper, talk, words);
  for (const PaperPerson& person : people) {
    if (is_many(talk, person)) continue;
    std::set<std::string> told;
    std::size_t own = findings.size();
    for (std::size_t i = 0; i < person.attributions.size(); ++i) {
      const Attribution& later = talk.attributions[person.attributions[i]];
      const auto values = by_kind(later);
      for (std::size_t j = 0; j < i; ++j) {
        const Attribution& earlier = talk.attributions[person.attributions[j]];
        const auto before = by_kind(earlier);
        std::vector<std::string> differ;
        for (const auto& [kind, these] : values) {
          const auto those = before.find(kind);
          if (those == before.end() || any_together(these, those->second) || varying.is_occasion(kind) ||
              may_have_changed(earlier, later, kind, those->second, these, words) ||
              is_told_changed(changes, person.id, kind))
            continue;
          const bool post = kind == "role" || kind == "grade" || kind == "seniority";
          if (post && (is_for_a_while(these, words) || is_for_a_while(those->second, words))) continue;
          if (told.insert(kind).second)
            differ.push_back(fmt::format("{}: {} and {}", kind, those->second.front()->value, these.front()->value));
        }
        const Attribute *one = nullptr, *other = nullptr;
        if (differ.empty() && told.empty() && same_place_differs(slots, earlier, later, one, other) &&
            !is_told_changed(changes, person.id, "") && !varying.is_occasion(slot_name(later, *other)) &&
            told.insert("").second)
          differ.push_back(fmt::format("{} and {}", one->value, other->value));
        if (differ.empty()) continue;
        tell(findings, own, person.id, differ, {placed(paper, earlier), placed(paper, later)});
      }
    }
    if (own < findings.size() || is_told_changed(changes, person.id, "")) continue;
    if (const auto clause = otherwise.of(person))
      tell(findings, own, person.id, {clause->differ}, {placed(paper, *clause->attributed), clause->told});
  }
  return findings;
}

}  // namespace moniker::custodian
