// What speaks against each extract, once its passage is known.
#include <fmt/format.h>

#include <algorithm>

#include "base/display_name.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "quotes/checked_quotes.hpp"
#include "quotes/quote_search.hpp"

namespace moniker::custodian {
namespace {

using Kind = QuotePiece::Kind;

std::string said(const std::vector<QuoteWord>& words) {
  std::string text;
  for (const QuoteWord& word : words) text += (text.empty() ? "" : " ") + word.word;
  return text;
}

bool negates(const std::vector<QuoteWord>& words, const PaperWords& language) {
  return std::any_of(words.begin(), words.end(),
                     [&](const QuoteWord& word) { return language.negations.contains(word.word); });
}

/// All of the placeholder of which piece `at` holds some words: "village a yorkshire", where the paper has another
/// letter.
std::string placeholder_at(const QuoteAlignment& alignment, std::size_t at) {
  std::vector<const QuoteWord*> words;
  std::size_t from = 0, to = 0;  // the words of that piece
  for (std::size_t i = 0; i < alignment.pieces.size(); ++i) {
    if (i == at) from = words.size();
    for (const QuoteWord& word : alignment.pieces[i].transcript) words.push_back(&word);
    if (i == at) to = words.size();
  }
  while (from < to && !words[from]->bracketed) ++from;
  while (from > 0 && words[from - 1]->bracketed) --from;
  std::string text;
  for (std::size_t i = from; i < words.size() && words[i]->bracketed; ++i)
    text += (text.empty() ? "" : " ") + words[i]->word;
  return text;
}

/// What the transcript has and the paper has not, or the other way round, and nothing says so.
void judge_words(const QuoteAlignment& alignment, const PaperWords& language, std::vector<QuoteFinding>& findings) {
  for (std::size_t i = 0; i < alignment.pieces.size(); ++i) {
    const QuotePiece& piece = alignment.pieces[i];
    if (piece.kind == Kind::same) continue;
    const bool in_name = std::any_of(piece.transcript.begin(), piece.transcript.end(),
                                     [](const QuoteWord& word) { return word.bracketed; });
    const bool plain =
        std::any_of(piece.paper.begin(), piece.paper.end(), [](const QuoteWord& word) { return !word.bracketed; });
    if (in_name && plain && piece.kind == Kind::changed)
      findings.push_back({QuoteFault::masked, fmt::format("where the transcript has [{}] the paper has words",
                                                          placeholder_at(alignment, i))});
    if (piece.told) continue;
    const bool was = negates(piece.transcript, language), is = negates(piece.paper, language);
    if (was && !is)
      findings.push_back({QuoteFault::lost_not, fmt::format("\"{}\" is left out", said(piece.transcript))});
    if (is && !was) findings.push_back({QuoteFault::lost_not, fmt::format("\"{}\" is put in", said(piece.paper))});
    if (was != is || in_name) continue;
    const bool fillers =
        piece.kind == Kind::left_out && std::all_of(piece.transcript.begin(), piece.transcript.end(),
                                                    [](const QuoteWord& word) { return is_filler(word.word); });
    if (fillers) continue;
    if (piece.kind == Kind::left_out)
      findings.push_back(
          {QuoteFault::changed, fmt::format("\"{}\" is left out without an ellipsis", said(piece.transcript))});
    if (piece.kind == Kind::put_in)
      findings.push_back({QuoteFault::changed, fmt::format("\"{}\" was not said", said(piece.paper))});
    if (piece.kind == Kind::changed)
      findings.push_back({QuoteFault::changed,
                          fmt::format("\"{}\" was said, and not \"{}\"", said(piece.transcript), said(piece.paper))});
  }
}

/// Words that may be names: with a capital, and where a sentence begins long ones alone. "I will" names nobody.
std::string with_capitals(std::string_view text) {
  std::string names;
  std::uint32_t last = 0;
  for (const QuoteWord& word : quote_words(text)) {
    const std::string_view written = text.substr(word.bytes.begin, word.bytes.size());
    const std::string_view between = text.substr(last, word.bytes.begin - std::min(last, word.bytes.begin));
    const bool begins = word.bytes.begin == 0 || last == 0 || between.find_first_of(".?!") != between.npos;
    last = word.bytes.end;
    if (is_upper(code_point_at(written, 0).value) && (!begins || written.size() >= 5))
      names += std::string(written) + " ";
  }
  return names;
}

/// A paper's ID as the study's own: P4 and ID 4 are ID04; pseudonyms and letters (Participant B) are none of it.
std::string study_id(const PaperId& id, const ExportedStudy& study) {
  const bool letter = id.digits.size() == 1 && !is_ascii_digit(id.digits.front());
  if (id.name || letter) return {};
  for (const ExportedPerson& person : study.people) {
    const std::size_t digits = person.id.find_first_of("0123456789");
    if (digits == std::string::npos) continue;
    const bool own = fold(person.id.substr(0, digits)) == id.folded_prefix() ||
                     (id.known && id.known->generic && person.id.starts_with(study.participant_prefix));
    if (own && std::strtoul(person.id.c_str() + digits, nullptr, 10) == id.number) return person.id;
  }
  return {};
}

const ExportedPerson* person_of(const ExportedStudy& study, const std::string& id) {
  const auto found =
      std::find_if(study.people.begin(), study.people.end(), [&](const ExportedPerson& one) { return one.id == id; });
  return found == study.people.end() ? nullptr : &*found;
}

/// What the register says of somebody, by the words of the language; ages are bands there.
std::vector<Attribute> register_attributes(const ExportedPerson& person, const PaperWords& language) {
  std::vector<Attribute> all;
  for (std::size_t i = 0; i < person.values.size(); ++i) {
    if (person.values[i].empty()) continue;
    for (Attribute& one : attributes_of(person.values[i], i, language)) all.push_back(std::move(one));
  }
  return all;
}

/// Whether all that a paper publishes may stand of a person.
bool fits(const std::vector<Attribute>& published, const std::vector<Attribute>& person) {
  return std::all_of(published.begin(), published.end(), [&](const Attribute& wanted) {
    bool kind = false, good = false;
    for (const Attribute& has : person) {
      if (has.kind != wanted.kind || wanted.kind.empty()) continue;
      kind = true;
      good = good || may_stand_together(wanted, has);
    }
    return !kind || good;
  });
}

class QuoteJudge {
 public:
  QuoteJudge(const OpenedForQuotes& opened, const ExaminedPaper& paper, const PaperWords& language)
      : opened_(opened), paper_(paper), language_(language), names_(opened.names), passages_(opened.study) {
    for (const ExportedPerson& person : opened.study.people) people_.push_back(register_attributes(person, language));
  }

