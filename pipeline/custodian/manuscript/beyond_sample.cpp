// Numbers that no participant of the sample can have: behind the last that the paper says there is, of a group that
// there is not, or larger than the sample.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>

#include "base/fold.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/used_ids.hpp"

namespace moniker::custodian {
namespace {

constexpr std::uint32_t least_listed = 6;
constexpr std::size_t most_not_listed = 2;

/// The last number that the paper gives to those of an ID's family, or to those of its group: FG3-P8 is one of FG3.
std::map<std::string, std::uint32_t>::const_iterator last_of(const PaperTalk& talk, const PaperId& id) {
  const auto last = talk.last.find(id.family());
  if (last != talk.last.end() || id.name) return last;
  const std::string group = id.folded_prefix();
  const std::size_t digits = group.find_last_of("0123456789");
  return digits == group.npos ? last : talk.last.find(group.substr(0, digits + 1));
}

bool is_interview(const PaperId& id) {
  return !id.name && id.known && id.known->kind == IdPrefix::Kind::session && id.is_word();
}

/// "[Interview 12]": nobody has another ID.
bool are_interviews(const std::vector<UsedId>& used) {
  const auto somebody = [](const UsedId& one) { return is_participant(*one.id) && !one.id->is_word(); };
  const auto talks = std::count_if(used.begin(), used.end(), [](const UsedId& one) { return is_interview(*one.id); });
  return talks > 2 && std::count_if(used.begin(), used.end(), somebody) < 2;  // a slip may be among them
}

/// How many interviews the paper says there were, at most: some may have been interviewed twice.
double most_interviews(const Manuscript& paper, const PaperWords& words) {
  double most = 0;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    const auto sentences = sentences_of(block.text, words);
    for (const Count& count : counts_in(block.text, words)) {
      const std::string_view rest = std::string_view(block.text).substr(count.bytes.end, 40);
      const auto behind = folded_words(rest.substr(0, rest.find_first_of(".;:")));
      const bool others = std::any_of(sentences.begin(), sentences.end(), [&](ByteRange one) {
        return one.begin <= count.bytes.begin && count.bytes.begin < one.end &&
               tells_of_others(std::string_view(block.text).substr(one.begin, one.size()), words);
      });
      if (others) continue;
      for (std::size_t i = 0; i < std::min<std::size_t>(behind.size(), 3); ++i) {
        if (is_one_of(behind[i], words.interviews)) most = std::max(most, count.value);
      }
    }
  }
  return most;
}

/// Which of the sample an ID may be: of letters I and O are left out as a rule, so that Q may be the fifteenth.
std::uint32_t place_in_sample(const PaperId& id) {
  const char letter = id.digits.size() == 1 ? id.digits[0] : '0';
  if (letter < 'A' || letter > 'Z') return id.number;
  return id.number - static_cast<std::uint32_t>(letter > 'I') - static_cast<std::uint32_t>(letter > 'O');
}

/// FG7-M1 of five groups, H12b of eleven couples, where three groups or more are among those that there are, and no
/// other is not.
std::vector<PaperFinding> beyond_groups_in(const Manuscript& paper, const PaperTalk& talk,
                                           const std::vector<UsedId>& used) {
  std::map<std::string, std::set<std::uint32_t>> within, groups_beyond;
  std::map<std::string, std::pair<std::string, UsedId>> beyond;
  for (const UsedId& one : used) {
    const std::string prefix = one.id->folded_prefix();
    const std::size_t digit = prefix.find_first_of("0123456789");
    const bool alone = digit == prefix.npos;
    const auto groups = one.id->name ? talk.groups.end() : talk.groups.find(alone ? prefix : prefix.substr(0, digit));
    if (groups == talk.groups.end() || (alone && one.id->digits.find_first_not_of("0123456789") != std::string::npos))
      continue;
    const auto number =
        alone ? one.id->number : static_cast<std::uint32_t>(std::strtoul(prefix.c_str() + digit, nullptr, 10));
    if (number <= groups->second)
      within[groups->first].insert(number);
    else
      beyond.try_emplace(one.id->normal(), groups->first, one), groups_beyond[groups->first].insert(number);
  }
  std::vector<PaperFinding> findings;
  for (const auto& [normal, of] : beyond) {
    const auto& [lead, one] = of;
    if (within[lead].size() < 3 || groups_beyond[lead].size() > 1) continue;
    findings.push_back({PaperFault::beyond_sample,
                        fmt::format("{} is beyond the {} that there are", one.id->written(), talk.groups.at(lead)),
                        {{paper.blocks[one.by->block].at, one.by->text}}});
  }
  return findings;
}

/// The sample, or more people that the paper tells of: the sample may be that of one kind of several; 0 where none is
/// said.
std::uint32_t largest_sample(const Manuscript& paper, const PaperTalk& talk, const std::vector<StatedSample>& samples,
                             const PaperWords& words) {
  const std::uint32_t sample = sample_of(samples);
  std::uint32_t largest = sample > 0 ? std::max(sample, most_people_parted(paper, words)) : 0;
  for (const StatedSample& one : samples) {
    if (talk.prefixes.size() > 1) largest = std::max(largest, one.people);
  }
  return largest;
}

/// "The lost interview had been given number 9, so that the numbers run from 1 to 34": 34; 0 where nothing is said.
std::uint32_t numbers_run_to(const Manuscript& paper, const PaperWords& words) {
  std::uint32_t last = 0;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      const std::string said = fold(std::string_view(block.text).substr(sentence.begin, sentence.size()));
      const std::size_t at = says_one_of(said, words.numbered) ? said.find(" 1 to ") : said.npos;
      if (at == said.npos) continue;
      const auto to = static_cast<std::uint32_t>(std::strtoul(said.c_str() + at + 6, nullptr, 10));
      if (to < 1000) last = std::max(last, to);
    }
  }
  return last;
}

