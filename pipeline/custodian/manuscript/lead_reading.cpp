// What is told of whoever is quoted, beside the attribution itself: by a bracket behind a quotation whose ID stands
// above it, by the sentence that leads to it, and by what they say of themselves.
#include "manuscript/lead_reading.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/pronouns_of_leads.hpp"
#include "manuscript/spans.hpp"
#include "manuscript/told_by_leads.hpp"
#include "manuscript/told_by_self.hpp"
#include "manuscript/told_in_clauses.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t no_slot = 1000;

}  // namespace

void LeadReading::add_told_of_speakers() {
  for (const Extract& extract : talk_.extracts) give_bracket_behind(extract);
  add_leads();
  const std::optional<TalkYears> talks = talk_years(paper_, words_);
  for (const Extract& extract : talk_.extracts) add_told_by_self(extract, talks);
}

Attribute LeadReading::of_gender(const std::string& gender) const {
  return {"gender", gender, (gender == "male" ? words_.he : words_.she).front(), 0, {}};
}

/// "[Interview 14]" above, "(woman, 30 to 44)" right behind: what the bracket tells is told of Interview 14.
void LeadReading::give_bracket_behind(const Extract& extract) {
  const PaperId* told = extract.attribution ? speaker_of(talk_.attributions[*extract.attribution]) : nullptr;
  if (!told || is_role(*told)) return;
  const PaperId who = *told;
  bool there = false;
  for (Attribution& one : talk_.attributions) {
    const bool behind = one.block == extract.block && one.form == AttributionForm::bracket &&
                        one.bytes.begin >= extract.bytes.end && one.ids.size() == 1 && is_role(one.ids[0]) &&
                        next_to(block(one.block).text, extract.bytes.end, one.bytes.begin);
    if (behind) one.ids = {who};
    there = there || behind;
  }
  const Attribution& whose = talk_.attributions[*extract.attribution];
  if (whose.block == extract.block && whose.bytes.begin >= extract.bytes.end) return;  // the bracket names them
  const std::string& text = block(extract.block).text;
  for (const QuotedSpan& bracket : read_[extract.block].brackets) {
    const std::string_view inside = cut_at(text, bracket.inside);
    if (there || !next_to(text, extract.bytes.end, bracket.whole.begin) || !ids_of(inside).empty() ||
        !tells_somebody(inside) || !is_short_items(inside))
      continue;
    Attribution told_of{.block = extract.block,
                        .bytes = bracket.inside,
                        .text = std::string(inside),
                        .form = AttributionForm::bracket,
                        .ids = {who}};
    for (const std::string_view item : items_of(inside)) {
      for (Attribute& one : attributes_of(item, told_of.slots, words_)) told_of.attributes.push_back(std::move(one));
      ++told_of.slots;
    }
    talk_.attributions.push_back(std::move(told_of));
    return;
  }
}

/// "As one of them put it, after twenty-two years in the classroom he had understood: '...' (T7)": what the sentence
/// up to the quotation tells is told of T7, where it names nobody.
void LeadReading::add_lead_clause(const Extract& extract) {
  const std::string& text = block(extract.block).text;
  if (extract.set_apart || !extract.attribution || block(extract.block).kind != BlockKind::body) return;
  const PaperId* who = speaker_of(talk_.attributions[*extract.attribution]);
  if (!who || talk_.attributions[*extract.attribution].bytes.begin < extract.bytes.end) return;
  for (const ByteRange sentence : sentences_of(text, words_)) {
    if (extract.bytes.begin < sentence.begin || extract.bytes.begin >= sentence.end) continue;
    const ByteRange before{sentence.begin, extract.bytes.begin};
    const std::string_view said = cut_at(text, before);
    const auto names = [&](const PaperId& id) { return before.begin <= id.bytes.begin && id.bytes.begin < before.end; };
    const bool quoted = std::any_of(
        read_[extract.block].quotes.begin(), read_[extract.block].quotes.end(),
        [&](const QuotedSpan& one) { return one.whole.end <= before.end && one.whole.begin >= before.begin; });
    if (words_in(said) < 4 || quoted ||
        std::any_of(read_[extract.block].ids.begin(), read_[extract.block].ids.end(), names))
      return;
    Attribution lead{.block = extract.block,
                     .bytes = before,
                     .text = std::string(said),
                     .form = AttributionForm::lead,
                     .ids = {*who}};
    if (says_one_of(fold(said), words_.one_of_them)) lead.attributes = told_anywhere(said, no_slot, words_);
    const std::string_view before_it = std::string_view(text).substr(0, sentence.begin);
    std::string gender = gender_of_head(said, before_it, words_);
    if (gender.empty()) gender = gender_since_named(extract.block, before, *who);
    if (!gender.empty()) lead.attributes.push_back(of_gender(gender));
    if (!lead.attributes.empty()) talk_.attributions.push_back(std::move(lead));
    return;
  }
}

