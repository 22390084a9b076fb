// Regular expressions over a turn: whom a word and the letters behind it wake, how far the automaton gets from there,
// and RE2 where it says that a match may end. A rule that nearly every word wakes is let sleep where nothing that its
// matches need (needed_factor.hpp) comes any more. The slow way is the same search over all of the text, and finds the
// same.
#include "rules/regex_rules.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "base/utf8.hpp"
#include "rules/single_bytes.hpp"
#include "rules/wake_states.hpp"

namespace moniker::rules {
namespace {

constexpr int max_groups = 10;
/// What RE2 may keep of an expression: the least that it can be compiled in, of these. What does not fit is forgotten
/// and worked out again, so this decides how fast a text is read, and never what is found.
constexpr std::int64_t least_memory = std::int64_t{512} << 10, most_memory = std::int64_t{16} << 20;

/// RE2's \b knows ASCII only ("Ren" would be a word of "Renée"), so the edges are checked here.
bool cuts_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  return is_word(code_point_before(text, at).value) && is_word(code_point_at(text, at).value);
}

/// Where a match may begin of which this word is the first: where the word or a part of it does, and, if it may begin
/// between words, at what stands before that, from `from` on.
template <class Take>
void each_begin(std::string_view text, ByteRange word, std::size_t from, bool between, const Take& take) {
  bool within = false;  // a word that is joined from parts has several
  for (std::size_t at = word.begin; at < word.end;) {
    const CodePoint point = code_point_at(text, at);
    if (is_word(point.value) && !within) {
      std::size_t before = at;
      while (between && before > from) {
        const CodePoint gap = code_point_before(text, before);
        if (is_word(gap.value)) break;
        before -= std::max<std::uint32_t>(1, gap.length);
      }
      for (; before < at; before += std::max<std::uint32_t>(1, code_point_at(text, before).length)) take(before);
      take(at);
    }
    within = is_word(point.value);
    at += std::max<std::uint32_t>(1, point.length);
  }
}

/// One rule over one text. Matches are taken from left to right; where RE2's choice of those that begin at one place
/// cuts a word, the next place is tried.
class RegexSearch {
 public:
  struct Text {
    std::string_view bytes{};
    bool ascii = false;  // known to hold nothing else
  };
  RegexSearch(const RuleSet::Compiled& compiled, std::uint32_t regex, const words::Language& language, const Text& text,
              std::vector<Finding>& findings)
      : rule_(compiled.regexes[regex]),
        pattern_(text.ascii && rule_.of_bytes ? *rule_.of_bytes : *rule_.pattern),
        score_(compiled.detail(rule_.rule).score),
        validator_(compiled.detail(rule_.rule).validator),
        label_(compiled.rules[static_cast<std::size_t>(rule_.rule)].label),
        begins_between_(compiled.wakers.begins_between(regex)),
        language_(language),
        text_(text.bytes),
        findings_(findings) {}

  void everywhere() {
    while (at_ <= text_.size() && match(at_, RE2::UNANCHORED)) take();
  }

  /// Where a match may begin of which this word is the first.
  void with(ByteRange word) {
    each_begin(text_, word, at_, begins_between_, [&](std::size_t at) {
      if (at >= at_ && match(at, RE2::ANCHOR_START)) take();
    });
  }

 private:
  bool match(std::size_t at, RE2::Anchor anchor) {
    const RE2& expression = anchor == RE2::UNANCHORED ? pattern_.get_for_search() : pattern_.get();
    return expression.Match(text_, at, text_.size(), anchor, groups_.data(), rule_.group + 1);
  }

  void take() {
    const auto begin = static_cast<std::size_t>(groups_[0].data() - text_.data());
    const std::size_t end = begin + groups_[0].size();
    const auto& slot = groups_[static_cast<std::size_t>(rule_.group)];
    if (end == begin || slot.empty() || (rule_.whole_word && (cuts_word(text_, begin) || cuts_word(text_, end)))) {
      at_ = begin + std::max<std::uint32_t>(1, code_point_at(text_, begin).length);
      return;
    }
    at_ = end;
    float score = score_;
    const std::string_view found(slot.data(), slot.size());
    if (validator_ && !validator_(found, language_)) {
      if (!rule_.invalid) return;
      score += *rule_.invalid;
    }
    const auto first = static_cast<std::uint32_t>(slot.data() - text_.data());
    findings_.push_back({.utterance = 0,
                         .bytes = {first, first + static_cast<std::uint32_t>(slot.size())},
                         .label = label_,
                         .rule = rule_.rule,
                         .score = std::clamp(score, 0.0F, 1.0F)});
  }

