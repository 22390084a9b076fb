// Figures of who is who, as lines for people and as JSON, and what went wrong, for who mends it.
#include "eval/identity_page.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace moniker::eval {
namespace {

using OrderedJson = nlohmann::ordered_json;
using Share = IdentityFigures::Share;

std::string shown(Share share) { return share ? fmt::format("{:.3f}", *share) : "-"; }
OrderedJson json_of(Share share) { return share ? OrderedJson(*share) : OrderedJson(nullptr); }

std::string place_of(const Answer& answer) {
  if (answer.label) return fmt::format("{} label `{}`", answer.file, answer.words);
  return fmt::format("{} turn {} `{}`", answer.file, answer.turn, answer.words);
}

/// An answer's row: what it is, where, whom the gold means, and what it was called.
std::string row(std::string_view kind, const Answer& answer) {
  const std::string_view called = !answer.found           ? "(not found)"
                                  : answer.called.empty() ? "(no number)"
                                                          : std::string_view(answer.called);
  return fmt::format("{}: {}: {} is called {}{}\n", kind, place_of(answer), answer.entity, called,
                     answer.participant.empty() ? "" : fmt::format(" ({})", answer.participant));
}

std::string rows_of_ids(const std::vector<Answer>& answers) {
  std::string wrong, too_much, without;
  for (const Answer& answer : answers) {
    if (is_wrong(answer))
      wrong += row("wrong ID", answer);
    else if (answer.ask && !answer.participant.empty())
      too_much += row("ID where only a question is right", answer);
    else if (answer.registered && !answer.ask && answer.participant.empty())
      without += row("no ID", answer);
  }
  return wrong + too_much + without;
}

std::string rows_of_clusters(const std::vector<Answer>& answers) {
  std::map<std::string, std::map<std::string, std::set<std::string>>> by_name, by_entity;
  for (const Answer& answer : answers) {
    if (!answer.found || answer.ask || answer.entity == nobody || answer.called.empty()) continue;
    by_name[answer.study + ": " + answer.called][answer.entity].insert(place_of(answer));
    by_entity[answer.study + ": " + answer.entity][answer.called].insert(place_of(answer));
  }
  std::string rows;
  const auto tell = [&](std::string_view kind, const auto& table) {
    for (const auto& [one, others] : table) {
      if (others.size() < 2) continue;
      rows += fmt::format("{}: {}\n", kind, one);
      for (const auto& [other, places] : others) rows += fmt::format("    {}: {}\n", other, fmt::join(places, ", "));
    }
  };
  tell("shared", by_name);
  tell("split", by_entity);
  return rows;
}

}  // namespace

std::string as_text(const IdentityPage& page, const Style& style) {
  const IdentityFigures& f = page.figures;
  std::string text = fmt::format("{}{}{}\n", style.bold, page.name, style.plain);
  const auto line = [&](std::string_view what, const std::string& says) {
    text += fmt::format("{:<26}{}\n", what, says);
  };
  line("scored", fmt::format("{} studies, {} transcripts, {} mentions of people, {} labels of speakers", f.studies,
                             f.transcripts, f.mentions, f.labels));
  line("found", fmt::format("{} of {} mentions; {} not as a person", f.found, f.mentions, f.other_label));
  line("wrong participant",
       fmt::format("{}{}{}", f.wrong > 0 ? style.red : "", f.wrong, f.wrong > 0 ? style.plain : ""));
  line("participants", fmt::format("right ID {}, no ID {}, wrong ID {}, not found {}", f.participants_right,
                                   f.participants_without, f.participants_wrong, f.participants_missed));
  line("pairs", fmt::format("precision {} ({} merged wrongly), recall {} ({} split)", shown(f.pair_precision()),
                            f.pairs_called - f.pairs_right, shown(f.pair_recall()), f.pairs_meant - f.pairs_right));
  line("B-cubed",
       fmt::format("precision {}, recall {}, F1 {}", shown(f.b_precision()), shown(f.b_recall()), shown(f.b_f1())));
  line("names that are shared", fmt::format("{} of {}", f.shared, f.called));
  line("people who are split", fmt::format("{} of {}", f.split, f.people));
  line("only to be asked", fmt::format("{} mentions; {} got an ID", f.to_ask, f.to_ask_named));
  line("questions", fmt::format("{} ({} for each mention of people), about {} mentions and labels", f.questions,
                                shown(f.asked_share()), f.asked));
  line("no name at all", fmt::format("{} words; {} taken for a person", f.nobody, f.nobody_named));
  return text;
}

OrderedJson as_json(const IdentityPage& page) {
  const IdentityFigures& f = page.figures;
  return {{"name", page.name},
          {"studies", f.studies},
          {"transcripts", f.transcripts},
          {"mentions", f.mentions},
          {"found", f.found},
          {"found_otherwise", f.other_label},
          {"labels", f.labels},
          {"wrong_participant", f.wrong},
          {"participants",
           {{"right", f.participants_right},
            {"without", f.participants_without},
            {"wrong", f.participants_wrong},
            {"not_found", f.participants_missed}}},
          {"pairs",
           {{"p", json_of(f.pair_precision())},
            {"r", json_of(f.pair_recall())},
            {"merged", f.pairs_called - f.pairs_right},
            {"split", f.pairs_meant - f.pairs_right}}},
          {"b_cubed", {{"p", json_of(f.b_precision())}, {"r", json_of(f.b_recall())}, {"f1", json_of(f.b_f1())}}},
          {"names", f.called},
          {"names_shared", f.shared},
          {"people", f.people},
          {"people_split", f.split},
          {"to_ask", f.to_ask},
          {"to_ask_named", f.to_ask_named},
          {"questions", f.questions},
          {"asked", f.asked},
          {"no_name", f.nobody},
          {"no_name_taken", f.nobody_named}};
}

std::string identity_errors(const std::vector<Answer>& answers) {
  return rows_of_ids(answers) + rows_of_clusters(answers);
}

}  // namespace moniker::eval
