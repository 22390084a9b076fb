// What authors tell of a participant in their own sentences, in clauses that stand beside the ID. A role is believed
// where it is the head of an apposition or follows "was a"; what else is told is looked for in the whole clause.
#include "manuscript/told_in_clauses.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/class_told.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/extracts.hpp"
#include "manuscript/paper_reading.hpp"
#include "manuscript/pronouns.hpp"
#include "manuscript/told_ages.hpp"
#include "manuscript/told_beside_ids.hpp"
#include "manuscript/told_births.hpp"
#include "manuscript/told_jobs.hpp"
#include "manuscript/told_places.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_clause = 170, longest_head = 6, most_of_a_phrase = 4;

/// The first words of a text, up to `most`; they end before a word that begins more of it ("in", "who").
std::string head_of(std::string_view clause, const PaperWords& words) {
  std::string head;
  std::size_t taken = 0;
  for (const std::string& word : folded_words(clause)) {
    const bool article = head.empty() && is_one_of(word, words.articles);
    if (article) continue;
    if (taken == longest_head || is_one_of(word, words.head_ends)) break;
    head += (head.empty() ? "" : " ") + word;
    ++taken;
  }
  return head;
}

void take_known(std::vector<Attribute>& out, std::vector<Attribute> told, const Phrases* only) {
  for (Attribute& one : told) {
    if (one.kind.empty() || one.kind == "occasion" || one.kind == "reference") continue;
    if (only && (!is_one_of(one.kind, *only) || (one.kind == "age" && one.phrase.empty()))) continue;  // no "34 rooms"
    out.push_back(std::move(one));
  }
}

/// A clause beside the one it is about: of "a senior nurse in the north" a senior nurse.
std::vector<Attribute> told_in_apposition(std::string_view clause, std::size_t slot, const PaperWords& words) {
  std::vector<Attribute> out;
  const std::string all = fold(clause);
  if (const std::string_view both = lead_of(all, words.of_both); !both.empty() && both.size() < clause.size())
    clause.remove_prefix(both.size() + 1);  // "Ines and Katarzyna, both sisters of ..."
  const std::string folded = fold(clause);
  const std::string_view one_of = lead_of(folded, words.one_of_the);  // "one of the four salaried interpreters"
  if (!one_of.empty() && one_of.size() < clause.size()) clause.remove_prefix(one_of.size() + 1);
  take_known(out, attributes_of(head_of(clause, words), slot, words), nullptr);
  std::erase_if(out, [](const Attribute& one) { return one.kind == "experience"; });  // years_told() reads how many
  return out;
}

/// "whose wife worked two days a week": of somebody else.
bool is_of_another(std::string_view clause, const PaperWords& words) {
  const auto said = folded_words(clause.substr(0, 40));
  if (said.size() < 2 || !is_one_of(said[0], words.whose)) return false;
  const auto* told = words::find_word(words.attributes, said[1]);
  return told && std::any_of(told->begin(), told->end(), [](const SaidOfSomebody& one) {
           return one.kind == "relation" || one.kind == "gender" || one.kind == "role";
         });
}

/// "who was a retired miner", "who as older sisters": what somebody is now; not what they had been.
std::vector<Attribute> told_by_verb(std::string_view clause, std::size_t slot, const PaperWords& words) {
  const std::string folded = fold(clause);
  if (says_one_of(folded, words.formerly)) return {};
  for (const std::string& was : words.was) {
    const std::size_t at = (" " + folded).find(" " + was + " ");
    if (at == std::string::npos || at + was.size() + 1 >= folded.size()) continue;
    const std::string_view behind = std::string_view(folded).substr(at + was.size() + 1);
    const auto next = folded_words(behind.substr(0, 40));
    if (next.empty() || words.negations.contains(next[0])) return {};
    std::vector<Attribute> out;
    take_known(out, attributes_of(head_of(behind, words), slot, words), nullptr);
    std::erase_if(out, [](const Attribute& one) { return one.kind == "age"; });  // "was 34 and ...": age_behind's
    return out;
  }
  return {};
}

