// Where a paper says who speaks, and what it tells of them there: in brackets, on a line of its own, in a table, before
// a colon, in the sentence.
#include "manuscript/attribution_reading.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/column_values.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/pronouns.hpp"
#include "manuscript/told_in_clauses.hpp"

namespace moniker::custodian {
namespace {

using Kind = IdPrefix::Kind;
constexpr std::size_t slot_of_id = 1000, least_quote_words = 4;
constexpr IdPrefix role_alone{.kind = Kind::role, .word = true};

bool holds_any(const std::vector<QuotedSpan>& spans, std::uint32_t at) {
  return std::any_of(spans.begin(), spans.end(),
                     [&](const QuotedSpan& span) { return span.inside.begin <= at && at < span.inside.end; });
}

}  // namespace

void AttributionReading::read_attributions() {
  talk_.prefixes = prefixes_;
  talk_.last = last_;
  talk_.groups = groups_;
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) find_attributions(i);
  name_kinds(talk_, columns_, [](const std::string& value) { return value; });
  add_kinds(talk_, columns_);
  add_column_values(talk_, paper_, columns_, words_);
}

/// "... in good time" (practice nurse), (woman, 34, Leeds): behind a quotation, and what people are instead of who.
bool AttributionReading::is_role_alone(std::size_t i, const QuotedSpan& bracket) const {
  const std::string& text = block(i).text;
  const bool behind = std::any_of(read_[i].quotes.begin(), read_[i].quotes.end(), [&](const QuotedSpan& quote) {
    return next_to(text, quote.whole.end, bracket.whole.begin) &&
           words_in(cut_at(text, quote.inside)) >= least_quote_words;
  });
  const bool of_id = std::any_of(read_[i].ids.begin(), read_[i].ids.end(), [&](const PaperId& id) {
    return is_used(id) && id.bytes.end + 1 == bracket.whole.begin;  // "ID 7 (male, 39)"
  });
  const bool ends_quote = block(i).kind == BlockKind::quote && bracket.whole.end + 2 > text.size() && !of_id;
  if (!(behind || ends_quote)) return false;
  std::set<std::string> told;
  const auto items = items_of(cut_at(text, bracket.inside));
  for (const std::string_view item : items) {
    const auto attributes = attributes_of(item, 0, words_);
    if (words_in(item) > 4 || attributes.empty()) return false;
    for (const Attribute& one : attributes) told.insert(one.kind);
    const bool short_form = item.size() > 1 && is_upper(code_point_at(item, 1).value);  // HCP may be an ID of its own
    if (item.data() == items.front().data() && (told.contains("") || short_form)) return false;
  }
  return told.contains("role") || (told.contains("gender") && told.contains("age"));
}

void AttributionReading::add_role_alone(std::size_t i, ByteRange bytes) {
  const std::string_view inside = cut_at(block(i).text, bytes);
  Attribution out{.block = i, .bytes = bytes, .text = std::string(inside), .form = AttributionForm::bracket};
  out.ids.push_back({.bytes = bytes, .prefix = std::string(inside), .known = &role_alone});
  for (const std::string_view item : items_of(inside)) {
    for (Attribute& one : attributes_of(item, out.slots, words_)) out.attributes.push_back(std::move(one));
    ++out.slots;
  }
  talk_.attributions.push_back(std::move(out));
}

/// Of "who lived an hour from the city" no place, which home_told() reads, and of "who had come with a sister" no
/// woman.
std::vector<Attribute> AttributionReading::told_in_item(std::string_view item, std::size_t slot) const {
  auto told = attributes_of(item, slot, words_);
  const std::string folded = fold(item);
  if (!is_one_of(std::string_view(folded).substr(0, folded.find(' ')), words_.somebody)) return told;
  const bool is = says_one_of(folded, words_.was);
  std::erase_if(told, [&](const Attribute& one) { return one.kind == "area" || (one.kind == "gender" && !is); });
  return told;
}

