// What the tagger looks at, by name: the word and two on either side, beginnings and endings, shapes, what stands
// between, lists, the rules' claims, what was learned. Names are the model's contract: rules/models/*.tsv is written in
// them, and TagScorer must sum exactly these (a test compares). To rename one is to train again.
#include "tag/tag_features.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace moniker::tag {
namespace {

constexpr std::size_t longest_form = 24;  // of a word as a feature, bytes

/// Whether a UTF-8 byte goes on with a character.
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

const std::array<std::string, tag_shapes>& shape_names() {
  static const auto names = [] {
    std::array<std::string, tag_shapes> all;
    for (std::uint32_t shape = 0; shape < tag_shape_before; ++shape) {
      all[shape] = "iUCdlx"[shape / 16];
      if (shape & 8) all[shape] += 'u';
      all[shape] += shape & 4 ? 's' : 'm';
      if (shape & 2) all[shape] += 'p';
      if (shape & 1) all[shape] += '-';
    }
    all[tag_shape_before] = "^";
    all[tag_shape_after] = "$";
    return all;
  }();
  return names;
}

}  // namespace

std::string tag_form(std::string_view folded) {
  std::size_t size = std::min(folded.size(), longest_form);
  while (size > 0 && size < folded.size() && is_continuation(folded[size])) --size;
  std::string form(folded.substr(0, size));
  for (char& c : form) {
    if (is_ascii_digit(c)) c = '0';
  }
  return form;
}

std::uint32_t tag_shape(const words::Token& token) {
  const std::uint32_t s = token.shape;
  const std::uint32_t sort = s & words::shape_initial ? 0
                             : s & words::shape_upper ? 1
                             : s & words::shape_cap   ? 2
                             : s & words::shape_digit ? 3
                             : s & words::shape_lower ? 4
                                                      : 5;
  return sort * 16 + (s & words::shape_uncased ? 8U : 0U) + (s & words::shape_start ? 4U : 0U) +
         (s & words::shape_possessive ? 2U : 0U) + (s & words::shape_hyphen ? 1U : 0U);
}

std::string_view tag_shape_name(std::uint32_t shape) { return shape_names()[shape]; }

std::string tag_gap_name(std::uint8_t gap) {
  constexpr std::pair<std::uint8_t, char> signs[] = {
      {words::gap_comma, ','},   {words::gap_stop, '.'},  {words::gap_dash, '-'}, {words::gap_quote, '"'},
      {words::gap_bracket, '('}, {words::gap_other, '*'}, {words::gap_text, '^'}};
  std::string name;
  for (const auto& [bit, sign] : signs) {
    if (gap & bit) name += sign;
  }
  return name;
}

TagClasses tag_classes(const rules::RuleSet::Compiled& compiled, const words::ClassSet& set) {
  TagClasses classes;
  for (std::size_t bit = 0; bit < compiled.class_names.size(); ++bit) {
    if (set.test(bit)) classes.names.push_back(compiled.class_names[bit]);
  }
  std::sort(classes.names.begin(), classes.names.end());
  for (const std::string& name : classes.names) classes.joined.append(name).append("+");
  return classes;
}

void ClaimedWords::set(const words::Words& words, const std::vector<Finding>& claims) {
  all_.clear();
  if (claims.empty()) return;
  const auto& tokens = words.tokens;
  for (std::uint32_t claim = 0; claim < claims.size(); ++claim) {
    const ByteRange bytes = claims[claim].bytes;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), bytes.begin,
                                        [](const words::Token& t, std::uint32_t at) { return t.bytes.end <= at; });
    for (auto token = first; token != tokens.end() && token->bytes.begin < bytes.end; ++token) {
      all_.push_back({static_cast<std::uint32_t>(token - tokens.begin()), claim, token == first});
    }
  }
  std::stable_sort(all_.begin(), all_.end(), [](const One& a, const One& b) { return a.token < b.token; });
  from_.assign(tokens.size() + 1, 0);
  for (const One& one : all_) ++from_[one.token + 1];
  for (std::size_t i = 0; i < tokens.size(); ++i) from_[i + 1] += from_[i];
}

void TagNamer::begin(const TagEvidence& evidence) {
  evidence_ = &evidence;
  forms_.assign(evidence.words.tokens.size(), {});
  claimed_.set(evidence.words, evidence.claims);
}

void TagNamer::name(std::size_t token, const Take& take) {
  take_ = &take;
  const auto at = static_cast<std::ptrdiff_t>(token);
  put("b");
  words(at);
  letters(at);
  shapes(at);
  lists(at);
  rules(at);
  memory(at);
}

std::string_view TagNamer::word(std::ptrdiff_t token) {
  if (token < 0) return "^";
  if (token >= std::ssize(forms_)) return "$";
  std::string& form = forms_[static_cast<std::size_t>(token)];
  if (form.empty()) form = tag_form(evidence_->words.fold_of(evidence_->words.tokens[static_cast<std::size_t>(token)]));
  return form;
}

