#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "filter/masker.hpp"
#include "words/word_table.hpp"

namespace moniker::filter {

/// What whoever starts a filter hands in.
struct GroundParts {
  rules::RuleSet rules;
  Register people{};                     // looked for in what is done; empty where there is no register
  replace::OperatorChoices operators{};  // checked; labels that it does not name have their own
  Secret<32> key;                        // of pseudonyms
  replace::OperatorKeys operator_keys{};
  std::filesystem::path lists{};      // the folder rules/lists
  words::WordTable ordinary_words{};  // folded
};

/// All that the maskers of one filter share, loaded once. Immutable, and outlives them.
class Ground {
 public:
  /// Throws Error{usage} as the loading of lists does, and for a label whose operator there is not.
  explicit Ground(GroundParts parts);
  Ground(const Ground&) = delete;
  Ground& operator=(const Ground&) = delete;
  MaskerNeeds needs() const;

 private:
  GroundParts parts_;
  std::shared_ptr<const replace::Generalisations> generalisations_;
  prove::IsWord is_word_;
  std::optional<prove::Prover> known_{};
};

}  // namespace moniker::filter
