#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/replacement_rows.hpp"
#include "detect/detector.hpp"
#include "prove/prover.hpp"
#include "replace/operators.hpp"
#include "run/apply_record.hpp"
#include "run/date_owner.hpp"
#include "run/known.hpp"
#include "run/output.hpp"
#include "run/pool.hpp"
#include "run/study_map.hpp"
#include "run/touching_names.hpp"
#include "run/work_files.hpp"

namespace moniker {

/// What all transcripts share: made once, only read afterwards. Stays where it is made.
struct ApplyShared {
  const OpenedStudy& study;
  const StudyMap& map;
  RuleNames names;
  LearnedMatcher matcher;
  std::unordered_set<std::string> words;
  IsWord is_word;
  std::vector<KnownName> known;
  Prover prover;
  std::shared_ptr<const Generalisations> generalisations;
  TouchingNames touching;
  mutable Pool<LearnedReader> readers;

  ApplyShared(const ApplyShared&) = delete;
  ApplyShared& operator=(const ApplyShared&) = delete;
  ApplyShared(const OpenedStudy& opened, const StudyMap& study_map)
      : study(opened),
        map(study_map),
        names(opened.rules),
        matcher(opened.rules, study_map.learned),
        words(ordinary_words(opened.options.rules / "lists")),
        is_word([this](std::string_view word) { return words.contains(std::string(word)); }),
        known(names_to_prove(opened, study_map, is_word)),
        prover(known, is_word),
        generalisations(load_generalisations(opened.options.rules / "lists")),
        touching(study_map, known),
        readers([this] { return std::make_unique<LearnedReader>(matcher); }) {}
};

/// Takes one transcript's utterances with their findings, rewrites and proves them, and gives them to the outputs.
class Rewriter {
 public:
  Rewriter(const ApplyShared& shared, std::string file, const std::vector<std::unique_ptr<Output>>& outputs,
           ApplyRecord& record, ReplacementRows& rows)
      : shared_(shared),
        learned_(shared.readers.take()),
        file_(std::move(file)),
        owners_(shared.map.assignment, shared.study.config, file_),
        outputs_(outputs),
        record_(record),
        rows_(rows) {}
  void take(const Utterance& utterance, std::vector<Finding> found);
  /// Who must know of each rewriting how it came about.
  void watch(std::function<void(const Utterance&, const Rewritten&)> watcher) { watcher_ = std::move(watcher); }

 private:
  std::optional<std::string> decide(const Utterance& utterance, const Finding& finding);
  std::string surrogate_of(const Entity& entity, std::string_view surface) const;
  std::vector<Mark> marks(const Utterance& utterance, const std::vector<Finding>& findings, const Rewritten& rewritten);
  void leave_out(const Utterance& utterance);
  void prove(const Rewritten& rewritten, Position at);
  void log(const Utterance& utterance, const std::vector<Finding>& findings, const Rewritten& rewritten);

  const ApplyShared& shared_;
  Pool<LearnedReader>::Taken learned_;
  std::string file_;
  DateOwners owners_;
  const std::vector<std::unique_ptr<Output>>& outputs_;
  ApplyRecord& record_;
  ReplacementRows& rows_;
  std::uint64_t turns_ = 0;
  std::function<void(const Utterance&, const Rewritten&)> watcher_{};
};

}  // namespace moniker
