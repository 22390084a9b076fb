// What a list of counts is of. It is said in many ways: "of the 14 nurses", "45 people took part: ...", "18 in total",
// by the list before it, or by a number of people that an earlier sentence gave.
#include "manuscript/breakdown_whole.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_claims.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_subject = 60;

/// Whether a count is of people who are then told apart: "45 nurses took part", and not "27 were women".
bool counts_whole(const LabelledCount& one, const PaperWords& words) {
  const auto label = folded_words(one.label);
  const std::string said = fold(one.label);  // "Seven of them were ...", "Seven of the stations were ..."
  const bool part = !lead_of(said, words.of_them).empty() || !lead_of(said, words.of_named).empty();
  return !label.empty() && !part && gender_of(one, words).empty() && !is_one_of(label[0], words.of_part);
}

/// Whether what follows a count says what it is made of; else that the others add up to it is chance.
bool tells_apart(const Counts& chain, std::size_t i, const CountedSentence& said, const PaperWords& words) {
  if (chain[i].bracketed || chain[i + 1].bytes.begin <= chain[i].bytes.end) return false;
  const std::string between =
      std::string(said.text.substr(chain[i].bytes.end - said.begin, chain[i + 1].bytes.begin - chain[i].bytes.end));
  return between.find_first_of(":;") != between.npos || says_one_of(fold(between), words.breaks_down) ||
         says_one_of(fold(between), words.took_part);
}

/// "Fifteen were ill, nine men and six women", "eight of them, five from Leeds and three from Hull": no verb, and
/// another kind of thing.
bool tells_first_apart(const Counts& chain, const PaperWords& words) {
  const Counts parts(chain.begin() + 1, chain.end());
  if (chain.size() == 3 && gender_of(chain[0], words).empty() && is_gender_pair(parts, words)) return true;
  const auto place_of = [&](const LabelledCount& one) {
    const auto label = folded_words(one.label);
    return !label.empty() && is_one_of(label[0], words.at_place) ? label[0] : std::string();
  };
  const std::string place = place_of(parts[0]);
  return !place.empty() && !says_one_of(fold(chain[0].label), Phrases{place}) &&
         std::all_of(parts.begin(), parts.end(), [&](const LabelledCount& one) { return place_of(one) == place; });
}

/// Whether the first of a list may be its whole: not "eight were employed, five were ...", by chance.
bool may_lead(const Counts& chain, const CountedSentence& said, const PaperWords& words) {
  const auto label = folded_words(chain[0].label);
  if (chain[0].bracketed && chain.back().bracketed) {  // "practices (9), mixed ones (5) and clinics (4)"
    const std::size_t from = chain[0].bytes.end, to = std::max<std::size_t>(from, chain[1].bytes.begin);
    return said.text.substr(from - said.begin, to - from).find_first_of(":;") != std::string_view::npos;
  }
  const bool of_them = !lead_of(fold(chain[0].label), words.of_them).empty();
  // "Nine coached football, five swimming and four judo": what some of them did
  const auto next_label = chain.size() > 1 ? folded_words(chain[1].label) : std::vector<std::string>{};
  const bool same_verb = !label.empty() && !next_label.empty() && is_one_of(label[0], words.did) &&
                         !is_one_of(label[0], words.of_part) && label[0] == next_label[0];
  const bool did =
      !label.empty() && (is_past(label[0], words) || same_verb) && !says_one_of(fold(chain[0].label), words.took_part);
  if (!of_them && !did && (label.empty() || !is_one_of(label[0], words.of_part))) return true;
  const std::size_t end = chain[0].bytes.end, next = std::max(end, std::size_t{chain[1].bytes.begin});
  const std::string_view between = said.text.substr(end - said.begin, next - end);
  if (trimmed(between).ends_with(',') && tells_first_apart(chain, words)) return true;
  return between.find_first_of(":;(") != std::string_view::npos ||
         (!of_them && says_one_of(fold(between), words.of_whom));
}

/// "Seven worked in stone, five in wood": the second begins as the first goes on, and is no part of it.
bool is_sibling(const LabelledCount& first, const LabelledCount& second) {
  const auto label = folded_words(second.label), before = folded_words(first.label);
  return !label.empty() && label.size() < 4 && std::find(before.begin(), before.end(), label[0]) != before.end();
}

bool announced_by_colon(const Counts& chain, const CountedSentence& said) {
  const std::size_t end = chain[0].bytes.end - said.begin, next = chain[1].bytes.begin - said.begin;
  return next > end && said.text.substr(end, next - end).find_first_of(":;") != said.text.npos;
}

