// The second search. The detector looked for what might identify; this looks for what is known to, in the
// words that are about to be published, by other means: the text is cut into words, each is looked up in a
// table of every form that was built beforehand. No rules, no regular expressions, no scores, no lists of its
// own that could be wrong in the same way. A name that is no ordinary word counts wherever and however it
// stands; word_names.hpp says where the others do. What it cannot see: a name that is a word in text without
// capitals, and a name cut by a placeholder.
#include "prove/prover.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "prove/cut_words.hpp"
#include "prove/form_table.hpp"
#include "prove/spelled.hpp"
#include "prove/text_words.hpp"
#include "prove/touching.hpp"
#include "prove/word_names.hpp"

namespace moniker::prove {

struct Prover::State {
  FormTable names;
};

namespace {

class Search {
 public:
  Search(std::string_view text, const std::vector<ByteRange>& placeholders, const FormTable& names)
      : talk_{text, text_words(text, placeholders), placeholders}, names_(names) {}

  std::vector<ByteRange> hits() {
    for (std::size_t i = 0; i < talk_.words.size(); ++i) {
      const TextWord& word = talk_.words[i];
      if (word.masked) continue;
      look_for_names(i);
      if (word.humped) look_for_humps(word.bytes);
    }
    for (const ByteRange range : cut_names(talk_, names_)) found_.push_back(range);
    for (const ByteRange range : touching_letters(talk_.text, talk_.placeholders)) found_.push_back(range);
    for (const ByteRange range : spelled_names(talk_.text, talk_.words, names_)) found_.push_back(range);
    return merged();
  }

 private:
  using Entry = FormTable::Entry;

  /// A word's readings in the table; nothing where it is not there.
  struct Readings {
    const Entry *stem = nullptr, *folded = nullptr, *other = nullptr;
    /// The one that is a name and needs no care, if any: "Zoe's" is Zoe rather than a short plural.
    const Entry* single() const {
      const Entry* found = nullptr;
      for (const Entry* entry : {stem, folded, other}) {
        if (entry && entry->single && (!found || (found->ordinary && !entry->ordinary))) found = entry;
      }
      return found;
    }
  };

  Readings readings(const TextWord& word) const {
    Readings found{.stem = names_.find(word.stem())};
    if (word.stem_size != word.folded.size()) found.folded = names_.find(word.folded);
    if (!word.other.empty()) found.other = names_.find(word.other);
    return found;
  }

  void look_for_names(std::size_t i) {
    const Readings found = readings(talk_.words[i]);
    const Entry* single = found.single();
    if (single && (!single->ordinary || word_counts(talk_, i, single->plural) || beside_a_part(i))) {
      found_.push_back(talk_.words[i].bytes);
    }
    for (const Entry* entry : {found.stem, found.folded, found.other}) {
      if (!entry) continue;
      for (const auto& sequence : entry->sequences) take_sequence(i, sequence);
    }
  }

  /// "Will Barker": both known, both with a capital, which the beginning of a sentence explains for one at
  /// most.
  bool beside_a_part(std::size_t i) const {
    return (i > 0 && are_parts(i - 1, i)) || (i + 1 < talk_.words.size() && are_parts(i, i + 1));
  }

  bool are_parts(std::size_t a, std::size_t b) const {
    const TextWord &first = talk_.words[a], &second = talk_.words[b];
    if (!first.capital || !second.capital || first.masked || second.masked || first.stem() == second.stem())
      return false;
    if (!talk_.adjoins(a, b) || (is_calendar_word(first.stem()) && is_calendar_word(second.stem()))) return false;
    return readings(first).single() && readings(second).single() && !amid_shouting(a, b);
  }

  /// Two words in capitals are no evidence where what surrounds them is shouted too.
  bool amid_shouting(std::size_t a, std::size_t b) const {
    const auto& words = talk_.words;
    if (!words[a].shouted || !words[b].shouted) return false;
    return (a > 0 && words[a - 1].shouted) || (b + 1 < words.size() && words[b + 1].shouted);
  }

  void take_sequence(std::size_t i, const FormTable::Sequence& sequence) {
    const std::size_t count = sequence.words.size();
    if (i + count > talk_.words.size()) return;
    bool capital = telling_capital(talk_, i);
    for (std::size_t k = 1; k < count; ++k) {
      const TextWord& word = talk_.words[i + k];
      const std::string& wanted = sequence.words[k];
      if (word.masked || !(word.folded == wanted || word.stem() == wanted || word.other == wanted)) return;
      if (!talk_.adjoins(i + k - 1, i + k)) return;
      capital = capital || word.capital;
    }
    if (sequence.ordinary && !capital) return;
    found_.push_back({talk_.words[i].bytes.begin, talk_.words[i + count - 1].bytes.end});
  }

  /// "saidKate", "DrShaw": a capital inside a word begins a piece that is looked up for itself.
  void look_for_humps(ByteRange bytes) {
    std::uint32_t begin = bytes.begin;
    bool small = false;
    for (std::uint32_t at = bytes.begin; at < bytes.end;) {
      const CodePoint point = code_point_at(talk_.text, at);
      if (small && is_upper(point.value)) {
        look_for_piece({begin, at});
        begin = at;
      }
      small = is_lower(point.value);
      at += std::max<std::uint32_t>(1, point.length);
    }
    look_for_piece({begin, bytes.end});
  }

  void look_for_piece(ByteRange bytes) {
    for (const TextWord& word : text_words(talk_.text.substr(bytes.begin, bytes.size()), {})) {
      const Entry* single = readings(word).single();
      if (single && !single->ordinary && word.folded.size() >= 4) found_.push_back(bytes);
    }
  }

  std::vector<ByteRange> merged() {
    std::sort(found_.begin(), found_.end(),
              [](ByteRange a, ByteRange b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    std::vector<ByteRange> out;
    for (const ByteRange range : found_) {
      if (!out.empty() && range.begin < out.back().end)
        out.back().end = std::max(out.back().end, range.end);
      else
        out.push_back(range);
    }
    return out;
  }

  Talk talk_;
  const FormTable& names_;
  std::vector<ByteRange> found_{};
};

/// A label is an ID or a role; a name in it counts unless it is a word, which a role may be (NURSE, GUEST).
bool label_names_somebody(const std::string& speaker, const FormTable& names) {
  for (const TextWord& word : text_words(speaker, {})) {
    const auto* single = names.single(word.folded);
    if (single && !single->ordinary) return true;
  }
  return false;
}

}  // namespace

Prover::Prover(const std::vector<KnownName>& names, const IsWord& is_word)
    : state_(std::make_unique<const State>(State{FormTable(names, is_word)})) {}
Prover::~Prover() = default;
Prover::Prover(Prover&&) noexcept = default;
Prover& Prover::operator=(Prover&&) noexcept = default;

std::vector<ProofHit> Prover::search(const Utterance& rewritten, const std::vector<ByteRange>& placeholders) const {
  std::vector<ProofHit> hits;
  if (label_names_somebody(rewritten.speaker, state_->names)) hits.push_back({rewritten.number, {}});
  for (const ByteRange bytes : Search(rewritten.text, placeholders, state_->names).hits()) {
    hits.push_back({rewritten.number, bytes});
  }
  return hits;
}

std::size_t Prover::half_replaced(std::string_view delivered, const std::vector<ByteRange>& replaced) const {
  return prove::half_replaced(delivered, replaced, state_->names).size();
}

}  // namespace moniker::prove
