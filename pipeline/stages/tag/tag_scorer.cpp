// The same features as TagNamer's, never named: of each word, kind of word, pair of shapes or rule the weights are
// summed when it is first met and looked up ever after. Sums are whole numbers, so the order in which they are added
// does not matter and the result equals TagNamer's to the last digit. Caches go with the vocabulary's epoch.
#include "tag/tag_scorer.hpp"

#include <algorithm>

namespace moniker::tag {
TagScorer::TagScorer(const rules::RuleSet::Compiled& compiled, const rules::TagModel& model)
    : compiled_(compiled),
      model_(model),
      bias_(model.sum({"b"})),
      begin_(of_word("^")),
      end_(of_word("$")),
      outside_(of_classes({"^"}, "^")) {
  for (std::uint32_t shape = 0; shape < tag_shapes; ++shape)
    shape_hashes_[shape] = rules::TagModel::part_hash(tag_shape_name(shape));
}

TagScorer::OfWord TagScorer::of_word(std::string_view form) const {
  return {.here = {},
          .hash = rules::TagModel::part_hash(form),
          .one_before = model_.row_of("w-1=", form),
          .two_before = model_.row_of("w-2=", form),
          .one_after = model_.row_of("w+1=", form),
          .two_after = model_.row_of("w+2=", form),
          .parts = model_.parts_of(form)};
}

/// Most words only ever stand beside those that are tagged.
void TagScorer::add_own(const words::Word& word, OfWord& known) const {
  const std::string form = tag_form(word.folded());
  model_.add_row(model_.row_of("w0=", form), known.here);
  for_each_affix(form, [&](std::string_view which, std::string_view letters) {
    model_.add_row(model_.row_of(which, letters), known.here);
  });
  known.own = true;
}

TagScorer::OfClasses TagScorer::of_classes(const std::vector<std::string>& names, std::string_view joined) const {
  OfClasses classes{.hash = rules::TagModel::part_hash(joined), .parts = model_.parts_of(joined)};
  for (const std::string& name : names) {
    classes.before += model_.sum({"c-1=" + name});
    classes.after += model_.sum({"c+1=" + name});
    classes.names.push_back(rules::TagModel::part_hash(name));
  }
  return classes;
}

TagScorer::OfClasses TagScorer::of_classes(const words::ClassSet& set) const {
  const TagClasses classes = tag_classes(compiled_, set);
  return of_classes(classes.names, classes.joined);
}

void TagScorer::begin(const TagEvidence& evidence) {
  evidence_ = &evidence;
  const auto& tokens = evidence.words.tokens;
  if (epoch_ != evidence.words.epoch) words_.clear(), known_.clear();
  epoch_ = evidence.words.epoch;
  claimed_.set(evidence.words, evidence.claims);
  here_.assign(tokens.size(), nullptr);
  shapes_here_.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) shapes_here_[i] = tag_shape(tokens[i]);
}

/// The words within reach are looked up when the first of them is tagged.
rules::TagSum TagScorer::score(std::size_t token) {
  const auto& tokens = evidence_->words.tokens;
  for (std::size_t i = token - std::min<std::size_t>(token, 2); i < std::min(tokens.size(), token + 3); ++i) {
    if (here_[i] == nullptr) here_[i] = &know(*tokens[i].word);
  }
  if (!here_[token]->own) add_own(*tokens[token].word, *here_[token]);
  const auto at = static_cast<std::ptrdiff_t>(token);
  rules::TagSum sum = bias_;
  add_words(at, sum);
  add_shapes(at, sum);
  add_lists(at, sum);
  add_rules(at, sum);
  add_memory(at, sum);
  return sum;
}

TagScorer::OfWord& TagScorer::know(const words::Word& word) {
  if (word.number >= known_.size()) known_.resize(word.number + std::size_t{64});
  std::uint32_t& known = known_[word.number];
  if (known == 0) {
    words_.push_back(of_word(tag_form(word.folded())));
    words_.back().classes = number_of(word.classes);
    known = static_cast<std::uint32_t>(words_.size());
  }
  return words_[known - 1];
}

