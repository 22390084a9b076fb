// What the sentence that leads to a quotation tells of its speaker by a role or a gender alone. It is believed of the
// head of the sentence, before a word for speaking, and of who stands behind "by".
#include "manuscript/told_by_leads.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/told_ages.hpp"
#include "manuscript/told_in_clauses.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_words_of_one = 5;

/// "one nurse, this meant ..." of "For one nurse, this meant ...", "a father of three" of "In the words of a father".
std::string_view without_lead(std::string_view said, const PaperWords& words) {
  const std::string folded = fold(said.substr(0, 60));
  const std::string_view lead = lead_of(folded, words.leads_in);
  if (lead.empty() || lead.size() + 1 >= said.size()) return said;
  const std::string_view rest = said.substr(lead.size() + 1);
  return is_one_of(fold(rest.substr(0, rest.find(' '))), words.an) ? rest : said;
}

/// "women" of "one of the older women described": one of several of a kind, by the last word before the verb.
std::string one_of_several(std::string_view said, const PaperWords& words) {
  constexpr std::size_t most_of_kind = 3;
  const std::string folded = fold(said.substr(0, 60));
  const auto each = folded_words(folded);
  if (each.size() < 4 || !is_one_of(each[1], words.of) || !is_one_of(each[2], words.kind_led_by)) return {};
  for (std::size_t at = 3; at < std::min(each.size() - 1, 3 + most_of_kind); ++at) {
    const bool kind = words.people.contains(each[at]) || singular(each[at], words) != each[at];
    const std::size_t end = folded.find(each[at]) + each[at].size();
    const bool whose = folded.substr(end).starts_with("'") || folded.substr(end).starts_with("\u2019");
    if (kind) return whose ? std::string() : each[at];  // no "one of the women's husbands"
  }
  return {};
}

/// What a head tells besides who somebody is: "newly qualified", "part-time", "with twenty years' experience".
std::vector<Attribute> told_of_head(std::string_view said, std::size_t slot, const PaperWords& words) {
  constexpr std::string_view kinds[] = {"seniority", "hours", "experience", "age"};
  std::string head;
  for (const std::string& word : folded_words(said.substr(0, said.find(',')))) {
    if (words.speaks.contains(word) || is_one_of(word, words.goes) || is_one_of(word, words.that)) break;
    head += (head.empty() ? "" : " ") + word;
  }
  std::vector<Attribute> out = told_anywhere(head, slot, words);
  std::erase_if(out, [&](const Attribute& one) {
    return std::find(std::begin(kinds), std::end(kinds), one.kind) == std::end(kinds);
  });
  return out;
}

/// The role and the gender of "a retired porter who had ..."; nothing of "the porter", who may be another.
std::vector<Attribute> told_of_one(std::string_view said, std::size_t slot, const PaperWords& words) {
  const std::string folded = fold(said.substr(0, 80));
  const std::string_view other = lead_of(folded, words.the_other_one);  // "The other, who lived in the town, ..."
  const std::string article(other.empty() ? std::string_view(folded).substr(0, folded.find_first_of(" ,")) : other);
  if ((other.empty() && !is_one_of(article, words.an)) || article.size() + 1 >= said.size()) return {};
  std::string head;
  std::size_t taken = 0;
  for (const std::string& word : folded_words(std::string_view(folded).substr(article.size() + 1))) {
    if (taken == most_words_of_one || is_one_of(word, words.head_ends) || is_one_of(word, words.somebody)) break;
    if (words.speaks.contains(word) || is_one_of(word, words.has) || is_one_of(word, words.goes)) break;
    head += (head.empty() ? "" : " ") + word;
    ++taken;
  }
  std::vector<Attribute> out;
  const std::string kind = one_of_several(said, words);
  for (Attribute& one : attributes_of(kind.empty() ? head : kind, slot, words)) {
    const bool parent = one.kind == "role" && one.value == "parent";  // a teacher may be a mother of twins, too
    if ((one.kind == "role" && !parent) || one.kind == "gender") out.push_back(std::move(one));
  }
  const std::size_t who = said.find(", ");  // "A scaffolder, who was on his first order, ..."
  const std::string_view before = said.substr(0, who),
                         rest = who == said.npos ? std::string_view() : said.substr(who + 2);
  if (out.empty() && other.empty() && !is_agent(head, words) && !is_one_of(article, words.one_of_them)) return out;
  for (Attribute& one : age_of_somebody(before, slot, words))
    out.push_back(std::move(one));  // "A deckhand of sixty-one"
  for (Attribute& one : told_of_head(said, slot, words)) out.push_back(std::move(one));
  const std::string_view clause = rest.substr(0, rest.find(','));
  for (Attribute& one : aged(clause, slot, words)) out.push_back(std::move(one));
  if (is_one_of(fold(clause.substr(0, clause.find(' '))), words.somebody)) {
    for (Attribute& one : told_anywhere(clause, slot, words)) out.push_back(std::move(one));
  }
  return out;
}