/// From behind a comma up to the next sign that ends the clause.
std::string_view clause_at(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view rest = text.substr(begin, end - begin);
  std::size_t stop = std::min(rest.find_first_of(",;:"), rest.size());
  if (stop < rest.size() && rest[stop] == ',' && words_in(rest.substr(0, stop)) < 2)
    stop = std::min(rest.find_first_of(",;:", stop + 1), rest.size());
  return trimmed(rest.substr(0, std::min(stop, longest_clause)), " .,;:");
}

bool overlaps_any(const std::vector<QuotedSpan>& quotes, std::size_t from, std::size_t to) {
  return std::any_of(quotes.begin(), quotes.end(),
                     [&](const QuotedSpan& one) { return one.whole.begin < to && from < one.whole.end; });
}

/// Whether words tell of anybody else: a role, a relation, "somebody".
bool holds_somebody(std::string_view said, const PaperWords& words) {
  const auto all = folded_words(said);
  return std::any_of(all.begin(), all.end(), [&](const std::string& word) {
    if (words.people.contains(word) || is_one_of(word, words.somebody)) return true;
    const auto* told = words::find_word(words.attributes, word);
    return told && word.size() > 2 && std::any_of(told->begin(), told->end(), [](const SaidOfSomebody& one) {
             return one.kind == "role" || one.kind == "relation" || one.kind == "gender";
           });
  });
}

/// "for more than twenty years", "some twenty years' standing", "after two decades in the classroom": how long in the
/// job, in years; in a clause that says by a word of it that it is the job.
std::vector<Attribute> years_told(std::string_view clause, std::size_t slot, const PaperWords& words) {
  const std::string folded = fold(clause);
  if (!says_one_of(folded, words.in_the_job)) return {};
  const auto told = [&](double years) {
    const std::string value = std::to_string(static_cast<unsigned>(years)) + " " + words.year.front();
    return attributes_of(value + " " + *words.experience_named.begin(), slot, words);
  };
  for (const Count& count : counts_in(clause, words)) {
    const auto behind = folded_words(clause.substr(count.bytes.end, 24));
    if (behind.empty() || count.percent) continue;
    if (is_one_of(behind[0], words.decades)) return told(count.value * 10);
    if (is_one_of(behind[0], words.tenure_units)) return told(count.value);
  }
  return says_one_of(folded, words.a_decade) ? told(10) : std::vector<Attribute>{};
}

/// "who had joined eight months before the interview": a newcomer; who "had joined the ward eight months before" may be
/// an old hand.
std::vector<Attribute> lately_begun(std::string_view clause, std::size_t slot, const PaperWords& words) {
  constexpr double most_months = 12;
  const std::string folded = fold(clause);
  for (const std::string& lately : words.lately) {  // "who had qualified only the year before"
    const std::size_t at = (folded + " ").find(" " + lately + " ");
    const std::string_view begun = at == folded.npos ? std::string_view() : tail_of(folded.substr(0, at), words.begun);
    if (begun.empty()) continue;
    const bool job = !lead_of(begun, words.qualified).empty();
    return {{"seniority", "junior", folded, slot, {}}, {job ? "novice" : "newcomer", "new", folded, slot, {}}};
  }
  if (!says_one_of(folded, words.before_now)) return {};
  for (const Count& count : counts_in(clause, words)) {
    const auto behind = folded_words(clause.substr(count.bytes.end, 24));
    const std::string before = fold(trimmed(clause.substr(0, count.bytes.begin)));
    if (!behind.empty() && !count.percent && count.value <= most_months && is_one_of(behind[0], words.months) &&
        !tail_of(before, words.begun).empty())
      return {{"seniority", "junior", folded, slot, {}}};
  }
  return {};
}

/// Behind "was the mediator" of "was the mediator concerned": what is told besides what somebody was; all of it where
/// that is not told.
std::string_view behind_own_role(std::string_view behind, const PaperWords& words) {
  const std::string folded = fold(trimmed(behind));
  const std::string_view was = lead_of(folded, words.was);
  if (was.empty() || folded.size() != trimmed(behind).size() || was.size() + 1 >= folded.size()) return behind;
  const std::string_view role = trimmed(behind).substr(was.size() + 1);
  return role.substr(std::min(role.find_first_of(" .,"), role.size()));
}