std::uint32_t TagScorer::number_of(const words::ClassSet& set) {
  const auto [place, fresh] = class_numbers_.try_emplace(set, static_cast<std::uint32_t>(classes_.size()));
  if (fresh) classes_.push_back(of_classes(set));
  return place->second;
}

const TagScorer::OfWord& TagScorer::word(std::ptrdiff_t token) const {
  if (token < 0) return begin_;
  return token < std::ssize(here_) ? *here_[static_cast<std::size_t>(token)] : end_;
}
TagScorer::OfClasses& TagScorer::classes(std::ptrdiff_t token) {
  return token < 0 || token >= std::ssize(here_) ? outside_ : classes_[here_[static_cast<std::size_t>(token)]->classes];
}
std::uint32_t TagScorer::shape(std::ptrdiff_t token) const {
  if (token < 0) return tag_shape_before;
  return token < std::ssize(shapes_here_) ? shapes_here_[static_cast<std::size_t>(token)] : tag_shape_after;
}
std::uint8_t TagScorer::gap(std::ptrdiff_t token) const {
  const auto& tokens = evidence_->words.tokens;
  return token < std::ssize(tokens) ? tokens[static_cast<std::size_t>(token)].gap : evidence_->words.last_gap;
}

void TagScorer::add_words(std::ptrdiff_t i, rules::TagSum& sum) const {
  const OfWord &here = word(i), &before = word(i - 1), &that = word(i - 2), &after = word(i + 1);
  sum += here.here;
  model_.add_row(before.one_before, sum);
  model_.add_row(that.two_before, sum);
  model_.add_row(after.one_after, sum);
  model_.add_row(word(i + 2).two_after, sum);
  add_pair_of(rules::TagPair::before_here, before, here, sum);
  add_pair_of(rules::TagPair::here_after, here, after, sum);
  add_pair_of(rules::TagPair::before_both, that, before, sum);
  const std::uint64_t shape_hash = shape_hashes_[shape(i)];
  if (after.parts & rules::TagModel::first_of(rules::TagPair::after_shape))
    add_pair(rules::TagPair::after_shape, after.hash, shape_hash, sum);
  if (before.parts & rules::TagModel::first_of(rules::TagPair::before_shape))
    add_pair(rules::TagPair::before_shape, before.hash, shape_hash, sum);
}

void TagScorer::add_shapes(std::ptrdiff_t i, rules::TagSum& sum) {
  const std::uint32_t before = shape(i - 1), here = shape(i), after = shape(i + 1);
  const auto name = [](std::uint32_t s) { return std::string(tag_shape_name(s)); };
  sum += shapes_around_.get((before * tag_shapes + here) * tag_shapes + after, [&] {
    return model_.sum({"h0=" + name(here), "h-1,0=" + name(before) + "|" + name(here),
                       "h0,1=" + name(here) + "|" + name(after),
                       "h-1,0,1=" + name(before) + "|" + name(here) + "|" + name(after)});
  });
  sum += gaps_.get(gap(i) * tag_shapes + before, [&] {
    const std::string sign = tag_gap_name(gap(i));
    return model_.sum({"g0=" + sign, "g0,h-1=" + sign + "|" + name(before)});
  });
  constexpr std::uint32_t next = 1U << 16;
  sum += gaps_.get(next + gap(i + 1) * tag_shapes + after, [&] {
    const std::string sign = tag_gap_name(gap(i + 1));
    return model_.sum({"g1=" + sign, "g1,h+1=" + sign + "|" + name(after)});
  });
}

