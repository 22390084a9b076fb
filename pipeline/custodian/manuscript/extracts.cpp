// Who says what. Every place that tells who speaks is an attribution, and every quotation is given the one that is
// nearest: behind it, before it, under it, or in the sentence that leads to it.
#include "manuscript/extracts.hpp"

#include <algorithm>
#include <functional>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_reading.hpp"
#include "manuscript/pronouns.hpp"
#include "manuscript/spans.hpp"
#include "manuscript/table_people.hpp"

namespace moniker::custodian {
namespace {

using Kind = IdPrefix::Kind;
constexpr std::size_t least_quote_words = 4, slot_of_id = 1000;

bool holds_any(const std::vector<QuotedSpan>& spans, std::uint32_t at) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const QuotedSpan& span) { return span.inside.begin <= at && at < span.inside.end; });
}

class TalkReader : PaperReading {
 public:
  using PaperReading::PaperReading;

  PaperTalk read() {
    talk_.prefixes = prefixes_;
    talk_.last = last_;
    for (std::size_t i = 0; i < paper_.blocks.size(); ++i) find_attributions(i);
    name_kinds(talk_, columns_, [](const std::string& value) { return value; });
    for (std::size_t i = 0; i < paper_.blocks.size(); ++i) find_extracts(i);
    return std::move(talk_);
  }

 private:
  // Attributions.

  void add_attribution(std::size_t i, ByteRange bytes, AttributionForm form) {
    const std::string& text = block(i).text;
    Attribution out{.block = i, .bytes = bytes, .text = std::string(cut_at(text, bytes)), .form = form};
    for (const std::string_view item : items_of(out.text)) {
      std::string rest(item);
      auto ids = ids_of(item);
      if (auto bare = out.ids.empty() ? bare_id(item) : std::nullopt; bare && out.slots == 0) ids = {std::move(*bare)};
      for (const PaperId& id : ids) {
        if (!is_used(id)) continue;
        out.ids.push_back(id);
        add_what_id_tells(out, id);
        const std::size_t at = rest.find(id.written());
        if (at != std::string::npos) rest.replace(at, id.written().size(), " ");
      }
      if (rest.starts_with(" -") || rest.starts_with(" _"))  // P3-F-45
        std::replace_if(
            rest.begin(), rest.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
      const bool asks = std::none_of(rest.begin(), rest.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_ascii_digit(c);
      });
      if (asks) continue;
      auto told = attributes_of(rest, out.slots, words_);
      if (!told.empty() && told[0].kind == "reference") continue;
      if (!told.empty() && told[0].kind == "occasion") {
        out.occasion += told[0].written + ";";
        continue;
      }
      for (Attribute& attribute : told) out.attributes.push_back(std::move(attribute));
      ++out.slots;
    }
    if (!out.ids.empty()) talk_.attributions.push_back(std::move(out));
  }

  /// Of a group or a place that somebody is in it; of "Ward manager 2" what they are.
  void add_what_id_tells(Attribution& to, const PaperId& id) const {
    if (id.name || !id.known) return;
    const Kind kind = id.known->kind;
    if (kind == Kind::session) to.occasion += id.normal() + ";";
    if (kind == Kind::group || kind == Kind::place)
      to.attributes.push_back(
          {kind == Kind::group ? "group" : id.folded_prefix(), fold(id.digits), id.normal(), slot_of_id, {}});
    if (kind != Kind::participant || !id.is_word() || id.known->generic) return;
    for (Attribute& attribute : attributes_of(id.prefix, slot_of_id, words_))
      to.attributes.push_back(std::move(attribute));
  }