/// "T10 waited two days. When it came, she could not take it in: '...' (T10)": where the paragraph named T10 before,
/// and nobody since.
std::string LeadReading::gender_since_named(std::size_t i, ByteRange said, const PaperId& who) const {
  const PaperId* last = nullptr;
  for (const PaperId& id : read_[i].ids) {
    if (id.bytes.begin >= said.begin || !is_used(id)) continue;
    if (id.normal() != who.normal()) return {};
    if (!last) last = &id;
  }
  const std::string_view text = block(i).text;
  if (!last || !trimmed(cut_at(text, said), " '\"\u2018\u201c").ends_with(':')) return {};
  return gender_of_clause(cut_at(text, said), text.substr(last->bytes.end, said.begin - last->bytes.end), words_);
}

/// "I only qualified last summer", in an extract of OP-18: what that one is.
void LeadReading::add_told_by_self(const Extract& extract, const std::optional<TalkYears>& talks) {
  const PaperId* who = extract.attribution ? speaker_of(talk_.attributions[*extract.attribution]) : nullptr;
  if (!who || is_role(*who)) return;
  const PaperId speaker = *who;
  for (ToldBySelf& told : told_by_self(extract.text, no_slot, talks, words_)) {
    Attribution self{.block = extract.block,
                     .bytes = {extract.bytes.begin + told.sentence.begin, extract.bytes.begin + told.sentence.end},
                     .text = std::string(cut_at(extract.text, told.sentence)),
                     .form = AttributionForm::lead,
                     .ids = {speaker},
                     .attributes = {std::move(told.attribute)}};
    talk_.attributions.push_back(std::move(self));
  }
}

/// "It was explained by a porter:", "A woman in her fifties told us:", and an extract of G6: that is what G6 is.
void LeadReading::add_what_lead_tells(const Extract& extract) {
  const bool whole = extract.set_apart || extract.bytes.begin < 4;
  const PaperId* who = extract.attribution && whole && extract.block > 0
                           ? speaker_of(talk_.attributions[*extract.attribution])
                           : nullptr;
  if (!who || is_role(*who) || talk_.attributions[*extract.attribution].block < extract.block) return;
  const auto is_somebody = [&](const PaperId& id) { return is_used(id); };
  Attribution lead{.block = extract.block - 1, .form = AttributionForm::lead, .ids = {*who}};
  const std::uint32_t from = sentences_of(block(lead.block).text, words_).empty()
                                 ? 0
                                 : sentences_of(block(lead.block).text, words_).back().begin;
  const auto& ids = read_[lead.block].ids;
  if (std::any_of(ids.begin(), ids.end(), [&](const PaperId& id) { return id.bytes.begin >= from && is_somebody(id); }))
    return;
  lead.attributes = told_of_speaker(block(lead.block), no_slot, lead.bytes, words_);
  if (lead.attributes.empty()) return;
  lead.text = std::string(cut_at(block(lead.block).text, lead.bytes));
  talk_.attributions.push_back(std::move(lead));
}

/// "He had built a box for it from walnut:", and an extract of Interview 12: that one is he.
void LeadReading::add_leads() {
  for (std::size_t e = 0; e < talk_.extracts.size(); ++e) {
    const Extract& extract = talk_.extracts[e];
    add_lead_clause(extract);
    add_what_lead_tells(extract);
    add_pronouns_about(extract);
  }
}

/// What "he" and "she" tell right before an extract that stands alone, and right behind it.
void LeadReading::add_pronouns_about(const Extract& extract) {
  const bool whole = extract.set_apart || extract.bytes.begin < 4;
  const PaperId* named = extract.attribution && whole ? speaker_of(talk_.attributions[*extract.attribution]) : nullptr;
  if (!named) return;
  const PaperId who = *named;
  const std::size_t by = talk_.attributions[*extract.attribution].block;
  const auto add = [&](std::size_t i, ByteRange sentence, const std::string& gender) {
    Attribution told{.block = i,
                     .bytes = sentence,
                     .text = std::string(cut_at(block(i).text, sentence)),
                     .form = AttributionForm::lead,
                     .ids = {who}};
    told.attributes.push_back(of_gender(gender));
    talk_.attributions.push_back(std::move(told));
  };
  ByteRange sentence;
  if (extract.block > 0 && by >= extract.block) {
    const bool names = !block(extract.block - 1).text.ends_with(':') && !read_[extract.block - 1].ids.empty();
    const std::string gender = names ? "" : gender_of_lead(block(extract.block - 1), sentence, words_);
    if (!gender.empty()) add(extract.block - 1, sentence, gender);
  }
  const std::size_t behind = std::max(extract.block, by) + 1;
  if (behind >= paper_.blocks.size() || behind > extract.block + 2) return;
  const auto& quotes = read_[behind].quotes;  // "She says I'm the best": words of the next one
  if (std::any_of(quotes.begin(), quotes.end(), [](const QuotedSpan& one) { return one.whole.begin == 0; })) return;
  if (const std::string gender = gender_behind(block(behind), sentence, words_); !gender.empty())
    add(behind, sentence, gender);
}

}  // namespace moniker::custodian
