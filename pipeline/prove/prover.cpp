// The second search. The detector looked for what might identify; this looks for what is known to, in the words that
// are about to be published, by other means: the text is cut into words, each is looked up in a table of every form
// that was built beforehand. No rules, no regular expressions, no scores, no lists of its own that could be wrong in
// the same way. A name that is no ordinary word counts wherever and however it stands; word_names.hpp says where the
// others do. What it cannot see: a name that is a word in text without capitals, and a name cut by a placeholder.
#include "prove/prover.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "prove/name_table.hpp"
#include "prove/spelled.hpp"
#include "prove/text_words.hpp"
#include "prove/word_names.hpp"

namespace moniker {

struct Prover::State {
  NameTable names;
};

namespace {

class Search {
 public:
  Search(std::string_view text, const std::vector<ByteRange>& placeholders, const NameTable& names)
      : text_(text), placeholders_(placeholders), names_(names), words_(text_words(text, placeholders)) {}

  std::vector<ByteRange> hits() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].masked) continue;
      look_for_single(i);
      look_for_sequence(i);
      look_for_broken(i);
      look_for_run_together(i);
    }
    for (const ByteRange range : spelled_names(text_, words_, names_)) found_.push_back(range);
    return merged();
  }

 private:
  /// Of its readings the one that needs no care, if any: "Zoe's" is Zoe rather than a short plural.
  const NameTable::Single* known(const TextWord& word) const {
    const NameTable::Single* found = nullptr;
    for (const std::string* form : {&word.stem, &word.folded, &word.other}) {
      const auto* single = form->empty() ? nullptr : names_.single(*form);
      if (single && (!found || !single->ordinary)) found = single;
    }
    return found;
  }

  /// Nothing between but what may stand within a name.
  bool adjoins(std::size_t a, std::size_t b) const {
    const std::uint32_t from = words_[a].bytes.end, to = words_[b].bytes.begin;
    for (std::size_t at = from; at < to;) {
      const CodePoint point = code_point_at(text_, at);
      constexpr std::u32string_view within = U"-'._/+\u2019\u2010\u2011\u2012\u2013\u00AD";
      if (point.length == 0 || !(is_space(point.value) || within.find(point.value) != std::u32string_view::npos)) return false;
      at += point.length;
    }
    return true;
  }

  void look_for_single(std::size_t i) {
    const auto* single = known(words_[i]);
    if (!single) return;
    if (!single->ordinary || word_counts(text_, words_, i, placeholders_) || beside_a_part(i)) found_.push_back(words_[i].bytes);
  }

  /// "Will Barker": both known, both with a capital, which the beginning of a sentence explains for one at most.
  bool beside_a_part(std::size_t i) const {
    const auto pair = [&](std::size_t a, std::size_t b) {
      return words_[a].capital && words_[b].capital && !words_[a].masked && !words_[b].masked && adjoins(a, b) &&
             words_[a].stem != words_[b].stem && known(words_[a]) && known(words_[b]) && !both_shouted_alone(a, b);
    };
    return (i > 0 && pair(i - 1, i)) || (i + 1 < words_.size() && pair(i, i + 1));
  }

  /// Two words in capitals count as a name only where what surrounds them is not shouted too.
  bool both_shouted_alone(std::size_t a, std::size_t b) const {
    if (!words_[a].shouted || !words_[b].shouted) return false;
    const bool before = a > 0 && words_[a - 1].shouted, behind = b + 1 < words_.size() && words_[b + 1].shouted;
    return before || behind;
  }

  void look_for_sequence(std::size_t i) {
    for (const std::string* first : {&words_[i].folded, &words_[i].other}) {
      const auto* sequences = first->empty() ? nullptr : names_.sequences_from(*first);
      if (!sequences) continue;
      for (const auto& sequence : *sequences) take_sequence(i, sequence);
    }
  }

  void take_sequence(std::size_t i, const NameTable::Sequence& sequence) {
    const std::size_t count = sequence.words.size();
    if (i + count > words_.size()) return;
    bool capital = telling_capital(text_, words_, i, placeholders_);
    for (std::size_t k = 1; k < count; ++k) {
      const TextWord& word = words_[i + k];
      const std::string& wanted = sequence.words[k];
      if (word.masked || !(word.folded == wanted || word.stem == wanted || word.other == wanted)) return;
      if (!adjoins(i + k - 1, i + k)) return;
      capital = capital || word.capital;
    }
    if (sequence.ordinary && !capital) return;
    found_.push_back({words_[i].bytes.begin, words_[i + count - 1].bytes.end});
  }

  /// "Kath-\nerine", "Kath\nerine", "Ka-te": two pieces with a hyphen or a line's end between.
  void look_for_broken(std::size_t i) {
    if (i + 1 >= words_.size() || words_[i + 1].masked) return;
    const TextWord &a = words_[i], &b = words_[i + 1];
    const std::string_view gap = text_.substr(a.bytes.end, b.bytes.begin - a.bytes.end);
    if (gap.empty() || gap.find_first_of("-\n") == std::string_view::npos || !adjoins(i, i + 1)) return;
    for (const std::string& form : {a.folded + b.folded, a.folded + b.stem}) {
      const auto* single = names_.single(form);
      if (single && !single->ordinary) return found_.push_back({a.bytes.begin, b.bytes.end});
    }
  }

  /// "saidKate", "DrShaw": a capital inside a word begins a piece that is looked up for itself.
  void look_for_run_together(std::size_t i) {
    const ByteRange bytes = words_[i].bytes;
    if (words_[i].shouted || bytes.size() < 5) return;
    std::uint32_t begin = bytes.begin;
    bool lower = false;
    for (std::uint32_t at = bytes.begin; at <= bytes.end;) {
      const CodePoint point = at < bytes.end ? code_point_at(text_, at) : CodePoint{};
      if (at == bytes.end || (lower && is_upper(point.value))) {
        if (begin != bytes.begin || at != bytes.end) look_for_piece({begin, at});
        begin = at;
      }
      lower = is_lower(point.value);
      at += std::max<std::uint32_t>(1, point.length);
    }
  }

  void look_for_piece(ByteRange bytes) {
    for (const TextWord& word : text_words(text_.substr(bytes.begin, bytes.size()), {})) {
      const auto* single = known(word);
      if (single && !single->ordinary && word.folded.size() >= 4) found_.push_back(bytes);
    }
  }

  std::vector<ByteRange> merged() {
    std::sort(found_.begin(), found_.end(), [](ByteRange a, ByteRange b) {
      return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    std::vector<ByteRange> out;
    for (const ByteRange range : found_) {
      if (!out.empty() && range.begin < out.back().end) out.back().end = std::max(out.back().end, range.end);
      else out.push_back(range);
    }
    return out;
  }

  std::string_view text_;
  const std::vector<ByteRange>& placeholders_;
  const NameTable& names_;
  std::vector<TextWord> words_;
  std::vector<ByteRange> found_{};
};

/// A label is an ID or a role; a name in it counts unless it is a word, which a role may be (NURSE, GUEST).
bool label_names_somebody(const std::string& speaker, const NameTable& names) {
  for (const TextWord& word : text_words(speaker, {})) {
    const auto* single = names.single(word.folded);
    if (single && !single->ordinary) return true;
  }
  return false;
}

}  // namespace

Prover::Prover(const std::vector<KnownName>& names, const IsWord& is_word)
    : state_(std::make_unique<const State>(State{NameTable(names, is_word)})) {}
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

}  // namespace moniker
