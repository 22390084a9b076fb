// "She" and "his" of somebody who is quoted and has no name in the sentence that leads to it: the one whom the sentence
// begins with ("A doctor who ...", "Another ..."), as long as nobody else is told of whom the word may mean.
#include "manuscript/pronouns_of_leads.hpp"

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/pronouns.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_head = 8;

/// A word of a sentence, and what stands right before it.
struct WordOfLead {
  std::string word{};  // folded
  bool capital = false, behind_comma = false;
};

std::vector<WordOfLead> words_of_lead(std::string_view said) {
  std::vector<WordOfLead> out;
  bool comma = false;
  for (std::size_t at = 0; at < said.size();) {
    const auto is_letter = [&](std::size_t i) { return (said[i] | 32) >= 'a' && (said[i] | 32) <= 'z'; };
    if (!is_letter(at)) {
      comma = comma || said[at] == ',';
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < said.size() && (is_letter(end) || said[end] == '-')) ++end;
    out.push_back({fold(said.substr(at, end - at)), said[at] >= 'A' && said[at] <= 'Z', comma});
    comma = false;
    at = end;
  }
  return out;
}

/// One person, or what is called she or he as people are: no "nurses", of whom nobody says so.
bool is_one_person(const std::string& word, const PaperWords& words) {
  if (is_one_of(word, words.called_she)) return true;
  if (words.people.contains(word) || singular(word, words) != word || word.size() < 3) return false;
  const auto* told = words::find_word(words.attributes, word);
  return told && !is_one_of(word, words.she) && !is_one_of(word, words.he) &&
         std::any_of(told->begin(), told->end(), [](const SaidOfSomebody& one) {
           return one.kind == "role" || one.kind == "relation" || one.kind == "gender";
         });
}

/// Where "A young cook who ..." goes on behind the cook; 0 where the head tells of two ("A friend of the captain").
std::size_t end_of_head(const std::vector<WordOfLead>& lead, const PaperWords& words) {
  bool person = false, joined = false;
  for (std::size_t at = 1; at < std::min(lead.size(), longest_head + 1); ++at) {
    const std::string& word = lead[at].word;
    const bool ends = lead[at].behind_comma || is_one_of(word, words.somebody) || words.speaks.contains(word) ||
                      is_one_of(word, words.has) || is_past(word, words);
    if (ends) return at;
    if (word == "s") return 0;  // "For one nurse's daughter": of her
    if (is_one_person(word, words)) {
      if (person && joined) return 0;
      person = true;
    }
    joined = joined || (person && is_one_of(word, words.head_ends));
  }
  return 0;
}

/// "A", "One", "Another", "The other": somebody whom the sentence does not name.
bool begins_with_somebody(std::string_view said, const PaperWords& words) {
  const std::string folded = fold(said.substr(0, 40));
  return is_one_of(folded.substr(0, folded.find_first_of(" ,")), words.an) ||
         !lead_of(folded, words.the_other_one).empty();
}

/// "One of the members put it in terms of her own part:": whoever it is, they are a woman.
std::string gender_of_own(std::string_view said, const PaperWords& words) {
  const auto each = folded_words(said);
  for (std::size_t at = 1; at < each.size(); ++at) {
    if (is_one_of(each[at], words.own)) return gender_of_pronoun(each[at - 1], words);
  }
  return {};
}

/// Whether a pronoun of the other gender stands in a sentence: "He said nothing, she told us:"
bool tells_of_both(std::string_view said, const std::string& gender, const PaperWords& words) {
  const auto each = folded_words(said);
  return std::any_of(each.begin(), each.end(), [&](const std::string& word) {
    const std::string other = gender_of_pronoun(word, words);
    return !other.empty() && other != gender;
  });
}

/// "One manager had come to the same view. She had sat on the group that chose them.": the sentence before the last
/// tells of somebody, and of nobody else.
bool goes_on_about_somebody(const Block& block, const std::vector<ByteRange>& sentences, const PaperWords& words) {
  if (sentences.size() < 2) return false;
  const ByteRange before = sentences[sentences.size() - 2];
  const std::string_view said = std::string_view(block.text).substr(before.begin, before.size());
  const auto lead = words_of_lead(said);
  if (!begins_with_somebody(said, words)) return false;
  const std::size_t from = end_of_head(lead, words);
  return from > 0 && std::none_of(lead.begin() + static_cast<std::ptrdiff_t>(from), lead.end(), [&](const auto& one) {
           return one.capital || is_one_person(one.word, words) || !gender_of_pronoun(one.word, words).empty();
         });
}

}  // namespace

