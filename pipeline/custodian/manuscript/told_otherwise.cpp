// Prose about somebody of whom attributions tell another thing: "(HCW-03, nurse, Clinic A)" and "HCW-03, an assistant
// without training,", where others of the paper are assistants.
#include "manuscript/told_otherwise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_told = 140, most_words_of_value = 4, most_before = 4, slots_of_a_row = 1000;

/// Words with a blank between, and one before and behind: "long-haul" is "long haul".
std::string spread(std::string_view text) {
  std::string folded = fold(text);
  std::replace(folded.begin(), folded.end(), '-', ' ');
  return fmt::format(" {} ", fmt::join(folded_words(folded), " "));
}

/// "type 1 diabetes", "ward 6", "4.5" of a class: named by a number; no "4 years", no "34".
bool is_named_by_number(const Attribute& one, const PaperWords& words) {
  const auto said = folded_words(one.written);
  const bool years = std::any_of(said.begin(), said.end(), [&](const std::string& word) {
    return is_one_of(word, words.tenure_units) || is_one_of(word, words.months);
  });
  const bool decimal = said.size() == 1 && one.written.find('.') != std::string::npos;
  if (decimal) return one.kind != "age" && one.kind != "experience";
  return one.kind.empty() && !years && said.size() > 1 && !is_ascii_digit(one.written[0]);
}

bool is_plain_value(const Attribute& one, const PaperWords& words) {
  const bool counted = one.written.find_first_of("0123456789") != std::string::npos && !is_named_by_number(one, words);
  const bool told = one.kind == "gender" || one.kind == "age" || one.kind == "occasion" || one.kind == "reference";
  return !counted && !told && one.written.size() > 2 && words_in(one.written) <= most_words_of_value;
}

bool is_of_attribution(const Attribution& one) {
  return one.form == AttributionForm::bracket || one.form == AttributionForm::line ||
         one.form == AttributionForm::label || one.form == AttributionForm::row;
}

/// Which of how many items; a table's columns are places of their own.
std::pair<std::size_t, std::size_t> slot_of(const Attribution& one, const Attribute& value) {
  return {one.form == AttributionForm::row ? slots_of_a_row : one.slots, value.slot};
}

/// "hospital" and "home care" of the kind "of hospital, home care", which a breakdown gave.
std::vector<std::string> parts_of_kind(std::string_view kind) {
  std::vector<std::string> parts;
  if (!kind.starts_with("of ")) return parts;
  for (const std::string_view part : items_of(kind.substr(3))) parts.push_back(spread(part));
  return parts;
}

/// Up to a sign; the stop of 4.5 is none.
std::string_view clause_of(std::string_view rest) {
  std::size_t end = rest.find_first_of(",.;:");
  while (end != rest.npos && end + 1 < rest.size() && is_ascii_digit(rest[end + 1]))
    end = rest.find_first_of(",.;:", end + 1);
  return rest.substr(0, std::min(end, longest_told));
}

/// "had been told", "had never seen": of some time before, and some place.
bool is_of_another_time(std::string_view behind, const PaperWords& words) {
  const auto said = folded_words(behind.substr(0, 40));
  return said.size() > 1 && is_one_of(said[0], words.has) &&
         (is_past(said[1], words) || is_one_of(said[1], words.participles) || words.negations.contains(said[1]));
}

std::string first_of(std::string_view clause) { return fold(clause.substr(0, clause.find(' '))); }

