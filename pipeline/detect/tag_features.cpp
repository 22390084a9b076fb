#include "detect/tag_features.hpp"

#include <algorithm>

namespace moniker {
namespace {

constexpr std::size_t longest_form = 24;   // of a word as a feature, bytes

/// Whether a UTF-8 byte goes on with a character.
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// The folded word with every digit as 0, cut where it grows long.
std::string form_of(std::string_view folded) {
  std::size_t size = std::min(folded.size(), longest_form);
  while (size > 0 && size < folded.size() && is_continuation(folded[size])) --size;
  std::string form(folded.substr(0, size));
  for (char& c : form) {
    if (c >= '0' && c <= '9') c = '0';
  }
  return form;
}

std::string shape_of(const Token& token) {
  const std::uint32_t s = token.shape;
  std::string shape;
  shape += s & shape_initial ? 'i' : s & shape_upper ? 'U' : s & shape_cap ? 'C' : s & shape_digit ? 'd' : s & shape_lower ? 'l' : 'x';
  if (s & shape_uncased) shape += 'u';
  shape += s & shape_start ? 's' : 'm';
  if (s & shape_possessive) shape += 'p';
  if (s & shape_hyphen) shape += '-';
  return shape;
}

std::string gap_of(std::uint8_t gap) {
  constexpr std::pair<std::uint8_t, char> signs[] = {{gap_comma, ','}, {gap_stop, '.'}, {gap_dash, '-'}, {gap_quote, '"'}, {gap_bracket, '('}, {gap_other, '*'}, {gap_text, '^'}};
  std::string name;
  for (const auto& [bit, sign] : signs) {
    if (gap & bit) name += sign;
  }
  return name;
}

}  // namespace

void TagNamer::begin(const TagEvidence& evidence) {
  evidence_ = &evidence;
  const auto& tokens = evidence.words.tokens;
  forms_.assign(tokens.size(), {});
  shapes_.resize(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) shapes_[i] = shape_of(tokens[i]);
  claimed_.clear();
  for (std::uint32_t claim = 0; claim < evidence.claims.size(); ++claim) {
    const ByteRange bytes = evidence.claims[claim].bytes;
    const auto first = std::lower_bound(tokens.begin(), tokens.end(), bytes.begin, [](const Token& t, std::uint32_t at) { return t.bytes.end <= at; });
    for (auto token = first; token != tokens.end() && token->bytes.begin < bytes.end; ++token) {
      claimed_.push_back({static_cast<std::uint32_t>(token - tokens.begin()), claim, token == first});
    }
  }
  std::stable_sort(claimed_.begin(), claimed_.end(), [](const Claimed& a, const Claimed& b) { return a.token < b.token; });
  claimed_from_.assign(tokens.size() + 1, 0);
  for (const Claimed& one : claimed_) ++claimed_from_[one.token + 1];
  for (std::size_t i = 0; i < tokens.size(); ++i) claimed_from_[i + 1] += claimed_from_[i];
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
  if (form.empty()) form = form_of(evidence_->words.fold_of(evidence_->words.tokens[static_cast<std::size_t>(token)]));
  return form;
}

std::string_view TagNamer::shape(std::ptrdiff_t token) const {
  if (token < 0) return "^";
  if (token >= std::ssize(shapes_)) return "$";
  return shapes_[static_cast<std::size_t>(token)];
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
  const std::string_view form = word(i);
  for (std::size_t n = 2; n <= 4; ++n) {
    if (form.size() <= n || is_continuation(form[n])) continue;
    put(n == 2 ? "p2=" : n == 3 ? "p3=" : "p4=", form.substr(0, n));
  }
  for (std::size_t n = 2; n <= 4; ++n) {
    if (form.size() <= n || is_continuation(form[form.size() - n])) continue;
    put(n == 2 ? "s2=" : n == 3 ? "s3=" : "s4=", form.substr(form.size() - n));
  }
}

void TagNamer::shapes(std::ptrdiff_t i) {
  const auto& tokens = evidence_->words.tokens;
  const auto gap = [&](std::ptrdiff_t at) {
    return gap_of(at < std::ssize(tokens) ? tokens[static_cast<std::size_t>(at)].gap : evidence_->words.last_gap);
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

const TagNamer::Classes& TagNamer::classes_of(std::ptrdiff_t token) {
  static const Classes outside{.joined = "^", .names = {"^"}};
  if (token < 0 || token >= std::ssize(forms_)) return outside;
  const ClassSet& set = evidence_->words.tokens[static_cast<std::size_t>(token)].classes;
  const auto [place, fresh] = known_.try_emplace(set);
  if (fresh) {
    for (std::size_t bit = 0; bit < compiled_.class_names.size(); ++bit) {
      if (set.test(bit)) place->second.names.push_back(compiled_.class_names[bit]);
    }
    std::sort(place->second.names.begin(), place->second.names.end());
    for (const std::string& name : place->second.names) place->second.joined.append(name).append("+");
  }
  return place->second;
}

void TagNamer::lists(std::ptrdiff_t i) {
  const Classes &here = classes_of(i), &before = classes_of(i - 1), &after = classes_of(i + 1);
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
  for (const Phrase& phrase : words.phrases) {
    if (phrase.first > i || phrase.first + phrase.count <= i) continue;
    for (std::size_t bit = 0; bit < compiled_.class_names.size(); ++bit) {
      if (phrase.classes.test(bit)) put(phrase.first == i ? "f0=B:" : "f0=I:", compiled_.class_names[bit]);
    }
  }
}

void TagNamer::rules(std::ptrdiff_t i) {
  const auto each = [&](std::ptrdiff_t token, const auto& use) {
    if (token < 0 || token >= std::ssize(forms_)) return;
    for (auto at = claimed_from_[static_cast<std::size_t>(token)]; at < claimed_from_[static_cast<std::size_t>(token) + 1]; ++at) {
      use(claimed_[at], evidence_->claims[claimed_[at].claim]);
    }
  };
  const auto label = [&](const Finding& claim) -> const std::string& { return compiled_.labels[static_cast<std::size_t>(claim.label)].name; };
  each(i, [&](const Claimed& claimed, const Finding& claim) {
    const char* where = claimed.begins ? "B:" : "I:";
    put("r0=", where, compiled_.rules[static_cast<std::size_t>(claim.rule)].id);
    put("a0=", where, label(claim), std::string(1, static_cast<char>('0' + static_cast<int>(claim.score * 5))));
    put("a0,h0=", label(claim), "|", shape(i));
  });
  each(i - 1, [&](const Claimed&, const Finding& claim) { put("a-1=", label(claim)); });
  each(i + 1, [&](const Claimed&, const Finding& claim) { put("a+1=", label(claim)); });
  const ByteRange bytes = evidence_->words.tokens[static_cast<std::size_t>(i)].bytes;
  for (const Kept& kept : evidence_->kept) {
    if (kept.bytes.overlaps(bytes)) put("y0=", compiled_.rules[static_cast<std::size_t>(kept.rule)].id);
  }
}

void TagNamer::memory(std::ptrdiff_t i) {
  const auto& names = evidence_->learned.all();
  if (names.empty()) return;
  const std::string form(evidence_->words.fold_of(evidence_->words.tokens[static_cast<std::size_t>(i)]));
  for (const std::string_view type : tag_types) {
    const auto found = names.find({std::string(type), form});
    if (found != names.end()) put("m0=", type, found->second.word ? "w" : "");
  }
}

}  // namespace moniker
