#include "review/answers.hpp"

#include <algorithm>

#include "decisions/meanings.hpp"

namespace moniker::study {
namespace {

bool stands(const Decision& decision) { return decision.undone_by == 0 && decision.act != Act::undo; }

bool is_answer(Act act) { return act == Act::replace || act == Act::keep || act == Act::means || act == Act::apart; }

/// Whether a decision about one place is about all that the question is about.
bool is_only_place(const Decision& decision, const AskedItem& asked) {
  return asked.item->thing && asked.item->thing->mentions == 1 && decision.transcript == asked.only_in &&
         decision.place->turn == asked.item->thing->first.front().turn;
}

bool has_form(const Decision& decision, const AskedItem& asked) {
  return std::any_of(decision.forms.begin(), decision.forms.end(),
                     [&](const WordsDecided& form) { return asked.forms.contains(form.words); });
}

}  // namespace

AskedItem asked_item(const ReviewedStudy& reviewed, const QueueItem& item) {
  AskedItem asked{.item = &item};
  if (item.speaks) asked.speaker = hashed_speaker(reviewed.keys.decisions, item.speaker).hash;
  if (item.thing == nullptr) return asked;
  for (const auto& [form, count] : item.thing->forms)
    asked.forms.insert(detect::hashed_words(reviewed.keys.decisions, form));
  if (item.thing->transcripts.size() == 1)
    asked.only_in = reviewed.transcripts[item.thing->transcripts.begin()->first].id;
  return asked;
}

bool answers(const Decision& decision, const AskedItem& asked) {
  const QueueItem& item = *asked.item;
  if (!is_answer(decision.act)) return false;
  if (item.speaks) {
    return decision.transcript == item.transcript &&
           std::any_of(decision.names.begin(), decision.names.end(),
                       [&](const HashedName& name) { return name.hash == asked.speaker; });
  }
  if (!decision.shown.empty()) return decision.shown == item.entity && !decision.place;
  if (decision.place) return has_form(decision, asked) && is_only_place(decision, asked);
  return (decision.transcript.empty() || decision.transcript == asked.only_in) && has_form(decision, asked);
}

std::string answer_of(const Decision& decision) {
  switch (decision.act) {
    case Act::keep:
      return "keep";
    case Act::replace:
      return decision.label.empty() ? "replace" : "replace " + decision.label;
    case Act::means:
      return decision.target.empty() ? "the same as another" : "means " + decision.target;
    case Act::apart:
      return "somebody else";
    default:
      return {};
  }
}

const Decision* answer_to(const std::vector<Decision>& decisions, const AskedItem& asked, const std::string& reviewer,
                          bool blind) {
  const auto seen = [&](const Decision& one) { return blind ? one.by == reviewer : !one.blind; };
  const auto last = std::find_if(decisions.rbegin(), decisions.rend(),
                                 [&](const Decision& one) { return stands(one) && seen(one) && answers(one, asked); });
  return last == decisions.rend() ? nullptr : &*last;
}

TranscriptState state_of(const std::vector<Decision>& decisions, const ReviewedTranscript& transcript) {
  using Stage = TranscriptState::Stage;
  TranscriptState state;
  for (const Decision& one : decisions) {
    if (!stands(one) || one.transcript != transcript.id) continue;
    if (one.act == Act::assigned) {
      (one.blind ? state.second : state.first) = one.target;
    } else if (one.act == Act::signed_off && one.target == transcript.content) {
      state.stage = Stage::signed_off;
      state.by = one.by;
    } else if (state.stage == Stage::unreviewed) {
      state.stage = Stage::in_review;
    }
  }
  return state;
}

std::string looked_at(const std::vector<Decision>& decisions, const std::string& transcript, std::uint64_t turn) {
  std::string said;
  for (const Decision& one : decisions) {
    if (!stands(one) || one.act != Act::looked || one.transcript != transcript || !one.place) continue;
    if (one.place->turn == turn) said = one.label.empty() ? "clean" : "missed";
  }
  return said;
}

std::vector<TwoAnswers> two_answers(const std::vector<Decision>& decisions, const std::vector<AskedItem>& asked) {
  std::vector<TwoAnswers> all;
  for (const AskedItem& one : asked) {
    TwoAnswers two{.item = one.item};
    for (const Decision& decision : decisions) {
      if (stands(decision) && answers(decision, one)) (decision.blind ? two.second : two.first) = &decision;
    }
    if (two.first && two.second && two.first->by != two.second->by) all.push_back(two);
  }
  return all;
}

}  // namespace moniker::study
