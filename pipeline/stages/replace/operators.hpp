#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"
#include "moniker/finding.hpp"

namespace moniker::replace {

/// What an operator may look at.
struct ToReplace {
  std::string_view surface{};  // the words
  std::string_view label{}, subtype{};
  std::uint32_t number = 0;        // of the entity; 0 when unknown
  std::string_view participant{};  // ID04 or empty
  std::string_view keyed{};        // stands for the number where nobody counts, see keyed_name.hpp; else empty
  std::string_view owner{};        // whose talk it is: ID04, or T03 of everybody's; empty where nobody counts
  std::string_view surrogate{};    // chosen for these words by the study; empty: none
  const std::map<std::string, std::string>* settings = nullptr;  // checked by check_settings; null: all defaults
};

/// The operators' shared look-ups (place -> region, occupation -> broader term, ...), loaded once from
/// rules/lists.
struct Generalisations;

/// `lists` is the folder rules/lists. Throws Error{usage} with file and line when a list is missing or
/// ragged.
std::shared_ptr<const Generalisations> load_generalisations(const std::filesystem::path& lists);

/// One setting an operator understands. `values` is "a|b|c", the default first, or "10 (1-50)": a whole
/// number, its default and its bounds.
struct OperatorSetting {
  std::string_view name{}, values{};
};

struct Operator {
  std::string_view name{};  // pseudonym, participant, surrogate, generalise, shift, hash, redact, keep
  /// Never gives an empty text. What gives the surface back leaves it as it is.
  std::string (*apply)(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
  std::span<const OperatorSetting> settings{};
  std::string_view says{};  // one line for help and docs
  /// What is wrong with settings that are each right for themselves; empty: nothing. Null: they all go together.
  std::string_view (*conflict)(const std::map<std::string, std::string>& settings) = nullptr;
};
std::span<const Operator> operators();

/// Throws Error{usage} naming the known operators; `at` is where the config chose it.
const Operator& operator_named(std::string_view name, const std::string& file, Position at);

/// Throws Error{usage} for a setting that the operator does not know, or a value out of its choices or
/// bounds.
void check_settings(const Operator& chosen, const std::map<std::string, std::string>& settings, const std::string& file,
                    Position at);

/// One replacement as made.
struct Replacement {
  ByteRange was{};          // in the utterance as delivered
  ByteRange is{};           // in the rewritten utterance
  std::string by{};         // what stands there now
  std::size_t finding = 0;  // index of the finding
};
struct Rewritten {
  Utterance utterance{};
  std::vector<Replacement> replacements{};  // ascending; `was` may be less than its finding, see core_of()
};

/// Rewrites the text; `by[i]` replaces findings[i]. An unset one, and one equal to the words it would
/// replace, is kept and gives no Replacement. Possessive ('s), blanks and closing punctuation at a finding's
/// edges survive. Cue offsets move along; a cue that began inside a replaced range begins behind it. The
/// speaker label becomes `speaker`. All bytes outside the ranges `was` are kept as they are. Throws
/// std::invalid_argument, a programming error, when the findings are not ascending, overlap, are empty, lie
/// outside the text or inside a character, belong to another utterance, or when by[i] is empty.
Rewritten rewrite(const Utterance& utterance, const std::vector<Finding>& findings,
                  const std::vector<std::optional<std::string>>& by, std::string speaker);

}  // namespace moniker::replace