void TagScorer::add_lists(std::ptrdiff_t i, rules::TagSum& sum) {
  const auto& words = evidence_->words;
  const auto at = static_cast<std::size_t>(i);
  const OfClasses &before = classes(i - 1), &after = classes(i + 1);
  OfClasses& here = classes(i);
  sum += here.here.get(shape(i), [&] {
    const TagClasses names = tag_classes(compiled_, words.tokens[at].word->classes);
    const std::string written(tag_shape_name(shape(i)));
    rules::TagSum own = model_.sum({"k0=" + names.joined, "k0,h0=" + names.joined + "|" + written});
    for (const std::string& name : names.names) own += model_.sum({"c0=" + name, "c0,h0=" + name + "|" + written});
    return own;
  });
  if (word(i - 1).parts & rules::TagModel::second_of(rules::TagPair::class_before)) {
    for (const std::uint64_t name : here.names) add_pair(rules::TagPair::class_before, name, word(i - 1).hash, sum);
  }
  sum += before.before;
  sum += after.after;
  add_pair_of(rules::TagPair::classes_before, before, here, sum);
  add_pair_of(rules::TagPair::classes_after, here, after, sum);
  for (const words::Phrase& phrase : words.phrases) {
    if (phrase.first > at || phrase.first + phrase.count <= at) continue;
    for (std::size_t bit = 0; bit < compiled_.class_names.size(); ++bit) {
      if (!phrase.classes.test(bit)) continue;
      const bool first = phrase.first == at;
      sum += claims_.get(static_cast<std::uint32_t>(bit << 1 | first),
                         [&] { return model_.sum({(first ? "f0=B:" : "f0=I:") + compiled_.class_names[bit]}); });
    }
  }
}

void TagScorer::add_rules(std::ptrdiff_t i, rules::TagSum& sum) {
  constexpr std::uint32_t labels = 1U << 10, rules = 1U << 24, keeps = 2U << 24, around = 3U << 24;
  const auto label = [&](const Finding& claim) -> const std::string& {
    return compiled_.labels[static_cast<std::size_t>(claim.label)].name;
  };
  const auto& claims = evidence_->claims;
  for (const ClaimedWords::One& one : claimed_.of(i)) {
    const Finding& claim = claims[one.claim];
    const std::string where = one.begins ? "B:" : "I:";
    sum += claims_.get(rules + (static_cast<std::uint32_t>(claim.rule) << 1 | one.begins), [&] {
      return model_.sum({"r0=" + where + compiled_.rules[static_cast<std::size_t>(claim.rule)].id});
    });
    const auto fifths = static_cast<std::uint32_t>(claim.score * 5);
    const std::uint32_t key = (static_cast<std::uint32_t>(claim.label) * 8 + fifths) << 1 | one.begins;
    sum += claims_.get(labels + key * tag_shapes + shape(i), [&] {
      return model_.sum({"a0=" + where + label(claim) + static_cast<char>('0' + fifths),
                         "a0,h0=" + label(claim) + "|" + std::string(tag_shape_name(shape(i)))});
    });
  }
  for (const bool next : {false, true}) {
    for (const ClaimedWords::One& one : claimed_.of(next ? i + 1 : i - 1)) {
      const Finding& claim = claims[one.claim];
      sum += claims_.get(around + (static_cast<std::uint32_t>(claim.label) << 1 | next),
                         [&] { return model_.sum({(next ? "a+1=" : "a-1=") + label(claim)}); });
    }
  }
  const ByteRange bytes = evidence_->words.tokens[static_cast<std::size_t>(i)].bytes;
  for (const rules::Kept& keep : evidence_->kept) {
    if (!keep.bytes.overlaps(bytes)) continue;
    sum += claims_.get(keeps + static_cast<std::uint32_t>(keep.rule),
                       [&] { return model_.sum({"y0=" + compiled_.rules[static_cast<std::size_t>(keep.rule)].id}); });
  }
}

void TagScorer::add_memory(std::ptrdiff_t i, rules::TagSum& sum) const {
  const words::Word& word = *evidence_->words.tokens[static_cast<std::size_t>(i)].word;
  if (!evidence_->learned.may_know(word.folded())) return;
  const std::string form(word.folded());
  for (const std::string_view type : rules::names_tagger.labels) {
    const auto found = evidence_->learned.all().find({std::string(type), form});
    if (found != evidence_->learned.all().end())
      sum += model_.sum({"m0=" + std::string(type) + (found->second.word ? "w" : "")});
  }
}

}  // namespace moniker::tag
