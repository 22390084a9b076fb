#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/keyed_hash.hpp"
#include "base/secret.hpp"
#include "moniker/finding.hpp"
#include "moniker/label.hpp"
#include "moniker/utterance.hpp"
#include "rules/rule_set.hpp"

namespace moniker::detect {

/// Words as nobody can read them without the key: a keyed hash of each folded word, in hex.
using HashedWords = std::vector<std::string>;

/// Of the words of a text: runs of letters and digits, without a possessive ending. A hyphen parts two words.
HashedWords hashed_words(const Secret<32>& key, std::string_view text);
/// The same of all words as one, for telling whether two texts say the same.
std::string hashed_text(const Secret<32>& key, std::string_view text);

/// Whether words are ordinary ones, meant as they are written with a capital: Hope is somebody, hope is not.
bool needs_capital(const rules::RuleSet& rules, std::string_view text);

/// What people decided of words, wherever they stand.
struct DecidedForm {
  HashedWords words{};
  bool capital = false;            // they are ordinary words too, and meant with a capital alone
  std::optional<LabelId> label{};  // as which they are replaced; nothing: they are kept
};

/// What people decided of one place.
struct DecidedPlace {
  HashedWords words{};
  std::optional<LabelId> label{};
  std::uint64_t number = 0;       // of the decision
  std::uint64_t turn = 0;         // as the written transcript counts, from 0
  std::uint32_t occurrence = 0;   // which of the same words in the turn, from 0
  std::string said{};             // hashed_text of the turn
  std::string before{}, after{};  // hashes of the words beside them; empty at the turn's ends
};

/// How a place is described: the n-th of some words in a turn as it is searched. Nothing: they do not stand there so
/// often. Label, number and turn are the caller's.
std::optional<DecidedPlace> describe_place(const Secret<32>& key, std::string_view turn, const HashedWords& words,
                                           std::uint32_t occurrence);

/// Immutable; shared by all threads. The rules outlive it.
class DecidedWords {
 public:
  DecidedWords(const rules::RuleSet& rules, const Secret<32>& key, std::vector<DecidedForm> forms = {},
               std::vector<DecidedPlace> places = {});
  ~DecidedWords();
  bool empty() const;
  bool has_places() const;
  /// Whether these words are kept wherever they stand.
  bool keeps(std::string_view text) const;
  /// Adds to the digest the forms that can be said with these folded words, and the places.
  void take_into(Hasher& hasher, const std::vector<std::string>& vocabulary) const;

  struct State;
  const State& state() const { return *state_; }

 private:
  std::unique_ptr<const State> state_;
};

/// What was decided of some words of a turn.
struct Claim {
  ByteRange bytes{};
  std::optional<LabelId> label{};
  bool here = false;  // of this place, before what was decided of the words anywhere
};

/// Finds the decided words in turns. Belongs to one thread; what it was made of must outlive it.
class DecidedReader {
 public:
  explicit DecidedReader(const DecidedWords& decided);
  ~DecidedReader();
  /// First, where there are places: every turn of the transcript, as it is searched, in order.
  void look_ahead(const Utterance& turn);
  /// Then the places have been found, or not: the numbers of those decisions that have lost theirs.
  std::vector<std::uint64_t> find_places();
  /// What was decided of words of a turn, ascending, not overlapping; `turn` counts as DecidedPlace::turn.
  std::vector<Claim> claims(const Utterance& seen, std::uint64_t turn);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Findings after what people decided: words that are replaced have a finding of the rule `decided`, words that are
/// kept one of the rule `kept`, whose score of 0 leaves them. The register's names stay found: they are nobody's to
/// keep. Ascending, not overlapping.
std::vector<Finding> settle(const rules::RuleSet& rules, const Utterance& seen, std::vector<Finding> found,
                            const std::vector<Claim>& claims);

/// Findings without those of the rules `decided` and `kept`, and what these claim: settle() puts them back, when others
/// have come.
std::pair<std::vector<Finding>, std::vector<Claim>> part_claims(const rules::RuleSet& rules,
                                                                std::vector<Finding> findings);
bool is_kept(const rules::RuleSet& rules, const Finding& finding);

}  // namespace moniker::detect