bool is_somebody_else(const std::string& word, const PaperWords& words) {
  if (words.people.contains(word)) return true;
  const auto* told = words::find_word(words.attributes, singular(word, words));
  return told && word.size() > 2 && !is_one_of(word, words.she) && !is_one_of(word, words.he) &&
         std::any_of(told->begin(), told->end(), [](const SaidOfSomebody& one) {
           return one.kind == "role" || one.kind == "relation" || one.kind == "gender";
         });
}

/// Whether somebody else may be meant: a pronoun of the other gender, or a second one who speaks.
bool may_be_of_another(std::string_view said, const std::vector<Attribute>& told, const PaperWords& words) {
  bool had = false;
  std::size_t speaks = 0;
  std::string gender;
  for (const Attribute& one : told) {
    if (one.kind == "gender") gender = one.value;
  }
  const auto each = folded_words(said);
  for (std::size_t at = 1; at + 1 < each.size(); ++at) {  // "A new nurse had come to her for help": she is quoted
    const bool to =
        is_one_of(each[at - 1], words.to_somebody) && (is_one_of(each[at], words.she) || is_one_of(each[at], words.he));
    if (to && (is_one_of(each[at + 1], words.head_ends) || is_one_of(each[at + 1], words.plain_words))) return true;
  }
  for (const std::string& word : each) {
    if (!gender.empty() && is_one_of(word, gender == "male" ? words.she : words.he)) return true;
    if (speaks > 0 && is_somebody_else(word, words)) return true;  // "A woman told the porters what she had seen:"
    if (words.speaks.contains(word)) speaks += had ? 2 : 1;        // "A nurse had told him so:"
    had = is_one_of(word, words.has);
  }
  return speaks > 1;
}

}  // namespace

std::vector<Attribute> told_of_speaker(const Block& block, std::size_t slot, ByteRange& bytes,
                                       const PaperWords& words) {
  const auto sentences = sentences_of(block.text, words);
  if (block.kind != BlockKind::body || !block.text.ends_with(':') || sentences.empty()) return {};
  bytes = sentences.back();
  const std::string_view said = std::string_view(block.text).substr(bytes.begin, bytes.size());
  const std::string folded = fold(said);
  if (folded.size() != said.size()) return {};
  std::vector<Attribute> told;
  for (const std::string& by : words.by) {
    for (std::size_t at = folded.find(" " + by + " "); at != folded.npos; at = folded.find(" " + by + " ", at + 1)) {
      if (told.empty() && says_one_of(std::string_view(folded).substr(0, at), words.speaks_by))
        told = told_of_one(said.substr(at + by.size() + 2), slot, words);
    }
  }
  if (!told.empty()) return told;
  const std::size_t comma = folded.find(", ");
  const bool who = comma != folded.npos && !lead_of(std::string_view(folded).substr(comma + 2), words.somebody).empty();
  const bool of_one = who || says_one_of(folded, words.speaks) ||
                      says_one_of(folded, words.has) ||  // "had dreaded it for weeks:"
                      says_one_of(folded, words.goes);
  const std::string_view rest = without_lead(said, words);  // "In the words of a father of three:"
  if (!of_one && rest.size() == said.size()) return {};
  told = told_of_one(rest, slot, words);
  return may_be_of_another(said, told, words) ? std::vector<Attribute>{} : told;
}

}  // namespace moniker::custodian