void AttributionReading::add_attribution(std::size_t i, ByteRange bytes, AttributionForm form) {
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
      std::size_t at = rest.find(id.written());
      if (at == std::string::npos && rest == item && id.bytes.size() == 1) at = id.bytes.begin;  // F of Interpreter F
      if (at != std::string::npos && id.bytes.size() == 1) {
        rest[at] = ' ';
        continue;
      }
      if (at != std::string::npos) rest.replace(at, id.written().size(), " ");
    }
    if (rest.starts_with(" -") || rest.starts_with(" _"))  // P3-F-45
      std::replace_if(
          rest.begin(), rest.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
    const bool asks = std::none_of(rest.begin(), rest.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_ascii_digit(c);
    });
    if (asks) continue;
    const std::string first = fold(item.substr(0, item.find(' ')));
    // "whose wife worked two days a week", "who had once been a porter"
    if (is_one_of(first, words_.whose) ||
        (is_one_of(first, words_.somebody) && says_one_of(fold(item), words_.formerly)))
      continue;
    auto told = told_in_item(rest, out.slots);
    if (!told.empty() && told[0].kind == "reference") continue;
    if (!told.empty() && told[0].kind == "occasion") {
      out.occasion += told[0].written + ";";
      continue;
    }
    for (Attribute& attribute : told) out.attributes.push_back(std::move(attribute));
    ++out.slots;
  }
  for (const PaperId& id : out.ids) {  // "(P4, interview 2)"; of "[Interview 2]" alone it is who speaks
    const bool session = !id.name && id.known && id.known->kind == Kind::session;
    if (session && id.normal() != speaker_of(out)->normal()) out.occasion += id.normal() + ";";
  }
  if (!out.ids.empty()) talk_.attributions.push_back(std::move(out));
}

/// "F" of 3F, and of F3 and FG1-F3 where the paper says that letters are of gender; else nothing.
std::string AttributionReading::letter_of_gender(const PaperId& id) const {
  if (id.behind) return id.prefix;
  const std::string_view prefix = id.prefix;
  const bool letter = prefix.size() == 1 ||
                      (prefix.size() > 1 && (prefix[prefix.size() - 2] == '-' || prefix[prefix.size() - 2] == '/'));
  const bool gender = letters_of_gender_ && letter && (prefix.back() == 'F' || prefix.back() == 'M');
  return gender ? std::string(prefix.substr(prefix.size() - 1)) : std::string();
}

/// Of a group or a place that somebody is in it; of "Ward manager 2" what they are.
void AttributionReading::add_what_id_tells(Attribution& to, const PaperId& id) const {
  for (Attribute& attribute : attributes_of(letter_of_gender(id), slot_of_id, words_)) {
    if (attribute.kind == "gender") to.attributes.push_back(std::move(attribute));
  }
  if (id.name || !id.known) return;
  const Kind kind = id.known->kind;
  if (kind == Kind::group || kind == Kind::place)
    to.attributes.push_back(
        {kind == Kind::group ? "group" : id.folded_prefix(), fold(id.digits), id.normal(), slot_of_id, {}});
  if (kind != Kind::participant || !id.is_word() || id.known->generic) return;
  for (Attribute& attribute : attributes_of(id.prefix, slot_of_id, words_))
    to.attributes.push_back(std::move(attribute));
}

/// "(P4, nurse)", and "The porter (P4) disagreed" at the head of a sentence.
void AttributionReading::add_bracket(std::size_t i, const QuotedSpan& bracket) {
  const std::size_t before = talk_.attributions.size();
  add_attribution(i, bracket.inside, AttributionForm::bracket);
  if (block(i).kind != BlockKind::body || talk_.attributions.size() == before) return;
  Attribution& one = talk_.attributions.back();
  if (one.slots > 0 || one.ids.size() != 1) return;
  const std::string_view text = block(i).text;
  for (const ByteRange sentence : sentences_of(text, words_)) {
    if (bracket.whole.begin < sentence.begin || bracket.whole.begin >= sentence.end) continue;
    const std::string_view said = trimmed(text.substr(sentence.begin, bracket.whole.begin - sentence.begin));
    for (Attribute& told : told_before_bracket(said, slot_of_id, words_)) one.attributes.push_back(std::move(told));
    if (!one.attributes.empty()) one.text = std::string(cut_at(block(i).text, sentence));
  }
}

