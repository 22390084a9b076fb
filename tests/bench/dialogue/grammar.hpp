#pragma once
// Sentences from a weighted grammar that is data (grammar.txt). A rule's name stands at the edge of a line and its
// alternatives below it, each with a weight:
//
//     answer
//       3 <opening> I think the {noun} was {adj}.
//       1 No.
//
//   <rule>          one of that rule's alternatives
//   {noun}          a word of that class (words.hpp), or an identifier (identifiers.hpp) if its name is in capitals
//   {DATE=Monday}   these letters, in the gold as something that need not be masked (type NONE)
//   a^              a or an, as the next letter asks
//   ^               after it the next letter is a capital
#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/random.hpp"

namespace dialogue {

struct Span {
  std::size_t begin = 0, end = 0;  // bytes of Marked::text
  std::string_view label{}, type{};
};

/// A text and where its identifiers stand.
struct Marked {
  std::string text{};
  std::vector<Span> spans{};
  void clear() { text.clear(), spans.clear(); }
};

/// What fills the {slots}: adds to `out`, with a span if it is an identifier.
class Filler {
 public:
  virtual ~Filler() = default;
  virtual std::uint32_t slot(std::string_view name) = 0;  // throws std::runtime_error if there is none
  virtual void fill(std::uint32_t slot, Random& random, Marked& out) const = 0;
};

class Grammar {
 public:
  Grammar(std::istream& text, Filler& filler);
  std::uint32_t rule(std::string_view name) const;
  void expand(std::uint32_t rule, const Filler& filler, Random& random, Marked& out) const;

 private:
  enum class Kind { letters, article, capital, rule, slot, harmless };
  struct Part {
    Kind kind{};
    std::uint32_t number = 0;
    std::string letters{}, label{};
  };
  struct Rule {
    std::string name{};
    std::vector<std::uint64_t> weights{};
    std::vector<std::vector<Part>> ways{};
    Choice choice{};
  };
  std::vector<Part> parts(std::string_view way, Filler& filler);
  Part bracketed(std::string_view inside, bool rule, Filler& filler);
  std::uint32_t rule_number(std::string_view name);
  void put(const Part& part, const Filler& filler, Random& random, Marked& out) const;
  void check() const;

  std::vector<Rule> rules_{};
};

}  // namespace dialogue
