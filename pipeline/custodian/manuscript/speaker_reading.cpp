// Who says a quotation whose speaker is told in the authors' own sentences: in the one that holds it, in the one that
// leads to it, in the one before that, in the one behind it.
#include "manuscript/speaker_reading.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {

std::optional<std::size_t> SpeakerReading::attribution_where(
    std::size_t i, const std::function<bool(const Attribution&)>& wanted) const {
  std::optional<std::size_t> found;
  for (std::size_t a = 0; a < talk_.attributions.size(); ++a) {
    if (talk_.attributions[a].block == i && wanted(talk_.attributions[a])) found = a;
  }
  return found;
}

/// Whoever is named last in the sentence that leads to a quotation.
std::optional<std::size_t> SpeakerReading::announced(std::size_t i) const {
  const std::string& text = block(i).text;
  const bool leads = block(i).kind == BlockKind::speaker || text.ends_with(':') || text.ends_with(',');
  if (!is_talk(i) || block(i).kind == BlockKind::row || text.empty()) return std::nullopt;
  const std::uint32_t from = sentences_of(text, words_).back().begin;
  const auto named =
      leads ? attribution_where(i, [&](const Attribution& a) { return a.bytes.begin >= from; }) : begins_alone(i, from);
  return named ? named : goes_on_about(i);
}

/// "Farmer 8 saw it in another way. He had grown up with a phone:": whom the sentence before begins with, where the
/// last has a pronoun and nobody else; or names, where the last begins with one.
std::optional<std::size_t> SpeakerReading::goes_on_about(std::size_t i) const {
  const auto sentences = sentences_of(block(i).text, words_);
  if (sentences.size() < 2) return std::nullopt;
  const auto last = folded_words(cut_at(block(i).text, sentences.back()));
  const auto is_pronoun = [&](const std::string& word) {
    return is_one_of(word, words_.she) || is_one_of(word, words_.he);
  };
  if (!std::any_of(last.begin(), last.end(), is_pronoun)) return std::nullopt;
  const std::uint32_t from = sentences[sentences.size() - 2].begin;
  const auto first = begins_alone(i, from);
  return first || !is_pronoun(last.front()) ? first : names_alone(i, from);
}

/// "At her first interview D11 was a student": the only one that is named from a place on.
std::optional<std::size_t> SpeakerReading::names_alone(std::size_t i, std::uint32_t from) const {
  std::optional<std::size_t> only;
  for (std::size_t a = 0; a < talk_.attributions.size(); ++a) {
    const Attribution& one = talk_.attributions[a];
    if (one.block != i || one.bytes.begin < from) continue;
    if (only || one.form != AttributionForm::prose) return std::nullopt;
    only = a;
  }
  return block(i).kind == BlockKind::body ? only : std::nullopt;
}

/// "V10, who had qualified that summer, could still imitate it.", "For V10 it was no matter.": whom a last sentence
/// begins with, and nobody else.
std::optional<std::size_t> SpeakerReading::begins_alone(std::size_t i, std::uint32_t from) const {
  const auto only = names_alone(i, from);
  if (!only) return std::nullopt;
  const std::uint32_t at = talk_.attributions[*only].bytes.begin;
  const std::string lead = fold(trimmed(cut_at(block(i).text, {from, at})));
  return at == from || is_one_of(lead, words_.leads_in) ? only : std::nullopt;
}

std::optional<std::size_t> SpeakerReading::told_behind(std::size_t i) const {
  if (block(i).kind != BlockKind::body || talk_.attributions.empty()) return std::nullopt;
  const std::uint32_t end = sentences_of(block(i).text, words_).front().end;
  return attribution_where(i, [&](const Attribution& one) {
    const std::string before = fold(trimmed(std::string_view(block(i).text).substr(0, one.bytes.begin)));
    return one.form == AttributionForm::prose && one.bytes.begin < end && is_one_of(before, words_.speaker_was);
  });
}

/// "I was tired," one nurse said. "So tired" (P3): whoever said what follows at once said this too.
std::optional<std::size_t> SpeakerReading::of_what_goes_on(std::size_t i, const QuotedSpan& quote) const {
  const std::string& text = block(i).text;
  if (quote.inside.size() == 0 || text[quote.inside.end - 1] != ',') return std::nullopt;
  for (const QuotedSpan& next : read_[i].quotes) {
    if (next.whole.begin <= quote.whole.end) continue;
    const std::string_view between = cut_at(text, {quote.whole.end, next.whole.begin});
    if (words_in(between) > 6 || between.size() > 60) return std::nullopt;
    return attribution_where(i, [&](const Attribution& a) {
      return a.form == AttributionForm::bracket && a.bytes.begin > next.whole.end &&
             next_to(text, next.whole.end, a.bytes.begin);
    });
  }
  return std::nullopt;
}

