// Prose about somebody of whom attributions tell another thing: "(HCW-03, nurse, Clinic A)" and "HCW-03, an assistant
// without training,", where others of the paper are assistants.
#include "manuscript/told_otherwise.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_told = 140, most_words_of_value = 4, most_before = 4;

/// Words with a blank between, and one before and behind: "long-haul" is "long haul".
std::string spread(std::string_view text) {
  std::string folded = fold(text);
  std::replace(folded.begin(), folded.end(), '-', ' ');
  return fmt::format(" {} ", fmt::join(folded_words(folded), " "));
}

bool is_plain_value(const Attribute& one) {
  const bool counted = one.written.find_first_of("0123456789") != std::string::npos;
  const bool told = one.kind == "gender" || one.kind == "age" || one.kind == "occasion" || one.kind == "reference";
  return !counted && !told && one.written.size() > 2 && words_in(one.written) <= most_words_of_value;
}

bool is_of_attribution(const Attribution& one) {
  return one.form == AttributionForm::bracket || one.form == AttributionForm::line ||
         one.form == AttributionForm::label;
}

/// Up to a sign.
std::string_view clause_of(std::string_view rest) {
  return rest.substr(0, std::min(rest.find_first_of(",.;:"), longest_told));
}

/// The clause that stands beside an ID and tells of nobody else: behind it, or "As a nurse, P4 ..." before it.
std::string_view clause_beside(std::string_view text, ByteRange sentence, ByteRange id, const PaperWords& words) {
  const std::string_view before = text.substr(sentence.begin, id.begin - sentence.begin),
                         behind = text.substr(id.end, sentence.end - id.end);
  if (!lead_of(fold(before), words.being_one).empty() && before.ends_with(", ")) return before;
  if (!before.empty()) return {};
  if (behind.starts_with(", ")) return clause_of(behind.substr(2));
  return !lead_of(fold(trimmed(behind)), words.being_one).empty() ? clause_of(behind) : std::string_view();
}

/// The words before a value, at most four.
std::vector<std::string> words_before(const std::string& clause, std::size_t at) {
  auto before = folded_words(std::string_view(clause).substr(0, at));
  if (before.size() > most_before) before.erase(before.begin(), before.end() - most_before);
  return before;
}

/// "a new assistant", "who had worked as an assistant": it is told of the one whom the clause is about.
bool is_told_of_one(const std::string& clause, std::size_t at, const PaperWords& words) {
  const std::string before = fold(trimmed(std::string_view(clause).substr(0, at)));
  const auto said = folded_words(before);
  const bool head =
      !said.empty() && said.size() <= 2 && is_one_of(said[0], words.articles) && !words.negations.contains(said.back());
  if (head) return true;
  const std::size_t cut = before.find_last_of(' ') == before.npos ? 0 : before.find_last_of(' ');
  return !tail_of(before, words.being_one).empty() ||
         !tail_of(std::string_view(before).substr(0, cut), words.being_one).empty();
}

}  // namespace

ToldOtherwise::ToldOtherwise(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words)
    : paper_(paper), talk_(talk), words_(words) {
  for (const Attribution& one : talk.attributions) {
    const PaperId* id = speaker_of(one);
    if (!id || !is_of_attribution(one)) continue;
    for (const Attribute& attribute : one.attributes) {
      if (is_plain_value(attribute))
        values_[{one.slots, attribute.slot}][spread(attribute.written)].insert(id->normal());
    }
  }
  std::erase_if(values_, [](const auto& slot) { return slot.second.size() < 2; });
}

std::string ToldOtherwise::told_value(Slot slot, const std::string& own, const std::string& clause) const {
  const std::size_t denied = clause.find(own);
  if (denied != clause.npos) {
    const auto before = words_before(clause, denied);
    const bool never = std::any_of(before.begin(), before.end(),
                                   [&](const std::string& word) { return words_.negations.contains(word); });
    return never ? "not" + own : std::string();
  }
  std::string longest;
  for (const auto& [value, ids] : values_.at(slot)) {
    const std::size_t at = clause.find(value);
    const bool within = own.find(value) != own.npos || value.find(own) != value.npos;
    if (at == clause.npos || within || value.size() <= longest.size() || !is_told_of_one(clause, at, words_)) continue;
    longest = value;
  }
  return longest;
}

std::optional<ToldOtherwise::Clause> ToldOtherwise::of(const PaperPerson& person) const {
  for (const std::size_t a : person.attributions) {
    const Attribution& told = talk_.attributions[a];
    const Block& block = paper_.blocks[told.block];
    const PaperId* id = speaker_of(told);
    if (!id || told.form != AttributionForm::prose || block.kind != BlockKind::body) continue;
    if (!std::string_view(block.text).substr(told.bytes.begin).starts_with(id->written())) continue;
    const ByteRange named{told.bytes.begin, told.bytes.begin + static_cast<std::uint32_t>(id->written().size())};
    for (const ByteRange sentence : sentences_of(block.text, words_)) {
      if (named.begin < sentence.begin || named.end > sentence.end) continue;
      const std::string_view beside = clause_beside(block.text, sentence, named, words_);
      if (beside.empty() || says_one_of(fold(beside), words_.became)) continue;
      const bool formerly = says_one_of(fold(beside), words_.formerly);
      for (const std::size_t b : person.attributions) {
        const Attribution& attributed = talk_.attributions[b];
        if (!is_of_attribution(attributed)) continue;
        for (const Attribute& own : attributed.attributes) {
          const Slot slot{attributed.slots, own.slot};
          if (!is_plain_value(own) || !values_.contains(slot)) continue;
          const std::string value = told_value(slot, spread(own.written), spread(beside));
          if (!value.empty() && (!formerly || value.starts_with("not ")))
            return Clause{fmt::format("{} and {}", own.written, trimmed(value)), &attributed, &told};
        }
      }
    }
  }
  return std::nullopt;
}

}  // namespace moniker::custodian