/// "He had sat in his car, a man of fifty-one": the sentence behind, where it goes on about the same one.
std::vector<Attribute> told_of_pronoun(std::string_view said, std::size_t slot, const PaperWords& words) {
  const std::string first = fold(said.substr(0, said.find(' ')));
  const bool she = first == words.she.front(), he = first == words.he.front();
  const std::string gender = gender_of_pronoun(first, words);
  const bool own = !gender.empty() && is_one_of(first, words.theirs);  // "His account was the longest that we have"
  if (!she && !he && !own) return {};
  std::vector<Attribute> out =
      own ? std::vector<Attribute>{} : told_anywhere(said.substr(0, longest_clause), slot, words);
  out.push_back({"gender", gender, first, slot, {}});
  return out;
}

/// "Those over seventy, among them J.B. and A.W., ...": how old all are whom the head of a sentence counts in.
std::vector<Attribute> told_by_head(std::string_view before, std::size_t slot, const PaperWords& words) {
  const std::string folded = fold(before);
  if (folded.size() != before.size()) return {};
  for (const std::string& among : words.among_them) {
    const std::size_t at = folded.find(among + " ");
    if (at == std::string::npos || at == 0) continue;
    const std::string_view head = std::string_view(folded).substr(0, at);
    std::vector<Attribute> out = told_anywhere(head, slot, words);
    for (const Count& count : counts_in(head, words)) {
      const std::string lead = fold(trimmed(head.substr(0, count.bytes.begin)));
      const auto number = static_cast<unsigned>(count.value);
      if (count.percent || number < 16 || number > 95) continue;
      const bool over = !tail_of(lead, words.over).empty(), under = !tail_of(lead, words.below).empty();
      if (over || under)
        out.push_back(
            {"age", over ? std::to_string(number) + "+" : "5-" + std::to_string(number), std::string(head), slot, {}});
    }
    return out;
  }
  return {};
}

/// "A newcomer who had left the city" of "A newcomer who had left the city, the woman in Interview 9"; empty without.
std::string_view before_role_in(std::string_view before, const PaperWords& words) {
  constexpr std::size_t most_of_role_in = 4;
  const std::size_t comma = before.find(", ");
  if (comma == before.npos) return {};
  const auto role = folded_words(before.substr(comma + 2));
  const bool in = role.size() > 2 && role.size() <= most_of_role_in && is_one_of(role[0], words.the) &&
                  is_one_of(role.back(), words.at_place) && holds_somebody(role[role.size() - 2], words);
  const std::string_view one = before.substr(0, comma);
  return in && is_one_of(fold(one.substr(0, one.find(' '))), words.an) ? one : std::string_view();
}

/// "who" of ", who worked nights only, ...".
std::string first_word(std::string_view behind) {
  const auto said = folded_words(behind.substr(0, 24));
  return said.empty() ? std::string() : said[0];
}

/// Two or more of one sentence cannot be told apart; one that stands behind the clause does not matter.
bool names_another(const std::vector<PaperId>& ids, const PaperId& id, std::size_t from, std::size_t to) {
  return std::any_of(ids.begin(), ids.end(), [&](const PaperId& other) {
    return other.bytes.begin >= from && other.bytes.begin < to && other.normal() != id.normal();
  });
}

}  // namespace

