#include "review/people.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace moniker::study {
namespace {

std::uint64_t mentions(const FoundEntity& entity) { return entity.thing ? entity.thing->mentions : 0; }

/// The register's order, then labels as people ask for them: persons first.
bool stands_before(const FoundEntity& a, const FoundEntity& b) {
  if (a.registered != b.registered) return a.registered;
  if (a.registered) return a.name < b.name;
  const bool person_a = a.label == "PERSON", person_b = b.label == "PERSON";
  if (person_a != person_b) return person_a;
  if (a.label != b.label) return a.label < b.label;
  if (mentions(a) != mentions(b)) return mentions(a) > mentions(b);
  return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.name < b.name;
}

}  // namespace

std::vector<FoundEntity> people_of(const ReviewedStudy& reviewed, const Survey& survey) {
  const resolve::Assignment& assignment = reviewed.map.assignment;
  std::map<std::uint32_t, std::vector<std::string>> speaks, asked;
  for (const auto& [place, index] : assignment.speakers)
    speaks[index].push_back(fmt::format("{}: {}", assignment.transcripts.at(place.first), place.second));
  for (const resolve::Question& question : assignment.questions) {
    for (const std::uint32_t person : question.could_be)
      asked[question.entity].push_back(shown_name(assignment.entities[person]));
  }
  const auto reasons = assignment.reasons();
  std::vector<FoundEntity> all;
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    const Entity& entity = assignment.entities[i];
    if (entity.withdrawn) continue;
    FoundEntity found{.name = shown_name(entity),
                      .label = entity.label,
                      .subtype = entity.subtype,
                      .registered = !entity.participant.empty(),
                      .speaks_as = speaks[i],
                      .asked = asked[i]};
    const auto thing = survey.things.find({entity.label, found.name});
    if (thing != survey.things.end()) found.thing = &thing->second;
    if (found.thing == nullptr && found.speaks_as.empty()) continue;
    if (const auto why = reasons.find(i); why != reasons.end()) {
      for (const resolve::Reason reason : why->second) found.why.emplace_back(resolve::reason_sentence(reason));
    }
    all.push_back(std::move(found));
  }
  std::stable_sort(all.begin(), all.end(), stands_before);
  return all;
}

}  // namespace moniker::study
