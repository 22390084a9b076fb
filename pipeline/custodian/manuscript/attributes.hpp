#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/paper_words.hpp"

namespace moniker::custodian {

/// What an attribution says of somebody. Of a kind that the language does not know it is what stands in one place of
/// the paper's attributions: the kind is empty.
struct Attribute {
  std::string kind{}, value{};  // gender, female; folded
  std::string written{};        // the whole item, folded
  std::size_t slot = 0;         // which item of the attribution, from 0
  std::string phrase{};         // those of its words that say so; none where all do
};

/// Those of one item: "female nurse" is two.
std::vector<Attribute> attributes_of(std::string_view item, std::size_t slot, const PaperWords& words);

/// Whether two values of one kind may stand of one person: the same, one of them broader, one written within the other.
bool may_stand_together(const Attribute& a, const Attribute& b);

/// Whether one is written within the other: "physio" and "physiotherapist".
bool is_written_within(const Attribute& a, const Attribute& b);

/// Whether one value is all that another says: "GP" is a doctor, and no surgeon, though both are of one role.
bool says_as_much(const Attribute& has, const Attribute& wanted);

/// From how many years in a job on somebody is called senior, as attributes.tsv calls it.
inline constexpr unsigned years_of_a_senior = 8;
inline constexpr const char* senior = "senior";

/// "birth" of "baby", where the list has "birth/baby": what words of one thing are called; empty where it has none.
std::string_view thing_of(std::string_view noun, const Phrases& things);

}  // namespace moniker::custodian