  void find_attributions(std::size_t i) {
    if (!is_talk(i)) return;
    if (block(i).kind == BlockKind::row) {
      if (i == 0 || block(i - 1).table != block(i).table) find_in_table(i);
      return;
    }
    const std::string& text = block(i).text;
    for (const QuotedSpan& bracket : read_[i].brackets) {
      if (bracket.inside.size() > longest_attribution) continue;
      const std::string_view inside = cut_at(text, bracket.inside);
      const bool used = std::any_of(read_[i].ids.begin(), read_[i].ids.end(), [&](const PaperId& id) {
        return is_used(id) && bracket.inside.begin <= id.bytes.begin && id.bytes.end <= bracket.inside.end &&
               begins_item(inside, id.bytes.begin - bracket.inside.begin);
      });
      if (used) add_attribution(i, bracket.inside, AttributionForm::bracket);
    }
    if (is_attribution_line(i))
      return add_attribution(
          i, {static_cast<std::uint32_t>(skip_dashes(text, 0)), static_cast<std::uint32_t>(text.size())},
          AttributionForm::line);
    if (!read_[i].ids.empty() && is_used(read_[i].ids[0]) && leads_to_quote(i, read_[i].ids[0])) {
      const auto begin = static_cast<std::uint32_t>(skip_dashes(text, 0));
      return add_attribution(i, {begin, static_cast<std::uint32_t>(text.size() - 1)}, AttributionForm::line);
    }
    const std::size_t tail = tail_begin(i);
    if (tail < text.size())
      add_attribution(i, {static_cast<std::uint32_t>(tail), static_cast<std::uint32_t>(text.size())},
                      AttributionForm::line);
    for (const PaperId& id : read_[i].ids) {
      const bool in_talk = id.name && block(i).kind == BlockKind::quote && id.bytes.begin > 2;
      if (is_used(id) && !in_talk && id.bytes.begin < tail && !holds_any(read_[i].brackets, id.bytes.begin) &&
          !holds_any(read_[i].quotes, id.bytes.begin))
        add_prose(i, id);
    }
  }

  /// "Participant 7 (male, nurse) said", "Participant 7, a male nurse, said", "P3 (nurse): ...".
  void add_prose(std::size_t i, const PaperId& id) {
    const std::string& text = block(i).text;
    ByteRange bytes = id.bytes;
    for (const QuotedSpan& bracket : read_[i].brackets) {
      const bool own = bracket.whole.begin >= id.bytes.end && bracket.whole.begin <= id.bytes.end + 1 &&
                       bracket.inside.size() < longest_attribution;
      if (own && tells_somebody(cut_at(text, bracket.inside))) return add_with(i, id, cut_at(text, bracket.inside));
      if (own) bytes.end = bracket.whole.end;
    }
    const std::string_view rest = std::string_view(text).substr(id.bytes.end);
    for (const std::string_view article : {", a ", ", an ", ", the ", ", "}) {
      if (!rest.starts_with(article)) continue;
      const std::size_t end = rest.find_first_of(",.;:", article.size());
      if (article.size() == 2 && (end == rest.npos || rest[end] != ',' || end > 40)) continue;  // "P4, aged 43, said"
      const std::string_view told = rest.substr(article.size(), end == rest.npos ? 0 : end - article.size());
      if (!told.empty() && words_in(told) < 8 && tells_somebody(told)) return add_with(i, id, told);
    }
    const bool turn = block(i).kind == BlockKind::quote && bytes.begin > 1 && !id.is_word() &&
                      std::string_view(".?! ").find(text[bytes.begin - 1]) != std::string_view::npos;
    const bool label =
        bytes.end < text.size() && text[bytes.end] == ':' && (bytes.begin <= skip_dashes(text, 0) || turn);
    const std::size_t before = talk_.attributions.size();
    add_attribution(i, id.bytes, label ? AttributionForm::label : AttributionForm::prose);
    const std::string gender = label ? "" : gender_by_pronoun(block(i), id, read_[i].ids, read_[i].quotes, words_);
    if (gender.empty() || talk_.attributions.size() == before) return;
    talk_.attributions.back().attributes.push_back(
        {"gender", gender, (gender == "male" ? words_.he : words_.she).front(), slot_of_id, {}});
    for (const ByteRange sentence : sentences_of(text, words_)) {  // what is shown is the sentence
      if (sentence.begin == id.bytes.begin) talk_.attributions.back().text = std::string(cut_at(text, sentence));
    }
  }

