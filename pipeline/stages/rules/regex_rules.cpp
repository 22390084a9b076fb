// Regular expressions over a turn: whom two neighbouring words wake, how far the automaton gets from there, and RE2
// where it says that a match may end. A rule that nearly every word wakes is let sleep where nothing that its matches
// need (needed_factor.hpp) comes any more. The slow way is the same search over all of the text, and finds the same.
#include "rules/regex_rules.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "base/utf8.hpp"
#include "rules/wake_rows.hpp"
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
/// between words, at what stands before that, from `from` on. Until `take` says false.
template <class Take>
bool each_begin(std::string_view text, ByteRange word, std::size_t from, bool between, const Take& take) {
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
      for (; before < at; before += std::max<std::uint32_t>(1, code_point_at(text, before).length)) {
        if (!take(before)) return false;
      }
      if (!take(at)) return false;
    }
    within = is_word(point.value);
    at += std::max<std::uint32_t>(1, point.length);
  }
  return true;
}

/// One rule over one text. Matches are taken from left to right; where RE2's choice of those that begin at one place
/// cuts a word, the next place is tried.
class RegexSearch {
 public:
  RegexSearch(const RuleSet::Compiled& compiled, std::uint32_t regex, const words::Language& language,
              std::string_view text, std::vector<Finding>& findings)
      : rule_(compiled.regexes[regex]),
        score_(compiled.detail(rule_.rule).score),
        label_(compiled.rules[static_cast<std::size_t>(rule_.rule)].label),
        begins_between_(compiled.wakers.begins_between(regex)),
        language_(language),
        text_(text),
        findings_(findings) {}

  void everywhere() {
    while (at_ <= text_.size() && match(at_, RE2::UNANCHORED)) take();
  }

  /// Where a match may begin of which this word is the first.
  void with(ByteRange word) {
    each_begin(text_, word, at_, begins_between_, [&](std::size_t at) {
      if (at >= at_ && match(at, RE2::ANCHOR_START)) take();
      return true;
    });
  }