void AttributionReading::find_attributions(std::size_t i) {
  if (!is_talk(i)) return;
  if (block(i).kind == BlockKind::row) {
    if (i == 0 || block(i - 1).table != block(i).table) find_in_table(i);
    return find_in_row(i);
  }
  const std::string& text = block(i).text;
  if (is_attribution_line(i)) return add_line(i);
  for (const QuotedSpan& bracket : read_[i].brackets) {
    if (bracket.inside.size() > longest_attribution) continue;
    const std::string_view inside = cut_at(text, bracket.inside);
    const bool used = std::any_of(read_[i].ids.begin(), read_[i].ids.end(), [&](const PaperId& id) {
      return is_used(id) && bracket.inside.begin <= id.bytes.begin && id.bytes.end <= bracket.inside.end &&
             begins_item(inside, id.bytes.begin - bracket.inside.begin);
    });
    if (used)
      add_bracket(i, bracket);
    else if (is_role_alone(i, bracket))
      add_role_alone(i, bracket.inside);
  }
  if (!read_[i].ids.empty() && is_used(read_[i].ids[0]) && leads_to_quote(i, read_[i].ids[0])) {
    const auto begin = static_cast<std::uint32_t>(skip_dashes(text, 0));
    const auto end = static_cast<std::uint32_t>(text.size() - text.ends_with(':'));
    add_attribution(i, {begin, end}, AttributionForm::line);
    return add_told(i, read_[i].ids[0], talk_.attributions.back());
  }
  if (const std::size_t colon = read_[i].ids.empty() ? 0 : label_end(i, read_[i].ids[0]);
      colon > 0 && is_used(read_[i].ids[0]))
    return add_attribution(
        i, {static_cast<std::uint32_t>(begin_of(text, read_[i].ids[0])), static_cast<std::uint32_t>(colon)},
        AttributionForm::label);
  const std::size_t tail = tail_begin(i);
  if (tail < text.size())
    add_attribution(i, {static_cast<std::uint32_t>(tail), static_cast<std::uint32_t>(text.size())},
                    AttributionForm::line);
  for (const PaperId& id : read_[i].ids) {
    const std::string_view behind = std::string_view(text).substr(std::min<std::size_t>(id.bytes.end, text.size()));
    const bool label = behind.starts_with(':') || behind.starts_with(" (");
    // "up the A9" in what somebody says is no ID
    const bool in_talk = block(i).kind == BlockKind::quote && id.bytes.begin > 2 && (id.name || !label);
    if (is_used(id) && !in_talk && id.bytes.begin < tail && !holds_any(read_[i].brackets, id.bytes.begin) &&
        !holds_any(read_[i].quotes, id.bytes.begin)) {
      const std::size_t before = talk_.attributions.size();
      add_prose(i, id);
      if (talk_.attributions.size() > before) add_told(i, id, talk_.attributions.back());
    }
  }
}