/// "14 vets, nine nurses and four receptionists", of 26: kinds of people side by side that miss the sample by little,
/// and no vets who are nurses.
bool is_flat_list_near(const Counts& chain, double sample, const PaperWords& words) {
  const double off = std::abs(sum_of(chain) - sample);
  return off <= 2 && std::all_of(chain.begin(), chain.end(), [&](const LabelledCount& one) {
           const auto label = folded_words(one.label);
           const bool noun =
               !label.empty() && (words.people.contains(label.back()) || ends_as_plural(label.back(), words));
           return noun && label.size() < 4 && gender_of(one, words).empty() && !one.bracketed;
         });
}

/// The first of a chain may be what the others should add up to.
bool leads(const Counts& chain, const CountedSentence& said, const PaperWords& words) {
  if (chain.size() < 3 || chain[0].percent) return false;
  if (sum_of(chain) == said.sample) return false;
  const double rest = sum_of(chain) - chain[0].value;
  const std::size_t end = chain[0].bytes.end - said.begin, from = chain[0].bytes.begin - said.begin;
  const std::string before = " " + fold(said.text.substr(0, from)) + " ";
  const std::size_t next = chain[1].bytes.begin - said.begin;
  const bool led = std::any_of(words.whole_before.begin(), words.whole_before.end(),
                               [&](const std::string& word) { return before.ends_with(" " + word + " "); });
  const bool announced = led || said.text.substr(end, next - end).find(':') != std::string_view::npos;
  const std::string between = fold(said.text.substr(end, next - end));
  const bool verb = says_one_of(between, words.took_part) || says_one_of(between, words.breaks_down);
  if (chain[0].value == said.sample) return true;
  if (!announced_by_colon(chain, said) && is_flat_list_near(chain, said.sample, words)) return false;
  if (is_sibling(chain[0], chain[1]) && said.text.substr(end, next - end).find_first_of(":;") == said.text.npos)
    return false;
  // "ten were chosen: seven who ..., and four who ...": a colon, and the parts at once
  const std::string_view at_colon = said.text.substr(end, next - end);
  const bool parts_follow = at_colon.find(':') != at_colon.npos && chain[1].begins_item &&
                            at_colon.find_first_of(",;(") == at_colon.npos && gender_of(chain[0], words).empty();
  if (parts_follow && chain[0].value > sum_of(chain) / 3) return true;
  const bool of_gender = led && !gender_of(chain[0], words).empty() && !lead_of(said.folded, words.of_named).empty();
  if (!of_gender && !counts_whole(chain[0], words)) return false;  // "Of the 21 women, ..."
  return (announced && chain[0].value > sum_of(chain) / 3) ||
         (verb && chain[0].value >= rest * 0.7 && chain[0].value <= rest * 1.4);
}

/// Where a colon announces the parts of a number in a list, "in 12 kitchens: five in hotels, ..."; its size where none
/// does.
std::size_t announced_at(const Counts& chain, const CountedSentence& said) {
  for (std::size_t i = 0; i + 2 < chain.size(); ++i) {
    if (chain[i].bracketed || chain[i].percent || !chain[i + 1].begins_item) continue;
    const std::size_t end = chain[i].bytes.end - said.begin, next = chain[i + 1].bytes.begin - said.begin;
    if (next <= end) continue;
    const std::string_view between = said.text.substr(end, next - end);
    const double parts = sum_of({chain.begin() + static_cast<std::ptrdiff_t>(i) + 1, chain.end()});
    if (between.find(':') != between.npos && between.find_first_of(",;(") == between.npos &&
        parts > chain[i].value * 0.66 && parts < chain[i].value * 1.34)
      return i;
  }
  return chain.size();
}

/// "18 in total", "29 people altogether"
bool is_in_total(const LabelledCount& one, const PaperWords& words) {
  const std::string label = fold(one.label);
  if (!lead_of(label, words.in_total).empty()) return true;
  const std::size_t second = std::min(label.find(' '), label.size());
  const std::string noun = label.substr(0, second);
  return (ends_as_plural(noun, words) || words.people.contains(noun)) && second < label.size() &&
         !lead_of(label.substr(second + 1), words.in_total).empty();
}