/// The clause that stands beside an ID and tells of nobody else: behind it, or "As a nurse, P4 ..." before it.
std::string_view clause_beside(std::string_view text, ByteRange sentence, ByteRange id, const PaperWords& words) {
  const std::string_view before = text.substr(sentence.begin, id.begin - sentence.begin),
                         behind = text.substr(id.end, sentence.end - id.end);
  if (!lead_of(fold(before), words.being_one).empty() && before.ends_with(", ")) return before;
  const bool place = is_one_of(fold(before.substr(0, before.find(' '))), words.at_place) && before.ends_with(", ");
  const bool who = behind.starts_with(", ") && is_one_of(first_of(behind.substr(2)), words.somebody);
  if (place && !who && !is_of_another_time(behind, words)) return before;  // no "At Moor, P4 had been told"
  if (!before.empty() && !(place && who)) return {};  // "In her second interview, Jean, who had ..."
  if (behind.starts_with(", ")) {
    const std::string_view clause = clause_of(behind.substr(2));  // "whose sister worked at Moor" is of another
    return is_one_of(fold(clause.substr(0, clause.find(' '))), words.whose) ? std::string_view() : clause;
  }
  return !lead_of(fold(trimmed(behind)), words.being_one).empty() ? clause_of(behind) : std::string_view();
}

/// The words before a value, at most four.
std::vector<std::string> words_before(const std::string& clause, std::size_t at) {
  auto before = folded_words(std::string_view(clause).substr(0, at));
  if (before.size() > most_before) before.erase(before.begin(), before.end() - most_before);
  return before;
}

/// "At Moor, P4 ...", "a walker from Moor": a place, with nothing before it but who is there.
bool is_place_of_one(const std::vector<std::string>& before, const PaperWords& words) {
  if (before.empty() || !is_one_of(before.back(), words.at_place)) return false;
  return before.size() == 1 || (before.size() <= 4 && is_one_of(before[0], words.articles));
}

/// "who had been going to the Mill since the spring", "who used the Mill": a place of their own.
bool is_gone_to(const std::string& clause, std::size_t at, const PaperWords& words) {
  const auto said = folded_words(clause);
  if (said.size() < 2 || !is_one_of(said[0], words.somebody)) return false;
  // "who had used the Mill before it was full" may go elsewhere now
  if (is_one_of(said[1], words.has) && !says_one_of(clause, words.still_since)) return false;
  std::string before = fold(trimmed(std::string_view(clause).substr(0, at)));
  const std::size_t last = before.rfind(' ');
  if (last != before.npos && is_one_of(std::string_view(before).substr(last + 1), words.the)) before.resize(last);
  return !tail_of(before, words.goes_to).empty();
}

/// "who had colitis", "living with colitis": what somebody has.
bool is_had_by_one(const std::vector<std::string>& before, const PaperWords& words) {
  const bool who = !before.empty() && before.size() <= 3 &&
                   (is_one_of(before[0], words.somebody) || is_one_of(before[0], words.living) ||
                    (before.size() == 1 && is_one_of(before[0], words.with)));
  return who && is_one_of(before.back(), words.holds);
}

/// "a new assistant", "who had worked as an assistant": it is told of the one whom the clause is about.
bool is_told_of_one(const std::string& clause, std::size_t at, const PaperWords& words) {
  const std::string before = fold(trimmed(std::string_view(clause).substr(0, at)));
  const auto said = folded_words(before);
  if (is_place_of_one(said, words) || is_had_by_one(said, words) || is_gone_to(clause, at, words)) return true;
  const bool head =
      !said.empty() && said.size() <= 2 && is_one_of(said[0], words.articles) && !words.negations.contains(said.back());
  if (head) return true;
  const std::size_t cut = before.find_last_of(' ') == before.npos ? 0 : before.find_last_of(' ');
  return !tail_of(before, words.being_one).empty() ||
         !tail_of(std::string_view(before).substr(0, cut), words.being_one).empty();
}

/// "agency, and ..." behind "I'm", "senior partner in" behind "As the".
bool is_told_by_self(const std::string& clause, std::size_t at, std::size_t size, const PaperWords& words) {
  if (folded_words(std::string_view(clause).substr(0, at)).size() > 1) return false;
  const auto behind = folded_words(std::string_view(clause).substr(at + size));
  if (!behind.empty() && is_one_of(behind[0], words.by)) return false;  // "a nurse by training"
  const bool goes_on = behind.size() > 1 && is_one_of(behind[0], words.conjunction) &&
                       is_one_of(behind[1], words.first_person);  // "a nurse and I still say sorry"
  return goes_on || ends_head(behind, 0, words) || is_one_of(behind[0], words.first_person) ||
         is_one_of(behind[0], words.anybody) || is_one_of(behind[0], words.self_ends);
}

