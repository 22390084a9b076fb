#pragma once
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "moniker/finding.hpp"
#include "moniker/register.hpp"

namespace moniker {

/// A name that must not be in finished text.
struct KnownName {
  std::string text{};        // as registered, or a learned name's folded form
  bool word = false;         // an ordinary English word or calendar word too (Will, Grace, May): see prover.cpp for where it counts
  bool full = false;         // a person's full name: its parts of three letters and more are searched for as well
};

/// The names of the register (names, aliases, diminutives) as known names. `is_word` tells of a folded word whether it
/// is an ordinary English word.
std::vector<KnownName> known_names(const Register& people, const std::function<bool(std::string_view)>& is_word);

struct ProofHit {
  std::uint64_t utterance = 0;
  ByteRange bytes{};
};

/// Searches finished text once more for everything known, by code that shares with the detector nothing but fold().
/// Forms: any case, possessive, plural, without accents, across lines and utterance joins, with and without hyphen.
/// Text inside the placeholders that replaced something (`placeholders`, byte ranges) is not searched.
class Prover {
 public:
  explicit Prover(const std::vector<KnownName>& names);
  ~Prover();
  std::vector<ProofHit> search(const Utterance& rewritten, const std::vector<ByteRange>& placeholders) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace moniker
