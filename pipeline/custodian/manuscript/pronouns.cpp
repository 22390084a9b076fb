// "She" and "his" of the one whom a sentence is about. It gives up early: at another ID, at a name, at any word for
// people, at a word for speaking (P4 said he was late: who?).
#include "manuscript/pronouns.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_words_of_lead = 4;
constexpr std::size_t most_words_between = 18, most_words_into_next = 3, most_told_to = 3;

class PronounReader {
 public:
  PronounReader(const Block& block, const std::vector<PaperId>& ids, const std::vector<QuotedSpan>& quotes,
                const PaperWords& words, bool begins)
      : text_(block.text), ids_(ids), quotes_(quotes), words_(words), begins_(begins) {}

  enum class End { told, nobody, somebody };
  /// Reads on until a pronoun or somebody else.
  End read(std::size_t from, std::size_t to, std::size_t most, std::string& gender) const {
    std::size_t words = 0, since_spoke = 0;
    bool spoke = false, says_so = false, relative = false;
    std::string before;
    const std::size_t apposition = end_of_apposition(from, to);
    for (std::size_t at = from; at < to;) {
      if (const QuotedSpan* quote = quote_at(at)) {
        at = quote->whole.end;
        continue;
      }
      if (!is_ascii_letter_at(at)) {
        relative = relative && text_[at] != ',';  // "who had come late, said ..."
        ++at;
        continue;
      }
      std::size_t end = at;
      while (end < to && (is_ascii_letter_at(end) || text_[end] == '-')) ++end;
      const std::string word = fold(text_.substr(at, end - at));
      gender = gender_of_pronoun(word, words_);
      const std::size_t next = std::min(text_.find_first_not_of(' ', end), text_.size());
      const std::string behind = fold(text_.substr(next, text_.find_first_of(" ,;:.", next) - next));
      const bool own = is_one_of(behind, words_.own);
      const bool had = is_one_of(behind, words_.modals) || is_one_of(behind, words_.has);
      // "recalled a winter in which he had refused", "how, after her second pregnancy, she had"
      const bool recalled = is_one_of(before, words_.relative) || is_one_of(before, words_.recalled_by);
      const bool theirs = is_one_of(word, words_.theirs) && is_one_of(before, words_.that);  // "said that her contract"
      const bool object = behind.empty() || behind.size() < 3 || is_one_of(behind, words_.plain_words) ||
                          is_one_of(behind, words_.head_ends);  // "described her as a friend"
      const bool described = !object && is_one_of(word, words_.theirs) && words_.speaks.contains(before);
      const bool of_speaker =
          !spoke || (begins_ && described) || (begins_ && ((says_so && (had || theirs)) || recalled));
      const bool kin = relative && is_one_of(word, words_.theirs) && is_kin(behind);  // "who lost her mother"
      if (!gender.empty()) return own || kin || (of_speaker && !relative) ? End::told : End::somebody;
      const bool capital = text_[at] >= 'A' && text_[at] <= 'Z' && at > from && words > 0 && word != "i";
      const bool another = std::any_of(ids_.begin(), ids_.end(),
                                       [&](const PaperId& id) { return id.bytes.begin <= at && at < id.bytes.end; });
      if (words_.speaks.contains(before) && is_one_of(word, words_.conjunction))
        spoke = false;  // "laughed and put down her cup"
      since_spoke = words_.speaks.contains(word) ? 0 : since_spoke + 1;
      const bool that = spoke && since_spoke <= most_told_to && is_one_of(word, words_.that);
      says_so = words_.speaks.contains(word) || that;  // "said that she would", "told the group that she would"
      spoke = spoke || words_.speaks.contains(word);   // of whom "P4 told us how his own father ..." is still sure
      const bool who = words == 0 && word == words_.somebody.front();  // "M9, who had left her own ward"
      relative = relative || who;
      if (is_one_of(word, words_.whose)) return End::somebody;  // "a climber whose brother ..."
      const bool themselves = at < apposition && !is_one_of(word, words_.somebody);
      if (capital || another || (is_somebody(word) && !who && !themselves) || ++words > most) return End::somebody;
      before = word;
      at = end;
    }
    if (spoke) return End::somebody;
    return End::nobody;
  }