/// The job that a clause begins with, "solicitor" of "solicitor I see them"; no "carer", who may have a job besides.
std::vector<Attribute> job_told(const std::string& clause, const PaperWords& words) {
  constexpr std::size_t longest_job = 3;
  const auto said = folded_words(clause);
  for (std::size_t length = std::min(longest_job, said.size()); length > 0; --length) {
    const std::string job =
        fmt::format("{}", fmt::join(said.begin(), said.begin() + static_cast<std::ptrdiff_t>(length), " "));
    const auto* known = words::find_word(words.attributes, job);
    const bool role = known && std::any_of(known->begin(), known->end(),
                                           [](const SaidOfSomebody& one) { return one.kind == "role"; });
    if (!role) continue;
    if (!is_told_by_self(clause, clause.find(job), job.size(), words)) return {};
    std::vector<Attribute> out = attributes_of(job, 0, words);
    std::erase_if(out, [](const Attribute& one) { return one.kind != "role"; });
    return out;
  }
  return {};
}

/// Whether whoever has one job says that they have another.
bool is_other_job(const Attribute& own, const Attribute& told, const PaperWords& words) {
  return own.kind == "role" && !may_stand_together(own, told) && !is_one_of(own.value, words.beside_a_job) &&
         !is_one_of(told.value, words.beside_a_job);
}

/// "as a nurse and I still ..." of "I've been doing it for eleven years as a nurse and I still ..."; empty without.
std::string_view as_what(std::string_view folded, const PaperWords& words) {
  if (!says_one_of(folded, words.i_have_been)) return {};
  for (const std::string& as : words.as_one) {
    const std::size_t at = folded.rfind(" " + as + " ");
    if (at != folded.npos) return folded.substr(at + 1);
  }
  return {};
}

}  // namespace

ToldOtherwise::ToldOtherwise(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words)
    : paper_(paper), talk_(talk), words_(words) {
  for (const Attribution& one : talk.attributions) {
    const PaperId* id = speaker_of(one);
    if (!id || !is_of_attribution(one)) continue;
    for (const Attribute& attribute : one.attributes) {
      if (!is_plain_value(attribute, words)) continue;
      auto& values = values_[slot_of(one, attribute)];
      values[spread(attribute.written)].insert(id->normal());
      for (const std::string& part : parts_of_kind(attribute.kind)) values.try_emplace(part);
    }
  }
  std::erase_if(values_, [](const auto& slot) { return slot.second.size() < 2; });
}

std::string ToldOtherwise::told_value(Slot slot, const std::string& own, const Told& told) const {
  const std::string& clause = told.clause;
  const std::size_t denied = clause.find(own);
  if (denied != clause.npos) {
    const auto before = words_before(clause, denied);
    const bool never = std::any_of(before.begin(), before.end(),
                                   [&](const std::string& word) { return words_.negations.contains(word); });
    return never && !told.by_self ? "not" + own : std::string();
  }
  std::string longest;
  for (const auto& [value, ids] : values_.at(slot)) {
    const std::size_t at = clause.find(value);
    const bool within = own.find(value) != own.npos || value.find(own) != value.npos;
    if (at == clause.npos || within || value.size() <= longest.size()) continue;
    const auto behind = folded_words(std::string_view(clause).substr(at + value.size()));
    const bool of_one = told.by_self ? is_told_by_self(clause, at, value.size(), words_)
                                     : is_told_of_one(clause, at, words_) &&
                                           (!told.leads || ends_head(behind, 0, words_));  // no "late riser"
    if (of_one) longest = value;
  }
  return longest;
}

