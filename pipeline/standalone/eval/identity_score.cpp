// Counting over one table of studies: how often an entity of the gold is called by a name. All shares follow from it.
#include "eval/identity_score.hpp"

#include <map>
#include <set>

namespace moniker::eval {
namespace {

using Share = IdentityFigures::Share;
using Counts = std::map<std::string, std::uint64_t>;

Share share(double part, double whole) { return whole > 0 ? Share(part / whole) : std::nullopt; }
std::uint64_t pairs(std::uint64_t n) { return n * (n - 1) / 2; }

/// Who was called what, how often.
struct Table {
  std::map<std::pair<std::string, std::string>, std::uint64_t> cells{};
  Counts entities{}, names{};
  void add(const std::string& entity, const std::string& name) {
    ++cells[{entity, name}];
    ++entities[entity];
    ++names[name];
  }
};

void take_table(const Table& table, IdentityFigures& figures) {
  Counts names_of, people_of;
  for (const auto& [pair, n] : table.cells) {
    const auto& [entity, name] = pair;
    figures.pairs_right += pairs(n);
    const auto times = static_cast<double>(n);
    figures.cubed_precision += times * times / static_cast<double>(table.names.at(name));
    figures.cubed_recall += times * times / static_cast<double>(table.entities.at(entity));
    figures.scored += n;
    ++names_of[entity];
    ++people_of[name];
  }
  for (const auto& [name, n] : table.names) figures.pairs_called += pairs(n);
  for (const auto& [entity, n] : table.entities) figures.pairs_meant += pairs(n);
  for (const auto& [entity, n] : names_of) figures.split += n > 1;
  for (const auto& [name, n] : people_of) figures.shared += n > 1;
  figures.called += people_of.size();
  figures.people += names_of.size();
}

}  // namespace

bool is_wrong(const Answer& answer) { return !answer.participant.empty() && answer.participant != answer.entity; }

void IdentityScorer::count(const Answer& answer) {
  IdentityFigures& f = figures_;
  f.wrong += is_wrong(answer);
  f.asked += answer.asked;
  if (answer.entity == nobody) {
    ++f.nobody;
    f.nobody_named += answer.as_person;
    return;
  }
  ++(answer.label ? f.labels : f.mentions);
  if (!answer.label) {
    f.found += answer.found;
    f.other_label += answer.found && !answer.as_person;
  }
  if (answer.ask) {
    ++f.to_ask;
    f.to_ask_named += !answer.participant.empty();
    return;
  }
  if (!answer.registered) return;
  ++(!answer.found                 ? f.participants_missed
     : is_wrong(answer)            ? f.participants_wrong
     : !answer.participant.empty() ? f.participants_right
                                   : f.participants_without);
}

void IdentityScorer::add(const Identified& study) {
  Table table;
  std::set<std::string> files;
  std::uint64_t alone = 0;
  for (const Answer& answer : study.answers) {
    files.insert(answer.file);
    count(answer);
    if (answer.entity == nobody || answer.ask || !answer.found) continue;
    // Without a number it is called like nobody else.
    table.add(answer.entity, answer.called.empty() ? '\n' + std::to_string(alone++) : answer.called);
  }
  take_table(table, figures_);
  ++figures_.studies;
  figures_.questions += study.questions;
  figures_.transcripts += files.size();
}

Share IdentityFigures::pair_precision() const {
  return share(static_cast<double>(pairs_right), static_cast<double>(pairs_called));
}
Share IdentityFigures::pair_recall() const {
  return share(static_cast<double>(pairs_right), static_cast<double>(pairs_meant));
}
Share IdentityFigures::b_precision() const { return share(cubed_precision, static_cast<double>(scored)); }
Share IdentityFigures::b_recall() const { return share(cubed_recall, static_cast<double>(scored)); }
Share IdentityFigures::b_f1() const {
  const Share p = b_precision(), r = b_recall();
  return p && r ? share(2 * *p * *r, *p + *r) : std::nullopt;
}
Share IdentityFigures::asked_share() const {
  return share(static_cast<double>(questions), static_cast<double>(mentions));
}

}  // namespace moniker::eval
