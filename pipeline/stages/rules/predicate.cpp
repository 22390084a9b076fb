// Questions about one word, over classes and shapes with & | ! and brackets, compiled to nodes that stand behind their
// operands, each once for all questions: so all are answered in one pass. A word's kind depends on its place in sixteen
// ways at most (way_of). `wanted` are the classes of which a phrase must have one for the answer to be yes.
#include "rules/predicate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "rules/open_index.hpp"

namespace moniker::rules {
namespace {

struct ShapeName {
  std::string_view name;
  std::uint32_t bit;
};
constexpr ShapeName shape_names[] = {
    {"cap", words::shape_cap},
    {"upper", words::shape_upper},
    {"lower", words::shape_lower},
    {"digit", words::shape_digit},
    {"initial", words::shape_initial},
    {"start", words::shape_start},
    {"mid", words::shape_mid},
    {"uncased", words::shape_uncased},
    {"possessive", words::shape_possessive},
    {"hyphen", words::shape_hyphen},
    {"phrase", words::shape_phrase},
    {"short", words::shape_short},
    {"any", 0},
};

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_ascii_digit(c) || c == '_' || c == '-';
}

}  // namespace

class PredicateParser {
 public:
  PredicateParser(Predicates& into, const ClassNames& names) : into_(into), names_(names) {}

  std::uint32_t parse(std::string_view text, int depth) {
    const std::string_view outer_text = std::exchange(text_, text);
    const std::size_t outer_at = std::exchange(at_, 0);
    depth_ = depth;
    const std::uint32_t node = either();
    if (at_ < text_.size()) fault("an expression is not closed", "join classes and shapes by & | ! and brackets");
    text_ = outer_text;
    at_ = outer_at;
    return node;
  }

 private:
  [[noreturn]] void fault(std::string what, std::string remedy) const {
    throw PatternFault{at_, std::move(what), std::move(remedy)};
  }
  char peek() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  std::uint32_t add(Predicates::Node node) {
    auto& nodes = into_.nodes_;
    const auto known = std::find(nodes.begin(), nodes.end(), node);
    const auto at = static_cast<std::uint32_t>(known - nodes.begin());
    if (known == nodes.end()) nodes.push_back(node);
    return at;
  }
  std::uint32_t either() {
    std::uint32_t node = both();
    while (peek() == '|') {
      ++at_;
      const std::uint32_t right = both();
      node = add({Predicates::Op::either, node, right, {}});
    }
    return node;
  }
  std::uint32_t both() {
    std::uint32_t node = one();
    while (peek() == '&') {
      ++at_;
      const std::uint32_t right = one();
      node = add({Predicates::Op::both, node, right, {}});
    }
    return node;
  }
  std::uint32_t one() {
    const char c = peek();
    if (c == '!') {
      ++at_;
      const std::uint32_t inner = one();
      return add({Predicates::Op::negate, inner, 0, {}});
    }
    if (c == '(') {
      ++at_;
      const std::uint32_t inner = either();
      if (peek() != ')') fault("a bracket is not closed", "write a ) for each (");
      ++at_;
      return inner;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_name_letter(text_[at_])) ++at_;
    if (at_ == begin) fault("a class or shape is missing", "join classes and shapes by & | ! and brackets");
    return named(text_.substr(begin, at_ - begin));
  }
  std::uint32_t named(std::string_view name) {
    const auto shape = std::find_if(std::begin(shape_names), std::end(shape_names),
                                    [&](const ShapeName& s) { return s.name == name; });
    if (shape != std::end(shape_names)) {
      return shape->bit == 0 ? add({Predicates::Op::any, 0, 0, {}}) : add({Predicates::Op::shape, shape->bit, 0, {}});
    }
    const auto found = names_.find(name);
    if (found == names_.end()) fault(fmt::format("there is no class or shape `{}`", name), "define it under `classes`");
    if (found->second.is.empty()) return add({Predicates::Op::classes, 0, 0, found->second.own});
    if (depth_ > 8) fault(fmt::format("the class `{}` is defined by itself", name), "break the circle");
    const int depth = depth_;
    const std::uint32_t node = parse(found->second.is, depth + 1);
    depth_ = depth;
    return node;
  }

