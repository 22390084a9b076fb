#include "review/queue.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace moniker::study {
namespace {

/// What was found of an entity; null where it is named nowhere.
const SeenThing* thing_of(const Survey& survey, const Entity& entity) {
  const auto found = survey.things.find({entity.label, shown_name(entity)});
  return found == survey.things.end() ? nullptr : &found->second;
}

/// The label under which whoever is asked about speaks.
std::string label_of(const resolve::Assignment& assignment, const resolve::Question& question) {
  for (const auto& [place, index] : assignment.speakers) {
    if (place.first == question.file && index == question.entity) return place.second;
  }
  return {};
}

QueueItem who(const resolve::Assignment& assignment, const Survey& survey, const resolve::Question& question) {
  const Entity& taken_for = assignment.entities.at(question.entity);
  QueueItem item{.kind = QueueItem::Kind::who,
                 .entity = shown_name(taken_for),
                 .label = taken_for.label,
                 .thing = thing_of(survey, taken_for),
                 .transcript = assignment.transcripts.at(question.file),
                 .turn = question.turn,
                 .speaks = question.label};
  if (item.speaks) item.speaker = label_of(assignment, question);
  for (const std::uint32_t person : question.could_be) item.could_be.push_back(shown_name(assignment.entities[person]));
  item.key = fmt::format("who {} {} {}{}", item.entity, item.transcript, item.turn, item.speaks ? " speaks" : "");
  item.settles = item.thing ? item.thing->mentions : 1;
  return item;
}

/// Of a name that is asked about in several places one question, with everybody whom it may mean in any of them.
void ask(std::vector<QueueItem>& queue, QueueItem item) {
  const auto same = std::find_if(queue.begin(), queue.end(), [&](const QueueItem& one) {
    return !one.speaks && !item.speaks && one.entity == item.entity;
  });
  if (same == queue.end()) return queue.push_back(std::move(item));
  for (const std::string& name : item.could_be) {
    if (std::find(same->could_be.begin(), same->could_be.end(), name) == same->could_be.end())
      same->could_be.push_back(name);
  }
}

}  // namespace

std::vector<QueueItem> queue_of(const ReviewedStudy& reviewed, const Survey& survey) {
  std::vector<QueueItem> queue;
  for (const resolve::Question& question : reviewed.map.assignment.questions)
    ask(queue, who(reviewed.map.assignment, survey, question));
  for (const auto& [name, thing] : survey.things) {
    if (thing.doubtful == 0) continue;
    queue.push_back({.kind = QueueItem::Kind::doubtful,
                     .key = fmt::format("doubtful {} {}", name.first, name.second),
                     .entity = thing.entity,
                     .label = thing.label,
                     .thing = &thing,
                     .settles = thing.doubtful});
  }
  std::stable_sort(queue.begin(), queue.end(),
                   [](const QueueItem& a, const QueueItem& b) { return a.settles > b.settles; });
  return queue;
}

}  // namespace moniker::study
