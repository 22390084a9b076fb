#pragma once
#include <string>
#include <string_view>

#include "coded/project.hpp"
#include "prove/prover.hpp"
#include "words/language.hpp"

namespace moniker::study {

/// Whether a text is what a code, a set, a variable or something in a graph is called: a concept, and mostly nobody.
bool is_concept(const coded::XmlTree& tree, const coded::CodedText& text);

/// Whether nothing stands in it but ordinary words.
bool is_ordinary(std::string_view text, const prove::IsWord& is_word);

/// Tells who is meant from what is meant in a concept's name: "Hope & fear", "Will power", "Grace under pressure".
class ConceptNames {
 public:
  /// Both outlive it.
  ConceptNames(const prove::IsWord& is_word, const words::Language& language)
      : is_word_(is_word), language_(language) {}
  /// Whether the word there may be just a word. Not where it is clearly a person's: one of several ("Rose Baker"), one
  /// with a title or a possessive ending, or with a capital that nothing else explains ("leaning on Will").
  bool may_be_words(const std::string& name, ByteRange at) const;

 private:
  bool has_title(const std::string& name, ByteRange at) const;

  const prove::IsWord& is_word_;
  const words::Language& language_;
};

}  // namespace moniker::study
