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

/// All generic prefixes are one: P7 is Participant 7, and ID 7.
std::string person_key(const PaperId& id) {
  const bool generic = id.known && id.known->generic;
  return (generic ? std::string("participant") : id.folded_prefix()) + " " + std::to_string(id.number);
}

/// The focus group beside an ID; of several groups none.
std::string group_of(const Attribution& one, const PaperId& speaker) {
  std::string group;
  for (const PaperId& id : one.ids) {
    if (&id == &speaker || kind_of(id) != Kind::group) continue;
    if (!group.empty()) return {};
    group = std::to_string(id.number);
  }
  return group;
}

/// Numbers begin anew in every group where two IDs or more speak in several.
bool numbered_by_group(const PaperTalk& talk) {
  std::map<std::string, std::set<std::string>> groups;
  for (const Attribution& one : talk.attributions) {
    const PaperId* speaker = speaker_of(one);
    const std::string group = speaker ? group_of(one, *speaker) : "";
    if (!group.empty()) groups[person_key(*speaker)].insert(group);
  }
  return std::count_if(groups.begin(), groups.end(), [](const auto& one) { return one.second.size() > 1; }) >= 2;
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
  const bool by_group = numbered_by_group(talk);
  std::map<std::string, PaperPerson> people;
  std::map<std::string, std::map<std::string, std::size_t>> spellings;
  std::vector<std::string> keys(talk.attributions.size());
  for (std::size_t a = 0; a < talk.attributions.size(); ++a) {
    const Attribution& one = talk.attributions[a];
    const PaperId* speaker = speaker_of(one);
    if (!speaker) continue;
    const std::string group = by_group ? group_of(one, *speaker) : "";
    const std::string key = person_key(*speaker) + (group.empty() ? "" : " of group " + group);
    keys[a] = key;
    PaperPerson& person = people[key];
    person.key = key;
    person.attributions.push_back(a);
    ++spellings[key][speaker->written() + (group.empty() ? "" : " of group " + group)];
    const auto participants = std::count_if(one.ids.begin(), one.ids.end(),
                                            [](const PaperId& id) { return kind_of(id) == Kind::participant; });
    if (participants > 1) continue;  // "(P3, P7)": of both together
    for (const Attribute& attribute : one.attributes) add_once(person.attributes, attribute);
    const std::string told = group_of(one, *speaker);
    if (!told.empty() && !by_group) add_once(person.attributes, {"group", told, told, 0});
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
