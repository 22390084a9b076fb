// From what a person says to a decision that names nobody: words become hashes, a pseudonym the forms that it has now,
// a turn what can be found again.
#include "decide/desk.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "decide/wish_names.hpp"
#include "decisions/decided_study.hpp"
#include "decisions/decision_book.hpp"
#include "decisions/decision_log.hpp"
#include "detect/seen_turns.hpp"
#include "moniker/error.hpp"
#include "opened/books.hpp"
#include "opened/roots.hpp"
#include "opened/rules_in_use.hpp"
#include "opened/transcripts.hpp"
#include "read/open_transcript.hpp"
#include "steps/steps.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {

struct DecisionDesk::State {
  RunOptions options;
  Study study;
  RulesInUse rules;
  StudyKeys keys;
  detect::SeenTurns seen;

  State(const std::filesystem::path& folder, RunOptions given)
      : options(std::move(given)),
        study(read_study(folder, options.key)),
        rules(load_rules(study.config, options)),
        keys(read_keys(study.config, options.key)),
        seen(rules.set, study.people) {
    const LogMemory memory = read_log_memory(study.layout);
    require_withdrawals(study, memory);
    require_decisions(study.layout, all(), memory);
  }

  StudyMap map() const { return read_study_map(study.layout, keys.work_identity); }
  std::vector<Decision> all() const { return read_decisions(study.layout, keys.decisions_identity); }

  /// The delivered file that a transcript is made of.
  Delivered file_of(const std::string& transcript) const {
    const StudyMap known = map();
    for (const Delivered& file : delivered(study.layout, keys.registry)) {
      const auto id = known.assignment.transcripts.find(file.file);
      if (id != known.assignment.transcripts.end() && id->second == transcript && !file.odd) return file;
    }
    throw Error::usage(fmt::format("there is no {} whose delivered file lies in incoming/", transcript),
                       "write it as the report does: T03");
  }

  void each_turn(const Delivered& file, const Sink<Utterance>& take) const {
    read::OpenedTranscript opened = read::open_transcript(
        file.place, [](Issue) {},
        {.language = rules.set.language(), .knows = seen.knows(), .limits = study.config.checks.limits});
    while (auto utterance = opened.reader->next()) {
      if (is_written(utterance->part)) take(seen.see(std::move(*utterance)).turn);
    }
  }

  PlaceInTalk place_of(const Delivered& file, const Wish& wish, const detect::HashedWords& words) const {
    std::optional<PlaceInTalk> found;
    std::uint64_t number = 0;
    each_turn(file, [&](Utterance turn) {
      if (number++ != *wish.turn) return;
      if (words.empty()) {
        found = PlaceInTalk{.turn = *wish.turn, .said = detect::hashed_text(keys.decisions, turn.text)};
        return;
      }
      const auto place = detect::describe_place(keys.decisions, turn.text, words, wish.occurrence);
      if (place) found = PlaceInTalk{*wish.turn, place->occurrence, place->said, place->before, place->after};
    });
    if (found) return *found;
    throw Error::usage(fmt::format("the words do not stand in turn {} of {}", *wish.turn + 1, wish.transcript),
                       "turns are counted as the report and the written transcript count them");
  }

  WordsDecided words_decided(std::string_view words) const {
    WordsDecided decided{detect::hashed_words(keys.decisions, words), detect::needs_capital(rules.set, words)};
    if (decided.words.empty()) throw Error::usage("no word is there to decide about", "give a name or a phrase");
    return decided;
  }

  /// The words themselves, or all by which somebody is called.
  std::vector<std::string> surfaces(const Wish& wish) const {
    if (wish.entity.empty()) return {wish.words};
    return surfaces_of(study, rules.set, keys, map().assignment, wish.entity);
  }

  void of_words(const Wish& wish, Decision& decision) const {
    if (wish.act == Act::replace && label_named(rules.set.labels(), wish.label) == nullptr) {
      throw Error::usage("there is no such label", "`moniker rules list` shows those that there are");
    }
    for (const std::string& words : surfaces(wish)) {
      if (wish.act == Act::keep && holds_registered(rules.set, study.people, words)) {
        throw Error::usage("a name of the register is never kept",
                           "if it is somebody else's here, say who: `moniker decide STUDY apart`");
      }
      decision.forms.push_back(words_decided(words));
    }
    decision.label = wish.label;
    if (wish.turn) decision.place = place_of(file_of(wish.transcript), wish, decision.forms.front().words);
  }

  void of_names(const Wish& wish, Decision& decision) const {
    const StudyMap known = map();
    decision.names = wish_names(study, rules.set, keys, known.assignment, wish);
    if (wish.act == Act::apart) return;
    if (const auto id = participant_called(known.assignment, wish.target)) {
      decision.target = *id;
    } else {
      decision.like = a_name_of(keys, known.assignment, wish.target);
    }
  }