  Predicates& into_;
  const ClassNames& names_;
  std::string_view text_{};
  std::size_t at_ = 0;
  int depth_ = 0;
};

Predicates::Id Predicates::compile(std::string_view expression, const ClassNames& names) {
  if (const auto known = known_.find(expression); known != known_.end()) return known->second;
  const std::uint32_t root = PredicateParser(*this, names).parse(expression, 0);
  note_root(root);
  const Id id = static_cast<Id>(roots_.size() - 1);
  known_.emplace(std::string(expression), id);
  return id;
}

namespace {

/// In which of Memo::ways a word's place changed its shape.
std::size_t way_of(const words::Token& token) {
  const std::uint32_t shape = token.shape;
  const bool shouted =
      (token.word->shape & ~shape & (words::shape_cap | words::shape_upper | words::shape_initial)) != 0;
  return (shape & words::shape_start ? 1U : 0U) | (shape & words::shape_possessive ? 2U : 0U) |
         (shape & words::shape_uncased ? 4U : 0U) | (shouted ? 8U : 0U);
}

/// A phrase has the capitals of its first and last word.
std::uint32_t phrase_shape(const words::Words& words, const words::Phrase& phrase) {
  const std::uint32_t first = words.tokens[phrase.first].shape;
  // "Sainsbury's": the clitic at the end bears no capital of its own.
  const words::Token& end = words.tokens[phrase.first + phrase.count - 1];
  const std::uint32_t last =
      words.fold_of(end) == "'s" && phrase.count > 1 ? words.tokens[phrase.first + phrase.count - 2].shape : end.shape;
  std::uint32_t shape =
      words::shape_phrase | (first & ~static_cast<std::uint32_t>(words::shape_cap | words::shape_upper |
                                                                 words::shape_initial | words::shape_possessive));
  if ((first & words::shape_cap) && (last & (words::shape_cap | words::shape_digit)))
    shape |= words::shape_cap | words::shape_mid;  // two capitals: no accident of place
  shape |= first & last & words::shape_upper;
  shape |= end.shape & words::shape_possessive;
  if (!(first & words::shape_mid) && !(shape & words::shape_cap))
    shape &= ~static_cast<std::uint32_t>(words::shape_mid);
  return shape;
}

}  // namespace

std::uint32_t Predicates::shape_asked(const words::Token& token) {
  return token.word->clitic ? token.shape & ~static_cast<std::uint32_t>(words::shape_uncased) : token.shape;
}

void Predicates::begin(const words::Words& words, Memo& memo) const {
  if (memo.epoch != words.epoch) {
    memo.of_word.clear();
    memo.numbers.clear();
    memo.rows.clear();
    memo.blocks.clear();
  }
  memo.epoch = words.epoch;
  ++memo.text;
  memo.of.clear();
  memo.of_phrase.clear();
  for (const words::Token& token : words.tokens) {
    if (token.word->number >= memo.of_word.size()) memo.of_word.resize(token.word->number + std::size_t{64});
    std::uint16_t& known = memo.of_word[token.word->number][way_of(token)];
    const std::uint32_t number =
        known != 0 ? known - 1U : number_of({token.word->classes, shape_asked(token), token.word->literal}, memo);
    if (number < 0xFFFF) known = static_cast<std::uint16_t>(number + 1);
    memo.of.push_back(memo.rows[number]);
  }
  for (const words::Phrase& phrase : words.phrases)
    memo.of_phrase.push_back(memo.rows[number_of({phrase.classes, phrase_shape(words, phrase), 0}, memo)]);
}