/// What the sentence tells of whom it names, each kind once.
void AttributionReading::add_told(std::size_t i, const PaperId& id, Attribution& to) const {
  if (block(i).kind != BlockKind::body) return;
  bool more = false;
  std::vector<PaperId> somebody;
  for (const PaperId& one : read_[i].ids) {
    if (is_used(one) &&
        (one.name || !one.known || one.known->kind == Kind::participant || one.known->kind == Kind::session))
      somebody.push_back(one);
  }
  for (Attribute& one : told_in_clauses(block(i), id, somebody, read_[i].quotes, slot_of_id, words_)) {
    const bool there = std::any_of(to.attributes.begin(), to.attributes.end(),
                                   [&](const Attribute& has) { return has.kind == one.kind; });
    if (there) continue;
    to.attributes.push_back(std::move(one));
    more = true;
  }
  if (!more) return;
  for (const ByteRange sentence : sentences_of(block(i).text, words_)) {  // what is shown is the sentence
    if (sentence.begin <= id.bytes.begin && id.bytes.begin < sentence.end)
      to.text = std::string(cut_at(block(i).text, sentence));
  }
}

/// "\u2014 [Interview 2], volunteer, the Chapel", "(H4b, woman, 71)": without dashes, and without brackets about all of
/// it.
void AttributionReading::add_line(std::size_t i) {
  const std::string& text = block(i).text;
  ByteRange bytes{static_cast<std::uint32_t>(skip_dashes(text, 0)), static_cast<std::uint32_t>(text.size())};
  for (const QuotedSpan& bracket : read_[i].brackets) {
    if (bracket.whole.begin == bytes.begin && bracket.whole.end == bytes.end) bytes = bracket.inside;
  }
  add_attribution(i, bytes, AttributionForm::line);
}

