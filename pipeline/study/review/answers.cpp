#include "review/answers.hpp"

#include <algorithm>

#include "base/fold.hpp"

namespace moniker::study {
namespace {

using Act = Wish::Act;

bool stands(const DeskEntry& entry) { return entry.undone_by == 0 && entry.wish.act != Act::undo; }

bool is_answer(Act act) { return act == Act::replace || act == Act::keep || act == Act::means || act == Act::apart; }

bool has_form(const QueueItem& item, const std::string& words) {
  if (item.thing == nullptr || words.empty()) return false;
  const std::string folded = fold(words);
  return std::any_of(item.thing->forms.begin(), item.thing->forms.end(),
                     [&](const auto& form) { return fold(form.first) == folded; });
}

}  // namespace

bool answers(const Wish& wish, const QueueItem& item) {
  if (!is_answer(wish.act)) return false;
  if (!wish.speaker.empty()) return item.speaks && wish.transcript == item.transcript && wish.speaker == item.speaker;
  if (!wish.entity.empty()) return wish.entity == item.entity;
  return wish.transcript.empty() && has_form(item, wish.words);
}

std::string answer_of(const Wish& wish) {
  switch (wish.act) {
    case Act::keep:
      return "keep";
    case Act::replace:
      return wish.label.empty() ? "replace" : "replace " + wish.label;
    case Act::means:
      return "means " + wish.target;
    case Act::apart:
      return "somebody else";
    default:
      return {};
  }
}

const DeskEntry* answer_to(const std::vector<DeskEntry>& entries, const QueueItem& item, const std::string& reviewer,
                           bool blind) {
  const auto seen = [&](const DeskEntry& entry) { return entry.wish.by == reviewer || (!blind && !entry.wish.blind); };
  const auto last = std::find_if(entries.rbegin(), entries.rend(), [&](const DeskEntry& entry) {
    return stands(entry) && seen(entry) && answers(entry.wish, item);
  });
  return last == entries.rend() ? nullptr : &*last;
}

TranscriptState state_of(const std::vector<DeskEntry>& entries, const std::string& transcript) {
  using Stage = TranscriptState::Stage;
  TranscriptState state;
  for (const DeskEntry& entry : entries) {
    if (!stands(entry) || entry.wish.transcript != transcript) continue;
    if (entry.wish.act == Act::assigned) {
      (entry.wish.blind ? state.second : state.first) = entry.wish.target;
    } else if (entry.wish.act == Act::signed_off) {
      state.stage = Stage::signed_off;
      state.by = entry.wish.by;
    } else if (state.stage == Stage::unreviewed) {
      state.stage = Stage::in_review;
    }
  }
  return state;
}

std::string looked_at(const std::vector<DeskEntry>& entries, const std::string& transcript, std::uint64_t turn) {
  std::string said;
  for (const DeskEntry& entry : entries) {
    if (!stands(entry) || entry.wish.act != Act::looked || entry.wish.transcript != transcript) continue;
    if (entry.wish.turn == turn) said = entry.wish.label.empty() ? "clean" : "missed";
  }
  return said;
}

std::vector<TwoAnswers> two_answers(const std::vector<DeskEntry>& entries, const std::vector<QueueItem>& queue) {
  std::vector<TwoAnswers> all;
  for (const QueueItem& item : queue) {
    TwoAnswers two{.item = &item};
    for (const DeskEntry& entry : entries) {
      if (stands(entry) && answers(entry.wish, item)) (entry.wish.blind ? two.second : two.first) = &entry;
    }
    if (two.first && two.second && two.first->wish.by != two.second->wish.by) all.push_back(two);
  }
  return all;
}

}  // namespace moniker::study