/// The number of a kind, whose row is made when it is first met. Answers do not depend on the literal, nor does what
/// follows from them.
std::uint32_t Predicates::number_of(const Memo::Key& key, Memo& memo) const {
  if (const auto known = memo.numbers.find(key); known != memo.numbers.end()) return known->second;
  if (key.literal == 0) {
    std::uint64_t* const bits = add_row(key, memo);
    const std::uint64_t* const warm = warm_.width == width(memo) ? warm_.find(key) : nullptr;
    if (warm)
      std::copy_n(warm, warm_.width, bits);
    else
      answer(key, bits + 1, memo.values);
  } else {
    const Row alike = memo.rows[number_of({key.classes, key.shape, 0}, memo)];
    std::uint64_t* const bits = add_row(key, memo);
    std::copy_n(alike.answers(), width(memo) - 1, bits + 1);
    bits[0] = key.literal | (alike.filled() ? Row::answers_filled_bit : 0);
  }
  return static_cast<std::uint32_t>(memo.rows.size() - 1);
}

std::uint64_t* Predicates::add_row(const Memo::Key& key, Memo& memo) const {
  constexpr std::size_t rows_a_block = 64;
  const std::size_t number = memo.rows.size();
  if (number % rows_a_block == 0) memo.blocks.push_back(std::make_unique<std::uint64_t[]>(rows_a_block * width(memo)));
  std::uint64_t* const bits = memo.blocks.back().get() + number % rows_a_block * width(memo);
  memo.rows.emplace_back(bits);
  memo.numbers.emplace(key, static_cast<std::uint32_t>(number));
  return bits;
}

const std::uint64_t* Predicates::WarmKinds::find(const Memo::Key& key) const {
  const auto number =
      find_in_index(index.all(), Memo::Hash{}(key), [&](std::uint32_t one) { return keys.all()[one] == key; });
  return number ? rows.all().data() + std::size_t{*number} * width : nullptr;
}

void Predicates::WarmKinds::finish() {
  const auto all = keys.all();
  index.own() = index_of(0, static_cast<std::uint32_t>(all.size()), slots_for(all.size()),
                         [&](std::uint32_t number) { return Memo::Hash{}(all[number]); });
}

void Predicates::note_root(std::uint32_t root) {
  words::ClassSet wanted;
  collect_wanted(root, true, wanted);
  roots_.push_back(root);
  wanted_.push_back(wanted);
  note_gates();
}

void Predicates::note_gates() {
  for (auto i = static_cast<std::uint32_t>(leaves_.size() + gates_.size()); i < nodes_.size(); ++i) {
    const Node& n = nodes_[i];
    switch (n.op) {
      case Op::both:
      case Op::either:
        gates_.push_back({i, n.a, n.b, n.op == Op::either, 0});
        break;
      case Op::negate:
        gates_.push_back({i, n.a, n.a, 0, 1});
        break;
      default:
        leaves_.push_back(i);
    }
  }
}

void Predicates::answer(const Memo::Key& key, std::uint64_t* answers, std::vector<std::uint8_t>& values) const {
  values.resize(nodes_.size());
  for (const std::uint32_t leaf : leaves_) {
    const Node& n = nodes_[leaf];
    values[leaf] = n.op == Op::any || (n.op == Op::shape ? (key.shape & n.a) != 0 : (key.classes & n.classes).any());
  }
  for (const Gate& gate : gates_) {
    const unsigned a = values[gate.a], b = values[gate.b];
    values[gate.node] = static_cast<std::uint8_t>(((a & b) | ((a | b) & gate.either)) ^ gate.negate);
  }
  const bool phrase = (key.shape & words::shape_phrase) != 0;
  for (std::size_t id = 0; id < roots_.size(); ++id) {
    const bool yes = values[roots_[id]] != 0 && (!phrase || (key.classes & wanted_[id]).any());
    answers[id / 64] |= std::uint64_t{yes} << (id % 64);
  }
}

bool Predicates::eval(std::uint32_t node, const words::ClassSet& classes, std::uint32_t shape) const {
  const Node& n = nodes_[node];
  switch (n.op) {
    case Op::both:
      return eval(n.a, classes, shape) && eval(n.b, classes, shape);
    case Op::either:
      return eval(n.a, classes, shape) || eval(n.b, classes, shape);
    case Op::negate:
      return !eval(n.a, classes, shape);
    case Op::shape:
      return (shape & n.a) != 0;
    case Op::classes:
      return (classes & n.classes).any();
    case Op::any:
      return true;
  }
  return false;
}