std::string gender_of_head(std::string_view said, std::string_view before, const PaperWords& words) {
  const std::string start = fold(said.substr(0, 60));  // "For one nurse, this meant that she ..."
  if (const std::string_view led = lead_of(start, words.leads_in); !led.empty() && led.size() + 1 < said.size())
    said.remove_prefix(led.size() + 1);
  if (!begins_with_somebody(said, words)) return {};
  for (const WordOfLead& one : words_of_lead(before)) {
    if (is_one_person(one.word, words) || !gender_of_pronoun(one.word, words).empty()) return {};
  }
  const auto lead = words_of_lead(said);
  const std::size_t from = end_of_head(lead, words);
  if (from == 0) return {};
  bool spoke = false;  // "A woman told the porters what she had seen": perhaps it is a porter who is quoted
  for (std::size_t at = std::max<std::size_t>(from, 2); at < lead.size(); ++at) {
    const std::string& word = lead[at].word;
    if (const std::string gender = gender_of_pronoun(word, words); !gender.empty())
      return tells_of_both(said, gender, words) ? std::string() : gender;
    const bool place = is_one_of(lead[at - 1].word, words.at_place);
    const bool name = lead[at].capital && word.size() > 1 && !place;
    const bool does = word.size() > 4 && is_agent(word, words) &&
                      (is_one_of(lead[at - 1].word, words.articles) || is_one_of(lead[at - 2].word, words.articles));
    const bool told = spoke && (words.people.contains(word) || is_one_person(singular(word, words), words));
    spoke = spoke || words.speaks.contains(word);
    if (name || does || told || is_one_of(word, words.whose) || is_one_person(word, words)) return {};
  }
  return {};
}

std::string gender_of_clause(std::string_view said, std::string_view before, const PaperWords& words) {
  const auto tells_of_one = [&](const WordOfLead& one) { return is_one_person(one.word, words); };
  const auto lead = words_of_lead(said), told = words_of_lead(before);
  if (std::any_of(told.begin(), told.end(), tells_of_one)) return {};
  std::string gender;
  for (std::size_t at = 0; at < lead.size(); ++at) {
    const std::string& word = lead[at].word;
    const bool name = lead[at].capital && at > 0 && word.size() > 1;
    if (name || tells_of_one(lead[at])) return {};
    const bool subject = word == words.she.front() || word == words.he.front();
    const bool joined = at == 0 || lead[at].behind_comma || is_one_of(lead[at - 1].word, words.and_she);
    if (subject && joined) gender = gender_of_pronoun(word, words);
  }
  return gender.empty() || tells_of_both(said, gender, words) ? std::string() : gender;
}

std::string gender_of_lead(const Block& block, ByteRange& sentence, const PaperWords& words) {
  const auto sentences = sentences_of(block.text, words);
  if (block.kind != BlockKind::body || sentences.empty()) return {};
  sentence = sentences.back();
  const std::string_view said = std::string_view(block.text).substr(sentence.begin, sentence.size());
  const std::string first = fold(said.substr(0, said.find(' ')));
  const bool she = !words.she.empty() && first == words.she.front(),
             he = !words.he.empty() && first == words.he.front();
  const bool leads = block.text.ends_with(':');
  if (!leads && (!(she || he) || !goes_on_about_somebody(block, sentences, words))) return {};
  std::string gender = she || he ? gender_of_pronoun(first, words) : std::string();
  const std::size_t aside = is_one_of(first, words.at_place) ? said.find(", ") : said.npos;  // "In the third group, "
  const std::string_view head = aside == said.npos ? said : said.substr(aside + 2);
  if (gender.empty() && is_one_of(fold(head.substr(0, head.find(' '))), words.an)) gender = gender_of_own(head, words);
  const std::string_view before = std::string_view(block.text).substr(0, sentence.begin);
  if (gender.empty()) gender = gender_of_head(head, before, words);
  if (gender.empty() && leads && said.find(", ") != said.npos)  // "When asked about this, she laughed:"
    gender = gender_of_clause(said, before, words);
  return tells_of_both(said, gender, words) ? std::string() : gender;
}

std::string gender_behind(const Block& block, ByteRange& sentence, const PaperWords& words) {
  const auto sentences = sentences_of(block.text, words);
  if (block.kind != BlockKind::body || sentences.empty()) return {};
  sentence = sentences.front();
  const auto said = folded_words(std::string_view(block.text).substr(sentence.begin, sentence.size()));
  const std::string gender = said.empty() ? std::string() : gender_of_pronoun(said[0], words);
  if (gender.empty() || !(said[0] == words.she.front() || said[0] == words.he.front())) return {};
  for (std::size_t at = 1; at < said.size(); ++at) {
    if (said[at - 1] == said[0] && words.speaks.contains(said[at]))  // "as he put it": of the one who spoke
      return tells_of_both(block.text.substr(sentence.begin, sentence.size()), gender, words) ? std::string() : gender;
  }
  return {};
}

}  // namespace moniker::custodian
