#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"
#include "moniker/register.hpp"

namespace moniker::prove {

/// Whether a folded word is an ordinary English word.
using IsWord = std::function<bool(std::string_view folded)>;
/// The other forms of a folded given name: short ones and full ones (katherine -> kate, kath).
using NicknamesOf = std::function<std::vector<std::string>(const std::string& folded)>;

/// A name that must not be in finished text.
struct KnownName {
  std::string text{};  // as registered, or a learned name's folded form
  bool word = false;   // an ordinary English word or calendar word too (Will, Grace, May): see word_names.hpp
                       // for where it counts
  bool full = false;   // a person's full name: its parts of three letters and more are searched for as well
};

/// The names of the register as known names: names and aliases with their parts, the given names' other
/// forms, and what names become in addresses of mail (kateshaw, kshaw). Either function may be empty: no
/// nicknames, no words.
std::vector<KnownName> known_names(const Register& people, const NicknamesOf& nicknames, const IsWord& is_word);

/// A known name in finished text. An empty range: in the speaker's label.
struct ProofHit {
  std::uint64_t utterance = 0;
  ByteRange bytes{};
  bool operator==(const ProofHit&) const = default;
};

/// Searches finished text once more for everything known, by code that shares with the detector nothing but
/// fold(). Forms: any case, possessive, plural, with and without accents and hyphens, across lines, cut by whatever is
/// no plain blank (cut_words.hpp), run together (KateShaw, kate.shaw@), with letters that only look alike, and spelled
/// out (K-A-T-E, K A double-T Y). Memory is bounded by the names. Immutable: any number of threads may search.
class Prover {
 public:
  /// `is_word` says of forms made here (plurals, parts) whether they need care; it is not kept.
  explicit Prover(const std::vector<KnownName>& names, const IsWord& is_word = {});
  ~Prover();
  Prover(Prover&&) noexcept;
  Prover& operator=(Prover&&) noexcept;

  /// Ascending, not overlapping. Words that lie within `placeholders` (byte ranges, ascending) are not
  /// searched, but a name beside one is: "[ID04] Barker".
  std::vector<ProofHit> search(const Utterance& rewritten, const std::vector<ByteRange>& placeholders) const;
  /// How many known names in delivered text were replaced by half: of what finished text holds of them nobody can tell
  /// that it is a name. `replaced`, ascending, are the places in it that were replaced.
  std::size_t half_replaced(std::string_view delivered, const std::vector<ByteRange>& replaced) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace moniker::prove