/// "2D" and "2P": the numbers are couples', and some of those may have been left out.
bool number_couples(const std::vector<UsedId>& used) {
  std::map<std::uint32_t, std::set<std::string>> letters;
  for (const UsedId& one : used) {
    if (one.id->behind) letters[one.id->number].insert(one.id->prefix);
  }
  return std::any_of(letters.begin(), letters.end(), [](const auto& of) { return of.second.size() > 1; });
}

/// Those who have a row in a table of people.
std::set<std::string> rows_of_people(const PaperTalk& talk) {
  std::set<std::string> rows;
  for (const Attribution& one : talk.attributions) {
    const PaperId* id = one.form == AttributionForm::row ? speaker_of(one) : nullptr;
    if (id) rows.insert(id->normal());
  }
  return rows;
}

/// "C05 withdrew before the first interview": named by the authors alone, as one of those who left.
bool is_told_to_have_left(const Manuscript& paper, const std::vector<UsedId>& used, const UsedId& one,
                          const PaperWords& words) {
  const auto left = [&](const UsedId& other) {
    if (other.by->form != AttributionForm::prose) return false;
    const std::string& text = paper.blocks[other.by->block].text;
    for (const ByteRange sentence : sentences_of(text, words)) {
      if (other.by->bytes.begin < sentence.begin || other.by->bytes.begin >= sentence.end) continue;
      const std::string said = fold(std::string_view(text).substr(sentence.begin, sentence.size()));
      return says_one_of(said, words.lost) || says_one_of(said, words.flow_lost);
    }
    return false;
  };
  return std::all_of(used.begin(), used.end(),
                     [&](const UsedId& other) { return other.id->normal() != one.id->normal() || left(other); });
}

