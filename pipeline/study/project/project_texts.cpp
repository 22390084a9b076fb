#include "project/project_texts.hpp"

#include <algorithm>

#include "detect/decided.hpp"

namespace moniker::study {
namespace {

bool is_name(coded::Role role) {
  return role == coded::Role::name || role == coded::Role::source || role == coded::Role::person;
}

}  // namespace

std::vector<read::TextTurn> turns_of(const coded::CodedText& text, const words::Language& language) {
  if (text.role == coded::Role::talk || text.role == coded::Role::note) {
    std::vector<read::TextTurn> turns = read::text_turns(text.text, language);
    for (std::size_t i = 0; i < turns.size(); ++i) turns[i].utterance.number = i;
    return turns;
  }
  if (text.text.empty()) return {};
  read::TextTurn turn;
  turn.utterance.text = text.text;
  if (is_name(text.role)) std::replace(turn.utterance.text.begin(), turn.utterance.text.end(), '_', ' ');
  turn.runs = {{0, 0}};
  return {std::move(turn)};
}

ProjectSearch::ProjectSearch(const rules::RuleSet& rules, const Register& people)
    : rules_(rules), people_(detect::known_people(rules, people)), seen_(rules, people_), detector_(rules, people_) {}

SearchedText ProjectSearch::search(std::vector<read::TextTurn> turns, const detect::DecidedWords& decided,
                                   const Sink<const Marked&>& heard) {
  SearchedText searched{.turns = std::move(turns), .found = {}};
  searched.found.resize(searched.turns.size());
  detect::DecidedReader reader(decided);
  if (decided.has_places()) {
    for (const read::TextTurn& turn : searched.turns) {
      if (is_written(turn.utterance.part)) reader.look_ahead(seen_.see(turn.utterance).turn);
    }
    reader.find_places();
  }
  detector_.begin_again();
  std::uint64_t written = 0;
  for (const read::TextTurn& turn : searched.turns) {
    detector_.take(seen_.see(turn.utterance).turn, [&](Marked marked) {
      const std::vector<detect::Claim> claims = reader.claims(marked.utterance, written);
      if (is_written(marked.utterance.part)) ++written;
      if (!claims.empty())
        marked.findings = detect::settle(rules_, marked.utterance, std::move(marked.findings), claims);
      if (heard) heard(marked);
      searched.found[marked.utterance.number] = std::move(marked.findings);
    });
  }
  detector_.finish([](Marked) {});
  if (heard) learned_.merge(detector_.learned());
  return searched;
}

}  // namespace moniker::study