/// "24 people in three clubs: ten ..., eight ...": what stands before the colon and is near to no whole is no part.
Counts without_places_before_colon(Counts chain, const CountedSentence& said) {
  if (chain.size() < 4 || chain[0].bracketed || chain[0].percent) return chain;
  for (std::size_t i = 1; i + 2 < chain.size(); ++i) {
    const std::size_t end = chain[i].bytes.end - said.begin, next = chain[i + 1].bytes.begin - said.begin;
    if (next <= end || said.text.substr(end, next - end).find(':') == said.text.npos) continue;
    const double parts = sum_of({chain.begin() + static_cast<std::ptrdiff_t>(i) + 1, chain.end()});
    const double before = sum_of({chain.begin() + 1, chain.begin() + static_cast<std::ptrdiff_t>(i) + 1});
    if (before != chain[0].value && parts > chain[0].value * 0.8 && parts < chain[0].value * 1.2)
      chain.erase(chain.begin() + 1, chain.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    break;
  }
  return chain;
}

/// "in three valleys, eight in the first, six in the second and five in the third": three are the parts, and none of
/// them.
Counts without_number_of_parts(Counts chain, double total, const PaperWords& words) {
  const auto label = folded_words(chain.empty() ? std::string() : chain[0].label);
  const bool people = !label.empty() && words.people.contains(label[0]);
  if (chain.size() < 3 || people || chain[0].bracketed || chain[0].percent ||
      chain[0].value != static_cast<double>(chain.size() - 1) || sum_of(chain) == total)
    return chain;
  if (!label.empty() && is_one_of(label[0], words.kinds_of_samples)) {  // "two samples: 22 keepers and nine herders"
    chain.erase(chain.begin());
    return chain;
  }
  const double with = std::abs(sum_of(chain) - total), without = std::abs(sum_of(chain) - chain[0].value - total);
  if (without < with && without <= std::max(2.0, total * 0.15)) chain.erase(chain.begin());
  return chain;
}

/// Whom a list is of: "Of the parents, 14 ...", "Seven of the judges sat ...", "The clerks were younger: nine ..."; all
/// nouns that may tell it.
std::vector<std::string> nouns_named(const Counts& chain, const CountedSentence& said, const PaperWords& words) {
  std::vector<std::string> nouns;
  const auto take = [&](std::string_view text) {
    const auto of = folded_words(text);
    for (std::size_t i = 0; i < std::min<std::size_t>(of.size(), 2); ++i) {
      if (of[i].size() >= 4 && !is_ascii_digit(of[i][0]) && !words.units.contains(of[i])) nouns.push_back(of[i]);
    }
  };
  const std::size_t first = chain.front().bytes.begin - said.begin;
  for (const std::string& begins : words.of_named) {
    const std::string lead = begins + " ";
    if (said.folded.starts_with(lead) && first > lead.size())
      take(std::string_view(said.folded).substr(lead.size(), 60));
    const std::string label = fold(chain.front().label);
    if (label.starts_with(lead) && chain.size() == 2) take(std::string_view(label).substr(lead.size(), 30));
  }
  const std::string_view before = said.text.substr(0, std::min(first, said.text.size()));
  for (const std::string& the : words.the) {
    if (said.folded.starts_with(the + " ") && before.find(':') != before.npos && first < longest_subject)
      take(std::string_view(said.folded).substr(the.size() + 1, 30));
  }
  return nouns;
}

/// "Millers came from the hills (n = 8), the plain (n = 5) ...", where 17 millers were counted before: a whole that the
/// list is or misses by little, and no sample; 0 where it is none.
double of_bare_subject(const Counts& chain, const std::vector<std::string>& subject, const CountedSentence& said,
                       const PaperWords& words) {
  const double sum = sum_of(chain);
  const bool each = std::all_of(chain.begin(), chain.end(), [](const LabelledCount& one) { return one.bracketed; });
  if (!each || chain[0].percent || subject.empty() || sum == said.sample || !ends_as_plural(subject[0], words))
    return 0;
  const double before = counted_before(subject[0], said, words);
  return before != said.sample && std::abs(before - sum) <= std::max(1.0, before * 0.1) ? before : 0;
}

/// "Of the parents, 14 were mothers ...", where 18 parents were counted before; of the people of the paper its
/// sample.
double total_named(const Counts& chain, const CountedSentence& said, const PaperWords& words) {
  if (chain.size() < 2) return 0;
  for (const std::string& lead : words.of_these) {  // "52 interviews. Of these, 27 ..."
    if (said.folded.starts_with(lead + ", ") && said.last_said >= 3) return said.last_said;
  }
  for (const std::string& noun : nouns_named(chain, said, words)) {
    const double before = counted_before(noun, said, words);
    if (before > 0 && before < 2 * sum_of(chain)) return before;
  }
  const auto subject = folded_words(std::string_view(said.folded).substr(0, longest_subject));
  if (const double millers = of_bare_subject(chain, subject, said, words); millers > 0) return millers;
  const bool the = subject.size() > 3 && is_one_of(subject[0], words.the) && chain.size() > 2 && !chain[0].percent;
  for (std::size_t i = 1; the && i < 3; ++i) {  // "The tenants had lived there for up to five years (7), ..."
    const double before = ends_as_plural(subject[i], words) ? counted_before(subject[i], said, words) : 0;
    const double sum = sum_of(chain);
    if (before != said.sample && sum != said.sample && std::abs(before - sum) <= std::max(1.0, before * 0.1) &&
        before > 0)
      return before;
  }
  return 0;
}

/// "Nine declined, six did not reply and 24 were interviewed": of all who were asked.
bool tells_of_asked(const Counts& chain, const PaperWords& words) {
  const auto not_taken = std::count_if(
      chain.begin(), chain.end(), [&](const LabelledCount& one) { return says_one_of(fold(one.label), words.asked); });
  const auto taken = std::count_if(chain.begin(), chain.end(), [&](const LabelledCount& one) {
    return says_one_of(fold(one.label), words.took_part);
  });
  return not_taken > 0 && taken > 0;
}

/// Whether the whole that its sentence begins with is this list's: the list follows it, and nothing is told apart in
/// it.
bool is_of_head(const Counts& chain, const CountedSentence& said, const PaperWords& words) {
  if (said.at_head == 0 || chain.size() < 2 || chain[0].percent || chain[0].in_brackets) return false;
  if (chain[0].bytes.begin < said.head_end) return false;
  const double sum = sum_of(chain);
  if (sum == said.at_head) return true;
  if (whole_at(chain, said, words) < chain.size()) return false;
  const std::size_t from = chain[0].bytes.end - said.begin, to = chain[1].bytes.begin - said.begin;
  const std::string_view between = to > from ? said.text.substr(from, to - from) : "";
  return between.find_first_of(";:") == between.npos && !says_one_of(fold(between), words.of_whom) &&
         sum > said.at_head * 0.66 && sum < said.at_head * 1.34;
}

}  // namespace