/// N6, where a table has a row for each of the sixteen of the sample, and others of that family, and none for N6.
void add_beyond_table(const Manuscript& paper, const PaperTalk& talk, const std::vector<UsedId>& used,
                      std::uint32_t sample, const PaperWords& words, std::vector<PaperFinding>& findings) {
  std::set<std::pair<std::string, std::uint32_t>> listed;
  std::set<std::string> families;
  std::uint32_t table = 0;
  for (const Attribution& one : talk.attributions) {
    const PaperId* id = one.form == AttributionForm::row ? speaker_of(one) : nullptr;
    if (!id || id->name || id->digits.find_first_not_of("0123456789") != std::string::npos) continue;
    if (table != 0 && paper.blocks[one.block].table != table) return;
    table = paper.blocks[one.block].table;
    listed.emplace(id->family(), id->number);
    families.insert(id->family());
  }
  if (listed.size() != sample || sample < least_listed) return;
  std::map<std::string, UsedId> beyond;
  for (const UsedId& one : used) {
    const bool known = listed.contains({one.id->family(), one.id->number});
    if (!known && families.contains(one.id->family()) && is_participant(*one.id))
      beyond.try_emplace(one.id->normal(), one);
  }
  if (beyond.size() > most_not_listed) return;
  for (const auto& entry : beyond) {
    const UsedId& one = entry.second;
    const bool told = std::any_of(findings.begin(), findings.end(), [&](const PaperFinding& other) {
      return other.says.starts_with(one.id->written() + " ");
    });
    if (told || is_told_to_have_left(paper, used, one, words)) continue;
    findings.push_back({PaperFault::beyond_sample,
                        fmt::format("{} is none of the {} of the table", one.id->written(), sample),
                        {{paper.blocks[one.by->block].at, one.by->text}}});
  }
}

}  // namespace

std::vector<PaperFinding> beyond_sample_in(const Manuscript& paper, const PaperTalk& talk,
                                           const std::vector<StatedSample>& samples, const PaperWords& words) {
  const std::uint32_t sample = largest_sample(paper, talk, samples, words);
  std::map<std::string, UsedId> beyond, within, beyond_last;
  const std::uint32_t most = sample > 0 ? std::max(sample, numbers_run_to(paper, words)) : 0;
  const auto used = used_ids(talk);
  const bool couples = number_couples(used),
             by_interview = are_interviews(used) && most_interviews(paper, words) <= sample;
  for (const UsedId& one : used) {
    if (couples && one.id->behind) continue;
    const auto last = last_of(talk, *one.id);
    if (last != talk.last.end()) {  // "numbered RN01 to RN11"
      if (one.id->number > last->second) beyond_last.try_emplace(one.id->normal(), one);
    } else if (is_participant(*one.id) || (by_interview && is_interview(*one.id))) {
      (most > 0 && place_in_sample(*one.id) > most ? beyond : within).try_emplace(one.id->normal(), one);
    }
  }
  const auto listed = rows_of_people(talk);
  if (listed.size() == sample)  // each has a row, whatever the numbers are
    std::erase_if(beyond, [&](const auto& one) { return listed.contains(one.first); });
  std::vector<PaperFinding> findings = beyond_groups_in(paper, talk, used);
  for (const auto& [normal, one] : beyond_last)
    findings.push_back(
        {PaperFault::beyond_sample,
         fmt::format("{} is beyond the last, {} {}", one.id->written(), one.id->prefix, last_of(talk, *one.id)->second),
         {{paper.blocks[one.by->block].at, one.by->text}}});
  if (beyond.size() * 2 <= within.size()) {  // else numbered by another plan than one to n
    for (const auto& [normal, one] : beyond) {
      if (is_told_to_have_left(paper, used, one, words)) continue;
      findings.push_back({PaperFault::beyond_sample,
                          fmt::format("{} is beyond the sample of {}", one.id->written(), sample),
                          {{paper.blocks[one.by->block].at, one.by->text}}});
    }
  }
  add_beyond_table(paper, talk, used, sample_of(samples), words, findings);
  return findings;
}

}  // namespace moniker::custodian