 private:
  /// ", a boccia player, recalled": up to the word before which more of it begins; `from` where there is none.
  std::size_t end_of_apposition(std::size_t from, std::size_t to) const {
    const std::string_view behind = text_.substr(from, to - from);
    if (!behind.starts_with(", ")) return from;
    const std::string_view clause = behind.substr(2, behind.find(',', 2) - 2);
    std::size_t at = clause.find(' ');
    if (at == clause.npos || !is_one_of(clause.substr(0, at), words_.an)) return from;
    while (at < clause.size()) {
      const std::size_t end = std::min(clause.find(' ', at + 1), clause.size());
      if (is_one_of(fold(clause.substr(at + 1, end - at - 1)), words_.head_ends)) break;
      at = end;
    }
    return from + 2 + at;
  }
  bool is_ascii_letter_at(std::size_t at) const {
    const char c = static_cast<char>(text_[at] | 32);
    return c >= 'a' && c <= 'z';
  }
  const QuotedSpan* quote_at(std::size_t at) const {
    for (const QuotedSpan& quote : quotes_) {
      if (quote.whole.begin <= at && at < quote.whole.end) return &quote;
    }
    return nullptr;
  }
  bool is_kin(const std::string& word) const {
    const auto* said = words::find_word(words_.attributes, word);
    return said && std::any_of(said->begin(), said->end(), [](const SaidOfSomebody& one) {
             return one.kind == "relation" || one.value == "parent";
           });
  }
  bool is_somebody(const std::string& word) const {
    if (words_.people.contains(word) || is_one_of(word, words_.somebody)) return true;
    const auto* said = words::find_word(words_.attributes, word);
    return said && word.size() > 2 && std::any_of(said->begin(), said->end(), [](const SaidOfSomebody& one) {
             return one.kind == "role" || one.kind == "gender" || one.kind == "relation";
           });
  }

  std::string_view text_;
  const std::vector<PaperId>& ids_;
  const std::vector<QuotedSpan>& quotes_;
  const PaperWords& words_;
  bool begins_;  // whether the paragraph begins with the one it is about, so that "said that she" is of nobody else
};

/// "she", "his brother", "a coach", but no "less patient".
bool tells_of_somebody(const std::vector<std::string>& said, const PaperWords& words) {
  for (std::size_t i = 0; i < said.size(); ++i) {
    const auto* told = words::find_word(words.attributes, said[i]);
    const bool article = i > 0 && is_one_of(said[i - 1], words.articles);
    const bool near_article = article || (i > 1 && is_one_of(said[i - 2], words.articles));  // "the harbour master"
    if (near_article && said[i].size() > 4 && is_agent(said[i], words)) return true;
    if (told && said[i].size() > 1 && std::any_of(told->begin(), told->end(), [&](const SaidOfSomebody& one) {
          return one.kind == "gender" || one.kind == "relation" || (article && one.kind == "role");
        }))
      return true;
  }
  return false;
}

/// "The nurse in" Interview 6.
bool is_role_in(const std::vector<std::string>& lead, const PaperWords& words) {
  return lead.size() > 2 && lead.size() <= most_words_of_lead && is_one_of(lead[0], words.articles) &&
         is_one_of(lead.back(), words.at_place) && tells_of_somebody(lead, words);
}

}  // namespace

std::string gender_of_pronoun(std::string_view word, const PaperWords& words) {
  if (is_one_of(word, words.she)) return "female";
  return is_one_of(word, words.he) ? "male" : "";
}

std::string gender_by_pronoun(const Block& block, const PaperId& id, const std::vector<PaperId>& ids,
                              const std::vector<QuotedSpan>& quotes, const PaperWords& words) {
  if (block.kind != BlockKind::body) return {};
  const auto sentences = sentences_of(block.text, words);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (id.bytes.begin < sentences[s].begin || id.bytes.begin >= sentences[s].end) continue;
    const std::string lead =
        fold(trimmed(std::string_view(block.text).substr(sentences[s].begin, id.bytes.begin - sentences[s].begin)));
    const auto leads = folded_words(lead);  // "After the meeting S11 was walked to her form room"
    const bool aside = !leads.empty() && leads.size() <= most_words_of_lead && !tells_of_somebody(leads, words) &&
                       is_one_of(leads[0], words.sentence_begins) && !is_one_of(leads.back(), words.of);
    const bool by_role = is_role_in(leads, words);
    if (!lead.empty() && !aside && !is_one_of(lead, words.leads_in) && !by_role)
      continue;  // "In the words of M9, who had left her own ..."
    if (std::string_view(block.text).substr(id.bytes.end).starts_with("'s") ||
        std::string_view(block.text).substr(id.bytes.end).starts_with("\u2019s"))
      return {};
    // nobody is told of before: "Talks were booked by the club. A8 recalled what he had said"
    const auto said =
        folded_words(std::string_view(block.text).substr(0, by_role ? sentences[s].begin : id.bytes.begin));
    const bool ids_before =
        std::any_of(ids.begin(), ids.end(), [&](const PaperId& other) { return other.bytes.begin < id.bytes.begin; });
    const bool called = std::any_of(said.begin(), said.end(),
                                    [&](const std::string& word) { return is_one_of(word, words.called_she); });
    const bool first = !ids_before && !called && !tells_of_somebody(said, words);
    const PronounReader reader(block, ids, quotes, words, first);
    std::string gender;
    auto end = reader.read(id.bytes.end, sentences[s].end, most_words_between, gender);
    if (end == PronounReader::End::nobody && s + 1 < sentences.size())
      end = reader.read(sentences[s + 1].begin, sentences[s + 1].end, most_words_into_next, gender);
    return end == PronounReader::End::told ? gender : std::string();
  }
  return {};
}

}  // namespace moniker::custodian
