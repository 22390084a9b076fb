#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/archive.hpp"
#include "words/tokens.hpp"

namespace moniker::rules {

/// Something wrong in an expression or a pattern: where in its text, what, and what helps.
struct PatternFault {
  std::size_t offset = 0;
  std::string what{}, remedy{};
};

/// A class by its name: words of its own, or an expression over other classes.
struct ClassMeaning {
  words::ClassSet own{};
  std::string is{};
};
using ClassNames = std::map<std::string, ClassMeaning, std::less<>>;

/// Questions about one word or phrase, written as expressions over classes and shapes: `cap&given&!function`,
/// `(title|kin)&!start`. Each distinct expression is compiled once and has a number.
///
/// Words of the same classes, shape and literal are of one kind and answer every question alike. There are some
/// thousand kinds in a long transcript, so all questions are answered when a kind is first met, and a word in its place
/// has a row of bits ever after:
///
///     | what it is | an answer a question | room for the caller: lists and patterns that may begin with such a word,
///     ... |
///
/// A listed phrase has a row, too: that of its classes and of the capitals of its first and last word.
class Predicates {
 public:
  using Id = std::uint16_t;

  /// A kind's bits; stays where it is.
  class Row {
   public:
    explicit Row(std::uint64_t* bits) : bits_(bits) {}
    bool holds(Id id) const { return (bits_[1 + id / 64] >> (id % 64) & 1U) != 0; }
    const std::uint64_t* answers() const { return bits_ + 1; }
    std::uint16_t literal() const { return static_cast<std::uint16_t>(bits_[0]); }
    /// Whether the caller's room is filled; once a kind. What follows from answers alone may be there before.
    bool filled() const { return (bits_[0] & filled_bit) != 0; }
    bool answers_filled() const { return (bits_[0] & answers_filled_bit) != 0; }
    void note_filled() const { bits_[0] |= filled_bit | answers_filled_bit; }
    const std::uint64_t* bits() const { return bits_; }
    /// Whether the kind is met for the first time in a text, by the text's number.
    bool is_first_in(std::uint32_t text) const {
      if (bits_[0] >> 32 == text) return false;
      bits_[0] = (bits_[0] & UINT32_MAX) | std::uint64_t{text} << 32;
      return true;
    }
    /// The caller's room of a row of so many questions.
    std::uint64_t* room(std::size_t questions) const { return bits_ + 1 + (questions + 63) / 64; }

   private:
    friend class Predicates;
    static constexpr std::uint64_t filled_bit = std::uint64_t{1} << 16,
                                   answers_filled_bit = filled_bit << 1;  // above the literal
    std::uint64_t* bits_;
  };

  /// The kinds met so far, and those of the words at hand. Belongs to one thread and goes with one vocabulary.
  struct Memo {
    struct Key {
      words::ClassSet classes{};
      std::uint32_t shape = 0, literal = 0;
      bool operator==(const Key&) const = default;
    };
    struct Hash {
      std::size_t operator()(const Key& key) const {
        return std::hash<words::ClassSet>{}(key.classes) * 31 +
               (std::uint64_t{key.literal} << 32 | key.shape) * 0x9E3779B97F4A7C15ULL;
      }
    };
    /// What the caller found last in the text at hand: behind which word.
    struct Last {
      std::uint32_t text = 0, end = 0;
    };
    /// A word is of one kind for each way in which its place changes its shape.
    static constexpr std::size_t ways = 16;
    std::size_t room = 0;  // how many 64 bits each row has for the caller
    std::unordered_map<Key, std::uint32_t, Hash> numbers{};
    std::vector<Row> rows{};                                 // by a kind's number
    std::vector<std::unique_ptr<std::uint64_t[]>> blocks{};  // where they lie, so many in each
    std::vector<std::array<std::uint16_t, ways>>
        of_word{};  // by Word::number: a kind's number, plus 1; 0: not asked yet
    std::uint32_t epoch = 0, text = 0;
    std::vector<Row> of{}, of_phrase{};     // by token, by phrase
    std::vector<std::uint8_t> values{};     // of nodes, while a kind is answered
    std::vector<Last> lists{}, patterns{};  // of the caller's rules
    std::vector<std::uint64_t> there{};     // the caller's patterns that the text at hand may hold
  };

