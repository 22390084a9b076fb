// Whether a list of counts claims to be whole: it joins its last part by "and", or is women and men, and leaves nobody
// out, counts nobody twice, and is exact.
#include "manuscript/breakdown_claims.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::custodian {
namespace {

bool begins(std::string_view text, const Phrases& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& one) { return text.starts_with(one); });
}

/// "Of these, nine ...", "Nine of them were ..." and "Half of them (9)" count nobody twice.
std::string without_of_them(const Counts& chain, const CountedSentence& here, const PaperWords& words) {
  std::string said = here.folded;
  const std::size_t second = chain.size() > 1 ? chain[1].bytes.begin - here.begin : said.size();
  for (const std::string& of_them : words.of_them) {
    const std::size_t at = (" " + said).find(" " + of_them + " ");
    if (at < second) said.erase(at, of_them.size());
  }
  said.erase(0, lead_of(said, words.of_them).size());
  return said;
}

/// "three declined": whoever is counted is not left out. Folded.
std::string without_labels(std::string said, const Counts& list) {
  for (const LabelledCount& one : list) {
    const std::size_t at = one.label.size() > 3 ? said.find(one.label) : said.npos;
    if (at != said.npos) said.replace(at, one.label.size(), ", ");
  }
  return fold(said);
}

/// "Nineteen flew by day, nine by night and six by both": those of the last part are counted once.
std::string without_part_in_both(std::string said, const Counts& chain, const PaperWords& words) {
  const std::string label = fold(chain.back().label);
  if (!is_one_of(label, words.in_both)) return said;
  if (const std::size_t at = said.rfind(label); at != said.npos) said.erase(at, label.size());
  return said;
}

/// "Thirteen of the 27 were organic and 15 were not": two, and nobody is left.
bool is_so_and_not_so(const Counts& chain, const PaperWords& words) {
  return chain.size() == 2 && chain[0].of > 0 && !lead_of(fold(chain[1].label), words.not_so).empty();
}

/// "and the remaining" before the last count; empty where nothing of the kind stands there.
std::string rest_lead(const Counts& list, const CountedSentence& here, const PaperWords& words) {
  if (list.size() < 2) return {};
  const std::size_t from = list[list.size() - 2].bytes.end - here.begin, to = list.back().bytes.begin - here.begin;
  if (to <= from) return {};
  return std::string(tail_of(fold(trimmed(here.text.substr(from, to - from))), words.rest_leads));
}

/// "- six head chefs - five sous-chefs", "Role: nurse, 9; doctor, 7; manager, 5": set as a list, and so as a whole.
bool is_set_as_list(const Counts& list, const CountedSentence& here) {
  if (list.size() < 3) return false;
  if (here.text.starts_with("- ") || here.text.starts_with("\u2022 ")) return true;
  for (std::size_t i = 1; i < list.size(); ++i) {
    const std::size_t from = list[i - 1].bytes.end - here.begin, to = list[i].bytes.begin - here.begin;
    if (to <= from || here.text.substr(from, to - from).find(';') == here.text.npos) return false;
  }
  const std::size_t last = list.back().bytes.end - here.begin;
  return here.text.substr(0, list[0].bytes.begin - here.begin).find(':') != here.text.npos &&
         words_in(here.text.substr(std::min(last, here.text.size()))) < 8;
}

/// "Six named cost, nine named time": one person may have named both.
bool names_what_may_be_several(const Counts& chain, const PaperWords& words) {
  const auto naming = std::count_if(chain.begin(), chain.end(), [&](const LabelledCount& one) {
    const auto label = folded_words(one.label);
    return !label.empty() && is_one_of(label.front(), words.named);
  });
  return naming > 0;
}

}  // namespace

bool closes_by_rest(const Counts& list, const CountedSentence& here, const PaperWords& words) {
  if (list.size() < 2) return false;
  if (list.back().bracketed) return !lead_of(fold(list.back().label), words.rest_leads).empty();
  return !rest_lead(list, here, words).empty();
}