std::vector<Attribute> told_anywhere(std::string_view clause, std::size_t slot, const PaperWords& words) {
  std::vector<Attribute> out;
  const auto said = folded_words(clause);
  for (std::size_t at = 0; at < said.size(); ++at) {
    std::size_t taken = 1;
    for (std::size_t length = std::min(most_of_a_phrase, said.size() - at); length > 0; --length) {
      std::string phrase = said[at];
      for (std::size_t i = 1; i < length; ++i) phrase += " " + said[at + i];
      std::vector<Attribute> told;
      take_known(told, attributes_of(phrase, slot, words), &words.clause_kinds);
      std::erase_if(told, [&](const Attribute& one) { return !one.phrase.empty() && one.phrase != phrase; });
      if (told.empty()) continue;
      const std::size_t from = at > 3 ? at - 3 : 0;
      const bool denied =
          std::any_of(said.begin() + static_cast<std::ptrdiff_t>(from), said.begin() + static_cast<std::ptrdiff_t>(at),
                      [&](const std::string& word) { return words.negations.contains(word); });
      if (!denied) out.insert(out.end(), told.begin(), told.end());
      taken = length;
      break;
    }
    at += taken - 1;
  }
  if (says_one_of(fold(clause), words.formerly) &&
      !says_one_of(fold(clause), words.still)) {  // what they had been says how long they are at it, and no more
    std::erase_if(out, [&](const Attribute& one) { return !is_one_of(one.kind, words.lasting_kinds); });
  }
  if (auto age = age_of_somebody(clause, slot, words); !age.empty()) out.push_back(std::move(age.front()));
  if (auto age = age_then(clause, slot, words); !age.empty()) out.push_back(std::move(age.front()));
  if (auto athlete = class_told(clause, slot, words)) out.push_back(std::move(*athlete));
  if (auto age = decade_of_age(clause, slot, words); !age.empty()) out.push_back(std::move(age.front()));
  if (auto newly = lately_begun(clause, slot, words); !newly.empty()) out.insert(out.end(), newly.begin(), newly.end());
  if (auto births = births_told(clause, slot, words); !births.empty()) out.push_back(std::move(births.front()));
  if (auto job = job_done(clause, slot, words); !job.empty()) out.push_back(std::move(job.front()));
  if (auto home = home_told(clause, slot, words); !home.empty()) out.push_back(std::move(home.front()));
  if (auto years = years_told(clause, slot, words); !years.empty()) out.insert(out.end(), years.begin(), years.end());
  return out;
}

std::vector<Attribute> told_before_bracket(std::string_view before, std::size_t slot, const PaperWords& words) {
  constexpr std::size_t most_before = 6;
  const auto said = folded_words(before);
  const bool article = !said.empty() && (is_one_of(said[0], words.an) || is_one_of(said[0], words.the));
  if (!article || said.size() > most_before || before.find('\'') != before.npos || before.find("\u2019") != before.npos)
    return {};
  const bool verb = std::any_of(said.begin(), said.end(), [&](const std::string& word) {
    return is_one_of(word, words.has) || words.speaks.contains(word) || is_one_of(word, words.was);
  });
  if (verb) return {};
  auto out = told_in_apposition(before, slot, words);
  std::erase_if(out, [](const Attribute& one) { return one.kind != "role" && one.kind != "gender"; });
  return out;
}

