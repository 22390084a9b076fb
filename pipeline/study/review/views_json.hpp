#pragma once
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "decide/desk.hpp"
#include "review/answers.hpp"
#include "review/people.hpp"
#include "review/queue.hpp"
#include "review/reasons.hpp"

namespace moniker::study {

/// Views as the page reads them. Offsets are bytes of the delivered turn and go back as they came.
using ViewJson = nlohmann::ordered_json;

ViewJson turn_json(const TalkTurn& turn);
ViewJson place_json(const ReviewedStudy& reviewed, const SeenPlace& place);
ViewJson thing_json(const ReviewedStudy& reviewed, const SeenThing& thing);
ViewJson item_json(const ReviewedStudy& reviewed, const Survey& survey, const QueueItem& item);
ViewJson entity_json(const ReviewedStudy& reviewed, const FoundEntity& entity);
ViewJson why_json(const WhyFound& why);
/// `words` are what it was about, where that is known: it holds none itself.
ViewJson decision_json(const Decision& decision, const std::string& words);

/// A wish as the page asks for it. Throws Error{usage} for what is none.
Wish wish_from(const std::string& json);

}  // namespace moniker::study
