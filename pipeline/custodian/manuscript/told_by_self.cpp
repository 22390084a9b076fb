// What people tell of themselves in their extracts, in the first person and of now. Only phrases that leave nothing
// open count: "my husband says" is of a wife, "my husband said" may be of a widow.
#include "manuscript/told_by_self.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/class_told.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_of_self = 6;
constexpr double least_age_of_self = 14, most_age_of_self = 99;

/// Whether a sentence is one that is given again: "She says I'm a mother, I know".
bool gives_again(std::string_view said, ByteRange sentence) {
  const auto quotes = quotes_in(said);
  return std::any_of(quotes.begin(), quotes.end(), [&](const QuotedSpan& one) {
    return one.whole.begin < sentence.end && sentence.begin < one.whole.end;
  });
}

/// What the language says of a word, of these kinds alone.
void take_word(std::vector<Attribute>& out, const std::string& word, std::initializer_list<std::string_view> kinds,
               std::string_view folded, std::size_t slot, const PaperWords& words) {
  const auto* told = words::find_word(words.attributes, word);
  if (!told) return;
  for (const SaidOfSomebody& one : *told) {
    if (std::find(kinds.begin(), kinds.end(), one.kind) != kinds.end())
      out.push_back({one.kind, one.value, std::string(folded), slot, {}});
  }
}

/// Up to the first word of a list: of "I'm a dad, and if ..." what stands before the "if".
std::string_view before_any(std::string_view folded, const Phrases& phrases) {
  std::size_t end = folded.size();
  for (const std::string& phrase : phrases) {
    for (std::size_t at = folded.find(phrase); at < end; at = folded.find(phrase, at + 1)) {
      const bool begins = at == 0 || !is_word(code_point_before(folded, at).value);
      const std::size_t behind = at + phrase.size();
      if (begins && (behind == folded.size() || !is_word(code_point_at(folded, behind).value))) end = at;
    }
  }
  return folded.substr(0, end);
}

void take_phrases(std::vector<Attribute>& out, std::string_view folded, std::size_t slot, const PaperWords& words) {
  const auto said = folded_words(folded);
  for (std::size_t at = 0; at < said.size(); ++at) {
    std::string phrase;
    for (std::size_t length = 1; length <= std::min(longest_of_self, said.size() - at); ++length) {
      phrase += (phrase.empty() ? "" : " ") + said[at + length - 1];
      const auto* told = words::find_word(words.of_self, phrase);
      if (!told) continue;
      for (const SaidOfSomebody& one : *told) out.push_back({one.kind, one.value, phrase, slot, {}});
    }
  }
}

/// Whether what stands behind an age leaves it one: a sign, "and", "now", "in May".
bool ends_age(std::string_view rest, const PaperWords& words) {
  const auto behind = folded_words(rest.substr(0, 24));
  if (rest.empty() || behind.empty() || std::string_view(".,;!?").find(rest[0]) != rest.npos) return true;
  return is_one_of(behind[0], words.conjunction) || is_one_of(behind[0], words.age_now) ||
         !lead_of(fold(trimmed(rest)), words.years_old).empty();
}

/// "I'm fifty-one, and ...", "Well, I am 51 now", "I turned seventy in May": at the head of a sentence.
void take_age(std::vector<Attribute>& out, std::string_view sentence, std::size_t slot, const PaperWords& words) {
  for (const Count& count : counts_in(sentence, words)) {
    const std::string before = fold(trimmed(sentence.substr(0, count.bytes.begin)));
    const std::string_view rest = sentence.substr(count.bytes.end);
    const bool dated = std::any_of(rest.begin(), rest.end(), is_ascii_digit);  // "I turned forty in 1999"
    std::string_view am = tail_of(before, words.i_am);
    if (am.empty() && !dated) am = tail_of(before, words.turned);
    const std::string head = am.empty() ? before : before.substr(0, before.size() - am.size());
    if (am.empty() || !ends_age(rest, words) || count.percent || count.value < least_age_of_self ||
        count.value > most_age_of_self || words_in(head) > 1)
      continue;
    out.push_back({"age", std::to_string(static_cast<unsigned>(count.value)), fold(sentence), slot, {}});
    return;
  }
}