double counted_before(const std::string& noun, const CountedSentence& said, const PaperWords& words) {
  double later = 0;
  for (auto named = said.named.rbegin(); named != said.named.rend(); ++named) {
    const auto& label = named->second;
    if (named->first < 3) continue;
    for (std::size_t j = 0; j < std::min<std::size_t>(label.size(), 3); ++j) {
      if (!is_same_noun(label[j], noun, words)) continue;
      if (j == 0) return named->first;
      if (later == 0) later = named->first;
    }
  }
  return later;
}

std::optional<Count> whole_at_head(std::string_view sentence, const PaperWords& words) {
  const auto counts = counts_in(sentence.substr(0, std::min<std::size_t>(sentence.size(), 80)), words);
  if (counts.empty() || counts[0].percent || counts[0].value < 3) return std::nullopt;
  const std::string lead = fold(trimmed(sentence.substr(0, counts[0].bytes.begin)));
  if (is_one_of(lead, words.whole_leads)) return counts[0];
  // "The nine carers were made up of six spouses, ...", "The nine carers were six spouses, ..."
  if (!is_one_of(lead, words.the) || counts.size() < 2) return std::nullopt;
  const std::string between =
      fold(trimmed(sentence.substr(counts[0].bytes.end, counts[1].bytes.begin - counts[0].bytes.end)));
  const bool made = says_one_of(between, words.made_up) || !tail_of(between, words.made_of).empty();
  return made ? std::optional(counts[0]) : std::nullopt;
}

double sum_of(const Counts& parts) {
  double sum = 0;
  for (const LabelledCount& one : parts) sum += one.value;
  return sum;
}

std::string gender_of(const LabelledCount& one, const PaperWords& words) {
  for (const std::string& word : folded_words(one.label)) {
    if (const auto* said = words::find_word(words.attributes, word); said && word.size() > 1) {
      for (const SaidOfSomebody& what : *said) {
        if (what.kind == "gender") return what.value;
      }
    }
  }
  return {};
}

std::size_t whole_at(const Counts& chain, const CountedSentence& said, const PaperWords& words) {
  if (chain[0].percent) return chain.size();  // "45% ..., 30% ..., 15% ... and 15% ...": no 30% is told apart
  double rest = sum_of(chain);
  const bool all = said.sample > 0 && rest == said.sample;  // then that the last of them add up to another is chance
  for (std::size_t i = 0; i + 2 < chain.size(); ++i) {
    rest -= chain[i].value;
    if (chain[i].value != rest || (all && i > 0)) continue;
    if (i == 0 ? may_lead(chain, said, words) : tells_apart(chain, i, said, words)) return i;
  }
  return chain.size();
}

