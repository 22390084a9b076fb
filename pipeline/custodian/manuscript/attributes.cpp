// Items of an attribution by the words of the language; ages in all their forms.
#include "manuscript/attributes.hpp"

#include <algorithm>
#include <optional>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/item_words.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_phrase = 4;
constexpr unsigned oldest = 110;

/// "3rd", "third": of a year of study; 0 where it is no ordinal.
unsigned ordinal(std::string_view word, const PaperWords& words) {
  const auto found = std::find(words.ordinals.begin(), words.ordinals.end(), word);
  if (found != words.ordinals.end()) return static_cast<unsigned>(found - words.ordinals.begin()) + 1;
  const bool digit = !word.empty() && is_ascii_digit(word[0]) && is_one_of(word.substr(1), words.ordinal_endings);
  return digit ? static_cast<unsigned>(word[0] - '0') : 0;
}

/// Without "-year", "-year-old" and the like; the whole word where nothing is joined to it.
std::string_view without_joined(std::string_view word, const Phrases& endings) {
  for (const std::string& ending : endings) {
    const std::size_t cut = word.size() - std::min(word.size(), ending.size() + 1);
    if (word.substr(cut).starts_with('-') && word.substr(cut + 1) == ending) return word.substr(0, cut);
  }
  return word;
}

/// "mid-30s"
std::string_view without_about(std::string_view word, const PaperWords& words) {
  for (const std::string& about : words.age_about) {
    if (word.starts_with(about) && word.substr(about.size()).starts_with('-')) word.remove_prefix(about.size() + 1);
  }
  return word;
}

class ItemReader {
 public:
  ItemReader(std::string_view item, std::size_t slot, const PaperWords& words)
      : words_(words), slot_(slot), said_(item_words(item)), covered_(said_.size()) {
    for (const std::string& word : said_) written_ += (written_.empty() ? "" : " ") + word;
  }

  std::vector<Attribute> read() {
    if (said_.empty() || said_.size() > 9) return {};
    if (read_experience()) {
      const bool figures = std::any_of(written_.begin(), written_.end(), is_ascii_digit);
      if (!figures) read_phrases();  // "newly qualified social worker" is a social worker
      return std::move(out_);
    }
    read_nth();
    read_children();
    read_study_year();
    read_ages();
    read_phrases();
    if (out_.empty()) add(is_reference() ? "reference" : is_occasion() ? "occasion" : "", written_);
    return std::move(out_);
  }

 private:
  void add(std::string kind, std::string value) {
    out_.push_back({std::move(kind), std::move(value), written_, slot_});
  }

  bool read_experience() {
    const bool said = says_one_of(written_, words_.experience);
    const bool of_years =
        said_.size() == 2 && std::any_of(words_.year.begin(), words_.year.end(),
                                         [&](const std::string& year) { return said_[1].starts_with(year); });
    const bool few_years = of_years && whole_number(said_[0]).value_or(99) < 16;
    const bool tenure = said_.size() == 2 && whole_number(said_[0]) && is_one_of(said_[1], words_.tenure_units) &&
                        !is_one_of(singular(said_[1], words_), words_.year);  // "11 seasons"
    const bool any = said || few_years || tenure || is_job_for_years();
    const auto counts = any ? counts_in(written_, words_) : std::vector<Count>{};
    const bool months = std::any_of(said_.begin(), said_.end(), [&](const std::string& word) {
      return is_one_of(word, words_.months);
    });  // "18 months in post": a year
    const double count = counts.empty() ? 0 : counts[0].value / (months ? 12 : 1);
    const auto years = count > oldest ? 0 : static_cast<unsigned>(count);
    const bool in_words = years > 0 && std::none_of(written_.begin(), written_.end(), is_ascii_digit);
    if (any) add("experience", in_words || months ? std::to_string(years) + ": " + written_ : written_);
    if (years >= years_of_a_senior) add("seniority", senior);
    return any;
  }

  /// "class teacher for twenty-two years"
  bool is_job_for_years() const {
    const auto behind = std::find_if(said_.begin(), said_.end(),
                                     [&](const std::string& word) { return is_one_of(word, words_.for_years); });
    if (behind == said_.begin() || said_.end() - behind != 3 || !is_one_of(said_.back(), words_.tenure_units))
      return false;
    const auto* job = words::find_word(words_.attributes, *(behind - 1));
    return job && std::any_of(job->begin(), job->end(), [&](const SaidOfSomebody& one) {
             return one.kind == "role" && !is_one_of(one.value, words_.beside_a_job);
           });
  }