  const RegexRule& rule_;
  const LazyRegex& pattern_;
  const float score_;
  const Validator validator_;
  const LabelId label_;
  const bool begins_between_;
  const words::Language& language_;
  std::string_view text_;
  std::vector<Finding>& findings_;
  std::size_t at_ = 0;  // where the next match may begin
  std::array<re2::StringPiece, max_groups> groups_{};
};

/// What one pass over the characters of a text tells of it.
struct Survey {
  bool ascii = true;  // nothing else stands in it
  bool odd = false;   // a character of which it is not known to whom it belongs (symbol_of)
  FactorBits met{};   // the factors that stand in it (needed_factor.hpp)
  std::array<std::uint32_t, FactorBits::most> behind{};  // of each of these: where its last place ends

  void meet(const FactorBits& here, std::size_t end) {
    met |= here;
    here.each([&](std::size_t bit) { behind[bit] = static_cast<std::uint32_t>(end); });
  }
  /// Whether one of them comes behind a place.
  bool comes(const FactorBits& any, std::uint32_t place) const {
    bool found = false;
    (any & met).each([&](std::size_t bit) { found = found || behind[bit] > place; });
    return found;
  }
};

Survey survey_of(const FactorSearch& factors, const FactorBits& ends, std::string_view text,
                 std::vector<std::uint8_t>& symbols) {
  Survey survey;
  symbols.assign(text.begin(), text.end());
  FactorBits state;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t symbol = symbols[at], length = 1;
    if (symbol >= 0x80) {
      survey.ascii = false;
      const CodePoint point = code_point_at(text, at);
      symbol = point.length == 0 ? no_symbol : symbol_of(point.value);
      if (symbol == no_symbol) return survey.odd = true, survey;
      length = point.length;
      symbols[at] = static_cast<std::uint8_t>(symbol);
      std::fill_n(symbols.begin() + static_cast<std::ptrdiff_t>(at) + 1, length - 1, no_symbol);
    }
    at += length;
    factors.step(state, symbol);
    if (state.meets(ends)) survey.meet(state & ends, at);
  }
  return survey;
}

/// Whether a rule's automaton gets from a state, and from a place on, to where a match may end that cuts no word.
bool may_match(WakeStates& states, std::size_t rule, WakeStates::Number state, const std::vector<std::uint8_t>& symbols,
               std::size_t at) {
  const auto next = [&] {  // the next character's symbol, or no_symbol at the end
    while (at < symbols.size() && symbols[at] == no_symbol) ++at;
    return at < symbols.size() ? symbols[at++] : no_symbol;
  };
  for (std::size_t symbol = next(), behind = no_symbol; symbol != no_symbol; symbol = behind) {
    const WakeStates::Reached reached = states.step(rule, state, symbol);
    if (reached.dead() && !reached.ends()) return false;  // as nearly all
    behind = next();
    if (reached.ends() && !(behind != no_symbol && word_symbols()[symbol] && word_symbols()[behind])) return true;
    if (reached.dead()) return false;
    state = reached.state();
  }
  return false;
}

/// Whether a match without any word may stand about some mark of its rule: between the words there is a character that
/// such a match can end with. Most marks ("and/or") stand between words alone.
bool may_match_between(WakeStates& states, std::uint32_t rule, char mark, std::string_view text,
                       const std::vector<std::uint8_t>& symbols) {
  const auto is_between = [&](std::size_t at) { return symbols[at] == no_symbol || gap_symbols()[symbols[at]]; };
  const auto may_end = [&](std::size_t at) {
    return symbols[at] != no_symbol && states.step(rule, WakeStates::of_rule(rule), symbols[at]).ends();
  };
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at)) {
    while (at > 0 && is_between(at - 1)) --at;
    for (; at < text.size() && is_between(at); ++at) {
      if (may_end(at)) return true;
    }
  }
  return false;
}

constexpr std::uint32_t whole_text = UINT32_MAX;  // what wakes a rule for all of the text; after all tokens

/// A search that is not bound to a place needs the reverse program too, which has a third of the memory: some 2,700
/// instructions of the least. Of a small program it is never that large, so it need not be made to be sure.
bool fits_backwards(const RE2& expression) {
  constexpr int small = 500;
  return !expression.ok() || expression.ProgramSize() <= small || expression.ReverseProgramSize() >= 0;
}

}  // namespace

RegexRoom::RegexRoom(const RuleSet::Compiled& compiled, std::size_t most_states)
    : states(compiled.wakers, most_states), words(compiled.wakers, states) {}

