// Whoever speaks, gathered over all that a paper says of an ID, and where it says what cannot stand of one person.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {
namespace {

using Kind = IdPrefix::Kind;

Kind kind_of(const PaperId& id) { return id.known ? id.known->kind : Kind::participant; }

/// Letters for two kinds of people, R for residents and S for staff, each more than once.
bool have_letters_of_kinds(const PaperTalk& talk) {
  std::map<std::string, std::size_t> used;
  for (const Attribution& one : talk.attributions) {
    for (const PaperId& id : one.ids) {
      if (id.known && id.known->generic && one.form != AttributionForm::prose) ++used[id.folded_prefix()];
    }
  }
  return used.size() > 1 &&
         std::all_of(used.begin(), used.end(), [](const auto& one) { return one.first.size() == 1 && one.second > 1; });
}

/// All generic prefixes are one, P7 is Participant 7 and ID 7; but for letters of kinds.
std::string person_key(const PaperId& id, bool by_letter) {
  const bool generic = id.known && id.known->generic && !by_letter;
  return (generic ? std::string("participant") : id.folded_prefix()) + " " +
         (id.name ? std::string() : std::to_string(id.number));
}

bool holds_people(Kind kind) { return kind == Kind::group || kind == Kind::place; }

/// The focus group or the place beside an ID, "group 2" or "site 1"; of several none.
std::string group_of(const Attribution& one, const PaperId& speaker) {
  std::string group;
  for (const PaperId& id : one.ids) {
    if (&id == &speaker || !holds_people(kind_of(id))) continue;
    const std::string name =
        (kind_of(id) == Kind::group ? std::string("group") : id.folded_prefix()) + " " + fold(id.digits);
    if (!group.empty() && group != name) return {};
    group = name;
  }
  return group;
}

/// Of a pair it is the carer or the patient, the wife or the husband, who speaks: "Dyad 3, carer".
std::string side_of(const Attribution& one, const PaperId& speaker) {
  if (kind_of(speaker) != Kind::pair) return {};
  for (const Attribute& attribute : one.attributes) {
    if (attribute.slot == 0) return attribute.written;
  }
  return {};
}

/// Numbers begin anew in every group where two IDs or more speak in several, or where the group is always said first:
/// "Site B, nurse 2".
bool numbered_by_group(const PaperTalk& talk, bool by_letter) {
  std::map<std::string, std::set<std::string>> groups;
  std::size_t before = 0, behind = 0;
  for (const Attribution& one : talk.attributions) {
    const PaperId* speaker = speaker_of(one);
    const std::string group = speaker ? group_of(one, *speaker) : "";
    if (group.empty()) continue;
    groups[person_key(*speaker, by_letter)].insert(group);
    ++(holds_people(kind_of(one.ids.front())) ? before : behind);
  }
  const auto several =
      std::count_if(groups.begin(), groups.end(), [](const auto& one) { return one.second.size() > 1; });
  return several >= 2 || (before >= 2 && behind == 0);
}

void add_once(std::vector<Attribute>& all, const Attribute& attribute) {
  const bool there = std::any_of(all.begin(), all.end(), [&](const Attribute& a) {
    return a.kind == attribute.kind && a.value == attribute.value && a.slot == attribute.slot;
  });
  if (!there) all.push_back(attribute);
}

}  // namespace

std::string_view name_of(PaperFault fault) {
  constexpr std::string_view names[] = {"contradiction", "mixed-ids",  "beyond-sample",
                                        "wrong-sum",     "identifier", "unique"};
  return names[static_cast<std::size_t>(fault)];
}

std::vector<PaperPerson> people_of(const PaperTalk& talk) {
  const bool by_letter = have_letters_of_kinds(talk), by_group = numbered_by_group(talk, by_letter);
  std::map<std::string, PaperPerson> people;
  std::map<std::string, std::map<std::string, std::size_t>> spellings;
  std::vector<std::string> keys(talk.attributions.size());
  for (std::size_t a = 0; a < talk.attributions.size(); ++a) {
    const Attribution& one = talk.attributions[a];
    const PaperId* speaker = speaker_of(one);
    if (!speaker) continue;
    const std::string group = by_group ? group_of(one, *speaker) : "";
    const std::string side = side_of(one, *speaker);
    const std::string more = (side.empty() ? "" : ", " + side) + (group.empty() ? "" : " of " + group);
    const std::string key = person_key(*speaker, by_letter) + more;
    keys[a] = key;
    PaperPerson& person = people[key];
    person.key = key;
    person.attributions.push_back(a);
    ++spellings[key][speaker->written() + more];
    const auto participants = std::count_if(one.ids.begin(), one.ids.end(),
                                            [](const PaperId& id) { return kind_of(id) == Kind::participant; });
    if (participants > 1) continue;  // "(P3, P7)": of both together
    for (const Attribute& attribute : one.attributes) add_once(person.attributes, attribute);
  }
  for (const Extract& extract : talk.extracts) {
    if (!extract.attribution || keys[*extract.attribution].empty()) continue;
    PaperPerson& person = people[keys[*extract.attribution]];
    ++person.extracts;
    person.words += static_cast<std::size_t>(std::count(extract.text.begin(), extract.text.end(), ' ')) + 1;
  }
  std::vector<PaperPerson> all;
  for (auto& [key, person] : people) {
    const auto& written = spellings[key];
    person.id = std::max_element(written.begin(), written.end(), [](const auto& a, const auto& b) {
                  return a.second < b.second;
                })->first;
    all.push_back(std::move(person));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const PaperPerson& a, const PaperPerson& b) { return a.extracts > b.extracts; });
  return all;
}

}  // namespace moniker::custodian