const BreakdownPart* part_that_is(double sum, const CountedSentence& said, const std::vector<Breakdown>& found,
                                  const PaperWords& words) {
  for (const Breakdown& one : found) {
    if (one.percent || one.verdict != Breakdown::Verdict::adds_up) continue;
    for (const BreakdownPart& part : one.parts) {
      const auto label = folded_words(part.label);
      const bool named =
          !label.empty() && words.people.contains(label[0]) && says_one_of(said.folded, Phrases{label[0]});
      if (part.value == sum && named) return &part;
    }
  }
  return nullptr;
}

BreakdownWhole whole_of_list(Counts chain, const Counts* before, const CountedSentence& said,
                             const std::vector<Breakdown>& found, const PaperWords& words) {
  chain = without_places_before_colon(std::move(chain), said);
  // "52% were grandparents (n = 14), 26% aunts (n = 7), ...": each is of all
  const bool shares =
      std::all_of(chain.begin(), chain.end(), [](const LabelledCount& one) { return one.share >= 0 && one.bracketed; });
  if (shares && chain.size() > 2) return {.parts = std::move(chain)};
  if (chain.size() > 2 && chain[0].announces)  // "90 letters, of which 40 were ..."
    return {.total = chain[0].value,
            .by_list = chain[0].value,
            .of = chain[0].label,
            .parts = {chain.begin() + 1, chain.end()}};
  double total = 0;
  std::string of;
  const double all = sum_of(chain);
  const bool before_says = before && !before->back().percent && before->back().value == all;
  // "Five of the 15 were observed; three of these taught humanities and two sciences": five is of 15, and the others of
  // it
  const bool whole_is_part = chain[0].of > 0 && all != chain[0].of && whole_at(chain, said, words) == 0;
  const bool asked_so = said.asked_before > 0 && chain.size() > 2 && tells_of_asked(chain, words);
  if (chain.size() > 1 && chain[0].of > 0 && !whole_is_part) {
    total = chain[0].of;
  } else if (is_of_head(chain, said, words)) {
    total = said.at_head;
  } else if (const double named = total_named(chain, said, words); named > 0 && !chain[0].percent) {
    total = named;
  } else if (asked_so && !chain[0].percent) {
    total = said.asked_before;
  } else if (is_in_total(chain[0], words) && chain.size() > 2 && !chain[0].percent) {
    total = chain[0].value;  // "Our interviewees, 26 in number, comprised ..."
    chain.erase(chain.begin());
  } else if (is_in_total(chain.back(), words) && chain.size() > 2 && !chain[0].percent &&
             !closes_by_rest(chain, said, words)) {
    total = chain.back().value;  // "ten from School A and eight from School B, giving 18 in total"
    chain.pop_back();
  } else if (before_says && chain.size() > 1 && !chain[0].percent) {
    total = all;
    of = before->back().label;
  } else if (const std::size_t at = whole_at(chain, said, words); at < chain.size()) {
    total = chain[at].value;
    of = chain[at].label;
    chain.erase(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  } else if (const std::size_t colon = sum_of(chain) == said.sample ? chain.size() : announced_at(chain, said);
             colon < chain.size()) {
    total = chain[colon].value;
    of = chain[colon].label;
    chain.erase(chain.begin(), chain.begin() + static_cast<std::ptrdiff_t>(colon) + 1);
  } else if (leads(chain, said, words)) {
    total = chain[0].value;
    of = chain[0].label;
    chain.erase(chain.begin());
  } else if (before && !before->back().percent && !chain[0].percent &&
             (before->size() == 1 || chain[0].in_brackets || before->back().value == sum_of(chain)) &&
             before->back().value > sum_of(chain) / 2) {
    total = before->back().value;  // "The 45 participants came from North (n = 12) ..."
    of = before->back().label;
  } else if (said.in_total > 0 && chain.size() > 1 && !chain[0].percent &&
             std::abs(all - said.in_total) <= (chain.size() > 2 ? said.in_total * 0.33 : 2)) {
    total = said.in_total;
  } else if (said.list_total > 0 && chain.size() > 1 && !chain[0].percent) {
    total = said.list_total;
  }
  const double by_list = total;
  if (const BreakdownPart* part = total > 0 || chain.size() < 2 || sum_of(chain) == said.sample || chain[0].percent
                                      ? nullptr
                                      : part_that_is(sum_of(chain), said, found, words)) {
    total = part->value;
    of = part->label;
  }
  chain = without_number_of_parts(std::move(chain), total > 0 ? total : said.sample, words);
  return {.total = total, .by_list = by_list, .of = std::move(of), .parts = std::move(chain)};
}

}  // namespace moniker::custodian
