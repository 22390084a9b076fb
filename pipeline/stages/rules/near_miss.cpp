// What nearly claimed a word. A pattern is run once more, and may pass over one of its tests; what stood there instead,
// and what would have had to, is the answer. A list tells what of its expression did not hold, an expression that its
// validator refused.
#include "rules/near_miss.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.hpp"

namespace moniker::rules {

/// One attempt that may pass over one test: the backtracking of PatternRun, without pauses and with a smaller budget.
class NearRun {
 public:
  NearRun(const Pattern& pattern, const Predicates& predicates, const words::Words& words, const Predicates::Memo& memo)
      : pattern_(pattern), predicates_(predicates), words_(words), memo_(memo) {}

  struct Miss {
    std::uint32_t token = 0, point = 0;  // the word, and the instruction behind the test before
  };
  struct Near {
    Miss miss{};
    std::uint32_t begin = 0, end = 0, held = 0;  // tokens of the slot, half-open; words that stood as they must
  };

  std::optional<Near> at(std::uint32_t token) {
    first_ = token;
    slot_begin_ = slot_end_ = none;
    if (!run(0, token, 0, 0, Gap{})) return std::nullopt;
    near_.begin = slot_begin_ == none ? token : slot_begin_;
    near_.end = slot_end_ == none ? last_ : slot_end_;
    return near_;
  }

  Pattern::Ways ways(std::uint32_t point) const {
    Pattern::Ways ways;
    pattern_.find_ways(point, false, ways);
    return ways;
  }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Gap {
    std::uint8_t allowed = 0, needed = 0;
  };

  bool run(std::uint32_t at, std::uint32_t token, std::uint32_t point, std::uint32_t held, Gap gap) {
    using Op = Pattern::Op;
    if (--budget_ == 0 || budget_ > most_steps) return budget_ = 0, false;
    const Pattern::Instruction& code = pattern_.code_[at];
    switch (code.op) {
      case Op::done:
        near_.held = held;
        last_ = token;
        return missed_ && held > 0;
      case Op::fork:
        return (code.arg == 0 && run(at + 1, token, point, held, gap)) || run(at + code.next, token, point, held, gap);
      case Op::choose:
        return choose(code, at, token, point, held, gap);
      case Op::comma:
        gap.needed |= words::gap_comma;
        [[fallthrough]];
      case Op::may_comma:
      case Op::pause:
        gap.allowed |= words::gap_comma;
        return run(at + 1, token, point, held, gap);
      case Op::start:
        return token < words_.tokens.size() && (words_.tokens[token].shape & words::shape_start) != 0 &&
               run(at + 1, token, point, held, gap);
      case Op::end:
        return ends(token) && run(at + 1, token, point, held, gap);
      case Op::slot_begin:
        return slot(slot_begin_, at, token, point, held, gap);
      case Op::slot_end:
        return slot(slot_end_, at, token, point, held, gap);
      case Op::literal:
        return fits(token, gap) && test(words_.tokens[token].word->literal == code.arg, at, token, point, held);
      case Op::predicate:
        return fits(token, gap) && test(predicates_.holds(code.arg, token, memo_), at, token, point, held);
    }
    return false;
  }

  bool test(bool holds, std::uint32_t at, std::uint32_t token, std::uint32_t point, std::uint32_t held) {
    if (holds) return run(at + 1, token + 1, at + 1, held + 1, Gap{});
    if (missed_) return false;
    missed_ = true;
    near_.miss = {token, point};
    if (run(at + 1, token + 1, at + 1, held, Gap{})) return true;
    missed_ = false;
    return false;
  }

  /// All ways in the order in which they are written, as one of their words may be missed.
  bool choose(const Pattern::Instruction& code, std::uint32_t at, std::uint32_t token, std::uint32_t point,
              std::uint32_t held, Gap gap) {
    auto choices = pattern_.choices_of(code);
    std::sort(choices.begin(), choices.end());
    return std::any_of(choices.begin(), choices.end(),
                       [&](std::uint32_t choice) { return run(at + choice, token, point, held, gap); });
  }

  bool slot(std::uint32_t& mark, std::uint32_t at, std::uint32_t token, std::uint32_t point, std::uint32_t held,
            Gap gap) {
    const std::uint32_t before = mark;
    mark = token;
    if (run(at + 1, token, point, held, gap)) return true;
    mark = before;
    return false;
  }
  bool fits(std::uint32_t token, Gap gap) const {
    if (token >= words_.tokens.size()) return false;
    const std::uint8_t stands = words_.tokens[token].gap;
    return (stands & gap.needed) == gap.needed && (token == first_ || (stands & ~gap.allowed) == 0);
  }
  bool ends(std::uint32_t token) const {
    const std::uint8_t gap = token < words_.tokens.size() ? words_.tokens[token].gap : words_.last_gap;
    return (gap & (words::gap_comma | words::gap_stop | words::gap_dash | words::gap_bracket | words::gap_quote |
                   words::gap_text)) != 0;
  }

