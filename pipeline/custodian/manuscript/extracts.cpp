// What participants say. Every quotation is given the attribution that is nearest: behind it, before it, under it, in
// the sentence that leads to it, or in the one before that.
#include "manuscript/extracts.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/column_numbers.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/lead_reading.hpp"
#include "manuscript/spans.hpp"
#include "manuscript/tenure_slots.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t least_words = 4, usually = 3;

class TalkReader : LeadReading {
 public:
  using LeadReading::LeadReading;

  PaperTalk read() {
    read_attributions();
    for (std::size_t i = 0; i < paper_.blocks.size(); ++i)
      unmarked_ += block(i).kind == BlockKind::body && read_[i].quotes.empty() && ends_in_attribution(i);
    for (std::size_t i = 0; i < paper_.blocks.size(); ++i) labelled_ += read_[i].quotes.empty() && is_labelled(i);
    for (std::size_t i = 0; i < paper_.blocks.size(); ++i) find_extracts(i);
    add_told_of_speakers();
    settle_years(talk_, words_);
    compare_column_numbers(talk_, paper_, words_);
    return std::move(talk_);
  }

 private:
  void find_extracts(std::size_t i) {
    const Block& here = block(i);
    if (!is_talk(i) || here.kind == BlockKind::speaker || is_line(i)) return;
    if (here.kind == BlockKind::quote && (is_role_line(i) || add_turns(i) || add_answer(i))) return;
    const bool behind_stop = here.kind == BlockKind::body && quotes_but_words(i) && ends_in_attribution(i);
    if (here.kind == BlockKind::quote || behind_stop || is_labelled(i)) return add_block_extract(i);
    for (const QuotedSpan& quote : read_[i].quotes) add_inline(i, quote);
  }

  /// No quotation; nor more than a word or two of it ("it says 'the clinic'") in a paper that sets its extracts without
  /// marks; nor one that its own words follow: "'Which uncle?' 'The other.' It went on like that. [Interview 2]"
  bool quotes_but_words(std::size_t i) const {
    const auto& quotes = read_[i].quotes;
    if (quotes.empty() || unmarked_ < usually || read_[i].brackets.empty()) return quotes.empty();
    const bool words = std::all_of(quotes.begin(), quotes.end(), [&](const auto& one) {
      return words_in(cut_at(block(i).text, one.inside)) < least_words;
    });
    return words || !next_to(block(i).text, quotes.back().whole.end, read_[i].brackets.back().whole.begin);
  }

  /// "\u2014 Conductor" under a quotation: nothing that is said.
  bool is_role_line(std::size_t i) const {
    const std::string& text = block(i).text;
    const std::size_t at = skip_dashes(text, 0);
    return i > 0 && at > 0 && at < text.size() && block(i - 1).kind == BlockKind::quote &&
           words_in(std::string_view(text).substr(at)) <= 4 && is_word(code_point_before(text, text.size()).value);
  }

  /// "FG-B: ... FG-D: ...": turns of several in one block.
  bool add_turns(std::size_t i) {
    const std::string& text = block(i).text;
    std::vector<std::size_t> labels;
    for (std::size_t a = 0; a < talk_.attributions.size(); ++a) {
      if (talk_.attributions[a].block == i && talk_.attributions[a].form == AttributionForm::label) labels.push_back(a);
    }
    if (labels.size() < 2) return false;
    for (std::size_t k = 0; k < labels.size(); ++k) {
      ByteRange bytes{talk_.attributions[labels[k]].bytes.end, k + 1 < labels.size()
                                                                   ? talk_.attributions[labels[k + 1]].bytes.begin
                                                                   : static_cast<std::uint32_t>(text.size())};
      while (bytes.begin < bytes.end && std::string_view(":)] ").find(text[bytes.begin]) != std::string_view::npos)
        ++bytes.begin;
      trim_marks(text, bytes);
      if (words_in(cut_at(text, bytes)) > 0)
        talk_.extracts.push_back({i, bytes, std::string(cut_at(text, bytes)), true, labels[k]});
    }
    return true;
  }

  /// The word that a turn begins with, folded: "q" of "Q: And then?"; empty where it begins with none.
  std::string turn_label(std::size_t i) const {
    const std::string& text = block(i).text;
    const std::size_t end = text.find(':');
    if (block(i).kind != BlockKind::quote || end == text.npos || end > 20) return {};
    return fold(trimmed(std::string_view(text).substr(0, end)));
  }