namespace {

/// A text's words one after the other: which rules each begins, and which of those get anywhere.
class Waker {
 public:
  Waker(const WakeProgram& wakers, const words::Words& words, const Survey& survey, RegexRoom& room)
      : wakers_(wakers), words_(words), survey_(survey), room_(room) {}

  void run() {
    room_.words.begin_text(words_);
    find_awake();
    const auto& tokens = words_.tokens;
    for (token_ = 0; token_ < tokens.size(); ++token_) {
      // A match may have begun before "&", which is a word here and none to expressions.
      if (token_ > 0 && words_.text[tokens[token_ - 1].bytes.begin] != '&') {
        first_ = false;
        earliest_ = tokens[token_ - 1].bytes.begin;
      }
      room_.words.bound();
      const words::Uncut here = words_.as_it_stands(token_);
      begin_ = here.bytes.begin;
      end_ = here.bytes.end;
      there_ = behind_blank();
      wake_all(room_.words.begins(*here.word, Awake::always));
      for (const Awake kind : {Awake::often, Awake::seldom}) {
        if (wakers_.needs_of(kind).meets(survey_.met) || (first_ && kind == Awake::often))
          wake_some(room_.words.begins(*here.word, kind));
      }
    }
  }

 private:
  using Awake = WakeProgram::Awake;

  /// The rules of which something that they need stands in the text, and those that need nothing but its begin.
  void find_awake() {
    room_.awake.assign(wakers_.from_begin().begin(), wakers_.from_begin().end());
    survey_.met.each([&](std::size_t bit) {
      const auto rules = wakers_.awoken_by(bit);
      for (std::size_t block = 0; block < rules.size(); ++block) room_.awake[block] |= rules[block];
    });
  }

  void wake_all(const Begins& begins) {
    if (!begins.ahead.takes(there_)) return;
    for (const Begun& begun : begins.begun) {
      if (begun.ahead.takes(there_)) wake(begun);
    }
  }

  void wake_some(const Begins& begins) {
    std::uint64_t any = 0;
    const std::uint64_t *const awake = room_.awake.data(), *const rules = begins.rules.data();
    for (std::size_t block = 0; block < begins.rules.size(); ++block) any |= rules[block] & awake[block];
    if (any == 0 || !begins.ahead.takes(there_)) return;
    for (const Begun& begun : begins.begun) {
      if ((awake[begun.rule / 64] >> (begun.rule % 64) & 1U) != 0 && begun.ahead.takes(there_) && comes(begun.rule))
        wake(begun);
    }
  }

  void wake(const Begun& begun) {
    if ((begun.state == Begun::ended || goes_on(begun)) && begins_here(begun.rule))
      room_.wakes.push_back({begun.rule, token_});
  }
  /// A word is asked as if anything stood before it. Whether a match may begin with it, or with one of its parts, after
  /// what does stand there: mostly a blank, which few matches take.
  bool begins_here(std::uint32_t rule) const {
    if (!wakers_.begins_between(rule)) return true;
    const auto& symbols = room_.symbols;
    std::size_t before = no_symbol;
    for (std::size_t at = begin_; at > 0 && before == no_symbol; --at) before = symbols[at - 1];
    for (std::size_t at = begin_; at < end_; ++at) {
      if (symbols[at] == no_symbol) continue;
      const bool part = word_symbols()[symbols[at]] && (before == no_symbol || !word_symbols()[before]);
      if (part && before != no_symbol && wakers_.before_word(rule)[before]) return true;
      if (part && may_match(room_.states, rule, room_.states.with_word(rule), symbols, at)) return true;
      before = symbols[at];
    }
    return false;
  }
  bool goes_on(const Begun& begun) const {
    if (there_.first == 0) return may_match(room_.states, begun.rule, begun.state, room_.symbols, end_);
    return begun.blank.ends() || may_match(room_.states, begun.rule, begun.blank.state(), room_.symbols, end_ + 1);
  }

  /// Whether what each match of such a rule holds still comes, or whether the text begins here.
  bool comes(std::uint32_t regex) const {
    if (wakers_.anchored(regex) && !first_) return false;
    const FactorBits& need = wakers_.need(regex);
    return !need.any() || survey_.comes(need, earliest_);
  }

  /// The two letters that stand behind the word and one blank; nothing where something else does.
  WakeStates::Ahead behind_blank() const {
    using Ahead = WakeStates::Ahead;
    if (end_ + 1 >= words_.text.size() || words_.text[end_] != ' ') return {};
    const auto bit = [&](std::size_t at) { return room_.states.letter_bit(room_.symbols[at]); };
    std::size_t second = end_ + 2;
    while (second < room_.symbols.size() && room_.symbols[second] == no_symbol) ++second;
    return {bit(end_ + 1), second < room_.symbols.size() ? bit(second) : Ahead::any};
  }