  /// "first-time mother", "third birth", "on his second sentence": for which time, and of what.
  void read_nth() {
    for (std::size_t i = 0; i < said_.size(); ++i) {
      const std::string next = i + 1 < said_.size() ? singular(said_[i + 1], words_) : std::string();
      if (is_one_of(said_[i], words_.first_time)) add("nth", "1 " + words_.nth_of.front());
      const std::string_view of = thing_of(next, words_.nth_of);
      if (const unsigned nth = ordinal(said_[i], words_); nth > 0 && !of.empty())
        add("nth", std::to_string(nth) + " " + std::string(of));
    }
  }

  /// "mother of two"
  void read_children() {
    for (std::size_t i = 1; i + 1 < said_.size(); ++i) {
      const auto* before = words::find_word(words_.attributes, said_[i - 1]);
      const bool parent = before && std::any_of(before->begin(), before->end(), [](const SaidOfSomebody& one) {
                            return one.kind == "role" && one.value == "parent";
                          });
      const auto count =
          parent && is_one_of(said_[i], words_.of) ? counts_in(said_[i + 1], words_) : std::vector<Count>{};
      if (count.size() != 1) continue;
      add("children", std::to_string(static_cast<unsigned>(count[0].value)));
      add("kids", "some");
    }
  }

  /// "3rd year", "third-year student", "year 3".
  void read_study_year() {
    for (std::size_t i = 0; i < said_.size(); ++i) {
      const std::string_view word = without_joined(said_[i], words_.year);
      const bool joined = word.size() < said_[i].size();
      const std::string_view next = i + 1 < said_.size() ? std::string_view(said_[i + 1]) : "";
      unsigned year = joined || is_one_of(next, words_.study_year) ? ordinal(word, words_) : 0;
      if (is_one_of(word, words_.year) && next.size() == 1) year = whole_number(next).value_or(0);
      const bool last = is_one_of(word, words_.final_year) && (joined || is_one_of(next, words_.study_year));
      if (year == 0 && !last) continue;
      add("year", last ? final_year : std::to_string(year));
      covered_[i] = true;
      if (!joined) covered_[i + 1] = true;
    }
  }

  /// When or how it was said: "first interview", "diary, day 9", "May 2021".
  /// No "Moor Line" and no "line operator".
  bool is_occasion() const {
    const bool ends = said_.size() > 1 && is_one_of(said_.back(), words_.lines),
               begins = said_.size() > 1 && is_one_of(said_.front(), words_.lines);
    const bool place = (ends || begins) && std::none_of(written_.begin(), written_.end(), is_ascii_digit) &&
                       std::none_of(said_.begin() + (ends ? 0 : 1), said_.end() - (ends ? 1 : 0),
                                    [&](const std::string& word) { return words_.occasions.contains(word); });
    const bool joined = said_.size() == 1 && std::count(written_.begin(), written_.end(), '-') > 1;  // "paid-on-call"
    if (is_one_of(written_, words_.occasion_alone)) return true;
    return !place && !(joined && !words_.occasions.contains(written_)) && says_one_of(written_, words_.occasions);
  }

  /// Where it stands in a transcript: "l. 120-124", "00:12:45".
  bool is_reference() const {
    return std::all_of(said_.begin(), said_.end(), [&](const std::string& word) {
      return word.find_first_not_of("0123456789:.-") == std::string::npos || is_one_of(word, words_.lines);
    });
  }

  /// The f or m before an age.
  bool add_letter(const std::string& letter) {
    const auto* said = words::find_word(words_.attributes, letter);
    if (!said) return false;
    const auto gender = std::find_if(said->begin(), said->end(), [](const auto& one) { return one.kind == "gender"; });
    if (gender == said->end()) return false;
    add(gender->kind, gender->value);
    return true;
  }