  /// "Q: ... A: ... (P3)": who asks is quoted nowhere, and whoever answers is told behind the last answer.
  bool add_answer(std::size_t i) {
    const std::string label = turn_label(i);
    if (is_one_of(label, words_.asks)) return true;
    if (!is_one_of(label, words_.answers)) return false;
    std::optional<std::size_t> whose;
    for (std::size_t next = i; !whose && next < paper_.blocks.size() && !turn_label(next).empty(); ++next) {
      whose = attribution_where(next, [&](const Attribution& a) {
        return a.form == AttributionForm::bracket && a.bytes.end + 3 >= block(next).text.size();
      });
    }
    if (!whose) return false;
    const std::string& text = block(i).text;
    ByteRange bytes{static_cast<std::uint32_t>(text.find(':') + 1), static_cast<std::uint32_t>(text.size())};
    if (talk_.attributions[*whose].block == i) bytes.end = talk_.attributions[*whose].bytes.begin;
    trim_marks(text, bytes);
    if (words_in(cut_at(text, bytes)) > 0)
      talk_.extracts.push_back({i, bytes, std::string(cut_at(text, bytes)), true, whose});
    return true;
  }

  /// Whether whoever talks or asks is told before a colon.
  bool begins_turn(std::size_t i) const {
    const std::size_t colon = block(i).text.find(':');
    const bool asks = colon < 20 && is_one_of(fold(std::string_view(block(i).text).substr(0, colon)), words_.asks);
    return asks || attribution_where(i, [](const Attribution& a) {
                     return a.form == AttributionForm::label && a.bytes.begin < 3;
                   }).has_value();
  }

  /// "P8 (man, 38): Nobody plays the ending." as a paragraph of its own: a turn, as transcripts have them.
  bool is_labelled(std::size_t i) const {
    const std::string& text = block(i).text;
    const auto label = attribution_where(i, [&](const Attribution& a) {
      const bool square = a.form == AttributionForm::bracket && text.starts_with('[');  // "[P2] It's tennis."
      return (a.form == AttributionForm::label || square) && a.bytes.begin < 3;
    });
    if (!label || block(i).kind != BlockKind::body) return false;
    const std::size_t end = talk_.attributions[*label].bytes.end;
    const auto& quotes = read_[i].quotes;  // "P28 (cook): I left. Someone said 'half day?'" where turns have no marks
    if (!quotes.empty() && (labelled_ < usually || next_to(text, end, quotes.front().whole.begin))) return false;
    const bool answers = i > 0 && begins_turn(i - 1), answered = i + 1 < paper_.blocks.size() && begins_turn(i + 1);
    return words_in(std::string_view(text).substr(end)) >= (answers || answered ? 1 : 6) && ends_as_talk(text);
  }

  /// In a full stop, or in one and "(Laughter)".
  static bool ends_as_talk(std::string_view text) {
    const std::size_t open = text.find_last_of("([");
    if (open != text.npos && (text.ends_with(')') || text.ends_with(']'))) text = trimmed(text.substr(0, open));
    while (!text.empty() && (text.back() == '"' || text.back() == '\'')) text.remove_suffix(1);
    for (const std::string_view mark : {"\u201D", "\u2019"}) {
      if (text.ends_with(mark)) text.remove_suffix(mark.size());
    }
    return !text.empty() && std::string_view(".?!").find(text.back()) != std::string_view::npos;
  }

  bool is_line(std::size_t i) const {
    const bool row_of_talk = block(i).kind == BlockKind::row && !read_[i].quotes.empty();
    if (block(i).kind == BlockKind::speaker || row_of_talk || block(i).text.ends_with(':')) return false;
    return attribution_where(i,
                             [&](const Attribution& a) { return a.form == AttributionForm::line && a.bytes.begin < 8; })
               .has_value() ||
           is_bracket_alone(i);
  }
  bool is_bracket_alone(std::size_t i) const {
    return attribution_where(i,
                             [&](const Attribution& a) {
                               return a.form == AttributionForm::bracket && next_to(block(i).text, 0, a.bytes.begin) &&
                                      a.bytes.end + 3 > block(i).text.size();
                             })
        .has_value();
  }

  /// "I was so tired of it. (P3, nurse)" without any quotation marks.
  bool ends_in_attribution(std::size_t i) const {
    const std::string& text = block(i).text;
    const auto last = attribution_where(
        i, [&](const Attribution& a) { return a.form == AttributionForm::bracket && a.bytes.end + 2 >= text.size(); });
    if (!last || text.size() > 1500) return false;
    const std::size_t before = text.find_last_not_of(" ([", talk_.attributions[*last].bytes.begin - 1);
    return before != std::string::npos && before > 20 &&
           (text[before] == '.' || text[before] == '?' || text[before] == '!' ||
            std::string_view(text).substr(0, before + 1).ends_with("\u2026"));
  }

  /// Of nobody but a group or a place.
  static bool tells_group(const Attribution& one) {
    const PaperId* id = speaker_of(one);
    return id && id->known && (id->known->kind == IdPrefix::Kind::group || id->known->kind == IdPrefix::Kind::place);
  }

  /// Behind "R3 (phase one)" where the label is R3.
  static std::uint32_t behind_label(std::string_view text, std::uint32_t end) {
    const std::size_t close = text.substr(end).starts_with(" (") ? text.find("):", end) : text.npos;
    return close < end + longest_line ? static_cast<std::uint32_t>(close + 1) : end;
  }