std::vector<Attribute> told_in_clauses(const Block& block, const PaperId& id, const std::vector<PaperId>& ids,
                                       const std::vector<QuotedSpan>& quotes, std::size_t slot,
                                       const PaperWords& words) {
  const std::string_view text = block.text;
  std::vector<Attribute> out;
  const auto add = [&](std::vector<Attribute> told) {
    for (Attribute& one : told) out.push_back(std::move(one));
  };
  const auto sentences = sentences_of(text, words);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const ByteRange sentence = sentences[s];
    if (id.bytes.begin < sentence.begin || id.bytes.begin >= sentence.end) continue;
    const std::string_view behind = text.substr(id.bytes.end, sentence.end - id.bytes.end);
    add(told_by_kin(behind, slot, words));
    if (behind.starts_with(", ")) {
      const std::string_view clause = clause_at(text, id.bytes.end + 2, sentence.end);
      const std::size_t end = static_cast<std::size_t>(clause.data() - text.data()) + clause.size();
      const std::string first = fold(clause.substr(0, clause.find(' ')));
      if (!overlaps_any(quotes, id.bytes.end, end) && !names_another(ids, id, id.bytes.end, end) &&
          !is_of_another(clause, words)) {
        const bool who = is_one_of(first, words.somebody);
        add(who ? told_by_verb(clause, slot, words) : told_in_apposition(clause, slot, words));
        add(told_anywhere(clause, slot, words));
      }
    } else {
      // "G4 was a retired miner", "O11 had joined only the previous spring and was ..."
      const bool was = !lead_of(fold(trimmed(behind)), words.was).empty(),
                 had = !was && (is_one_of(first_word(behind), words.has) || is_one_of(first_word(behind), words.works));
      add(age_said(trimmed(behind), slot, words));  // "P4 was 52 when we met"
      const std::string_view clause = was || had ? clause_at(text, id.bytes.end + 1, sentence.end) : std::string_view();
      const std::size_t end = was || had ? static_cast<std::size_t>(clause.data() - text.data()) + clause.size() : 0;
      if ((was || (had && !holds_somebody(clause, words))) && !overlaps_any(quotes, id.bytes.end, end) &&
          !names_another(ids, id, id.bytes.end, end)) {
        if (was) add(told_by_verb(clause, slot, words));
        add(told_anywhere(clause, slot, words));
      }
    }
    // "Nuala and Ines, who as older sisters had moved back, ...": of both
    const auto second = std::find_if(ids.begin(), ids.end(), [&](const PaperId& other) {
      const std::string_view joined = other.bytes.begin > id.bytes.end && other.bytes.begin < sentence.end
                                          ? text.substr(id.bytes.end, other.bytes.begin - id.bytes.end)
                                          : std::string_view();
      return is_one_of(fold(trimmed(joined)), words.conjunction) && text.substr(other.bytes.end).starts_with(", ");
    });
    if (second != ids.end()) {
      const std::string_view clause = clause_at(text, second->bytes.end + 2, sentence.end);
      const std::string folded = fold(clause);
      const bool of_both = !lead_of(folded, words.of_both).empty();
      if (of_both && is_one_of(folded.substr(0, folded.find(' ')), words.somebody))
        add(told_by_verb(clause, slot, words)), add(told_anywhere(clause, slot, words));
      else if (of_both)
        add(told_in_apposition(clause.substr(clause.find(' ') + 1), slot, words));
    }
    const std::string_view before = text.substr(sentence.begin, id.bytes.begin - sentence.begin);
    const bool leads = before.ends_with(", ") && before.size() < longest_clause &&
                       !overlaps_any(quotes, sentence.begin, id.bytes.begin) &&
                       !names_another(ids, id, sentence.begin, id.bytes.begin) &&
                       !lead_of(fold(before), words.clause_leads).empty();
    add(told_of_kind(before, slot, words));
    if (leads) add(told_anywhere(before, slot, words)), add(age_led_by(before, behind, slot, words));
    // "A full-time worker, YW4, had thought about it"
    const auto lead = folded_words(before);
    const bool named = lead.size() > 1 && lead.size() <= most_of_a_phrase + 1 && before.ends_with(", ") &&
                       behind.starts_with(',') && (is_one_of(lead[0], words.an) || is_one_of(lead[0], words.the)) &&
                       !names_another(ids, id, id.bytes.end, sentence.end);
    if (named) add(told_in_apposition(before.substr(0, before.size() - 2), slot, words));
    if (const std::string_view one = before_role_in(before, words); !one.empty())
      add(told_in_apposition(one, slot, words));
    if (before.size() < longest_clause) add(told_by_head(before, slot, words));
    const std::size_t who = is_one_of(first_word(behind), words.somebody) ? behind.find_first_of(" ", 2) : 0;
    if (s + 1 < sentences.size() && who != behind.npos &&
        !holds_somebody(behind_own_role(behind.substr(who), words), words) &&
        !names_another(ids, id, sentence.begin, sentences[s + 1].end) &&
        !overlaps_any(quotes, id.bytes.end, sentence.end)) {
      std::string_view next = cut_at(text, sentences[s + 1]);
      for (const QuotedSpan& quote : quotes) {
        if (quote.whole.begin >= sentences[s + 1].begin && quote.whole.begin < sentences[s + 1].end)
          next = next.substr(0, std::min<std::size_t>(next.size(), quote.whole.begin - sentences[s + 1].begin));
      }
      add(told_of_pronoun(next, slot, words));
    }
  }
  return out;
}

}  // namespace moniker::custodian