  CheckedExtract judge(std::size_t index) {
    const Extract& extract = paper_.talk.extracts[index];
    CheckedExtract out{.extract = index};
    const bool credited = extract.attribution.has_value();
    const PaperId* id = credited ? speaker_of(paper_.talk.attributions[*extract.attribution]) : nullptr;
    auto passage = passages_.find(extract.text, id ? study_id(*id, opened_.study) : "");
    out.found = passage && passage->alignment.fit >= found_from;
    if (passage && passage->alignment.fit < near_from) passage.reset();
    if (names_.holds_registered_name(with_capitals(extract.text)))
      out.findings.push_back({QuoteFault::known_name, "a name that the custodian's table knows stands in it"});
    if (out.found) judge_words(passage->alignment, language_, out.findings);
    if (!out.found && credited)
      out.findings.push_back({QuoteFault::nobodys, passage
                                                       ? "no transcript has these words; the nearest passage is shown"
                                                       : "no transcript has these words"});
    if (credited) judge_person(paper_.talk.attributions[*extract.attribution], out, passage);
    out.passage = std::move(passage);
    std::stable_sort(out.findings.begin(), out.findings.end(),
                     [](const QuoteFinding& a, const QuoteFinding& b) { return a.fault < b.fault; });
    return out;
  }

 private:
  void judge_person(const Attribution& attribution, CheckedExtract& out,
                    const std::optional<QuotePassage>& passage) const {
    const PaperId* id = speaker_of(attribution);
    const std::string who = id ? study_id(*id, opened_.study) : "";
    if (out.found && !passage->speaker.empty() && passage->speaker != who && id && is_person(*id))
      out.findings.push_back({QuoteFault::other_person,
                              fmt::format("{} said it, and it is credited to {}", passage->speaker, id->written())});
    if (who.empty()) return;
    const ExportedPerson* person = person_of(opened_.study, who);
    if (person) judge_attributes(attribution, *person, out);
    if (opened_.consents && !opened_.consents->contains(who))
      out.findings.push_back({QuoteFault::no_consent, fmt::format("{} did not agree to be quoted", who)});
  }
  static bool is_person(const PaperId& id) { return !id.known || id.known->kind == IdPrefix::Kind::participant; }

  void judge_attributes(const Attribution& attribution, const ExportedPerson& person, CheckedExtract& out) const {
    const auto& of_person = people_[static_cast<std::size_t>(&person - opened_.study.people.data())];
    for (const Attribute& told : attribution.attributes) {
      if (!fits({told}, of_person))
        out.findings.push_back({QuoteFault::disagrees,
                                fmt::format("{}: the paper says {}, the register does not", told.kind, told.value)});
    }
    std::vector<Attribute> published;
    for (const Attribute& told : attribution.attributes) {
      if (!told.kind.empty() && fits({told}, of_person)) published.push_back(told);
    }
    if (published.empty()) return;
    std::size_t alike = 0;
    for (std::size_t i = 0; i < people_.size(); ++i)
      alike += opened_.study.people[i].id.starts_with(opened_.study.participant_prefix) && fits(published, people_[i]);
    if (alike < opened_.least)
      out.findings.push_back({QuoteFault::unique,
                              fmt::format("{} of the sample {} as it is described", alike, alike == 1 ? "is" : "are")});
  }

  const OpenedForQuotes& opened_;
  const ExaminedPaper& paper_;
  const PaperWords& language_;
  DisplayNames names_;
  PassageFinder passages_;
  std::vector<std::vector<Attribute>> people_{};
};

}  // namespace

std::string_view name_of(QuoteFault fault) {
  constexpr std::string_view names[] = {"lost-not",  "known-name", "masked",          "other-person", "nobodys",
                                        "disagrees", "no-consent", "unique-in-study", "changed"};
  return names[static_cast<std::size_t>(fault)];
}

CheckedQuotes judge_quotes(const OpenedForQuotes& opened, const ExaminedPaper& paper, const PaperWords& words) {
  CheckedQuotes out{.consent_known = opened.consents.has_value(), .table_opened = !opened.names.people.empty()};
  QuoteJudge judge(opened, paper, words);
  for (std::size_t i = 0; i < paper.talk.extracts.size(); ++i) out.extracts.push_back(judge.judge(i));
  return out;
}

}  // namespace moniker::custodian
