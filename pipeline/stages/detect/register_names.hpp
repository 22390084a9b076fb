#pragma once
#include <memory>
#include <string>
#include <vector>

#include "moniker/register.hpp"
#include "rules/compiled.hpp"
#include "words/name_table.hpp"
#include "words/near_names.hpp"

namespace moniker::detect {

/// The study's own people: full names, given names and surnames, aliases, nicknames and initials, and what a misspelt
/// word may have been meant for. Immutable; shared by all transcripts and threads. The rule set must outlive it; the
/// register is not needed afterwards.
class KnownPeople {
 public:
  KnownPeople(const rules::RuleSet& rules, const Register& people);
  const words::NameTable& table() const { return table_; }
  const words::NearNames& near_names() const { return near_names_; }

 private:
  void take_name(std::string_view name);
  void take_part(std::string_view part);
  void take_initials(const std::vector<std::string>& parts);
  bool ordinary(std::string_view folded) const;

  const rules::RuleSet::Compiled& compiled_;
  words::NameTable table_;
  words::NearNames near_names_{};
};

/// The study's people in texts, and words that a typist may have meant for one. Belongs to one thread and goes with
/// one vocabulary, as it remembers which words were near misses.
class RegisterNames {
 public:
  RegisterNames(const rules::RuleSet::Compiled& compiled, std::shared_ptr<const KnownPeople> people)
      : compiled_(compiled), people_(std::move(people)), spotter_(people_->table()) {}
  void find(const words::Words& words, rules::Predicates::Memo& memo, std::vector<Finding>& findings);

 private:
  bool near(const words::Words& words, std::size_t token, rules::Predicates::Memo& memo);

  enum class Near : std::uint8_t { unknown, no, yes };
  const rules::RuleSet::Compiled& compiled_;
  std::shared_ptr<const KnownPeople> people_;
  words::NameSpotter spotter_;
  std::vector<Near> near_{};  // by Word::number
  std::uint32_t epoch_ = 0;
};

}  // namespace moniker::detect
