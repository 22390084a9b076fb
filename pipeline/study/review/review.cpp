// What the page asks for, view by view, over the study as its last run left it and the decisions as they stand.
#include "review/review.hpp"

#include <algorithm>

#include "base/proportion_bound.hpp"
#include "moniker/error.hpp"
#include "review/elsewhere.hpp"
#include "review/kappa.hpp"
#include "review/people.hpp"
#include "review/views_json.hpp"
#include "steps/steps.hpp"

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

Json transcripts_json(const ReviewedStudy& reviewed, const Survey& survey, const std::vector<Decision>& decisions) {
  Json all = Json::array();
  for (std::size_t i = 0; i < reviewed.transcripts.size(); ++i) {
    const ReviewedTranscript& transcript = reviewed.transcripts[i];
    const SurveyedTranscript& told = survey.transcripts[i];
    const TranscriptState state = state_of(decisions, transcript);
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

Json answer_json(const Decision& decision) {
  return {{"number", decision.number}, {"by", decision.by}, {"answer", answer_of(decision)}, {"at", decision.when}};
}

/// Whether the outputs do not follow from it until the study is run.
bool has_effect(const Decision& decision, bool review_required) {
  if (decision.act == Act::signed_off) return review_required;  // a draft is one no more
  constexpr Act acts[] = {Act::replace, Act::keep, Act::means, Act::apart, Act::supersedes, Act::undo};
  return !decision.blind && std::find(std::begin(acts), std::end(acts), decision.act) != std::end(acts);
}

}  // namespace

Review::Review(std::filesystem::path study, ReviewOptions options)
    : folder_(std::move(study)), options_(std::move(options)) {
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
  desk_ = std::make_unique<DecisionDesk>(folder_, options_.run);
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

const std::vector<Decision>& Review::taken() {
  const std::filesystem::path folder = study_->study.layout.decisions();
  if (!std::filesystem::exists(folder)) return taken_;
  const auto changed = std::filesystem::last_write_time(folder);  // before they are read: what comes later changes it
  if (changed != taken_when_) taken_ = desk_->all();
  taken_when_ = changed;
  return taken_;
}

Review::Asked Review::questions() {
  const Survey& all_of_it = surveyed();
  Asked all{.decisions = taken(), .items = queue_of(*study_, all_of_it)};
  for (const QueueItem& item : all.items) all.asked.push_back(asked_item(*study_, item));
  return all;
}

/// Whether whoever reviews is the second, blind one of every transcript that the question stands in.
bool Review::is_blind(const std::vector<Decision>& decisions, const QueueItem& item) const {
  const auto second_of = [&](const ReviewedTranscript& one) {
    return state_of(decisions, one).second == options_.reviewer;
  };
  if (options_.reviewer.empty()) return false;
  if (item.thing == nullptr) {
    const ReviewedTranscript* const there = study_->find(item.transcript);
    return there != nullptr && second_of(*there);
  }
  return std::all_of(item.thing->transcripts.begin(), item.thing->transcripts.end(),
                     [&](const auto& in) { return second_of(study_->transcripts[in.first]); });
}

/// Decisions that the last run did not see.
std::size_t Review::waiting(const std::vector<Decision>& decisions) const {
  const bool required = study_->study.config.review_required;
  return static_cast<std::size_t>(std::count_if(decisions.begin(), decisions.end(), [&](const Decision& decision) {
    return has_effect(decision, required) && decision.number > study_->map.decisions_seen;
  }));
}

Json Review::overview() {
  const Survey& all = surveyed();
  const Asked asked = questions();
  std::size_t open = 0;
  for (const AskedItem& one : asked.asked) {
    const bool blind = is_blind(asked.decisions, *one.item);
    open += answer_to(asked.decisions, one, options_.reviewer, blind) ? 0 : 1;
  }
  return {{"study", study_->study.config.title}, {"reviewer", options_.reviewer},
          {"latest", asked.decisions.size()},    {"waiting", waiting(asked.decisions)},
          {"questions", asked.items.size()},     {"open", open},
          {"labels", labels_json(*study_)},      {"transcripts", transcripts_json(*study_, all, asked.decisions)}};
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
  const Asked all = questions();
  Json items = Json::array();
  for (const AskedItem& one : all.asked) {
    Json json = item_json(*study_, *survey_, *one.item);
    const bool blind = is_blind(all.decisions, *one.item);
    if (blind) json["blind"] = true;
    if (const Decision* answer = answer_to(all.decisions, one, options_.reviewer, blind))
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
  const std::vector<Decision>& decisions = taken();
  Json passages = Json::array();
  std::uint64_t looked = 0, missed = 0;
  for (std::size_t i = 0; i < std::min(drawn.size(), options_.sample); ++i) {
    const std::string& id = study_->transcripts[drawn[i].transcript].id;
    Json json = turn_json(drawn[i].turn);
    json["transcript"] = id;
    const std::string said = looked_at(decisions, id, drawn[i].turn.number);
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
  const Asked all = questions();
  std::vector<std::pair<std::string, std::string>> pairs;
  Json apart = Json::array();
  for (const TwoAnswers& two : two_answers(all.decisions, all.asked)) {
    pairs.emplace_back(answer_of(*two.first), answer_of(*two.second));
    if (pairs.back().first == pairs.back().second) continue;
    Json json = item_json(*study_, *survey_, *two.item);
    json["first"] = answer_json(*two.first);
    json["second"] = answer_json(*two.second);
    apart.push_back(std::move(json));
  }
  const std::optional<double> kappa = cohens_kappa(pairs);
  return {{"both", pairs.size()}, {"kappa", kappa ? Json(*kappa) : Json()}, {"apart", std::move(apart)}};
}

/// A decision holds no words; who took it here has seen them.
std::string Review::words_of(const Decision& decision) const {
  const auto known = words_.find(decision.number);
  return known == words_.end() ? std::string() : known->second;
}

Json Review::decisions() {
  refresh();
  Json all = Json::array();
  for (const Decision& decision : taken()) all.push_back(decision_json(decision, words_of(decision)));
  return {{"decisions", std::move(all)}};
}

Json Review::decide(Wish wish) {
  if (options_.reviewer.empty())
    throw Error::usage("nobody is named who decides", "say your name first, at the top right");
  wish.by = options_.reviewer;
  const Asked all = questions();
  for (const AskedItem& one : all.asked) {
    const bool about = (!wish.entity.empty() && wish.entity == one.item->entity) ||
                       (!wish.speaker.empty() && wish.speaker == one.item->speaker) ||
                       one.forms.contains(detect::hashed_words(study_->keys.decisions, wish.words));
    wish.blind |= about && is_blind(all.decisions, *one.item);
  }
  const Decision decision = desk_->decide(wish);
  if (!wish.words.empty()) words_[decision.number] = wish.words;
  return decision_json(decision, wish.words);
}

void Review::call_reviewer(const std::string& name) { options_.reviewer = name; }

std::size_t Review::waiting() {
  refresh();
  return waiting(taken());
}

Json Review::apply() {
  const StudyReport report = run_study(*open_study(folder_, options_.run));
  std::uint64_t doubtful = 0, quarantined = 0;
  for (const Outcome& outcome : report.outcomes) {
    doubtful += outcome.doubtful;
    quarantined += outcome.state == Outcome::State::quarantined ? 1 : 0;
  }
  return {{"published", report.published},
          {"unchanged", report.unchanged},
          {"quarantined", quarantined},
          {"doubtful", doubtful}};
}

}  // namespace moniker::study