 private:
  bool match(std::size_t at, RE2::Anchor anchor) {
    return rule_.pattern->get().Match(text_, at, text_.size(), anchor, groups_.data(), rule_.group + 1);
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
    if (rule_.validator && !rule_.validator(found, language_)) {
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
  const float score_;
  const LabelId label_;
  const bool begins_between_;
  const words::Language& language_;
  std::string_view text_;
  std::vector<Finding>& findings_;
  std::size_t at_ = 0;  // where the next match may begin
  std::array<re2::StringPiece, max_groups> groups_{};
};

WakeRows::Between between(const words::Words& words, std::size_t token) {
  if (token + 1 == words.tokens.size()) return WakeRows::Between::end;
  const std::uint32_t begin = words.tokens[token].bytes.end, end = words.tokens[token + 1].bytes.begin;
  if (begin == end) return WakeRows::Between::joined;
  return end - begin == 1 && words.text[begin] == ' ' ? WakeRows::Between::blank : WakeRows::Between::other;
}

/// What one pass over the characters of a text tells of it.
struct Survey {
  bool odd = false;                        // a character of which it is not known to whom it belongs (symbol_of)
  std::array<std::uint32_t, 64> behind{};  // by the bit of a factor (needed_factor.hpp): behind its last place, or 0
};

Survey survey_of(const FactorSearch& factors, std::uint64_t ends, std::string_view text,
                 std::vector<std::uint8_t>& symbols) {
  Survey survey;
  symbols.assign(text.begin(), text.end());
  std::uint64_t state = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t symbol = symbols[at], length = 1;
    if (symbol >= 0x80) {
      const CodePoint point = code_point_at(text, at);
      symbol = point.length == 0 ? no_symbol : symbol_of(point.value);
      if (symbol == no_symbol) return survey.odd = true, survey;
      length = point.length;
      symbols[at] = static_cast<std::uint8_t>(symbol);
      std::fill_n(symbols.begin() + static_cast<std::ptrdiff_t>(at) + 1, length - 1, no_symbol);
    }
    at += length;
    state = ((state << 1) | factors.begins) & factors.takes[symbol];
    for (std::uint64_t met = state & ends; met != 0; met &= met - 1)
      survey.behind[static_cast<std::size_t>(std::countr_zero(met))] = static_cast<std::uint32_t>(at);
  }
  return survey;
}

/// Whether the automaton gets from here to where a match of the rule may end that cuts no word.
bool may_match(RegexRoom& room, std::uint32_t regex, std::size_t at) {
  const auto& symbols = room.symbols;
  const auto next = [&] {  // the next character's symbol, or no_symbol at the end
    while (at < symbols.size() && symbols[at] == no_symbol) ++at;
    return at < symbols.size() ? symbols[at++] : no_symbol;
  };
  room.states.bound();
  WakeStates::Number state = WakeStates::of_rule(regex);
  for (std::size_t symbol = next(), behind = no_symbol; symbol != no_symbol; symbol = behind) {
    const WakeStates::Reached reached = room.states.step(state, symbol);
    behind = next();
    const bool cuts = behind != no_symbol && word_symbols()[symbol] && word_symbols()[behind];
    if (!cuts && reached.ends()) return true;
    if (reached.dead()) return false;
    state = reached.state();
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

void wake_regexes(const WakeProgram& wakers, const words::Words& words, RegexRoom& room) {
  const std::size_t blocks = wakers.blocks();
  const auto [odd, behind] = survey_of(wakers.factors(), wakers.needs(), words.text, room.symbols);
  room.wakes.clear();
  if (odd) {
    for (std::uint32_t regex = 0; regex < wakers.rules(); ++regex) room.wakes.push_back({regex, whole_text});
    return;
  }
  for (const std::uint32_t regex : wakers.woken_otherwise()) {
    const char mark = wakers.mark(regex);
    if (wakers.slow(regex) || words.text.find(mark) != std::string_view::npos)
      room.wakes.push_back({regex, whole_text});
  }
  // A match may have begun before "&", which is a word here and none to expressions.
  bool first = true;           // no word stands before this one
  std::uint32_t earliest = 0;  // no match that touches this word first begins before it
  for (std::uint32_t token = 0; token < words.tokens.size(); ++token) {
    if (token > 0 && words.text[words.tokens[token - 1].bytes.begin] != '&') {
      first = false;
      earliest = words.tokens[token - 1].bytes.begin;
    }
    const std::uint64_t* const here = words.tokens[token].word->wakes;
    if (!here) continue;
    const std::uint64_t* const next = token + 1 < words.tokens.size() ? words.tokens[token + 1].word->wakes : nullptr;
    const WakeRows::Between gap = between(words, token);
    for (std::uint32_t block = 0; block < blocks; ++block) {
      for (std::uint64_t bits = WakeRows::woken(here, next, gap, block, blocks); bits != 0; bits &= bits - 1) {
        const std::uint32_t regex = block * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
        const std::uint8_t need = wakers.need(regex);
        if (need != WakeProgram::no_need && behind[need] <= earliest) continue;
        if (wakers.anchored(regex) && !first) continue;
        const bool none = each_begin(words.text, words.tokens[token].bytes, 0, wakers.begins_between(regex),
                                     [&](std::size_t at) { return !may_match(room, regex, at); });
        if (!none) room.wakes.push_back({regex, token});
      }
    }
  }
  std::sort(room.wakes.begin(), room.wakes.end());
}

const RE2& LazyRegex::get() const {
  std::call_once(once_, [this] {
    RE2::Options options;
    options.set_log_errors(false);  // RE2 would print the pattern, and a study's patterns may hold names
    for (std::int64_t memory = least_memory; memory <= most_memory; memory *= 2) {
      options.set_max_mem(memory);
      compiled_ = std::make_unique<RE2>(text_, options);
      if (compiled_->error_code() != RE2::ErrorPatternTooLarge && fits_backwards(*compiled_)) return;
    }
  });
  return *compiled_;
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
    RegexSearch search(compiled, regex, language, words.text, findings);
    if (std::prev(end)->token == whole_text) {
      search.everywhere();
    } else {
      for (; one != end; ++one) search.with(words.tokens[one->token].bytes);
    }
    one = end;
  }
}

void find_regexes_slowly(const RuleSet::Compiled& compiled, const words::Language& language, std::string_view text,
                         std::vector<Finding>& findings) {
  for (std::uint32_t regex = 0; regex < compiled.regexes.size(); ++regex)
    RegexSearch(compiled, regex, language, text, findings).everywhere();
}

}  // namespace moniker::rules
