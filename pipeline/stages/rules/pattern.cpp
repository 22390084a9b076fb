// Token patterns: a recursive descent compiles one into instructions (counted parts repeated, choices as forks: after
// Cox, "Regular Expression Matching: the Virtual Machine Approach", 2009), and PatternRun tries it at a word by
// backtracking. Patterns are bounded and have no loop, so an attempt ends; a budget of 100,000 steps is for those that
// take long, and throws instead of answering "no". Gaps between words are instructions too: without a comma in the
// pattern none may stand in the text.
#include "rules/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "words/word_scanner.hpp"

namespace moniker::rules {

/// Recursive descent that emits code as it reads; a counted element is emitted once for each time.
class PatternCompiler {
 public:
  PatternCompiler(std::string_view text, words::Lexicon& lexicon, Predicates& predicates, const ClassNames& names,
                  std::vector<Pattern::Way>& ways)
      : text_(text), ways_(ways), lexicon_(lexicon), predicates_(predicates), names_(names) {}

  std::vector<Pattern::Instruction> compile() {
    Code code = sequence(0);
    if (at_ < text_.size()) fault("a ) or | stands alone", "write brackets in pairs");
    if (slots_ > 1 || slot_open_) fault("a pattern has one slot", "write one [ and one ]");
    code.push_back({Op::done, 0, 0});
    return code;
  }

 private:
  using Op = Pattern::Op;
  using Code = std::vector<Pattern::Instruction>;  // jumps are relative
  using Codes = std::vector<Code>;

  [[noreturn]] void fault(std::string what, std::string remedy) const {
    throw PatternFault{at_, std::move(what), std::move(remedy)};
  }
  char peek() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  Code sequence(int depth) {
    if (depth > 6) fault("brackets are nested too deep", "split the pattern");
    Code code;
    for (char c = peek(); c != '\0' && c != ')' && c != '|'; c = peek()) append(code, quantified(depth));
    return code;
  }
  static void append(Code& code, const Code& more) { code.insert(code.end(), more.begin(), more.end()); }

  Code quantified(int depth) {
    const Code once = element(depth);
    std::uint32_t least = 1, most = 1;
    if (take('?'))
      least = 0;
    else if (take('{'))
      counts(least, most);
    Code code;
    for (std::uint32_t i = 0; i < least; ++i) append(code, once);
    // x{0,2} is (x(x)?)?: each further one is a fork over all that follow
    Code optional;
    for (std::uint32_t i = least; i < most; ++i) {
      Code body = once;
      append(body, optional);
      optional = {{Op::fork, 0, static_cast<std::uint32_t>(body.size()) + 1}};
      append(optional, body);
    }
    append(code, optional);
    return code;
  }

  void counts(std::uint32_t& least, std::uint32_t& most) {
    least = number();
    most = take(',') ? number() : least;
    if (!take('}') || most == 0 || least > most || most > 8) fault("a count is not like {1,3}", "count from 0 to 8");
  }
  std::uint32_t number() {
    std::uint32_t value = 0;
    const std::size_t begin = at_;
    while (at_ < text_.size() && at_ - begin < 3 && is_ascii_digit(text_[at_]))
      value = value * 10 + static_cast<std::uint32_t>(text_[at_++] - '0');
    if (at_ == begin) fault("a count is not like {1,3}", "count from 0 to 8");
    return value;
  }

  Code element(int depth) {
    switch (text_[at_]) {
      case '(':
        return group(depth);
      case '<':
        return predicate();
      case '[':
        ++at_;
        ++slots_;
        slot_open_ = true;
        return {{Op::slot_begin, 0, 0}};
      case ']':
        if (!slot_open_) fault("a ] has no [", "write one [ and one ]");
        ++at_;
        slot_open_ = false;
        return {{Op::slot_end, 0, 0}};
      case ',':
        ++at_;
        return {{take('?') ? Op::may_comma : Op::comma, 0, 0}};
      case '~':
        ++at_;
        return {{Op::pause, 0, 0}};
      case '^':
        ++at_;
        return {{Op::start, 0, 0}};
      case '$':
        ++at_;
        return {{Op::end, 0, 0}};
      default:
        return literal();
    }
  }

  Code group(int depth) {
    ++at_;
    Codes choices{sequence(depth + 1)};
    while (take('|')) choices.push_back(sequence(depth + 1));
    if (!take(')')) fault("a ( is not closed", "write brackets in pairs");
    return one_of(choices);
  }

  static bool begins_with_word(const Code& choice) { return !choice.empty() && choice.front().op == Op::literal; }