  Decision decision_of(const Wish& wish, const std::vector<Decision>& all) const {
    Decision decision{.act = wish.act,
                      .transcript = wish.transcript,
                      .shown = wish.entity,
                      .undoes = wish.undoes,
                      .blind = wish.blind,
                      .by = wish.by,
                      .when = iso_time(options.clock()),
                      .why = wish.why};
    if (!wish.transcript.empty()) decision.file = file_of(wish.transcript).key;
    switch (wish.act) {
      case Act::replace:
      case Act::keep:
        of_words(wish, decision);
        break;
      case Act::means:
      case Act::apart:
        of_names(wish, decision);
        break;
      case Act::undo:
        if (wish.undoes == 0 || wish.undoes > all.size() || all[wish.undoes - 1].undone_by != 0)
          throw Error::usage(fmt::format("there is no decision {} that holds", wish.undoes),
                             "`moniker decide STUDY list` shows them");
        break;
      case Act::looked:
        decision.label = wish.label;
        decision.place = place_of(file_of(wish.transcript), wish, {});
        break;
      case Act::signed_off:  // with the very bytes: a corrected delivery is signed off anew
        decision.target = hex(content_of(file_of(wish.transcript)).value());
        break;
      case Act::supersedes:
      case Act::assigned:
        decision.target = wish.target;
        break;
    }
    return decision;
  }

  /// What nobody had seen who asked, and said otherwise.
  static void refuse_contrary(const Wish& wish, const Decision& decision, const std::vector<Decision>& all) {
    for (const Decision& other : in_force(all)) {
      if (!wish.seen || other.number <= *wish.seen || !contrary(other, decision)) continue;
      throw Error::usage(fmt::format("{} decided otherwise meanwhile: {} (decision {})",
                                     other.by.empty() ? "somebody" : other.by, act_name(other.act), other.number),
                         "look at it, and decide again");
    }
  }

  /// A call that was killed before it had logged what it decided is given again: it says so just as it did.
  static bool is_said_already(const Decision& decision, const std::vector<Decision>& all) {
    if (all.empty() || all.back().undone_by != 0) return false;
    Decision last = all.back();
    last.number = decision.number;
    last.before = decision.before;
    last.when = decision.when;
    return last == decision;
  }

  void log() const {
    try {
      Books books({.lock = study.layout.lock(),
                   .ledger = study.layout.ledger(),
                   .log = study.layout.audit_log(),
                   .patience = std::chrono::milliseconds(2000)},
                  options.clock);
      if (log_decisions(study.layout, all(), books)) sign_audit(study, books.audit);
    } catch (const Error& error) {
      if (error.problem().fault != Fault::usage) throw;  // a run is working, and logs it at its next beginning
    }
  }

  /// Under the next number; whoever was faster is seen first.
  Decision keep(const std::function<Decision(const std::vector<Decision>&)>& make) const {
    constexpr int most_tries = 100;
    for (int tried = 0; tried < most_tries; ++tried) {
      const std::vector<Decision> known = all();
      const Decision decision = make(known);
      if (is_said_already(decision, known)) return known.back();
      if (auto kept = append_decision(study.layout, keys.decisions_identity.recipient(), known, decision)) return *kept;
    }
    throw Error::usage("others decide too fast to follow", "try again");
  }
};

DecisionDesk::DecisionDesk(const std::filesystem::path& folder, const RunOptions& options)
    : state_(std::make_unique<State>(folder, options)) {}
DecisionDesk::~DecisionDesk() = default;

Decision DecisionDesk::decide(const Wish& wish) {
  const Decision kept = state_->keep([&](const std::vector<Decision>& all) {
    Decision decision = state_->decision_of(wish, all);
    State::refuse_contrary(wish, decision, all);
    return decision;
  });
  state_->log();
  return kept;
}

std::vector<Decision> DecisionDesk::all() const { return state_->all(); }

std::map<std::string, std::size_t> DecisionDesk::where(std::string_view words) const {
  const State& s = *state_;
  const WordsDecided wanted = s.words_decided(words);
  const detect::DecidedWords decided(s.rules.set, s.keys.decisions, {{wanted.words, wanted.capital, std::nullopt}});
  detect::DecidedReader reader(decided);
  const StudyMap known = s.map();
  std::map<std::string, std::size_t> counts;
  for (const Delivered& file : delivered(s.study.layout, s.keys.registry)) {
    const auto id = known.assignment.transcripts.find(file.file);
    if (file.odd || id == known.assignment.transcripts.end()) continue;
    s.each_turn(file, [&](const Utterance& turn) {
      const std::size_t found = reader.claims(turn, 0).size();
      if (found > 0) counts[id->second] += found;
    });
  }
  return counts;
}

std::size_t DecisionDesk::take_over(const std::vector<Decision>& others) {
  // Where it stood and what undid it there is nothing to a decision.
  const auto bare = [](Decision decision) {
    decision.number = decision.undone_by = 0;
    decision.before.clear();
    return decision;
  };
  std::size_t taken = 0;
  std::map<std::uint64_t, std::uint64_t> numbers;  // there -> here
  for (const Decision& other : others) {
    Decision decision = bare(other);
    if (decision.act == Act::undo) decision.undoes = numbers.at(other.undoes);
    const std::vector<Decision> known = state_->all();
    const auto here =
        std::find_if(known.begin(), known.end(), [&](const Decision& one) { return bare(one) == decision; });
    if (here != known.end()) {
      numbers[other.number] = here->number;
      continue;
    }
    numbers[other.number] = state_->keep([&](const std::vector<Decision>&) { return decision; }).number;
    ++taken;
  }
  if (taken > 0) state_->log();
  return taken;
}

}  // namespace moniker::study
