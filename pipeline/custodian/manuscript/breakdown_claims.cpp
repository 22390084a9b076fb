// Whether a list of counts claims to be whole: it joins its last part by "and", or is women and men, and leaves nobody
// out, counts nobody twice, and is exact.
#include "manuscript/breakdown_claims.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_lead = 60;

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
  for (const std::string& some : words.some_of_them) {
    if (const std::size_t at = said.find(some); at != said.npos) said.erase(at, some.size());
  }
  for (const std::string& extreme : words.extremes) {  // "..., the youngest of them 17"
    if (const std::size_t at = said.find(extreme + " of the"); at != said.npos) said.erase(at, extreme.size() + 9);
  }
  for (const LabelledCount& one : chain) {  // "seven, six and four of them worked in A, B and C"
    const std::string label = fold(one.label);
    const std::string_view lead = lead_of(label, words.of_them);
    const std::size_t at = lead.empty() ? said.npos : said.find(label);
    if (at != said.npos) said.erase(at, lead.size());
  }
  return said;
}

/// "five at each of B and C" is told of places, and of nobody twice.
std::string without_each(std::string said, const Counts& chain, const PaperWords& words) {
  if (std::none_of(chain.begin(), chain.end(), [](const LabelledCount& one) { return one.implied; })) return said;
  for (const std::string& each : words.each) {
    for (std::size_t at = said.find(each); at != said.npos; at = said.find(each, at)) said.erase(at, each.size());
  }
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
  const std::size_t from = label.empty() ? said.npos : said.rfind(label);
  const std::string_view last = std::string_view(said).substr(std::min(from, said.size()));
  // but "three were both owners and sons of owners" were counted among the others
  if (from == said.npos || !says_one_of(last, words.in_both) || says_one_of(last, words.conjunction)) return said;
  return said.substr(0, from);
}

/// "8 had given birth once, 7 twice and 3 three times or more": parts of one scale, and nobody twice.
std::string without_scale(std::string said, const PaperWords& words) {
  if (!says_one_of(said, words.once)) return said;
  for (const std::string& word : words.twice_on_scale) {
    if (const std::size_t at = said.find(word); at != said.npos) said.erase(at, word.size());
  }
  return said;
}

/// "Thirteen of the 27 were organic and 15 were not": two, and nobody is left.
bool is_so_and_not_so(const Counts& chain, const PaperWords& words) {
  return chain.size() == 2 && !lead_of(fold(chain[1].label), words.not_so).empty();
}