  void add_with(std::size_t i, const PaperId& id, std::string_view told) {
    const std::string& text = block(i).text;
    const std::size_t end = static_cast<std::size_t>(told.data() - text.data()) + told.size();
    const bool label = end + 1 < text.size() && text[end + 1] == ':' && id.bytes.begin <= skip_dashes(text, 0);
    Attribution out{.block = i,
                    .bytes = {id.bytes.begin, static_cast<std::uint32_t>(end)},
                    .form = label ? AttributionForm::label : AttributionForm::prose,
                    .ids = {id}};
    out.text = std::string(cut_at(text, out.bytes));
    for (const std::string_view item : items_of(told)) {
      for (Attribute& attribute : attributes_of(item, out.slots, words_))
        out.attributes.push_back(std::move(attribute));
      ++out.slots;
    }
    talk_.attributions.push_back(std::move(out));
  }

  /// A table of people, a row each.
  void find_in_table(std::size_t first) {
    std::vector<const Block*> rows;
    for (std::size_t i = first; i < paper_.blocks.size() && block(i).table == block(first).table; ++i)
      rows.push_back(&block(i));
    const auto id_of = [&](std::string_view cell) -> std::optional<PaperId> {
      const auto ids = ids_of(cell);
      if (ids.size() != 1 || !is_used(ids[0]) || ids[0].bytes.size() + 3 < cell.size()) return std::nullopt;
      return ids[0];
    };
    for (PersonRow& row : people_in_table(rows, {id_of, bare_number_prefix(), words_}, columns_)) {
      const std::size_t i = first + row.row;
      Attribution out{.block = i,
                      .bytes = {0, static_cast<std::uint32_t>(block(i).text.size())},
                      .text = block(i).text,
                      .form = AttributionForm::row,
                      .ids = {row.id},
                      .attributes = std::move(row.attributes)};
      talk_.attributions.push_back(std::move(out));
    }
  }

  /// What a number alone in a table's first column is the number of: where the paper has one kind of ID, that.
  std::string bare_number_prefix() const {
    std::string only;
    for (const auto& one : read_) {
      for (const PaperId& id : one.ids) {
        const bool somebody = is_used(id) && !id.name && (!id.known || id.known->kind == Kind::participant);
        if (!somebody || id.prefix == only) continue;
        if (!only.empty() && !(id.known && id.known->generic)) return {};
        if (only.empty()) only = id.prefix;
      }
    }
    return only;
  }

  /// A line of its own under a quotation.
  bool is_attribution_line(std::size_t i) const {
    const std::string& text = block(i).text;
    if (i == 0 || text.size() > longest_line || !read_[i].quotes.empty() || !quotes_somebody(i - 1)) return false;
    const std::size_t first = skip_dashes(text, 0);
    const std::string_view rest = std::string_view(text).substr(first);
    if (rest.starts_with('(') || rest.starts_with('[') || !is_short_items(rest) || rest.ends_with('.') ||
        rest.ends_with(':'))
      return false;
    return std::any_of(read_[i].ids.begin(), read_[i].ids.end(),
                       [&](const PaperId& id) { return is_used(id) && begins_item(rest, id.bytes.begin - first); });
  }

  // Extracts.

  std::optional<std::size_t> attribution_where(std::size_t i,
                                               const std::function<bool(const Attribution&)>& wanted) const {
    std::optional<std::size_t> found;
    for (std::size_t a = 0; a < talk_.attributions.size(); ++a) {
      if (talk_.attributions[a].block == i && wanted(talk_.attributions[a])) found = a;
    }
    return found;
  }

