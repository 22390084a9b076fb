// What the page asks for, view by view, over the study as its last run left it and the decisions as they stand.
#include "review/review.hpp"

#include <algorithm>

#include "base/proportion_bound.hpp"
#include "moniker/error.hpp"
#include "review/elsewhere.hpp"
#include "review/kappa.hpp"
#include "review/people.hpp"
#include "review/views_json.hpp"

namespace moniker::study {
namespace {

using Json = Review::Json;

std::string_view stage_name(TranscriptState::Stage stage) {
  constexpr std::string_view names[] = {"unreviewed", "in review", "signed off"};
  return names[static_cast<std::size_t>(stage)];
}

Json labels_json(const ReviewedStudy& reviewed) {
  Json labels = Json::array();
  for (const Label& label : reviewed.rules.set.labels())
    labels.push_back({{"name", label.name}, {"replace", label.replace}, {"review", label.review}});
  return labels;
}

Json transcripts_json(const ReviewedStudy& reviewed, const Survey& survey, const std::vector<DeskEntry>& entries) {
  Json all = Json::array();
  for (std::size_t i = 0; i < reviewed.transcripts.size(); ++i) {
    const ReviewedTranscript& transcript = reviewed.transcripts[i];
    const SurveyedTranscript& told = survey.transcripts[i];
    const TranscriptState state = state_of(entries, transcript.id);
    all.push_back({{"id", transcript.id},
                   {"file", transcript.shown},
                   {"words", transcript.words},
                   {"turns", told.turns},
                   {"found", told.found},
                   {"doubtful", told.doubtful},
                   {"stopped", transcript.stopped.empty() ? told.trouble : transcript.stopped},
                   {"state", stage_name(state.stage)},
                   {"by", state.by},
                   {"first", state.first},
                   {"second", state.second}});
  }
  return all;
}

Json answer_json(const DeskEntry& entry) {
  return {{"number", entry.number}, {"by", entry.wish.by}, {"answer", answer_of(entry.wish)}, {"at", entry.at}};
}

}  // namespace

Review::Review(std::filesystem::path study, ReviewOptions options, std::unique_ptr<Desk> desk)
    : folder_(std::move(study)), options_(std::move(options)), desk_(std::move(desk)) {
  refresh();
}

void Review::refresh() {
  const std::filesystem::path assignment = StudyLayout{folder_}.assignment();
  const bool there = std::filesystem::exists(assignment);
  const auto written = there ? std::filesystem::last_write_time(assignment) : decltype(assigned_){};
  if (study_ && written == assigned_) return;
  looked_.reset();
  survey_.reset();
  study_ = std::make_unique<ReviewedStudy>(folder_, options_.run);
  assigned_ = written;
}

const Survey& Review::surveyed() {
  refresh();
  if (!survey_) survey_ = survey(*study_);
  return *survey_;
}

LookedTranscript& Review::look_at(const std::string& transcript) {
  refresh();
  if (looked_ && looked_->id() == transcript) return *looked_;
  const ReviewedTranscript* const wanted = study_->find(transcript);
  if (wanted == nullptr) throw Error::usage("the study has no such transcript", "reload the page");
  looked_.reset();  // two at a time are never held
  looked_ = std::make_unique<LookedTranscript>(*study_, *wanted);
  return *looked_;
}

std::vector<QueueItem> Review::questions() { return queue_of(*study_, surveyed()); }

/// Whether whoever reviews is the second, blind one of every transcript that the question stands in.
bool Review::is_blind(const std::vector<DeskEntry>& entries, const QueueItem& item) const {
  const auto second_of = [&](const std::string& id) { return state_of(entries, id).second == options_.reviewer; };
  if (options_.reviewer.empty()) return false;
  if (item.thing == nullptr) return second_of(item.transcript);
  return std::all_of(item.thing->transcripts.begin(), item.thing->transcripts.end(),
                     [&](const auto& in) { return second_of(study_->transcripts[in.first].id); });
}

Json Review::overview() {
  const Survey& all = surveyed();
  const std::vector<DeskEntry> entries = desk_->all();
  std::size_t open = 0;
  const std::vector<QueueItem> items = questions();
  for (const QueueItem& item : items)
    open += answer_to(entries, item, options_.reviewer, is_blind(entries, item)) ? 0 : 1;
  return {{"study", study_->study.config.title},
          {"reviewer", options_.reviewer},
          {"keeps", desk_->keeps()},
          {"latest", entries.empty() ? 0 : entries.back().number},
          {"questions", items.size()},
          {"open", open},
          {"labels", labels_json(*study_)},
          {"transcripts", transcripts_json(*study_, all, entries)}};
}

Json Review::talk(const std::string& transcript) {
  Json turns = Json::array();
  for (const TalkTurn& turn : look_at(transcript).talk()) turns.push_back(turn_json(turn));
  return {{"transcript", transcript}, {"turns", std::move(turns)}};
}

Json Review::why(const std::string& transcript, std::uint64_t turn, std::uint32_t begin) {
  const LookedTranscript::Why why = look_at(transcript).why(turn, begin);
  Json json = why_json(why.found);
  json["who"] = why.who;
  return json;
}

Json Review::queue() {
  const std::vector<DeskEntry> entries = desk_->all();
  Json items = Json::array();
  for (const QueueItem& item : questions()) {
    Json json = item_json(*study_, *survey_, item);
    const bool blind = is_blind(entries, item);
    if (blind) json["blind"] = true;
    if (const DeskEntry* answer = answer_to(entries, item, options_.reviewer, blind))
      json["decided"] = answer_json(*answer);
    items.push_back(std::move(json));
  }
  return {{"items", std::move(items)}};
}

Json Review::people() {
  Json all = Json::array();
  for (const FoundEntity& entity : people_of(*study_, surveyed())) all.push_back(entity_json(*study_, entity));
  return {{"entities", std::move(all)}};
}

Json Review::left_alone() {
  std::vector<const LeftWord*> words;
  for (const LeftWord& word : surveyed().left) words.push_back(&word);
  std::stable_sort(words.begin(), words.end(), [](auto* a, auto* b) { return a->count > b->count; });
  Json all = Json::array();
  for (const LeftWord* word : words)
    all.push_back({{"word", word->word}, {"count", word->count}, {"place", place_json(*study_, word->first)}});
  return {{"words", std::move(all)}};
}

Json Review::sample() {
  const std::vector<Passage>& drawn = surveyed().passages;
  const std::vector<DeskEntry> entries = desk_->all();
  Json passages = Json::array();
  std::uint64_t looked = 0, missed = 0;
  for (std::size_t i = 0; i < std::min(drawn.size(), options_.sample); ++i) {
    const std::string& id = study_->transcripts[drawn[i].transcript].id;
    Json json = turn_json(drawn[i].turn);
    json["transcript"] = id;
    const std::string said = looked_at(entries, id, drawn[i].turn.number);
    if (!said.empty()) json["looked"] = said;
    looked += said.empty() ? 0 : 1;
    missed += said == "missed" ? 1 : 0;
    passages.push_back(std::move(json));
  }
  return {{"passages", std::move(passages)},
          {"looked", looked},
          {"missed", missed},
          {"confidence", 0.95},
          {"bound", upper_bound_of_share(missed, looked, 0.95)}};
}

Json Review::elsewhere(std::string_view words) {
  refresh();
  const Elsewhere found = study::elsewhere(*study_, words);
  Json json{{"open", found.open}, {"masked", found.masked}, {"transcripts", found.transcripts}};
  json["places"] = Json::array();
  for (const SeenPlace& place : found.first) json["places"].push_back(place_json(*study_, place));
  return json;
}

Json Review::team() {
  const std::vector<QueueItem> items = questions();
  const std::vector<DeskEntry> entries = desk_->all();
  std::vector<std::pair<std::string, std::string>> pairs;
  Json apart = Json::array();
  for (const TwoAnswers& two : two_answers(entries, items)) {
    pairs.emplace_back(answer_of(two.first->wish), answer_of(two.second->wish));
    if (pairs.back().first == pairs.back().second) continue;
    Json json = item_json(*study_, *survey_, *two.item);
    json["first"] = answer_json(*two.first);
    json["second"] = answer_json(*two.second);
    apart.push_back(std::move(json));
  }
  const std::optional<double> kappa = cohens_kappa(pairs);
  return {{"both", pairs.size()}, {"kappa", kappa ? Json(*kappa) : Json()}, {"apart", std::move(apart)}};
}

Json Review::decisions() {
  Json all = Json::array();
  for (const DeskEntry& entry : desk_->all()) all.push_back(entry_json(entry));
  return {{"decisions", std::move(all)}};
}

Json Review::decide(Wish wish) {
  if (options_.reviewer.empty())
    throw Error::usage("nobody is named who decides", "say your name first, at the top right");
  wish.by = options_.reviewer;
  const std::vector<DeskEntry> entries = desk_->all();
  for (const QueueItem& item : questions()) wish.blind |= answers(wish, item) && is_blind(entries, item);
  return entry_json(desk_->decide(wish));
}

void Review::call_reviewer(const std::string& name) { options_.reviewer = name; }

}  // namespace moniker::study
