#pragma once
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "coded/edits.hpp"
#include "coded/package.hpp"
#include "coded/project.hpp"
#include "prove/prover.hpp"

namespace moniker::study {

/// Where a known name is left in what was to be written.
struct LeftName {
  coded::Role role{};
  std::string guid{};  // of the nearest element that has one
  std::uint64_t count = 0;
};

/// The second search over a project: first over each text as it was rewritten, then over the package that was made of
/// them, read again from its bytes, in which nothing may stand that was not searched.
class ProjectProof {
 public:
  /// `registered` may be null: of the register's names alone, for words that people kept. All outlive it.
  ProjectProof(const prove::Prover& prover, const prove::Prover* registered)
      : prover_(prover), registered_(registered) {}
  /// How many names are left in a text. `kept`: words of the old text. `as_words`: such as may be nobody's name, for a
  /// person to look at. `labels`: who speaks, in the old text, or the blank before a turn of nobody's: a sentence
  /// begins behind each, and each is searched by itself.
  std::uint64_t search(const coded::EditedText& edited, const std::vector<ByteRange>& kept,
                       const std::vector<ByteRange>& as_words, const std::vector<ByteRange>& labels);
  /// A piece of a text that is searched itself: wherever it was cut, half a word is no name.
  void take_excerpt(std::string text) { searched_.insert(std::move(text)); }
  /// Throws Error{integrity}: the package holds a name, or words that search() was never shown.
  void search_again(const std::string& package) const;

 private:
  const prove::Prover& prover_;
  const prove::Prover* registered_;
  std::set<std::string> searched_{};
};

}  // namespace moniker::study
