#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/replacement_rows.hpp"
#include "base/made_once.hpp"
#include "base/pool.hpp"
#include "decisions/decided_study.hpp"
#include "detect/detector.hpp"
#include "detect/seen_turns.hpp"
#include "moniker/replacement.hpp"
#include "opened/rules_in_use.hpp"
#include "opened/study_keys.hpp"
#include "prove/prover.hpp"
#include "replace/decision.hpp"
#include "replace/delivered_names.hpp"
#include "replace/generalisations.hpp"
#include "steps/date_owner.hpp"
#include "steps/known.hpp"
#include "steps/output.hpp"
#include "steps/touching_names.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {

/// What all transcripts share: made once, only read afterwards. Stays where it is made.
struct ApplyShared {
  const Study& study;
  const StudyKeys& keys;
  const DecidedStudy& decided;
  const rules::RuleSet& rules;
  const replace::OperatorChoices& operators;
  const StudyMap& map;
  RuleNames names;
  detect::LearnedMatcher matcher;
  detect::SeenTurns seen, seen_by_learned;
  words::WordTable ordinary;
  prove::IsWord is_word;
  std::vector<prove::KnownName> known;
  prove::Prover prover;
  // Of the register's names alone, for words that people kept and what firm keeps protect: most studies have none.
  MadeOnce<prove::Prover> registered;
  std::shared_ptr<const replace::Generalisations> generalisations;
  replace::DeliveredNames delivered_names;
  TouchingNames touching;
  std::set<std::string> transcripts{};    // T01, T02, ...
  const Secret<32>* strangers = nullptr;  // key of the names of whom no run has met; null: they have none
  mutable Pool<detect::LearnedReader> readers;

  ApplyShared(const ApplyShared&) = delete;
  ApplyShared& operator=(const ApplyShared&) = delete;
  ApplyShared(const Study& of, const StudyKeys& with, const RulesInUse& in_use, const DecidedStudy& by_people,
              const StudyMap& study_map)
      : study(of),
        keys(with),
        decided(by_people),
        rules(in_use.set),
        operators(in_use.operators),
        map(study_map),
        names(rules),
        matcher(rules, study_map.learned),
        seen(rules, study.people),
        seen_by_learned(rules, study.people, study_map.learned),
        ordinary(ordinary_words(in_use.lists)),
        is_word([this](std::string_view word) { return ordinary.contains(word); }),
        known(names_to_prove(study, in_use, study_map, is_word)),
        prover(known, is_word),
        registered([this, &in_use] { return registered_names(study, in_use, is_word); }),
        generalisations(in_use.generalisations()),
        delivered_names(rules.labels(), id_prefixes(of.config)),
        touching(study_map, rules, known),
        readers([this] { return std::make_unique<detect::LearnedReader>(matcher); }) {
    for (const auto& [file, id] : study_map.assignment.transcripts) transcripts.insert(id);
  }
};

/// What somebody is called whom no run has met, where the study gives such names: as `moniker filter` calls them. Else
/// empty.
std::string stranger_name(const ApplyShared& shared, const Label& label, std::string_view surface);

/// A turn as it was rewritten, and how each finding in it came about. Nothing of it outlives the call.
struct RewrittenTurn {
  const Utterance& delivered;
  const Rewritten& rewritten;                       // Replacement::finding counts in `findings`
  const std::vector<Finding>& findings;             // in what was delivered
  const std::vector<replace::Decision>& decisions;  // one a finding
};

/// Takes one transcript's utterances with their findings, rewrites and proves them, and gives them to the outputs.
class Rewriter {
 public:
  Rewriter(const ApplyShared& shared, std::string file, const std::vector<std::unique_ptr<Output>>& outputs,
           ApplyRecord& record, audit::ReplacementRows& rows)
      : shared_(shared),
        learned_(shared.readers.take()),
        file_(std::move(file)),
        owners_(shared.map.assignment, shared.study.config, file_),
        outputs_(outputs),
        record_(record),
        rows_(rows) {}
  void take(const Utterance& utterance, std::vector<Finding> found);
  /// Who must know of each rewriting how it came about.
  void watch(std::function<void(const RewrittenTurn&)> watcher) { watcher_ = std::move(watcher); }

 private:
  struct Decided {
    std::vector<Finding> findings{};
    std::vector<replace::Decision> decisions{};  // one a finding
  };
  detect::SeenTurn see(const Utterance& utterance, std::vector<Finding>& found) const;
  Decided decide_all(const Utterance& seen, std::vector<Finding> findings);
  void tell_apart(const Utterance& utterance, Decided& decided);
  replace::Decision decide(const Utterance& utterance, const Finding& finding) const;
  std::string surrogate_of(const Entity& entity, std::string_view surface) const;
  std::vector<write::Mark> marks(const std::vector<replace::Decision>& decisions, const Rewritten& rewritten) const;
  void note_names(const Entity* by_whom, const std::vector<replace::Decision>& decisions);
  void leave_out(const Utterance& utterance);
  void prove(const Rewritten& rewritten, const std::vector<ByteRange>& kept, const Utterance& delivered);
  void log(const Utterance& utterance, const std::vector<Finding>& findings,
           const std::vector<replace::Decision>& decisions, const Rewritten& rewritten);

  const ApplyShared& shared_;
  Pool<detect::LearnedReader>::Taken learned_;
  std::string file_;
  DateOwners owners_;
  const std::vector<std::unique_ptr<Output>>& outputs_;
  ApplyRecord& record_;
  audit::ReplacementRows& rows_;
  std::uint64_t turns_ = 0;
  std::function<void(const RewrittenTurn&)> watcher_{};
};

}  // namespace moniker::study