  /// Choices that begin with words and follow one another are looked up by the word that stands there; of others each
  /// is tried.
  Code one_of(const Codes& choices) {
    Code code;
    for (std::size_t end = choices.size(); end > 0;) {
      std::size_t begin = end;
      while (begin > 0 && begins_with_word(choices[begin - 1])) --begin;
      if (end - begin < fewest_looked_up) begin = end - 1;
      const Codes some(choices.begin() + static_cast<std::ptrdiff_t>(begin),
                       choices.begin() + static_cast<std::ptrdiff_t>(end));
      const Code* const rest = end < choices.size() ? &code : nullptr;
      code = some.size() > 1 ? looked_up(some, rest) : rest ? either(some.front(), *rest) : some.front();
      end = begin;
    }
    return code;
  }

  /// A fork to the choice, or to the rest. A choice jumps over the rest by a fork whose two ways are the same.
  static Code either(const Code& choice, const Code& rest) {
    Code all{{Op::fork, 0, static_cast<std::uint32_t>(choice.size()) + 2}};
    append(all, choice);
    all.push_back({Op::fork, 1, static_cast<std::uint32_t>(rest.size()) + 1});  // arg 1: never the first way
    append(all, rest);
    return all;
  }
  static Code tried(const Codes& choices) {
    Code code = choices.back();
    for (std::size_t i = choices.size() - 1; i-- > 0;) code = either(choices[i], code);
    return code;
  }

  /// Only those of one word can match, so it does not matter that they come before others. Behind the last of them the
  /// rest is tried, if there is any.
  Code looked_up(const Codes& choices, const Code* rest) {
    std::vector<std::pair<std::uint32_t, Codes>> by_word;
    for (const Code& choice : choices) {
      const std::uint32_t word = choice.front().arg;
      auto known = std::find_if(by_word.begin(), by_word.end(), [&](const auto& one) { return one.first == word; });
      if (known == by_word.end()) known = by_word.insert(by_word.end(), {word, Codes()});
      known->second.push_back(choice);
    }
    Code code{{Op::choose, begin_ways(by_word.size()), 0}};
    std::vector<std::size_t> jumps;
    std::vector<Pattern::Way> ways;
    for (const auto& [word, some] : by_word) {
      ways.push_back({word, static_cast<std::uint32_t>(code.size())});
      if (rest) jumps.push_back(code.size()), code.push_back({Op::fork, 0, 0});
      append(code, tried(some));
      jumps.push_back(code.size()), code.push_back({Op::fork, 1, 0});
    }
    const std::size_t behind = code.size();
    if (rest) code.front().next = static_cast<std::uint32_t>(behind), append(code, *rest);
    for (const std::size_t jump : jumps)
      code[jump].next = static_cast<std::uint32_t>((code[jump].arg == 0 ? behind : code.size()) - jump);
    std::sort(ways.begin(), ways.end(), [](const auto& a, const auto& b) { return a.word < b.word; });
    ways_.insert(ways_.end(), ways.begin(), ways.end());
    return code;
  }

  std::uint16_t begin_ways(std::size_t count) {
    if (ways_.size() > UINT16_MAX) fault("there are too many choices", "split the pattern");
    ways_.push_back({static_cast<std::uint32_t>(count), 0});
    return static_cast<std::uint16_t>(ways_.size() - 1);
  }

  Code predicate() {
    const std::size_t end = text_.find('>', at_);
    if (end == std::string_view::npos) fault("a < is not closed", "write it like <cap&given>");
    const std::size_t begin = at_ + 1;
    try {
      const auto id = predicates_.compile(text_.substr(begin, end - begin), names_);
      at_ = end + 1;
      return {{Op::predicate, id, 0}};
    } catch (PatternFault& inner) {
      at_ = begin;  // an expression of a class may lie elsewhere: the place is where the pattern names it
      throw PatternFault{begin, inner.what, inner.remedy};
    }
  }

  Code literal() {
    constexpr std::string_view ends = " ()[]<>{}|?,~^$";
    const std::size_t begin = at_;
    while (at_ < text_.size() && ends.find(text_[at_]) == std::string_view::npos) ++at_;
    if (at_ == begin) fault("this means nothing here", "see the pattern language in pipeline/stages/rules/pattern.hpp");
    const std::string_view written = text_.substr(begin, at_ - begin);
    Code code;
    words::WordScanner scanner(written);
    std::string folded;
    if (written == "'s") return {{Op::literal, lexicon_.literal(written), 0}};  // a clitic is one only after a word
    for (ByteRange word; scanner.next(word);) {
      folded.clear();
      words::fold_word(written.substr(word.begin, word.size()), folded);
      code.push_back({Op::literal, lexicon_.literal(folded), 0});
    }
    if (code.empty()) fault("this means nothing here", "see the pattern language in pipeline/stages/rules/pattern.hpp");
    return code;
  }