/// "Participant 7 (male, nurse) said", "Participant 7, a male nurse, said", "P3 (nurse): ...".
void AttributionReading::add_prose(std::size_t i, const PaperId& id) {
  const std::string& text = block(i).text;
  ByteRange bytes = id.bytes;
  for (const QuotedSpan& bracket : read_[i].brackets) {
    const bool own = bracket.whole.begin >= id.bytes.end && bracket.whole.begin <= id.bytes.end + 1 &&
                     bracket.inside.size() < longest_attribution;
    const std::string_view told = cut_at(text, bracket.inside);
    const bool label = std::string_view(text).substr(bracket.whole.end).starts_with(": ") &&
                       begin_of(text, id) <= skip_dashes(text, 0) && is_short_items(told);
    if (own && (label || tells_somebody(told))) return add_with(i, id, told);
    if (own) bytes.end = bracket.whole.end;
  }
  const std::string_view rest = std::string_view(text).substr(id.bytes.end);
  for (const std::string_view article : {", a ", ", an ", ", the ", ", "}) {
    if (!rest.starts_with(article)) continue;
    const std::size_t end = rest.find_first_of(",.;:", article.size());
    if (article.size() == 2 && (end == rest.npos || rest[end] != ',' || end > 40)) continue;  // "P4, aged 43, said"
    const std::string_view told = rest.substr(article.size(), end == rest.npos ? 0 : end - article.size());
    if (is_one_of(fold(told.substr(0, told.find(' '))), words_.whose)) continue;  // "whose wife worked"
    const auto said = folded_words(told);
    const bool of_another = std::any_of(said.begin(), said.end(), [&](const std::string& word) {
      return is_one_of(word, words_.she) || is_one_of(word, words_.he);
    });
    if (of_another) continue;  // "listening to his wife"
    if (!told.empty() && words_in(told) < 8 && tells_somebody(told)) return add_with(i, id, told);
  }
  if (const std::string_view told = age_behind(rest); !told.empty() && block(i).kind == BlockKind::body)
    return add_with(i, id, told);
  const bool turn = block(i).kind == BlockKind::quote && bytes.begin > 1 && !id.is_word() &&
                    std::string_view(".?! ").find(text[bytes.begin - 1]) != std::string_view::npos;
  const bool label =
      (bytes.end < text.size() && text[bytes.end] == ':' && (begin_of(text, id) <= skip_dashes(text, 0) || turn)) ||
      is_dash_label(i, id);
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

/// The years of "Desmond, who at 58 was still driving", "Karolina, who had moved there and had just turned 55,": the
/// number alone; empty where none is told.
std::string_view AttributionReading::age_behind(std::string_view rest) const {
  if (!rest.starts_with(", ")) return {};
  const std::string_view clause = rest.substr(2, rest.find_first_of(".;:", 2) - 2);
  if (!is_one_of(fold(clause.substr(0, clause.find(' '))), words_.somebody)) return {};
  for (const Count& count : counts_in(clause, words_)) {
    const std::string_view before = trimmed(clause.substr(0, count.bytes.begin));
    const auto behind = folded_words(clause.substr(count.bytes.end, 20));
    const bool thing = !behind.empty() && clause[count.bytes.end] == ' ' &&
                       (words_.units.contains(behind[0]) || words_.people.contains(behind[0]));
    if (!behind.empty() && (is_one_of(behind[0], words_.has) || is_past(behind[0], words_)))
      continue;  // "at 15 had left"
    const bool led = is_one_of(fold(before.substr(before.find_last_of(' ') + 1)), words_.age_behind);
    if (led && !thing && !count.percent && !count.in_words && count.value >= 10 && count.value < 110)
      return clause.substr(count.bytes.begin, count.bytes.size());
  }
  return {};
}

void AttributionReading::add_with(std::size_t i, const PaperId& id, std::string_view told) {
  const std::string& text = block(i).text;
  const std::size_t end = static_cast<std::size_t>(told.data() - text.data()) + told.size();
  const bool label = end + 1 < text.size() && text[end + 1] == ':' && begin_of(text, id) <= skip_dashes(text, 0);
  Attribution out{.block = i,
                  .bytes = {id.bytes.begin, static_cast<std::uint32_t>(end)},
                  .form = label ? AttributionForm::label : AttributionForm::prose,
                  .ids = {id}};
  out.text = std::string(cut_at(text, out.bytes));
  for (const std::string_view item : items_of(told)) {
    auto told_here = told_in_item(item, out.slots);
    if (!told_here.empty() && told_here[0].kind == "occasion") {  // "(practice nurse, first interview)"
      out.occasion += told_here[0].written + ";";
      continue;
    }
    for (Attribute& attribute : told_here) out.attributes.push_back(std::move(attribute));
    ++out.slots;
  }
  talk_.attributions.push_back(std::move(out));
}

/// A line of its own under a quotation.
bool AttributionReading::is_attribution_line(std::size_t i) const {
  const std::string& text = block(i).text;
  if (i == 0 || block(i).kind == BlockKind::speaker || text.size() > longest_line || !read_[i].quotes.empty() ||
      !quotes_somebody(i - 1))
    return false;
  const std::size_t first = skip_dashes(text, 0), tail = tail_begin(i);
  const std::string_view rest = std::string_view(text).substr(first);
  if (tail > first && tail < text.size()) return false;  // "Everybody's got one, love. - FG1-F2"
  if (rest.empty() || !is_short_items(rest) || std::string_view(".:?!").find(rest.back()) != rest.npos) return false;
  if (rest.starts_with('(') || rest.starts_with('[')) {  // "(P3) had come late" is a sentence
    const std::size_t close = rest.find_first_of(")]");
    const std::string_view behind = close == rest.npos ? rest : trimmed(rest.substr(close + 1));
    if (!behind.empty() && behind[0] != ',' && behind[0] != ';') return false;
  }
  const auto takes_turn = [&](std::size_t j) {
    const auto& ids = read_[j].ids;
    return !ids.empty() && ids[0].bytes.begin <= skip_dashes(block(j).text, 0) &&
           std::string_view(block(j).text).substr(ids[0].bytes.end).starts_with(": ");
  };
  if (takes_turn(i) && takes_turn(i - 1)) return false;  // "V4: I have the voice. (Group 1)"
  return std::any_of(read_[i].ids.begin(), read_[i].ids.end(),
                     [&](const PaperId& id) { return is_used(id) && begins_item(rest, id.bytes.begin - first); });
}

}  // namespace moniker::custodian