void Predicates::collect_wanted(std::uint32_t node, bool positive, words::ClassSet& wanted) const {
  const Node& n = nodes_[node];
  if (n.op == Op::classes && positive) wanted |= n.classes;
  if (n.op == Op::negate) collect_wanted(n.a, !positive, wanted);
  if (n.op == Op::both || n.op == Op::either) {
    collect_wanted(n.a, positive, wanted);
    collect_wanted(n.b, positive, wanted);
  }
}

/// Tells of an expression that does not hold which of its parts would have to.
class MissingParts {
 public:
  MissingParts(const Predicates& all, const words::ClassSet& classes, std::uint32_t shape,
               const std::vector<std::string>& names)
      : all_(all), classes_(classes), shape_(shape), names_(names) {}

  /// Of parts joined by & those that fail; of parts joined by | all, in one.
  void note(std::uint32_t node, bool wanted, std::vector<std::string>& parts) const {
    const Predicates::Node& n = all_.nodes_[node];
    if (all_.eval(node, classes_, shape_) == wanted) return;
    if (n.op == Predicates::Op::negate) return note(n.a, !wanted, parts);
    if ((n.op == Predicates::Op::both && wanted) || (n.op == Predicates::Op::either && !wanted)) {
      note(n.a, wanted, parts);
      return note(n.b, wanted, parts);
    }
    std::string part = (wanted ? "" : "!") + written(node, 0);
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(std::move(part));
  }

 private:
  using Op = Predicates::Op;
  static constexpr std::size_t longest = 70;

  /// A part as rule files write it, cut where it is long.
  std::string written(std::uint32_t node, int depth) const {
    const Predicates::Node& n = all_.nodes_[node];
    switch (n.op) {
      case Op::shape:
        for (const ShapeName& shape : shape_names) {
          if (shape.bit == n.a) return std::string(shape.name);
        }
        return "any";
      case Op::classes:
        for (std::size_t bit = 0; bit < names_.size(); ++bit) {
          if (n.classes.test(bit)) return names_[bit];
        }
        return "any";
      case Op::any:
        return "any";
      case Op::negate:
        return "!" + written(n.a, depth + 1);
      case Op::both:
      case Op::either:
        break;
    }
    const std::string text = written(n.a, depth + 1) + (n.op == Op::both ? "&" : "|") + written(n.b, depth + 1);
    if (text.size() > longest) return text.substr(0, text.find_last_of("&|", longest) + 1) + "..";
    return depth == 0 || n.op == Op::both ? text : "(" + text + ")";
  }

  const Predicates& all_;
  const words::ClassSet& classes_;
  const std::uint32_t shape_;
  const std::vector<std::string>& names_;
};

std::vector<std::string> Predicates::missing(Id id, const words::ClassSet& classes, std::uint32_t shape,
                                             const std::vector<std::string>& names) const {
  std::vector<std::string> parts;
  MissingParts(*this, classes, shape, names).note(roots_[id], true, parts);
  return parts;
}

void Predicates::save(ArchiveWriter& archive) const {
  archive.put_array(std::span<const Node>(nodes_));
  archive.put_array(std::span<const std::uint32_t>(roots_));
  archive.put_array(std::span<const words::ClassSet>(wanted_));
  archive.put_array(warm_.keys.all());
  archive.put_array(warm_.rows.all());
  archive.put_array(warm_.index.all());
  archive.put(warm_.width);
}

Predicates Predicates::from(ArchiveReader& archive) {
  Predicates predicates;
  predicates.nodes_ = archive.vector<Node>();
  predicates.roots_ = archive.vector<std::uint32_t>();
  predicates.wanted_ = archive.vector<words::ClassSet>();
  predicates.warm_.keys.view(archive.array<Memo::Key>());
  predicates.warm_.rows.view(archive.array<std::uint64_t>());
  predicates.warm_.index.view(archive.array<std::uint32_t>());
  predicates.warm_.width = archive.get<std::uint32_t>();
  predicates.note_gates();
  return predicates;
}

}  // namespace moniker::rules