/// T9 had thought of leaving. "I was told to listen." A sentence that is all quotation, but for "she said", is of the
/// one person that the sentence before it names; so is what goes on behind "she said".
std::optional<std::size_t> SpeakerReading::of_sentence_before(std::size_t i, const QuotedSpan& quote) const {
  const std::string& text = block(i).text;
  if (block(i).kind != BlockKind::body || quote.whole.begin < 8) return std::nullopt;
  const std::string_view before = trimmed(std::string_view(text).substr(0, quote.whole.begin));
  const bool own = std::string_view(".?!").find(before.back()) != std::string_view::npos ||
                   std::string_view("'\"").find(before.back()) != std::string_view::npos ||
                   before.ends_with("\u2019") || before.ends_with("\u201D");
  const std::string_view rest = trimmed(std::string_view(text).substr(quote.whole.end));
  if (!own || quote.inside.size() == 0) return std::nullopt;
  const char last = text[quote.inside.end - 1];
  if (last == ',' ? !is_said_by_pronoun(rest) : std::string_view(".?!").find(last) == std::string_view::npos)
    return std::nullopt;
  if (!talk_.extracts.empty() && talk_.extracts.back().block == i && talk_.extracts.back().attribution) {
    const Extract& said = talk_.extracts.back();  // "I couldn't," she said. "I still don't."
    const std::string_view between =
        trimmed(std::string_view(text).substr(said.bytes.end, quote.whole.begin - said.bytes.end), " '\"\u2019");
    const bool verb = says_one_of(fold(between), words_.speaks) && words_in(between) < 8;
    if (text[said.bytes.end - 1] == ',' && verb && said.bytes.end < quote.whole.begin) return said.attribution;
  }
  std::optional<ByteRange> sentence;
  for (const ByteRange one : sentences_of(text, words_)) {
    if (one.end <= quote.whole.begin) sentence = one;
  }
  return sentence ? only_named_in(i, *sentence) : std::nullopt;
}

std::optional<std::size_t> SpeakerReading::of_pronoun_that_leads(std::size_t i, const QuotedSpan& quote) const {
  const std::string& text = block(i).text;
  if (block(i).kind != BlockKind::body || !trimmed(std::string_view(text).substr(0, quote.whole.begin)).ends_with(':'))
    return std::nullopt;
  const auto sentences = sentences_of(text, words_);
  for (std::size_t s = 1; s < sentences.size(); ++s) {
    if (quote.whole.begin < sentences[s].begin || quote.whole.begin >= sentences[s].end) continue;
    const std::string first =
        fold(text.substr(sentences[s].begin, text.find(' ', sentences[s].begin) - sentences[s].begin));
    if (!is_one_of(first, words_.she) && !is_one_of(first, words_.he)) return std::nullopt;
    return only_named_in(i, sentences[s - 1]);
  }
  return std::nullopt;
}

/// The only one whom a sentence without a quotation names.
std::optional<std::size_t> SpeakerReading::only_named_in(std::size_t i, ByteRange sentence) const {
  const bool quotes = std::any_of(read_[i].quotes.begin(), read_[i].quotes.end(), [&](const QuotedSpan& other) {
    return other.whole.begin < sentence.end && sentence.begin < other.whole.end;
  });
  std::optional<std::size_t> named;
  for (std::size_t a = 0; a < talk_.attributions.size(); ++a) {
    const Attribution& one = talk_.attributions[a];
    if (one.block != i || one.bytes.begin < sentence.begin || one.bytes.begin >= sentence.end) continue;
    if (named || one.form != AttributionForm::prose) return std::nullopt;
    named = a;
  }
  return quotes ? std::nullopt : named;
}

/// "she said", "he told us"
bool SpeakerReading::is_said_by_pronoun(std::string_view rest) const {
  const auto said = folded_words(rest.substr(0, 30));
  return said.size() > 1 && (is_one_of(said[0], words_.she) || is_one_of(said[0], words_.he)) &&
         words_.speaks.contains(said[1]);
}

/// Behind the quotation in its sentence, else before it.
std::optional<std::size_t> SpeakerReading::in_sentence(std::size_t i, const QuotedSpan& quote) const {
  const std::string& text = block(i).text;
  std::optional<std::size_t> before, after;
  for (const ByteRange sentence : sentences_of(text, words_)) {
    if (sentence.end < quote.whole.begin || sentence.begin > quote.whole.end) continue;
    for (std::size_t a = 0; a < talk_.attributions.size(); ++a) {
      const Attribution& one = talk_.attributions[a];
      if (one.block != i || one.bytes.begin < sentence.begin || one.bytes.begin >= sentence.end) continue;
      if (one.bytes.end <= quote.whole.begin) before = a;
      if (one.bytes.begin >= quote.whole.end && (!after || one.bytes.begin < talk_.attributions[*after].bytes.begin))
        after = a;
    }
  }
  if (after && talk_.attributions[*after].form == AttributionForm::bracket && !before) return after;
  const auto near_prose = [&](std::size_t a) { return talk_.attributions[a].bytes.begin - quote.whole.end < 40; };
  if (before && talk_.attributions[*before].form == AttributionForm::prose) return before;
  if (after && (talk_.attributions[*after].form == AttributionForm::bracket || near_prose(*after))) return after;
  // "A farmer (F1, woman) had divided her seed: ..."
  const bool led = trimmed(std::string_view(text).substr(0, quote.whole.begin)).ends_with(':');
  return before && (led || talk_.attributions[*before].form != AttributionForm::bracket) ? before : std::nullopt;
}

}  // namespace moniker::custodian