  void add_block_extract(std::size_t i) {
    const std::string& text = block(i).text;
    ByteRange bytes{0, static_cast<std::uint32_t>(text.size())};
    const auto behind = attribution_where(i, [&](const Attribution& a) {
      return (a.form == AttributionForm::bracket && a.bytes.end + 3 >= text.size()) ||
             (a.form == AttributionForm::line && a.bytes.begin > 8);
    });
    const auto label = attribution_where(i, [&](const Attribution& a) {
      return a.form == AttributionForm::label || (a.form == AttributionForm::bracket && a.bytes.begin < 3);
    });
    std::optional<std::size_t> whose = behind ? behind : label;
    if (behind && label && tells_group(talk_.attributions[*behind])) whose = label;  // "V4: I have it. (Group 1)"
    if (behind) bytes.end = talk_.attributions[*behind].bytes.begin;
    if (label) bytes.begin = behind_label(text, talk_.attributions[*label].bytes.end);
    while (bytes.begin < bytes.end && std::string_view(":)] ").find(text[bytes.begin]) != std::string_view::npos)
      ++bytes.begin;
    trim_marks(text, bytes);
    if (!whose && i + 1 < paper_.blocks.size() && is_line(i + 1))
      whose = attribution_where(i + 1, [](const Attribution&) { return true; });
    if (!whose && i > 0) whose = announced(i - 1);
    if (!whose && i + 1 < paper_.blocks.size()) whose = told_behind(i + 1);
    if (words_in(cut_at(text, bytes)) == 0) return;
    talk_.extracts.push_back({i, bytes, std::string(cut_at(text, bytes)), true, whose});
  }

  void trim_marks(std::string_view text, ByteRange& bytes) const {
    const std::string_view said = trimmed(cut_at(text, bytes), " ([");
    const bool quoted = said.size() > 2 && said.starts_with('\'') && said.ends_with('\'');
    const auto strip = [&](char32_t c) {
      return is_space(c) || c == U'(' || c == U'[' || c == 0x2014 || c == 0x2013 || c == U'-' || c == 0x201C ||
             c == 0x201D || c == U'"' || c == 0x2018 || (quoted && c == U'\'');
    };
    while (bytes.begin < bytes.end && strip(code_point_at(text, bytes.begin).value) && text[bytes.begin] != '[')
      bytes.begin += code_point_at(text, bytes.begin).length;
    while (bytes.begin < bytes.end && strip(code_point_before(text, bytes.end).value))
      bytes.end -= code_point_before(text, bytes.end).length;
  }

  void add_inline(std::size_t i, const QuotedSpan& quote) {
    const std::string& text = block(i).text;
    const auto behind = attribution_where(i, [&](const Attribution& a) {
      return (a.form == AttributionForm::bracket || a.form == AttributionForm::line) &&
             a.bytes.begin > quote.whole.end && next_to(text, quote.whole.end, a.bytes.begin);
    });
    std::optional<std::size_t> whose = behind;
    if (!whose && block(i).kind == BlockKind::row)
      whose = attribution_where(i, [](const Attribution& a) { return a.form == AttributionForm::line; });
    // [Participant 2, male] "I did it all", [Interview 4] "I did it all" (man, 41)
    const PaperId* told = whose ? speaker_of(talk_.attributions[*whose]) : nullptr;
    if (!whose || (told && is_role(*told))) {
      const auto before = attribution_where(i, [&](const Attribution& a) {
        return a.form == AttributionForm::bracket && a.bytes.begin < 3 && next_to(text, a.bytes.end, quote.whole.begin);
      });
      if (before) whose = before;
    }
    if (!whose) whose = in_sentence(i, quote);
    if (!whose) whose = of_what_goes_on(i, quote);
    if (!whose) whose = of_sentence_before(i, quote);
    if (!whose) whose = of_pronoun_that_leads(i, quote);
    const bool whole_block = quote.whole.begin < 4 && quote.whole.end + 4 > text.size();
    if (!whose && whole_block && i + 1 < paper_.blocks.size() && is_line(i + 1))
      whose = attribution_where(i + 1, [](const Attribution&) { return true; });
    if (!whose && whole_block && i > 0) whose = announced(i - 1);
    const std::string_view inside = cut_at(text, quote.inside);
    const bool said_on = whose && inside.ends_with(',');  // "Sir knows," said G4
    if (words_in(inside) < (behind || said_on ? 1 : whose ? 3 : least_words)) return;
    talk_.extracts.push_back({i, quote.inside, std::string(inside), whole_block, whose});
  }

  std::size_t unmarked_ = 0;  // paragraphs that are extracts without marks
  std::size_t labelled_ = 0;  // turns without marks
};

}  // namespace

PaperTalk talk_of(const Manuscript& paper, const PaperWords& words) { return TalkReader(paper, words).read(); }

}  // namespace moniker::custodian