/// "and the remaining" before the last count; empty where nothing of the kind stands there.
std::string rest_lead(const Counts& list, const CountedSentence& here, const PaperWords& words) {
  if (list.size() < 2) return {};
  const std::size_t from = list[list.size() - 2].bytes.end - here.begin, to = list.back().bytes.begin - here.begin;
  if (to <= from) return {};
  // "the rest, six beekeepers, ..."
  const std::string between = fold(trimmed(here.text.substr(from, to - from), " ,:"));
  const std::string_view lead = tail_of(between, words.rest_leads);
  const std::string before(trimmed(std::string_view(between).substr(0, between.size() - lead.size())));
  const bool place = !tail_of(before, words.at_place).empty();  // "and in the last, nine had ..."
  return place ? std::string() : std::string(lead);
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

/// "Fourteen lived alone, and ten had fallen": two facts of which both may be true. "Thirteen were based in Leith and
/// ten were based in Hull" is one, and so is "13 in Leith and ten in Hull".
bool are_two_facts(const Counts& chain, const PaperWords& words) {
  if (chain.size() != 2 || chain[0].bracketed || chain[0].percent || chain[1].implied) return false;
  const auto verb_of = [&](const LabelledCount& one) {
    auto said = folded_words(one.label);
    const auto verb = std::find_if(said.begin(), said.end(), [&](const std::string& word) {
      return is_one_of(word, words.did) || is_past(word, words) || is_one_of(word, words.has);
    });
    const bool at_head = verb == said.begin();
    said.erase(said.begin(), verb);
    return std::pair{at_head, std::move(said)};
  };
  const auto [first_at_head, first] = verb_of(chain[0]);
  const auto [at_head, second] = verb_of(chain[1]);
  if (!at_head || second.empty() || first.empty()) return false;
  if (first[0] != second[0]) return true;
  // "had bent" and "had broken", but not "were paid" and "were volunteers"
  const bool had = is_one_of(first[0], words.has);
  const auto past = [&](const std::string& word) {
    return is_past(word, words) || (had && is_one_of(word, words.participles));
  };
  return first.size() > 1 && second.size() > 1 && first[1] != second[1] &&
         (past(first[1]) != past(second[1]) || past(second[1]));
}

/// "are included" and, at the head of a sentence, "Of the others" leave nobody out.
std::string without_phrases_of_all(std::string said, const PaperWords& words) {
  std::string small = fold(said);
  if (small.size() != said.size()) return said;
  for (const Phrases* phrases : {&words.counted_in, &words.of_the_others}) {
    for (const std::string& phrase : *phrases) {
      const std::size_t at = small.find(phrase);
      const bool begins = at == 0 || (at != small.npos && at > 1 && small[at - 2] == '.');
      if (at == small.npos || (phrases == &words.of_the_others && !begins)) continue;
      said.erase(at, phrase.size());
      small.erase(at, phrase.size());
    }
  }
  return said;
}

/// "Ten were ...", "There were ten ...", "In terms of branch, ten were ...".
bool begins_sentence(const LabelledCount& one, const CountedSentence& here, const PaperWords& words) {
  const std::size_t at = one.bytes.begin - here.begin;
  const std::string_view before = trimmed(here.text.substr(0, std::min(at, here.text.size())));
  const std::size_t clause = before.find_last_of(';') == before.npos ? 0 : before.find_last_of(';') + 1;
  const std::string_view lead = trimmed(before.substr(clause));
  const std::string first = fold(lead.substr(0, lead.find(' ')));
  if (lead.starts_with("[^") && lead.ends_with("]:")) return true;  // a note
  return lead.size() < 3 || is_one_of(fold(lead), words.there_were) || is_one_of(first, words.interviews) ||
         is_one_of(fold(lead), words.item_leads) || (lead.ends_with(',') && words_in(lead) < 7);
}

/// "Drawing on 21 interviews, with thirteen lawyers and ...": as many talks as there are people, and with whom.
bool is_of_talks(const LabelledCount& first, double wanted, const CountedSentence& here, const PaperWords& words) {
  const std::string_view lead = trimmed(here.text.substr(0, first.bytes.begin - here.begin));
  const auto counts = counts_in(lead, words);
  if (counts.empty() || counts.back().value != wanted || tail_of(fold(lead), words.with).empty()) return false;
  const auto behind = folded_words(lead.substr(counts.back().bytes.end));
  return behind.size() == 2 && is_one_of(behind[0], words.talks_with);
}

/// "The first had six members and the second eight; ...; the last had ten": of three groups or more, one behind the
/// other.
bool tells_all_in_order(const Counts& chain, const CountedSentence& here, const PaperWords& words) {
  const bool last = says_one_of(here.folded, words.the_last) ||
                    (chain.size() <= words.ordinals.size() &&
                     says_one_of(here.folded, Phrases{words.the.front() + " " + words.ordinals[chain.size() - 1]}));
  return chain.size() > 2 && last && says_one_of(here.folded, words.the_first);
}

/// "Ten were barristers, twelve were solicitors.": nothing else is said, and by one verb.
bool is_all_said(const Counts& chain, const CountedSentence& here, const PaperWords& words) {
  const auto first = folded_words(chain[0].label);
  const bool same = std::all_of(chain.begin(), chain.end(), [&](const LabelledCount& one) {
    const auto label = folded_words(one.label);
    return !label.empty() && !first.empty() && label[0] == first[0];
  });
  return same && chain[0].begins_item && (is_one_of(first[0], words.of_part) || is_one_of(first[0], words.did)) &&
         words_in(here.text) < 6 * chain.size() && begins_sentence(chain[0], here, words);
}

/// "Five of the fourteen taught history or languages, six taught sciences, and four taught arts": by one verb.
bool repeats_verb(const Counts& chain, const Phrases& verbs) {
  const auto verb_of = [](const LabelledCount& one) {
    const auto said = folded_words(one.label);
    return said.empty() ? std::string() : said[0];
  };
  const std::string verb = verb_of(chain[0]);
  return is_one_of(verb, verbs) &&
         std::all_of(chain.begin(), chain.end(), [&](const LabelledCount& one) { return verb_of(one) == verb; });
}

/// What stands before the name that a label ends in, and the name: "had been under the care of Hospital" and "A", "in"
/// and "Leeds"; an empty name where it ends in none.
std::pair<std::string, std::string> name_at_end(std::string_view label) {
  const std::size_t at = label.find_last_of(' ') + 1;
  const bool name =
      at > 0 && at < label.size() && (is_upper(code_point_at(label, at).value) || is_ascii_digit(label[at]));
  if (!name) return {};
  const std::string_view before = trimmed(label.substr(0, at));
  return {fold(before.substr(before.find_last_of(' ') + 1)), std::string(label.substr(at))};
}

/// "Nine were under the care of Hospital A, and six under Hospital B": two of one kind of place, a letter each.
bool are_lettered_places(const Counts& chain) {
  if (chain.size() != 2) return false;
  const auto [place, name] = name_at_end(chain[0].label);
  const auto [other_place, other_name] = name_at_end(chain[1].label);
  return name.size() == 1 && other_name.size() == 1 && name != other_name && !place.empty() && place == other_place;
}

/// "Six named cost, nine named time", "Six visitors named cost": one person may have named both.
bool names_what_may_be_several(const Counts& chain, const PaperWords& words) {
  const auto naming = std::count_if(chain.begin(), chain.end(), [&](const LabelledCount& one) {
    const auto label = folded_words(one.label);
    const std::size_t verb = !label.empty() && words.people.contains(label.front()) ? 1 : 0;
    return verb < label.size() && is_one_of(label[verb], words.named);
  });
  return naming > 0;
}

/// "Six of the 16 were waiting for a hip and nine for a knee": two ways of one thing.
bool are_two_ways(const Counts& chain, const PaperWords& words) {
  const auto first = folded_words(chain[0].label), second = folded_words(chain[1].label);
  return chain.size() == 2 && first.size() > 1 && second.size() > 1 && is_one_of(second[0], words.head_ends) &&
         std::find(first.begin() + 1, first.end(), second[0]) != first.end();
}

/// "made up the rest" of "Five nurses and three porters made up the rest."; empty without.
std::string_view rest_at_end(std::string_view sentence, const PaperWords& words) {
  return tail_of(fold(trimmed(sentence, " .;")), words.are_the_rest);
}

}  // namespace

