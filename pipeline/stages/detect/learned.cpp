// What strong evidence teaches, and the second way over the text that uses it.
#include <algorithm>

#include "detect/detector.hpp"
#include "detect/first_way.hpp"
#include "detect/learn.hpp"
#include "detect/overlap.hpp"
#include "rules/compiled.hpp"
#include "rules/word_questions.hpp"
#include "rules/word_rules.hpp"
#include "words/name_table.hpp"

namespace moniker::detect {
namespace {

constexpr float learned_score = 0.85F;
constexpr float word_at_start_score = 0.45F;  // Brown said; brown bread

}  // namespace

void learn(const rules::RuleSet::Compiled& compiled, const words::Words& words, ByteRange bytes, LabelId label,
           const std::string& rule, float score, LearnedNames& names) {
  const std::string& name = compiled.labels[static_cast<std::size_t>(label)].name;
  std::string whole;
  std::size_t parts = 0;
  bool all_words = true;
  for (const words::Token& token : words.tokens) {
    if (!bytes.holds(token.bytes)) continue;
    const std::string folded(words.fold_of(token));
    whole.append(whole.empty() ? "" : " ").append(folded);
    const bool word = rules::is_word_of(compiled, compiled.ordinary, folded, words::shape_cap | words::shape_mid);
    ++parts;
    all_words = all_words && word;
    if (label != compiled.person || folded.size() < 2 || (token.shape & (words::shape_initial | words::shape_digit)) ||
        folded == "'s")
      continue;
    if (rules::is_word_of(compiled, compiled.particle, folded, words::shape_lower)) continue;
    if (rules::is_word_of(compiled, compiled.no_part, folded, words::shape_cap | words::shape_mid)) continue;
    names.add({.form = folded, .label = name, .rule = rule, .score = score, .times = 1, .word = word});
  }
  if (parts == 0 || whole.size() < 3 || (parts == 1 && label == compiled.person)) return;
  names.add({.form = whole, .label = name, .rule = rule, .score = score, .times = 1, .word = all_words});
}

struct LearnedMatcher::State {
  const rules::RuleSet& rules;
  words::NameTable table;
  std::vector<LabelId> labels{};  // by KnownForm::owner
};

LearnedMatcher::LearnedMatcher(const rules::RuleSet& rules, const LearnedNames& names) {
  auto state = std::make_unique<State>(State{rules, words::NameTable(rules.language())});
  const auto& labels = rules.labels();
  for (std::size_t i = 0; i < labels.size(); ++i) state->labels.push_back(static_cast<LabelId>(i));
  for (const auto& [key, name] : names.all()) {
    const Label* const label = label_named(labels, name.label);
    if (label == nullptr) continue;  // learned under other rules
    state->table.add(name.form, {name.word ? words::NameKind::word : words::NameKind::plain, learned_score,
                                 static_cast<std::uint32_t>(label - labels.data())});
  }
  state_ = std::move(state);
}

LearnedMatcher::~LearnedMatcher() = default;

struct LearnedReader::State {
  /// What is known of words, where no detector's is used.
  struct Own {
    words::Vocabulary vocabulary;
    rules::Predicates::Memo memo;
    explicit Own(const rules::RuleSet::Compiled& compiled) : vocabulary(compiled.vocabulary()), memo(compiled.memo()) {}
  };
  const LearnedMatcher::State* names;
  std::unique_ptr<Own> own;
  words::Vocabulary& vocabulary;
  rules::Predicates::Memo& memo;
  words::NameSpotter spotter;
  words::Words words{};
  std::vector<rules::Kept> kept{};
  std::vector<ByteRange> left{};
  explicit State(const LearnedMatcher::State& known)
      : names(&known),
        own(std::make_unique<Own>(known.rules.compiled())),
        vocabulary(own->vocabulary),
        memo(own->memo),
        spotter(known.table) {}
  State(const LearnedMatcher::State& known, Search& search)
      : names(&known), vocabulary(search.vocabulary()), memo(search.memo()), spotter(known.table) {}

  /// Takes out of the findings from `first` on what a firm keep protects, and notes where it stands.
  void leave_to_keeps(std::vector<Finding>& found, std::size_t first) {
    const rules::RuleSet::Compiled& compiled = names->rules.compiled();
    kept.clear();
    rules::find_firm_keeps(compiled, words, memo, kept);
    const auto is_left = [&](const Finding& one) {
      const auto holds = [&](const rules::Kept& keep) { return keep.bytes.holds(one.bytes); };
      return std::any_of(kept.begin(), kept.end(), holds);
    };
    const auto from = found.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = std::stable_partition(from, found.end(), [&](const Finding& one) { return !is_left(one); });
    std::for_each(end, found.end(), [&](const Finding& one) { left.push_back(one.bytes); });
    found.erase(end, found.end());
  }
};

LearnedReader::LearnedReader(const LearnedMatcher& matcher) : state_(std::make_unique<State>(*matcher.state_)) {}
LearnedReader::LearnedReader(const LearnedMatcher& matcher, Detector& detector)
    : state_(std::make_unique<State>(*matcher.state_, detector.way_->search())) {}
LearnedReader::~LearnedReader() = default;

void LearnedReader::look_for(const LearnedMatcher& matcher) {
  state_->names = matcher.state_.get();
  state_->spotter = words::NameSpotter(matcher.state_->table);
}

const std::vector<ByteRange>& LearnedReader::left_to_keeps() const { return state_->left; }

std::vector<Finding> LearnedReader::add(const Utterance& utterance, std::vector<Finding> found, rules::Trace* trace) {
  const LearnedMatcher::State& names = *state_->names;
  state_->left.clear();
  if (names.table.empty()) return found;
  const rules::RuleSet::Compiled& compiled = names.rules.compiled();
  words::Words& words = state_->words;
  words::read_words(state_->vocabulary, utterance.text, {.lines_start = utterance.cues.empty()}, words);
  state_->spotter.begin(words);
  const std::size_t before = found.size();
  for (std::size_t token = 0; token < words.tokens.size();) {
    const words::KnownMatch match = state_->spotter.match(words, token);
    if (match.count > 0) {
      const bool unsure = match.form.kind == words::NameKind::word && match.count == 1 &&
                          (words.tokens[token].shape & words::shape_start) &&
                          !(words.tokens[token].shape & words::shape_possessive);
      // A known name is never left for the profile's sake: the proof would stop the transcript.
      const LabelId label = names.labels[match.form.owner];
      found.push_back({.utterance = utterance.number,
                       .bytes = words.range(token, token + match.count - 1),
                       .label = label,
                       .rule = compiled.learned_rule,
                       .score = unsure ? std::max(word_at_start_score, compiled.review(label)) : match.form.score});
    }
    token += std::max<std::size_t>(1, match.count);
  }
  if (found.size() == before) return found;
  state_->leave_to_keeps(found, before);
  if (found.size() == before) return found;
  if (trace) trace->added(std::span(found).subspan(before));
  return resolve_overlaps(names.rules, utterance.text, std::move(found), trace);
}

}  // namespace moniker::detect