  void find_extracts(std::size_t i) {
    const Block& here = block(i);
    if (!is_talk(i) || is_line(i)) return;
    if (here.kind == BlockKind::quote && add_turns(i)) return;
    const bool behind_stop = here.kind == BlockKind::body && read_[i].quotes.empty() && ends_in_attribution(i);
    if (here.kind == BlockKind::quote || behind_stop || is_labelled(i)) return add_block_extract(i);
    for (const QuotedSpan& quote : read_[i].quotes) add_inline(i, quote);
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

  /// "P8 (man, 38): Nobody plays the ending." as a paragraph of its own: a turn, as transcripts have them.
  bool is_labelled(std::size_t i) const {
    const std::string& text = block(i).text;
    const auto label = attribution_where(
        i, [](const Attribution& a) { return a.form == AttributionForm::label && a.bytes.begin < 3; });
    if (!label || block(i).kind != BlockKind::body || !read_[i].quotes.empty()) return false;
    const std::size_t end = talk_.attributions[*label].bytes.end;
    return words_in(std::string_view(text).substr(end)) >= 6 &&
           std::string_view(".?!").find(text.back()) != std::string_view::npos;
  }

  bool is_line(std::size_t i) const {
    if (block(i).text.ends_with(':')) return false;
    return attribution_where(i,
                             [&](const Attribution& a) { return a.form == AttributionForm::line && a.bytes.begin < 8; })
               .has_value() ||
           is_bracket_alone(i);
  }
  bool is_bracket_alone(std::size_t i) const {
    return attribution_where(i,
                             [&](const Attribution& a) {
                               return a.form == AttributionForm::bracket && a.bytes.begin < 8 &&
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
    if (behind) bytes.end = talk_.attributions[*behind].bytes.begin;
    if (label) bytes.begin = talk_.attributions[*label].bytes.end;
    while (bytes.begin < bytes.end && std::string_view(":)] ").find(text[bytes.begin]) != std::string_view::npos)
      ++bytes.begin;
    trim_marks(text, bytes);
    if (!whose && i + 1 < paper_.blocks.size() && is_line(i + 1))
      whose = attribution_where(i + 1, [](const Attribution&) { return true; });
    if (!whose && i > 0) whose = announced(i - 1);
    if (words_in(cut_at(text, bytes)) == 0) return;
    talk_.extracts.push_back({i, bytes, std::string(cut_at(text, bytes)), true, whose});
  }

  void trim_marks(std::string_view text, ByteRange& bytes) const {
    const auto strip = [&](char32_t c) {
      return is_space(c) || c == U'(' || c == U'[' || c == 0x2014 || c == 0x2013 || c == U'-' || c == 0x201C ||
             c == 0x201D || c == U'"' || c == 0x2018;
    };
    while (bytes.begin < bytes.end && strip(code_point_at(text, bytes.begin).value) && text[bytes.begin] != '[')
      bytes.begin += code_point_at(text, bytes.begin).length;
    while (bytes.begin < bytes.end && strip(code_point_before(text, bytes.end).value))
      bytes.end -= code_point_before(text, bytes.end).length;
  }

  /// Whoever is named last in the sentence that leads to a quotation.
  std::optional<std::size_t> announced(std::size_t i) const {
    const std::string& text = block(i).text;
    if (!is_talk(i) || block(i).kind == BlockKind::row || !(text.ends_with(':') || text.ends_with(',')))
      return std::nullopt;
    const std::uint32_t from = sentences_of(text, words_).back().begin;
    return attribution_where(i, [&](const Attribution& a) { return a.bytes.begin >= from; });
  }

  void add_inline(std::size_t i, const QuotedSpan& quote) {
    const std::string& text = block(i).text;
    const auto behind = attribution_where(i, [&](const Attribution& a) {
      return (a.form == AttributionForm::bracket || a.form == AttributionForm::line) &&
             a.bytes.begin > quote.whole.end && next_to(text, quote.whole.end, a.bytes.begin);
    });
    std::optional<std::size_t> whose = behind;
    if (!whose) {  // [Participant 2, male] "I did it all"
      whose = attribution_where(i, [&](const Attribution& a) {
        return a.form == AttributionForm::bracket && a.bytes.begin < 3 && next_to(text, a.bytes.end, quote.whole.begin);
      });
    }
    if (!whose) whose = in_sentence(i, quote);
    if (!whose) whose = of_what_goes_on(i, quote);
    const bool whole_block = quote.whole.begin < 4 && quote.whole.end + 4 > text.size();
    if (!whose && whole_block && i + 1 < paper_.blocks.size() && is_line(i + 1))
      whose = attribution_where(i + 1, [](const Attribution&) { return true; });
    if (!whose && whole_block && i > 0) whose = announced(i - 1);
    const std::string_view inside = cut_at(text, quote.inside);
    if (words_in(inside) < (behind ? 1 : whose ? 3 : least_quote_words)) return;
    talk_.extracts.push_back({i, quote.inside, std::string(inside), whole_block, whose});
  }

  /// "I was tired," one nurse said. "So tired" (P3): whoever said what follows at once said this too.
  std::optional<std::size_t> of_what_goes_on(std::size_t i, const QuotedSpan& quote) const {
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

  /// Behind the quotation in its sentence, else before it.
  std::optional<std::size_t> in_sentence(std::size_t i, const QuotedSpan& quote) const {
    const std::string& text = block(i).text;
    std::optional<std::size_t> before, after;
    for (const ByteRange sentence : sentences_of(text, words_)) {
      if (sentence.end < quote.whole.begin || sentence.begin > quote.whole.end) continue;
      for (std::size_t a = 0; a < talk_.attributions.size(); ++a) {
        const Attribution& one = talk_.attributions[a];
        if (one.block != i || one.bytes.begin < sentence.begin || one.bytes.begin >= sentence.end) continue;
        if (one.bytes.end <= quote.whole.begin) before = a;
        if (one.bytes.begin >= quote.whole.end && !after) after = a;
      }
    }
    if (after && talk_.attributions[*after].form == AttributionForm::bracket && !before) return after;
    const auto near_prose = [&](std::size_t a) { return talk_.attributions[a].bytes.begin - quote.whole.end < 40; };
    if (before && talk_.attributions[*before].form == AttributionForm::prose) return before;
    if (after && (talk_.attributions[*after].form == AttributionForm::bracket || near_prose(*after))) return after;
    return before && talk_.attributions[*before].form != AttributionForm::bracket ? before : std::nullopt;
  }

  PaperTalk talk_{};
  ColumnValues columns_{};
};

}  // namespace

PaperTalk talk_of(const Manuscript& paper, const PaperWords& words) { return TalkReader(paper, words).read(); }

std::vector<std::string_view> items_of(std::string_view attribution) {
  std::vector<std::string_view> items;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view item = trimmed(attribution.substr(begin, end - begin));
    if (!item.empty()) items.push_back(item);
  };
  for (std::size_t at = 0; at < attribution.size();) {
    const CodePoint point = code_point_at(attribution, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    const bool dash =
        (point.value == U'-' || point.value == 0x2013 || point.value == 0x2014) && at > 0 && attribution[at - 1] == ' ';
    const bool colon = point.value == U':' && at + 1 < attribution.size() && attribution[at + 1] == ' ';
    const bool cut = point.value == U',' || point.value == U';' || point.value == U'|' || point.value == 0x2022 ||
                     point.value == 0xB7 || point.value == U'\t' || dash || colon;
    if (cut) {
      add(at);
      begin = at + length;
    }
    at += length;
  }
  add(attribution.size());
  return items;
}

const PaperId* speaker_of(const Attribution& attribution) {
  for (const Kind kind : {Kind::participant, Kind::pair, Kind::session, Kind::group, Kind::place}) {
    for (const PaperId& id : attribution.ids) {
      if ((id.known ? id.known->kind : Kind::participant) == kind) return &id;
    }
  }
  return nullptr;
}

}  // namespace moniker::custodian
