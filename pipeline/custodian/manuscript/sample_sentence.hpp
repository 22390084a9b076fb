#pragma once
// One sentence of a paper that may say how many people it has.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fold.hpp"
#include "manuscript/breakdown_whole.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/sentence_counts.hpp"

namespace moniker::custodian {

inline constexpr std::uint32_t least_sample = 3, largest_sample = 5000;

/// A word for people, or where it is said that they took part any plural: 22 maintainers.
bool counts_people(const LabelledCount& one, const PaperWords& words);

/// One sentence that may say how many there are.
class SampleSentence {
 public:
  SampleSentence(const Block& block, ByteRange bytes, std::vector<LabelledCount> counts, const PaperWords& words);
  /// Nothing where it says none.
  std::uint32_t people() const;
  /// Those that it says took part, each kind with its number; empty where it counts them in another way.
  Counts kinds() const;
  /// Whether it says so by a verb or a list, and does not but speak of "the 22 people".
  bool is_stated(std::uint32_t people) const { return people != of_the(); }
  /// "Of the 22 people, eleven ...", "The 45 participants ...": said before, in whatever words.
  std::uint32_t of_the() const;
  /// "33 interviews": no people, and as many where nothing else is said.
  std::uint32_t interviews() const;
  /// "The 26 hill farmers were aged 24 to 79": where the paper says it in no other way.
  std::uint32_t people_of_the() const;
  /// "Of the 26, fifteen were women and 11 were men": of people, whatever they are called.
  std::uint32_t people_parted() const;
  /// Whether no number of the sentence says how many there are.
  bool is_summed(std::uint32_t people) const;
  bool is_total() const;

 private:
  /// Where the first of the phrases begins behind a blank.
  static std::size_t first_of(std::string_view folded, const Phrases& phrases);
  std::string_view text(std::size_t from, std::size_t to) const;
  bool takes_part(std::string_view words) const { return says_one_of(fold(words), words_.took_part); }
  /// "(N = 20)", "Participants (n = 27) were recruited".
  std::optional<std::uint32_t> in_bracket() const;
  /// "two withdrew, leaving 17"
  std::optional<std::uint32_t> left_over() const;
  /// "52 people: 14 residents, 11 relatives ...", "Participants: 26 adults (12 women, 14 men)": at the sentence's head,
  /// and parts of it behind a colon or in a bracket.
  std::optional<std::uint32_t> at_head() const;
  bool is_caption() const { return bytes_.begin == 0 && fold(block_.text).starts_with("table "); }
  bool is_asked(const LabelledCount& one) const { return says_one_of(fold(one.label), words_.asked); }
  /// Whether two counts stand side by side: "31 women and 14 men".
  bool joined(const LabelledCount& a, const LabelledCount& b) const;
  static std::string_view last_clause(std::string_view before);
  /// "28 professionals (HCP) and 15 patients (PT)": short forms part nothing.
  static std::string without_brackets(std::string_view between);
  /// "14 (eight women, six men) took part": the verb is the number's.
  static std::string bracket_left_out(std::string_view clause);
  /// "Nineteen people, of whom eleven were women and eight men, were interviewed": what stands behind the relative
  /// clause; empty where none does.
  std::string with_verb_behind_relative(const LabelledCount& one) const;
  /// "Ten men were interviewed at HB and eight at SM": the second has the first one's verb, and another place.
  bool at_another_place(const LabelledCount& one, const LabelledCount& other) const;
  /// "Eight cooks were interviewed in the kitchen, and five teachers in their classrooms": the second has no verb of
  /// its own.
  bool takes_verb_of(const LabelledCount& one, const LabelledCount& other) const;
  /// "Nineteen fishers in four ports were interviewed": no ports were.
  bool is_of_place(std::size_t i) const;
  /// The counts that are said to take part together: before the verb, or behind it.
  Counts together() const;
  /// "Of 40 practices written to, 13 agreed": no people.
  bool is_of_things() const;
  /// "an interpretive description with 23 participants, 14 students and nine preceptors": 23; 0 of any other.
  std::uint32_t at_head_of_kinds() const;
  /// "25 people, eleven couples and three single women": the first is all of them, as pairs are two each.
  bool is_made_of_others(std::size_t first) const;
  /// What the others add up to, else their sum.
  static std::uint32_t whole_of(const Counts& counts);

  const Block& block_;
  ByteRange bytes_;
  const PaperWords& words_;
  std::vector<LabelledCount> counts_;
};

}  // namespace moniker::custodian