std::string_view TagNamer::shape(std::ptrdiff_t token) const {
  const auto& tokens = evidence_->words.tokens;
  if (token < 0) return tag_shape_name(tag_shape_before);
  return tag_shape_name(token < std::ssize(tokens) ? tag_shape(tokens[static_cast<std::size_t>(token)])
                                                   : tag_shape_after);
}

void TagNamer::words(std::ptrdiff_t i) {
  put("w0=", word(i));
  put("w-1=", word(i - 1));
  put("w-2=", word(i - 2));
  put("w+1=", word(i + 1));
  put("w+2=", word(i + 2));
  put("w-1,0=", word(i - 1), "|", word(i));
  put("w0,1=", word(i), "|", word(i + 1));
  put("w-2,-1=", word(i - 2), "|", word(i - 1));
  put("w+1,h0=", word(i + 1), "|", shape(i));
  put("w-1,h0=", word(i - 1), "|", shape(i));
}

void TagNamer::letters(std::ptrdiff_t i) {
  for_each_affix(word(i), [&](std::string_view which, std::string_view letters) { put(which, letters); });
}

void TagNamer::shapes(std::ptrdiff_t i) {
  const auto& tokens = evidence_->words.tokens;
  const auto gap = [&](std::ptrdiff_t at) {
    return tag_gap_name(at < std::ssize(tokens) ? tokens[static_cast<std::size_t>(at)].gap : evidence_->words.last_gap);
  };
  put("h0=", shape(i));
  put("h-1,0=", shape(i - 1), "|", shape(i));
  put("h0,1=", shape(i), "|", shape(i + 1));
  put("h-1,0,1=", shape(i - 1), "|", shape(i), "|", shape(i + 1));
  put("g0=", gap(i));
  put("g1=", gap(i + 1));
  put("g0,h-1=", gap(i), "|", shape(i - 1));
  put("g1,h+1=", gap(i + 1), "|", shape(i + 1));
}

const TagClasses& TagNamer::classes_of(std::ptrdiff_t token) {
  static const TagClasses outside{.joined = "^", .names = {"^"}};
  if (token < 0 || token >= std::ssize(forms_)) return outside;
  const words::ClassSet& set = evidence_->words.tokens[static_cast<std::size_t>(token)].word->classes;
  const auto [place, fresh] = known_.try_emplace(set);
  if (fresh) place->second = tag_classes(compiled_, set);
  return place->second;
}

void TagNamer::lists(std::ptrdiff_t i) {
  const TagClasses &here = classes_of(i), &before = classes_of(i - 1), &after = classes_of(i + 1);
  for (const std::string& name : here.names) {
    put("c0=", name);
    put("c0,h0=", name, "|", shape(i));
    put("c0,w-1=", name, "|", word(i - 1));
  }
  for (const std::string& name : before.names) put("c-1=", name);
  for (const std::string& name : after.names) put("c+1=", name);
  put("k0=", here.joined);
  put("k0,h0=", here.joined, "|", shape(i));
  put("k-1,0=", before.joined, "|", here.joined);
  put("k0,1=", here.joined, "|", after.joined);
  const auto& words = evidence_->words;
  for (const words::Phrase& phrase : words.phrases) {
    if (phrase.first > i || phrase.first + phrase.count <= i) continue;
    for (std::size_t bit = 0; bit < compiled_.class_names.size(); ++bit) {
      if (phrase.classes.test(bit)) put(phrase.first == i ? "f0=B:" : "f0=I:", compiled_.class_names[bit]);
    }
  }
}

void TagNamer::rules(std::ptrdiff_t i) {
  const auto label = [&](const Finding& claim) -> const std::string& {
    return compiled_.labels[static_cast<std::size_t>(claim.label)].name;
  };
  for (const ClaimedWords::One& one : claimed_.of(i)) {
    const Finding& claim = evidence_->claims[one.claim];
    const char* where = one.begins ? "B:" : "I:";
    put("r0=", where, compiled_.rules[static_cast<std::size_t>(claim.rule)].id);
    put("a0=", where, label(claim), std::string(1, static_cast<char>('0' + static_cast<int>(claim.score * 5))));
    put("a0,h0=", label(claim), "|", shape(i));
  }
  for (const ClaimedWords::One& one : claimed_.of(i - 1)) put("a-1=", label(evidence_->claims[one.claim]));
  for (const ClaimedWords::One& one : claimed_.of(i + 1)) put("a+1=", label(evidence_->claims[one.claim]));
  const ByteRange bytes = evidence_->words.tokens[static_cast<std::size_t>(i)].bytes;
  for (const rules::Kept& kept : evidence_->kept) {
    if (kept.bytes.overlaps(bytes)) put("y0=", compiled_.rules[static_cast<std::size_t>(kept.rule)].id);
  }
}

void TagNamer::memory(std::ptrdiff_t i) {
  const auto& names = evidence_->learned.all();
  if (names.empty()) return;
  const std::string form(evidence_->words.fold_of(evidence_->words.tokens[static_cast<std::size_t>(i)]));
  for (const std::string_view type : rules::names_tagger.labels) {
    const auto found = names.find({std::string(type), form});
    if (found != names.end()) put("m0=", type, found->second.word ? "w" : "");
  }
}

}  // namespace moniker::tag