  /// Kinds without a literal that talk has most, with their rows and the callers' rooms filled: mapped, and shared by
  /// processes.
  struct WarmKinds {
    Store<Memo::Key> keys{};
    Store<std::uint64_t> rows{};   // `width` words each
    Store<std::uint32_t> index{};  // of kinds by their hash, plus 1: open addressing; only of a finished one
    std::uint32_t width = 0;

    const std::uint64_t* find(const Memo::Key& key) const;
    void finish();
  };

  void save(ArchiveWriter& archive) const;
  /// What was compiled before; more cannot be.
  static Predicates from(ArchiveReader& archive);
  void keep(WarmKinds kinds) { warm_ = std::move(kinds); }

  /// Throws PatternFault.
  Id compile(std::string_view expression, const ClassNames& names);
  std::size_t size() const { return roots_.size(); }

  /// Of such a word's row in `memo.rows`.
  std::uint32_t number_of(const Memo::Key& key, Memo& memo) const;
  /// How many 64 bits a row has.
  std::size_t width(const Memo& memo) const { return 1 + (roots_.size() + 63) / 64 + memo.room; }
  /// Makes the memo ready for these words.
  void begin(const words::Words& words, Memo& memo) const;
  bool holds(Id id, std::size_t token, const Memo& memo) const { return memo.of[token].holds(id); }
  /// Of a phrase: it must be of a class that the expression asks for, and has the capitals of its first and last word.
  bool holds_phrase(Id id, std::size_t phrase, const Memo& memo) const { return memo.of_phrase[phrase].holds(id); }
  /// The shape by which a word in its place is asked: the 's of "my doctor's view" is no word without a capital, for
  /// nobody is called so.
  static std::uint32_t shape_asked(const words::Token& token);
  /// Of a word by itself, were it written in this shape.
  bool would_hold(Id id, const words::ClassSet& classes, std::uint32_t shape) const {
    return eval(roots_[id], classes, shape);
  }
  /// What of the expression does not hold of such a word, as rule files write it, each part that would have to:
  /// {"given1", "!common"}. `names` are those of the classes, by bit.
  std::vector<std::string> missing(Id id, const words::ClassSet& classes, std::uint32_t shape,
                                   const std::vector<std::string>& names) const;

 private:
  enum class Op : std::uint8_t { both, either, negate, shape, classes, any };
  struct Node {
    Op op = Op::any;
    std::uint32_t a = 0, b = 0;  // operands, which stand before it, or the shape bit
    words::ClassSet classes{};
    bool operator==(const Node&) const = default;
  };
  friend class PredicateParser;
  /// An inner node as whoever answers all questions works it out, without asking what it is.
  struct Gate {
    std::uint32_t node = 0, a = 0, b = 0;
    std::uint8_t either = 0, negate = 0;
  };
  std::uint64_t* add_row(const Memo::Key& key, Memo& memo) const;
  void answer(const Memo::Key& key, std::uint64_t* answers, std::vector<std::uint8_t>& values) const;
  void note_root(std::uint32_t root);
  void note_gates();
  bool eval(std::uint32_t node, const words::ClassSet& classes, std::uint32_t shape) const;
  friend class MissingParts;
  void collect_wanted(std::uint32_t node, bool positive, words::ClassSet& wanted) const;

  std::vector<Node> nodes_{};            // each once
  std::vector<std::uint32_t> leaves_{};  // of nodes_; the others in gates_
  std::vector<Gate> gates_{};
  std::vector<std::uint32_t> roots_{};
  std::vector<words::ClassSet> wanted_{};  // by root: the classes it asks for
  std::map<std::string, Id, std::less<>> known_{};
  WarmKinds warm_{};
};

}  // namespace moniker::rules
