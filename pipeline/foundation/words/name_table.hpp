#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "moniker/text_hash.hpp"
#include "words/language.hpp"
#include "words/tokens.hpp"

namespace moniker::words {

/// How a known name may stand in a text.
enum class NameKind : std::uint8_t {
  plain,     // whatever its case
  word,      // an ordinary word too (Will, Hope): a capital has to tell it from the word
  initials,  // K.S.: capitals only
};

struct KnownForm {
  NameKind kind{};
  float score = 0;
  std::uint32_t owner = 0;  // the caller's number for it
};

struct KnownMatch {
  std::size_t count = 0;  // tokens; 0: nothing
  KnownForm form{};
};

/// A folded word without a short verb that is joined to it: pat'll, kate'd. The word itself where there is none.
std::string_view without_verb(std::string_view word);

/// Known names, folded words joined by blanks, found in words: longest first, whole words, possessive and plural.
class NameTable {
 public:
  /// `language` outlives it: it tells a name that is a word from the word ("Will you").
  explicit NameTable(const Language& language) : language_(&language) {}
  /// The first of two equal forms stays, save that `plain` beats the others.
  void add(std::string key, KnownForm form);
  bool empty() const { return forms_.empty(); }
  /// Whether a known form can begin with this folded word; match() need not be tried elsewhere.
  bool may_begin(std::string_view folded) const;
  /// Whether this folded word is a name, or the beginning of a longer one.
  bool knows(std::string_view folded) const;
  /// Whether these folded words are a name of three letters or more, or its possessive or plural; initials are none.
  bool names(std::string_view folded) const;
  KnownMatch match(const Words& words, std::size_t token) const;

 private:
  const KnownForm* find(std::string_view key) const;

  const Language* language_;
  std::unordered_map<std::string, KnownForm, TextHash, std::equal_to<>> forms_{};
  std::unordered_set<std::string, TextHash, std::equal_to<>> begins_{};  // beginnings of longer forms
};

/// A table's names in texts, remembering which words none begins with. Belongs to one thread and goes with one
/// vocabulary; the table must outlive it and not grow.
class NameSpotter {
 public:
  explicit NameSpotter(const NameTable& table) : table_(&table) {}
  /// Before the first match() in a text.
  void begin(const Words& words);
  KnownMatch match(const Words& words, std::size_t token) {
    const Word& word = *words.tokens[token].word;
    if (word.number >= begins_.size()) begins_.resize(word.number + std::size_t{64}, Begins::unknown);
    Begins& known = begins_[word.number];
    if (known == Begins::unknown) known = table_->may_begin(word.folded()) ? Begins::maybe : Begins::no;
    return known == Begins::no ? KnownMatch{} : table_->match(words, token);
  }

 private:
  enum class Begins : std::uint8_t { unknown, no, maybe };
  const NameTable* table_;
  std::vector<Begins> begins_{};  // by Word::number
  std::uint32_t epoch_ = 0;
};

}  // namespace moniker::words