  static constexpr std::uint32_t most_steps = 4000;
  const Pattern& pattern_;
  const Predicates& predicates_;
  const words::Words& words_;
  const Predicates::Memo& memo_;
  std::uint32_t first_ = 0, last_ = 0, slot_begin_ = none, slot_end_ = none, budget_ = most_steps;
  bool missed_ = false;
  Near near_{};
};

namespace {

constexpr std::uint32_t longest_before = 8;    // words of a pattern before its slot that are looked for
constexpr std::size_t most_words = 4;          // that are told of what would have to stand somewhere
constexpr std::uint32_t as_good_as_found = 9;  // an expression that matched, among patterns of so many words

bool is_letter_or_figure(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Whether a match stands within a longer word or number.
bool is_part(std::string_view text, const re2::StringPiece& match) {
  const auto begin = static_cast<std::size_t>(match.data() - text.data()), end = begin + match.size();
  return (begin > 0 && is_letter_or_figure(text[begin - 1]) && is_letter_or_figure(text[begin])) ||
         (end < text.size() && is_letter_or_figure(text[end]) && is_letter_or_figure(text[end - 1]));
}

}  // namespace

NearMisses::NearMisses(const RuleSet::Compiled& compiled, const words::Words& words, const words::Language& language)
    : compiled_(compiled), words_(words), language_(language), memo_(compiled.memo()) {
  compiled_.predicates.begin(words_, memo_);
  literals_.resize(compiled_.lexicon.literals() + 1);
  compiled_.lexicon.each_word([&](std::string_view key) {
    const auto* const entry = compiled_.lexicon.find(key);
    if (entry != nullptr && entry->literal != 0 && entry->literal < literals_.size()) literals_[entry->literal] = key;
  });
  note_refused();
}

std::vector<NearMiss> NearMisses::of(std::uint32_t token, std::size_t most) const {
  std::vector<NearMiss> all;
  const ByteRange bytes = words_.tokens[token].bytes;
  for (const NearMiss& refused : refused_) {
    if (refused.at.overlaps(bytes)) all.push_back(refused);
  }
  of_patterns(token, all);
  of_lists(token, all);
  std::stable_sort(all.begin(), all.end(), [](const NearMiss& a, const NearMiss& b) { return a.held > b.held; });
  std::vector<NearMiss> best;
  for (NearMiss& one : all) {
    const bool known = std::any_of(best.begin(), best.end(), [&](const NearMiss& b) { return b.rule == one.rule; });
    if (!known && best.size() < most) best.push_back(std::move(one));
  }
  return best;
}

/// Lists that hold the word and leave it out for one reason.
void NearMisses::of_lists(std::uint32_t token, std::vector<NearMiss>& all) const {
  const words::Token& word = words_.tokens[token];
  for (const ListRule& list : compiled_.lists) {
    std::vector<std::string> missing = compiled_.predicates.missing(
        list.words, word.word->classes, Predicates::shape_asked(word), compiled_.class_names);
    if (missing.size() == 1 && missing.front().starts_with('!'))
      all.push_back({list.rule, word.bytes, NearMiss::Wants::all_of, std::move(missing), 1});
  }
}

void NearMisses::of_patterns(std::uint32_t token, std::vector<NearMiss>& all) const {
  for (const PatternRule& rule : compiled_.patterns) {
    if (rule.keep) continue;
    for (std::uint32_t from = token > longest_before ? token - longest_before : 0; from <= token; ++from) {
      NearRun run(rule.pattern, compiled_.predicates, words_, memo_);
      const auto near = run.at(from);
      if (!near || token < near->begin || token >= near->end || near->held < 2) continue;
      NearMiss miss{.rule = rule.rule, .at = words_.tokens[near->miss.token].bytes, .held = near->held};
      add_wanted(run.ways(near->miss.point), near->miss.token, miss);
      if (!miss.wanted.empty()) all.push_back(std::move(miss));
      break;
    }
  }
}

/// Some words that might stand there, and else of one expression what did not hold.
void NearMisses::add_wanted(const Pattern::Ways& ways, std::uint32_t token, NearMiss& miss) const {
  for (const std::uint16_t literal : ways.literals) {
    const bool full = miss.wanted.size() == most_words;
    miss.wanted.push_back(full ? ".." : literals_[literal]);
    if (full) return;
  }
  if (!miss.wanted.empty() || ways.predicates.empty()) return;
  const words::Token& word = words_.tokens[token];
  miss.wants = NearMiss::Wants::all_of;
  miss.wanted = compiled_.predicates.missing(ways.predicates.back(), word.word->classes, Predicates::shape_asked(word),
                                             compiled_.class_names);
}

void NearMisses::note_refused() {
  const std::string_view text = words_.text;
  for (const RegexRule& rule : compiled_.regexes) {
    const RuleDetail& detail = compiled_.detail(rule.rule);
    if (detail.validator == nullptr || rule.invalid) continue;
    std::array<re2::StringPiece, 10> groups{};
    for (std::size_t at = 0;
         at < text.size() &&
         rule.pattern->get_for_search().Match(text, at, text.size(), RE2::UNANCHORED, groups.data(), rule.group + 1);) {
      const auto& slot = groups[static_cast<std::size_t>(rule.group)];
      const auto begin = static_cast<std::uint32_t>(groups[0].data() - text.data());
      at = begin + std::max<std::size_t>(1, groups[0].size());
      if (slot.empty() || is_part(text, groups[0]) || detail.validator({slot.data(), slot.size()}, language_)) continue;
      const auto first = static_cast<std::uint32_t>(slot.data() - text.data());
      const ByteRange bytes{first, first + static_cast<std::uint32_t>(slot.size())};
      refused_.push_back({rule.rule, bytes, NearMiss::Wants::validator, {detail.validator_name}, as_good_as_found});
    }
  }
}

}  // namespace moniker::rules