/// "In my thirty years at this tower": in one place or one job, so that it is no more than a career.
void take_tenure(std::vector<Attribute>& out, std::string_view sentence, std::size_t slot, const PaperWords& words) {
  for (const Count& count : counts_in(sentence, words)) {
    const std::string before = fold(trimmed(sentence.substr(0, count.bytes.begin)));
    const auto behind = folded_words(sentence.substr(count.bytes.end, 40));
    const bool years = behind.size() > 1 && is_one_of(behind[0], words.tenure_units) && !count.percent;
    const bool here = years && (is_one_of(behind[1], words.here) ||
                                (behind.size() > 2 && is_one_of(behind[1] + " " + behind[2], words.here)));
    if (!here || tail_of(before, words.in_my).empty()) continue;
    const auto number = static_cast<unsigned>(count.value);
    out.push_back({"experience", fmt::format("{} years", number), fold(sentence), slot, {}});
    if (count.value >= years_of_a_senior) out.push_back({"seniority", senior, fold(sentence), slot, {}});
    return;
  }
}

/// "Twenty-two years I have been a partner here"
void take_years(std::vector<Attribute>& out, std::string_view sentence, const std::string& folded, std::size_t slot,
                const PaperWords& words) {
  if (!says_one_of(folded, words.i_have_been)) return;
  for (const Count& count : counts_in(sentence, words)) {
    const auto behind = folded_words(sentence.substr(count.bytes.end, 24));
    if (count.value < years_of_a_senior || count.percent || behind.empty() || !is_one_of(behind[0], words.tenure_units))
      continue;
    out.push_back({"seniority", senior, folded, slot, {}});
    return;
  }
}

/// "This is my third order": for that time or a later one.
void take_nth(std::vector<Attribute>& out, std::string_view folded, std::size_t slot, const PaperWords& words) {
  const auto said = folded_words(folded);
  for (std::size_t at = 1; at + 1 < said.size(); ++at) {
    const auto nth = std::find(words.ordinals.begin(), words.ordinals.end(), said[at]);
    const auto noun = singular(said[at + 1], words);
    const std::string_view of = thing_of(noun, words.nth_of);
    if (nth == words.ordinals.end() || nth == words.ordinals.begin() || of.empty()) continue;
    const bool own = is_one_of(said[at - 1], words.my);
    const bool again =
        is_one_of(said[at - 1], words.the) && at + 2 < said.size() && is_one_of(said[at + 2], words.first_person);
    if (own || again)
      out.push_back(
          {"nth", fmt::format("{}+ {}", nth - words.ordinals.begin() + 1, of), std::string(folded), slot, {}});
  }
}

/// "It's only my second week": whoever is that new.
void take_weeks(std::vector<Attribute>& out, std::string_view folded, std::size_t slot, const PaperWords& words) {
  for (const std::string& is : words.it_is) {
    const std::size_t at = folded.find(is + " ");
    if (at == folded.npos || (at > 0 && is_word(code_point_before(folded, at).value))) continue;
    const auto behind = folded_words(folded.substr(at + is.size(), 40));
    if (behind.size() > 1 && is_one_of(behind[0], words.ordinals) && is_one_of(behind[1], words.months))
      out.push_back({"seniority", "junior", std::string(folded), slot, {}});
  }
}

/// "I've five children", "two daughters and a son", "my three boys": how many, or at least so many.
void take_children(std::vector<Attribute>& out, std::string_view sentence, std::size_t slot, const PaperWords& words) {
  constexpr double most_children = 12;
  for (const Count& count : counts_in(sentence, words)) {
    const std::string before = fold(trimmed(sentence.substr(0, count.bytes.begin)));
    const auto behind = folded_words(sentence.substr(count.bytes.end, 60));
    if (behind.empty() || count.percent || count.value > most_children || tail_of(before, words.have_kids).empty() ||
        !is_one_of(singular(behind[0], words), words.kid_words))
      continue;
    const bool more = behind.size() > 3 && is_one_of(behind[1], words.conjunction) && is_one_of(behind[2], words.an) &&
                      is_one_of(singular(behind[3], words), words.kid_words);
    const std::string_view rest = sentence.substr(count.bytes.end);
    const std::size_t ends = rest.find_first_of(",.;!?");
    const bool in_charge = behind.size() > 1 && !more && is_one_of(behind[1], words.at_place) &&
                           words_in(rest.substr(0, ends)) > 3;  // "three children in my group"
    if (in_charge) continue;
    const auto least = static_cast<unsigned>(count.value) + (more ? 1U : 0U);
    out.push_back({"children", fmt::format("{}+", least), fold(sentence), slot, {}});
    out.push_back({"kids", "some", fold(sentence), slot, {}});
    return;
  }
}

/// "We sit at the back, my wife and I, she has her bad ear": still married, whatever else is of the past.
void take_two(std::vector<Attribute>& out, std::string_view folded, std::size_t slot, const PaperWords& words) {
  if (says_one_of(folded, words.and_i) && says_one_of(folded, words.now_of_two))
    out.push_back({"partner", "married", std::string(folded), slot, {}});
}