bool leaves_open(const Counts& list, const CountedSentence& of, const PaperWords& words) {
  std::string said(of.text);
  // "They were mostly older: five in their fifties, ...": what leaves nobody out stands behind the colon
  const std::size_t first = list[0].bytes.begin - of.begin, colon = said.rfind(':', first);
  if (colon != said.npos && colon < first && list[0].begins_item && !list[0].bracketed)
    said.replace(0, colon, colon, ' ');
  for (const std::string& rest : words.rest_of) {
    const std::string of = rest + " ";
    for (std::size_t at = said.find(of); at != said.npos; at = said.find(of, at + 1)) {
      const std::string place = said.substr(at + of.size());
      const std::size_t next = place.find_first_not_of(' ');
      const bool name = next != place.npos && place[next] >= 'A' && place[next] <= 'Z';
      if (name || begins(fold(place), words.rest_of_place)) said.erase(at, of.size());
    }
  }
  if (closes_by_rest(list, of, words)) {
    const std::size_t from = list.back().bytes.begin - of.begin;
    const std::string lead = list.back().bracketed ? list.back().label : rest_lead(list, of, words);
    if (const std::size_t at = said.rfind(lead, from); at != said.npos) said.erase(at, lead.size());
  }
  return says_one_of(fold(said), words.open) || says_one_of(without_labels(std::move(said), list), words.open_if_told);
}

bool is_gender_pair(const Counts& parts, const PaperWords& words) {
  std::set<std::string> genders;
  for (const LabelledCount& one : parts) genders.insert(gender_of(one, words));
  return genders.contains("female") && genders.contains("male") && !genders.contains("");
}

bool claims_all(const Counts& chain, double sum, double wanted, bool said_here, const CountedSentence& here,
                const PaperWords& words) {
  const double off = std::abs(sum - wanted);
  const std::size_t last = chain.back().bytes.begin - here.begin,
                    before = chain[chain.size() - 2].bytes.end - here.begin;
  const std::string between = fold(here.text.substr(before, last - before));
  const bool rest = closes_by_rest(chain, here, words);
  const bool closed = says_one_of(between, words.joins) || said_here || rest || is_set_as_list(chain, here) ||
                      is_gender_pair(chain, words);
  const std::string said = without_part_in_both(without_of_them(chain, here, words), chain, words);
  const bool once = says_one_of(here.folded, words.exclusive);  // "each named one"
  if (!closed || leaves_open(chain, here, words) || (!once && says_one_of(said, words.several))) return false;
  if (std::any_of(chain.begin(), chain.end(), [](const LabelledCount& one) { return one.hedged; })) return false;
  if (!once && names_what_may_be_several(chain, words)) return false;
  if (std::any_of(words.remainder.begin(), words.remainder.end(),
                  [&](const std::string& phrase) { return here.next.find(phrase) < 60; }))
    return false;
  if (is_so_and_not_so(chain, words)) return off <= 2;
  if (chain[0].of > 0)
    return chain.size() >= 3 && off <= 2 && (!chain[0].of_anything || says_one_of(said, words.not_so));
  if (said_here)
    return off <= std::max(3.0, wanted * 0.34) &&
           (chain[0].in_brackets || here.in_total == wanted || says_one_of(here.folded, words.breaks_down) ||
            says_one_of(here.folded, words.took_part) || here.folded.find(':') != std::string::npos ||
            !lead_of(here.folded, words.of_the).empty() || !lead_of(here.folded, words.of_these).empty());
  if (is_gender_pair(chain, words)) return off <= std::max(3.0, wanted * 0.25);
  const bool whole_sentence = chain[0].bracketed || chain[0].bytes.begin < here.begin + 3;
  return chain.size() >= 3 || rest ? off <= std::max(2.0, wanted * 0.15) : whole_sentence && off <= 2 && wanted >= 10;
}

}  // namespace moniker::custodian