  const WakeProgram& wakers_;
  const words::Words& words_;
  const Survey& survey_;
  RegexRoom& room_;
  std::uint32_t token_ = 0;
  std::size_t begin_ = 0, end_ = 0;  // of the word
  WakeStates::Ahead there_{};        // behind it
  bool first_ = true;                // no word stands before this one
  std::uint32_t earliest_ = 0;       // no match that touches this word first begins before it
};

}  // namespace

void wake_regexes(const WakeProgram& wakers, const words::Words& words, RegexRoom& room) {
  const Survey survey = survey_of(wakers.factors(), wakers.all_needs(), words.text, room.symbols);
  room.wakes.clear();
  room.ascii = survey.ascii;
  if (survey.odd) {
    for (std::uint32_t regex = 0; regex < wakers.rules(); ++regex) room.wakes.push_back({regex, whole_text});
    return;
  }
  for (const std::uint32_t regex : wakers.woken_otherwise()) {
    const bool needs = !wakers.need(regex).any() || wakers.need(regex).meets(survey.met);
    if (needs &&
        (wakers.slow(regex) || may_match_between(room.states, regex, wakers.mark(regex), words.text, room.symbols)))
      room.wakes.push_back({regex, whole_text});
  }
  Waker(wakers, words, survey, room).run();
  std::sort(room.wakes.begin(), room.wakes.end());
  room.wakes.erase(std::unique(room.wakes.begin(), room.wakes.end()), room.wakes.end());
}

namespace {

/// In the least memory that suits; where none does, as it is in the most.
template <class Suits>
std::unique_ptr<RE2> compiled(const std::string& pattern, LazyRegex::Characters characters, const Suits& suits) {
  const bool bytes = characters == LazyRegex::Characters::bytes;
  const std::string text = bytes ? in_single_bytes(pattern) : pattern;
  RE2::Options options;
  if (bytes) options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_log_errors(false);  // RE2 would print the pattern, and a study's patterns may hold names
  std::unique_ptr<RE2> expression;
  for (std::int64_t memory = least_memory; memory <= most_memory; memory *= 2) {
    options.set_max_mem(memory);
    expression = std::make_unique<RE2>(text, options);
    if (expression->error_code() != RE2::ErrorPatternTooLarge && suits(*expression)) break;
  }
  return expression;
}

}  // namespace

const RE2& LazyRegex::get() const {
  std::call_once(once_, [this] { compiled_ = compiled(text_, characters_, [](const RE2&) { return true; }); });
  return *compiled_;
}

const RE2& LazyRegex::get_for_search() const {
  std::call_once(searched_, [this] {
    if (!fits_backwards(get())) for_search_ = compiled(text_, characters_, fits_backwards);
  });
  return for_search_ ? *for_search_ : *compiled_;
}

WakeProgram wakers_of(const std::vector<RegexRule>& regexes) {
  std::vector<WakeProgram::Source> sources;
  sources.reserve(regexes.size());
  for (const RegexRule& rule : regexes) sources.push_back({read_expression(rule.pattern->text()), rule.whole_word});
  return WakeProgram(sources);
}

void note_slow(RuleSet::Compiled& all) {
  for (std::size_t i = 0; i < all.regexes.size(); ++i)
    all.rules[static_cast<std::size_t>(all.regexes[i].rule)].slow = all.wakers.slow(i);
}

void find_regexes(const RuleSet::Compiled& compiled, const words::Language& language, const words::Words& words,
                  RegexRoom& room, std::vector<Finding>& findings) {
  wake_regexes(compiled.wakers, words, room);
  const std::vector<Wake>& wakes = room.wakes;
  for (auto one = wakes.begin(); one != wakes.end();) {
    const std::uint32_t regex = one->regex;
    const auto end = std::find_if(one, wakes.end(), [&](const Wake& wake) { return wake.regex != regex; });
    RegexSearch search(compiled, regex, language, {words.text, room.ascii}, findings);
    if (std::prev(end)->token == whole_text) {
      search.everywhere();
    } else {
      for (; one != end; ++one) search.with(words.as_it_stands(one->token).bytes);
    }
    one = end;
  }
}

void find_regexes_slowly(const RuleSet::Compiled& compiled, const words::Language& language, std::string_view text,
                         std::vector<Finding>& findings) {
  for (std::uint32_t regex = 0; regex < compiled.regexes.size(); ++regex)
    RegexSearch(compiled, regex, language, {.bytes = text}, findings).everywhere();
}

}  // namespace moniker::rules