/// "I'm their auntie": what somebody is to others, and of which gender.
void take_relation(std::vector<Attribute>& out, std::string_view folded, std::size_t slot, const PaperWords& words) {
  const auto said = folded_words(folded);
  for (std::size_t at = 0; at + 2 < said.size(); ++at) {
    const bool am = is_one_of(said[at], words.i_am) || (at > 0 && is_one_of(said[at - 1] + " " + said[at], words.i_am));
    if (am && is_one_of(said[at + 1], words.theirs))
      take_word(out, said[at + 2], {"gender", "relation"}, folded, slot, words);
  }
}

/// "As a grandmother you get a second look": only before whoever speaks, or anybody.
void take_as(std::vector<Attribute>& out, std::string_view folded, std::size_t slot, const PaperWords& words) {
  const auto said = folded_words(folded);
  for (std::size_t at = 0; at + 3 < said.size(); ++at) {
    const bool kin = is_one_of(said[at], words.as) && is_one_of(said[at + 1], words.theirs);  // "As his grandmother I"
    if (!kin && !is_one_of(said[at] + " " + said[at + 1], words.as_one)) continue;
    const bool speaks = is_one_of(said[at + 3], words.first_person) || is_one_of(said[at + 3], words.anybody);
    if (speaks) take_word(out, said[at + 2], {"gender", "faith", "ethnicity"}, folded, slot, words);
    if (speaks && kin) take_word(out, said[at + 2], {"relation"}, folded, slot, words);
  }
}

/// "I'm a big man": a gender behind a word or two.
void take_gender(std::vector<Attribute>& out, std::string_view folded, std::size_t slot, const PaperWords& words) {
  for (const std::string& am : words.i_am) {
    for (std::size_t from = folded.find(am + " "); from != folded.npos; from = folded.find(am + " ", from + 1)) {
      const auto said = folded_words(folded.substr(from + am.size(), 60));
      if ((from > 0 && folded[from - 1] != ' ') || said.size() < 3 || !is_one_of(said[0], words.an)) continue;
      for (std::size_t at = 2; at < std::min<std::size_t>(said.size(), 4); ++at) {
        if (said[at].size() < 3 || !words.attributes.contains(said[at])) continue;
        const bool ends =
            ends_head(said, at + 1, words) || is_one_of(said[at + 1], words.conjunction);  // "a big man and ..."
        if (ends) take_word(out, said[at], {"gender"}, folded, slot, words);
        break;
      }
    }
  }
}

}  // namespace

std::vector<ToldBySelf> told_by_self(std::string_view said, std::size_t slot, const std::optional<TalkYears>& talks,
                                     const PaperWords& words) {
  std::vector<ToldBySelf> out;
  for (const ByteRange sentence : sentences_of(said, words)) {
    const std::string_view text = said.substr(sentence.begin, sentence.size());
    const std::string folded = fold(text);
    if (gives_again(said, sentence)) continue;
    const std::string_view ever = before_any(folded, words.supposes), now = before_any(ever, words.back_then);
    // What time changes is believed of now alone: "when I was a girl" tells of a woman, "I was married" of nothing.
    std::vector<Attribute> told;
    take_phrases(told, ever, slot, words);
    std::erase_if(told, [](const Attribute& one) { return one.kind != "gender"; });
    take_gender(told, ever, slot, words);
    take_as(told, ever, slot, words);
    std::vector<Attribute> of_now;
    take_phrases(of_now, now, slot, words);
    const bool then = says_one_of(folded, words.back_then);  // "I only started in May, I remember": whenever that was
    std::erase_if(of_now, [&](const Attribute& one) {
      return one.kind == "gender" || (then && one.kind == "seniority");  // the one is told already
    });
    take_relation(of_now, now, slot, words);
    take_nth(of_now, now, slot, words);
    take_weeks(of_now, now, slot, words);
    take_two(of_now, now, slot, words);
    if (talks && ever.size() == folded.size()) {
      for (Attribute& one : told_by_years(text, *talks, slot, words)) of_now.push_back(std::move(one));
    }
    if (now.size() == folded.size()) {  // as far as the text itself is sure
      take_age(of_now, text, slot, words);
      take_tenure(of_now, text, slot, words);
      take_years(of_now, text, folded, slot, words);
      take_children(of_now, text, slot, words);
      if (auto athlete = is_one_of(folded.substr(0, 2), words.as) ? class_told(text, slot, words) : std::nullopt)
        of_now.push_back(std::move(*athlete));
    }
    told.insert(told.end(), of_now.begin(), of_now.end());
    for (Attribute& one : told) out.push_back({sentence, std::move(one)});
  }
  return out;
}

}  // namespace moniker::custodian
