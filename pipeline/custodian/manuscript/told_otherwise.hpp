#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>

#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {

/// What attributions have in one place (the second of three items: nurse, assistant), of everybody; and whether a
/// clause of prose, or what they say of themselves, tells another of these of somebody, or denies their own.
class ToldOtherwise {
 public:
  ToldOtherwise(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words);

  struct Clause {
    std::string differ{};  // "nurse and assistant", "long-haul and not long-haul"
    const Attribution* attributed = nullptr;
    PlacedWords told{};
  };
  std::optional<Clause> of(const PaperPerson& person) const;

 private:
  /// What is told of somebody in a clause beside their ID, or in a sentence of theirs.
  struct Told {
    std::string clause{};  // as spread() writes it
    bool by_self = false, formerly = false;
    bool leads = false;  // on the line that leads to a quotation, of which no item is an attribution's
    bool has = false;    // what they have, "my colitis", and not what they are
    bool job = false;    // "I'm a nurse", and no "I'm the postman", which may be a manner of speaking
    PlacedWords where{};
  };
  std::vector<Told> told_of(const PaperPerson& person) const;
  void add_told_beside(const Attribution& one, std::vector<Told>& told) const;
  void add_told_by_self(const Extract& extract, std::vector<Told>& told) const;
  /// Of one attribution, the value that cannot be beside what is told.
  std::optional<std::string> against(const Attribution& attributed, const Told& told) const;
  using Slot = std::pair<std::size_t, std::size_t>;  // how many items there are, and which of them
  /// The value of this place that a clause tells of whoever it is about; empty where it tells none.
  std::string told_value(Slot slot, const std::string& own, const Told& told) const;

  const Manuscript& paper_;
  const PaperTalk& talk_;
  const PaperWords& words_;
  std::map<Slot, std::map<std::string, std::set<std::string>>> values_{};  // by value, the IDs that have it
};

}  // namespace moniker::custodian
