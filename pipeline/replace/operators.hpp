#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"
#include "moniker/finding.hpp"

namespace moniker {

/// What an operator may look at.
struct ToReplace {
  std::string_view surface{};        // the words
  std::string_view label{}, subtype{};
  std::uint32_t number = 0;          // of the entity; 0 when unknown
  std::string_view participant{};    // ID04 or empty
  const std::map<std::string, std::string>* settings = nullptr;
};

/// The operators' shared look-ups (place -> region, occupation -> broader term, ...), loaded once from rules/lists.
class Generalisations;
std::shared_ptr<const Generalisations> load_generalisations(const std::filesystem::path& lists);

struct Operator {
  std::string_view name{};           // pseudonym, participant, generalise, hash, redact, keep
  std::string (*apply)(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
  std::string_view says{};           // one line for help and docs
};
std::span<const Operator> operators();
/// Throws Error{usage} naming the known operators; `at` is where the config chose it.
const Operator& operator_named(std::string_view name, const std::string& file, Position at);

/// One replacement as made.
struct Replacement {
  ByteRange was{};                   // in the utterance as delivered
  ByteRange is{};                    // in the rewritten utterance
  std::string by{};                  // what stands there now
  std::size_t finding = 0;           // index of the finding
};
struct Rewritten {
  Utterance utterance{};
  std::vector<Replacement> replacements{};
};

/// Rewrites the text; `by[i]` replaces findings[i] (an unset one is kept). Possessive ('s), plural, capitals at a
/// sentence start and punctuation survive. Cue offsets move along; a cue that began inside a replaced range begins
/// behind it. The speaker label becomes `speaker`.
Rewritten rewrite(const Utterance& utterance, const std::vector<Finding>& findings,
                  const std::vector<std::optional<std::string>>& by, std::string speaker);

}  // namespace moniker