bool closes_by_rest(const Counts& list, const CountedSentence& here, const PaperWords& words) {
  if (list.size() < 2) return false;
  if (list.back().bracketed) {
    const std::string label = fold(list.back().label);
    return !lead_of(label, words.rest_leads).empty() || !tail_of(label, words.rest_leads).empty();
  }
  return !rest_lead(list, here, words).empty() || !rest_at_end(here.text, words).empty();
}

bool leaves_open(const Counts& list, const CountedSentence& of, const PaperWords& words) {
  std::string said(of.text);
  // "They were mostly older: five in their fifties, ...": what leaves nobody out stands behind the colon
  const std::size_t first = list[0].bytes.begin - of.begin, colon = said.rfind(':', first);
  if (colon != said.npos && colon < first && list[0].begins_item && !list[0].bracketed)
    said.replace(0, colon, colon, ' ');
  // "The study included 18 pupils, ten of whom were girls": what stands before the whole is of the whole
  if (list.size() > 1 && !lead_of(fold(list[0].label), words.of_whom).empty()) {
    const auto before = counts_in(std::string_view(said).substr(0, std::min(first, said.size())), words);
    if (!before.empty()) said.replace(0, before.back().bytes.begin, before.back().bytes.begin, ' ');
  }
  for (const std::string& rest : words.rest_of) {
    const std::string of = rest + " ";
    for (std::size_t at = said.find(of); at != said.npos; at = said.find(of, at + 1)) {
      const std::string place = said.substr(at + of.size());
      const std::size_t next = place.find_first_not_of(' ');
      const bool name = next != place.npos && place[next] >= 'A' && place[next] <= 'Z';
      if (name || begins(fold(place), words.rest_of_place)) said.erase(at, of.size());
    }
  }
  said = without_phrases_of_all(std::move(said), words);
  if (const std::string_view end = rest_at_end(said, words); !end.empty()) {
    said.resize(fold(said).rfind(end));
  } else if (closes_by_rest(list, of, words)) {
    const std::size_t from = list.back().bytes.begin - of.begin;
    const std::string lead = list.back().bracketed ? list.back().label : rest_lead(list, of, words);
    std::string small = said;  // "The remaining five"
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (const std::size_t at = small.rfind(fold(lead), from); at != said.npos) said.erase(at, lead.size());
  }
  // "The majority were women (17) and ten were men"
  const bool qualifies = says_one_of(fold(std::string_view(said).substr(std::min(first, said.size()))), words.mostly);
  if (is_gender_pair(list, words) || closes_by_rest(list, of, words) || qualifies) {
    std::string folded = fold(said);
    for (const std::string& mostly : words.mostly) {
      if (const std::size_t at = folded.find(mostly); at != folded.npos) folded.erase(at, mostly.size());
    }
    said = std::move(folded);
  }
  return says_one_of(fold(said), words.open) || says_one_of(without_labels(std::move(said), list), words.open_if_told);
}

