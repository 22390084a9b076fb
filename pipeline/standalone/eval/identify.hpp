#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "eval/identity_gold.hpp"
#include "resolve/entities.hpp"
#include "rules/rule_set.hpp"
#include "words/name_lists.hpp"

namespace moniker::eval {

/// What became of a mention of the gold, or of a speaker's label.
struct Answer {
  std::string study{}, file{};
  bool label = false;
  std::uint64_t turn = 0;   // of a mention
  std::string words{};      // it identifies: for a page that is asked for
  std::string entity{};     // as the gold has it
  bool registered = false;  // the entity is a person of the register
  bool ask = false;
  bool found = false;         // of a mention: some finding covers a part of it
  bool as_person = false;     // ... and takes it for a person
  std::string called{};       // ID04, PERSON_3; empty where it has no name of its own
  std::string participant{};  // the register's number of whose ID that is
  bool asked = false;         // a question was put about it
};

/// What a study's identification depends on.
struct IdentityRules {
  const rules::RuleSet& rules;
  const words::NameLists& names;
  resolve::NumberingOptions numbering{};
};

/// What a study's identification came to.
struct Identified {
  std::vector<Answer> answers{};
  std::uint64_t questions = 0;  // in the transcripts that count
};

/// Whom a study would take everybody for: detection with the register, names learned in the whole study, the
/// assignment, with a new registry that nothing is left of. Of transcripts that do not count nothing is answered.
Identified identify(const IdentityRules& with, const GoldStudy& study);

}  // namespace moniker::eval