void ToldOtherwise::add_told_beside(const Attribution& one, std::vector<Told>& told) const {
  const Block& block = paper_.blocks[one.block];
  const PaperId* id = speaker_of(one);
  const bool leads = one.form == AttributionForm::line && block.text.ends_with(':');  // "P4, a Quaker, sat it out:"
  if (!id || (one.form != AttributionForm::prose && !leads) || block.kind != BlockKind::body) return;
  if (!std::string_view(block.text).substr(one.bytes.begin).starts_with(id->written())) return;
  const ByteRange named{one.bytes.begin, one.bytes.begin + static_cast<std::uint32_t>(id->written().size())};
  for (const ByteRange sentence : sentences_of(block.text, words_)) {
    if (named.begin < sentence.begin || named.end > sentence.end) continue;
    const std::string_view beside = clause_beside(block.text, sentence, named, words_);
    const std::string folded = fold(beside);
    if (beside.empty() || says_one_of(folded, words_.became)) continue;
    told.push_back({.clause = spread(beside),
                    .formerly = says_one_of(folded, words_.formerly) && !says_one_of(folded, words_.still),
                    .leads = leads,
                    .where = {block.at, one.text}});
  }
}

void ToldOtherwise::add_told_by_self(const Extract& extract, std::vector<Told>& told) const {
  for (const ByteRange sentence : sentences_of(extract.text, words_)) {
    const std::string_view said = std::string_view(extract.text).substr(sentence.begin, sentence.size());
    const std::string folded = fold(said);
    if (says_one_of(folded, words_.back_then) || !quotes_in(said).empty()) continue;
    std::string_view from = as_what(folded, words_);
    const bool sure = !from.empty();
    if (!sure) from = folded;
    std::string_view marker = lead_of(from, words_.self_is);
    const bool has = marker.empty();
    if (has) marker = lead_of(from, words_.self_has);
    if (marker.empty()) continue;
    const std::string_view rest = clause_of(from.substr(marker.size()));
    if (!sure && says_one_of(rest, words_.supposes)) continue;
    std::string clause = spread(rest);
    told.push_back({.clause = std::move(clause),
                    .by_self = true,
                    .has = has,
                    .job = !has && is_one_of(marker.substr(marker.rfind(' ') + 1), words_.an),
                    .where = {paper_.blocks[extract.block].at, std::string(said)}});
  }
}

std::vector<ToldOtherwise::Told> ToldOtherwise::told_of(const PaperPerson& person) const {
  std::vector<Told> told;
  const std::set<std::size_t> own(person.attributions.begin(), person.attributions.end());
  for (const std::size_t a : own) add_told_beside(talk_.attributions[a], told);
  for (const Extract& extract : talk_.extracts) {
    if (extract.attribution && own.contains(*extract.attribution)) add_told_by_self(extract, told);
  }
  return told;
}

std::optional<std::string> ToldOtherwise::against(const Attribution& attributed, const Told& told) const {
  const bool lead = attributed.form == AttributionForm::line && paper_.blocks[attributed.block].text.ends_with(':');
  if (!is_of_attribution(attributed) || (lead && !told.by_self)) return std::nullopt;
  for (const Attribute& own : attributed.attributes) {
    if (told.has && (own.kind == "role" || own.kind == "relation")) continue;  // "my wife" is said by no wife
    if (told.job) {
      for (const Attribute& job : job_told(told.clause, words_)) {
        if (is_other_job(own, job, words_)) return fmt::format("{} and {}", own.value, job.value);
      }
    }
    const Slot slot = slot_of(attributed, own);
    if (!is_plain_value(own, words_) || !values_.contains(slot)) continue;
    const std::string value = told_value(slot, spread(own.written), told);
    if (!value.empty() && (!told.formerly || value.starts_with("not ")))
      return fmt::format("{} and {}", own.written, trimmed(value));
  }
  return std::nullopt;
}

std::optional<ToldOtherwise::Clause> ToldOtherwise::of(const PaperPerson& person) const {
  for (const Told& told : told_of(person)) {
    for (const std::size_t a : person.attributions) {
      if (const auto differ = against(talk_.attributions[a], told))
        return Clause{*differ, &talk_.attributions[a], told.where};
    }
  }
  return std::nullopt;
}

}  // namespace moniker::custodian