bool is_gender_pair(const Counts& parts, const PaperWords& words) {
  std::set<std::string> genders;
  for (const LabelledCount& one : parts) genders.insert(gender_of(one, words));
  return genders.contains("female") && genders.contains("male") && !genders.contains("");
}

/// "..., while one, a night worker, covered both": one more, whom the list does not count.
bool counts_one_of_both(std::string_view behind, const PaperWords& words) {
  const std::string said = fold(behind.substr(std::min(behind.find(','), behind.size())));
  const auto each = folded_words(said);
  const auto one =
      std::find_if(each.begin(), each.end(), [&](const std::string& word) { return is_one_of(word, words.one); });
  return one != each.end() &&
         std::any_of(one, each.end(), [&](const std::string& word) { return is_one_of(word, words.in_both); });
}

bool claims_all(const Counts& chain, double sum, double wanted, bool said_here, const CountedSentence& here,
                const PaperWords& words) {
  const double off = std::abs(sum - wanted);
  const std::size_t before = chain[chain.size() - 2].bytes.end - here.begin,
                    last = std::max<std::size_t>(before, chain.back().bytes.begin - here.begin);
  const std::string between = fold(here.text.substr(before, last - before));
  const bool rest = closes_by_rest(chain, here, words);
  const bool even = chain.back().implied && says_one_of(here.folded, words.evenly) && off <= 2 && wanted >= 10 &&
                    chain.size() == 2;  // "was split evenly between A and B, eight of each"
  if (even) return true;
  // "44 were eligible and 26 could attend", of 61: some of some
  if (sum > wanted && chain.size() == 2 && says_one_of(fold(chain[0].label), words.flow_begins)) return false;
  if (says_one_of(between, words.together_with)) return false;  // others, beside those of the sentence
  const bool closed = says_one_of(between, words.joins) || is_so_and_not_so(chain, words) ||
                      is_all_said(chain, here, words) || said_here || rest || is_set_as_list(chain, here) ||
                      chain.back().implied || is_gender_pair(chain, words) ||
                      (off <= std::max(2.0, wanted * 0.05) && tells_all_in_order(chain, here, words));
  const std::string said = without_scale(
      without_each(without_part_in_both(without_of_them(chain, here, words), chain, words), chain, words), words);
  const std::string_view behind =
      here.text.substr(std::min<std::size_t>(chain.back().bytes.end - here.begin, here.text.size()));
  const std::string last_said = fold(behind.substr(0, behind.find_first_of(".;:")));
  if (sum + 1 == wanted && counts_one_of_both(behind, words)) return false;
  const bool both = says_one_of(last_said, words.in_both) && !says_one_of(last_said, words.conjunction);
  const bool once = both || says_one_of(here.folded, words.exclusive);  // "each named one", "and five reported both"
  const bool told = here.in_total > 0 && here.in_total == wanted;  // "Participants included 9 ... and 5 ... (N = 20)"
  if (!closed || (leaves_open(chain, here, words) && !told) || (!once && says_one_of(said, words.several)) ||
      (!once && sum > wanted && says_one_of(said, words.twice)))  // who is counted twice makes no sum too small
    return false;
  if (std::any_of(chain.begin(), chain.end(), [](const LabelledCount& one) { return one.hedged; })) return false;
  if ((!once || both) && !rest && names_what_may_be_several(chain, words)) return false;
  if (!once && sum > wanted && chain.size() > 2 && repeats_verb(chain, words.has_several)) return false;
  if (std::any_of(words.remainder.begin(), words.remainder.end(),
                  [&](const std::string& phrase) {  // and no "grandmothers", nor a list of its own with its rest
                    const std::size_t at = (" " + here.next).find(" " + phrase);
                    return at < longest_lead && counts_in(here.next.substr(0, at), words).empty();
                  }))
    return false;
  if (is_so_and_not_so(chain, words)) return off <= 2 && wanted >= 10;
  // "Half had worked nights; eight had worked abroad": what "half" and "both" are beside may be told of all
  const bool fraction = std::any_of(chain.begin(), chain.end(), [](const auto& one) { return one.fraction > 0; });
  if ((fraction || both) && off > 1 && !rest) return false;
  const std::string first = fold(chain[0].label);  // "eleven of those who had come back had ..., and nine had ..."
  const std::string_view those = lead_of(first, words.of_these);
  const std::string_view behind_those = trimmed(std::string_view(first).substr(those.size()));
  if (chain.size() == 2 && !rest && !those.empty() &&
      is_one_of(behind_those.substr(0, behind_those.find(' ')), words.somebody))
    return false;
  const bool two_ways = are_two_ways(chain, words);
  if (!rest && !two_ways && !is_gender_pair(chain, words) && are_two_facts(chain, words)) return false;
  if (!lead_of(fold(chain[0].label), words.of_named).empty() && said_here && chain[0].of == 0)
    return off <= 2;  // "Seven of the judges sat in the north and four in the south"
  if (chain[0].of > 0 && !chain[0].percent)
    return (chain.size() >= 3 || rest || are_lettered_places(chain) || (two_ways && wanted >= 10)) && off <= 2 &&
           (!chain[0].of_anything || rest || two_ways || says_one_of(said, words.not_so) ||
            (said_here && repeats_verb(chain, words.does_one)) || are_lettered_places(chain));
  if (said_here)
    return off <= std::max(3.0, wanted * 0.34) &&
           (chain[0].in_brackets || (chain[0].bracketed && chain.size() > 2) || here.in_total == wanted ||
            says_one_of(here.folded, words.breaks_down) || says_one_of(here.folded, words.took_part) ||
            here.folded.find(':') != std::string::npos || !lead_of(here.folded, words.of_the).empty() ||
            (here.at_head == wanted && !lead_of(here.folded, words.of).empty()) ||  // "Of 21 tenants, ..."
            !lead_of(here.folded, words.of_these).empty());
  if (is_gender_pair(chain, words)) return off <= std::max(3.0, wanted * 0.25);
  const bool whole_sentence =
      chain[0].bracketed || begins_sentence(chain[0], here, words) || is_of_talks(chain[0], wanted, here, words);
  return chain.size() >= 3 || rest ? off <= std::max(2.0, wanted * 0.15) : whole_sentence && off <= 2 && wanted >= 10;
}

}  // namespace moniker::custodian