  /// Of fewer choices each is as soon tried.
  static constexpr std::size_t fewest_looked_up = 4;

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Pattern::Way>& ways_;
  int slots_ = 0;
  bool slot_open_ = false;
  words::Lexicon& lexicon_;
  Predicates& predicates_;
  const ClassNames& names_;
};

Pattern Pattern::compile(std::string_view text, words::Lexicon& lexicon, Predicates& predicates,
                         const ClassNames& names, Predicates::Id filler) {
  Pattern pattern;
  pattern.code_ = PatternCompiler(text, lexicon, predicates, names, pattern.ways_).compile();
  pattern.filler_ = filler;
  pattern.find_ways(0, false, pattern.first_);
  if (pattern.first_.end || (pattern.first_.literals.empty() && pattern.first_.predicates.empty())) {
    throw PatternFault{0, "a pattern can match nothing at all", "write at least one word or class that must be there"};
  }
  pattern.find_second(0);
  pattern.find_last();
  return pattern;
}

namespace {

template <class Value>
void add_once(std::vector<Value>& list, Value value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace

std::vector<std::uint32_t> Pattern::choices_of(const Instruction& choose) const {
  std::vector<std::uint32_t> choices;
  for (const Way& way : ways_of(choose)) choices.push_back(way.to);
  if (choose.next != 0) choices.push_back(choose.next);
  return choices;
}

/// What the next word can be from the instruction on; once a match has begun, a pause may come in between.
void Pattern::find_ways(std::uint32_t at, bool begun, Ways& ways) const {
  const Instruction& code = code_[at];
  switch (code.op) {
    case Op::literal:
      return add_once(ways.literals, code.arg);
    case Op::predicate:
      return add_once(ways.predicates, code.arg);
    case Op::fork:
      if (code.arg == 0) find_ways(at + 1, begun, ways);
      return find_ways(at + code.next, begun, ways);
    case Op::choose:
      for (const std::uint32_t choice : choices_of(code)) find_ways(at + choice, begun, ways);
      return;
    case Op::done:
      ways.end = true;
      return;
    case Op::pause:
      if (begun) add_once(ways.predicates, filler_);
      return find_ways(at + 1, begun, ways);
    default:
      return find_ways(at + 1, begun, ways);
  }
}

void Pattern::find_second(std::uint32_t at) {
  const Instruction& code = code_[at];
  switch (code.op) {
    case Op::literal:
    case Op::predicate:
      return find_ways(at + 1, true, second_);
    case Op::fork:
      if (code.arg == 0) find_second(at + 1);
      return find_second(at + code.next);
    case Op::choose:
      for (const std::uint32_t choice : choices_of(code)) find_second(at + choice);
      return;
    case Op::done:
      return;
    default:
      return find_second(at + 1);
  }
}

/// Whether a match may be over here, with no word but those of a pause.
bool Pattern::may_end(std::uint32_t at) const {
  const Instruction& code = code_[at];
  switch (code.op) {
    case Op::done:
      return true;
    case Op::literal:
    case Op::predicate:
      return false;
    case Op::fork:
      return (code.arg == 0 && may_end(at + 1)) || may_end(at + code.next);
    case Op::choose:  // begins with a word
      return code.next != 0 && may_end(at + code.next);
    default:
      return may_end(at + 1);
  }
}

void Pattern::find_last() {
  for (std::uint32_t at = 0; at < code_.size(); ++at) {
    if (code_[at].op == Op::literal && may_end(at + 1)) add_once(last_.literals, code_[at].arg);
    if (code_[at].op == Op::predicate && may_end(at + 1)) add_once(last_.predicates, code_[at].arg);
  }
}

void Pattern::save(ArchiveWriter& archive) const {
  archive.put_array(std::span<const Instruction>(code_));
  archive.put_array(std::span<const Way>(ways_));
  for (const Ways* ways : {&first_, &second_, &last_}) {
    archive.put_array(std::span<const std::uint16_t>(ways->literals));
    archive.put_array(std::span<const Predicates::Id>(ways->predicates));
    archive.put(ways->end);
  }
  archive.put(filler_);
}

Pattern Pattern::from(ArchiveReader& archive) {
  Pattern pattern;
  pattern.code_ = archive.vector<Instruction>();
  pattern.ways_ = archive.vector<Way>();
  for (Ways* ways : {&pattern.first_, &pattern.second_, &pattern.last_}) {
    ways->literals = archive.vector<std::uint16_t>();
    ways->predicates = archive.vector<Predicates::Id>();
    ways->end = archive.get<bool>();
  }
  pattern.filler_ = archive.get<Predicates::Id>();
  return pattern;
}

}  // namespace moniker::rules