  void read_ages() {
    std::optional<AgeSpan> age;
    for (std::size_t i = 0; i < said_.size(); ++i) {
      std::string word = said_[i];
      if (word.size() == 3 && is_number(std::string_view(word).substr(1)) && add_letter(word.substr(0, 1)))
        word.erase(0, 1);  // F34
      word.resize(without_joined(word, words_.years_old).size());
      if (word.size() == 3 && is_one_of(std::string_view(word).substr(2), words_.age_words)) word.pop_back();  // 34y
      const auto span = age_word(std::string(without_about(word, words_)));
      if (!span) continue;
      age = span;
      covered_[i] = true;
    }
    if (!age) return;
    for (std::size_t i = 0; i < said_.size(); ++i) {
      if (is_one_of(said_[i], words_.age_words)) covered_[i] = true;
    }
    const bool known = std::all_of(said_.begin(), said_.end(), [&](const std::string& word) {
      return covered_[static_cast<std::size_t>(&word - said_.data())] || words_.attributes.contains(word);
    });
    const bool of_years = said_.size() > 2 && covered_.back() && is_one_of(said_[said_.size() - 2], words_.of) &&
                          std::any_of(said_.begin(), said_.end() - 2, [&](const std::string& word) {
                            return words_.attributes.contains(word);
                          });  // "a retired bus driver of 67"
    bool who_was = false;      // "who was 47", "who at 58 was still driving"
    for (std::size_t i = 1; i < said_.size(); ++i) {
      const bool led = covered_[i] && is_one_of(said_[i - 1], words_.age_behind);
      const bool then = i + 1 < said_.size() && (is_one_of(said_[i + 1], words_.has) || is_past(said_[i + 1], words_));
      who_was =
          who_was || (led && !then && is_one_of(said_.front(), words_.somebody));  // no "who at 15 had left school"
    }
    const bool said_so =
        of_years || who_was || std::any_of(said_.begin(), said_.end(), [&](const std::string& word) {
          return is_one_of(word, words_.age_said) || without_joined(word, words_.years_old).size() < word.size();
        });
    if (!known && !said_so) return covered_.assign(covered_.size(), false);  // "ward 34": no age
    add("age",
        age->from == age->to ? std::to_string(age->from) : std::to_string(age->from) + "-" + std::to_string(age->to));
  }

  /// The longest phrases first; what follows "in" or "at" says where, and no role; no "former resident" is one.
  void read_phrases() {
    bool place = false, of_them = false;
    for (std::size_t at = 0; at < said_.size();) {
      place = place || is_one_of(said_[at], words_.at_place);
      of_them = of_them || (tells_gender() && is_one_of(said_[at], words_.of));  // "father of a daughter" is a man
      std::size_t taken = 0;
      for (std::size_t length = std::min(longest_phrase, said_.size() - at); length > 0 && taken == 0; --length) {
        std::string phrase = said_[at];
        for (std::size_t i = 1; i < length; ++i) phrase += " " + said_[at + i];
        if (phrase.size() == 1 && said_.size() > 1 && !is_rest(at)) continue;
        if (covered_[at]) continue;
        taken = take_phrase(phrase, place, at > 0 && is_one_of(said_[at - 1], words_.former), of_them) ? length : 0;
      }
      at += std::max<std::size_t>(taken, 1);
    }
  }

  /// Whether all other words are an age: "F 34".
  bool is_rest(std::size_t at) const {
    for (std::size_t i = 0; i < said_.size(); ++i) {
      if (i != at && !covered_[i]) return false;
    }
    return true;
  }

  bool tells_gender() const {
    return std::any_of(out_.begin(), out_.end(), [](const Attribute& one) { return one.kind == "gender"; });
  }

  bool take_phrase(const std::string& phrase, bool place, bool former, bool of_them) {
    const auto* said = words::find_word(words_.attributes, phrase);
    if (!said) return false;
    for (const SaidOfSomebody& one : *said) {
      if (((place || former) && one.kind == "role") || (of_them && one.kind == "gender")) continue;
      add(one.kind, one.value);
      out_.back().phrase = phrase;
    }
    return true;
  }

  const PaperWords& words_;
  std::size_t slot_;
  std::vector<std::string> said_;
  std::vector<bool> covered_;
  std::string written_{};
  std::vector<Attribute> out_{};
};
}  // namespace

std::string_view thing_of(std::string_view noun, const Phrases& things) {
  for (const std::string_view thing : things) {
    for (std::string_view rest = thing; !rest.empty();) {
      const std::size_t end = std::min(rest.find('/'), rest.size());
      if (rest.substr(0, end) == noun) return thing.substr(0, thing.find('/'));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return {};
}

std::vector<Attribute> attributes_of(std::string_view item, std::size_t slot, const PaperWords& words) {
  return ItemReader(item, slot, words).read();
}

}  // namespace moniker::custodian
