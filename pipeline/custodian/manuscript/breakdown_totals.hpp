#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// Numbers of a paper that a list of counts may be all of, though its own sentence says no such number.
class StatedTotals {
 public:
  StatedTotals(const Manuscript& paper, const std::vector<StatedSample>& samples, const PaperWords& words);

  void begin_block(const Block& block, const std::vector<ByteRange>& sentences);
  /// From now on the sentence with this index is read.
  void begin_sentence(std::size_t s);

  /// A sample, a number of this paragraph, or how many there are of what the sentence is about: "Interviews were ...".
  /// The parts themselves are no whole.
  bool is_stated(const Counts& list, double sum, const CountedSentence& said) const;
  /// A sample that a closed list misses by little, one of those told in `claimed`; 0 where there is none.
  const std::set<std::uint32_t>& samples() const { return samples_; }
  /// "The 19 worked at ...", anywhere in the paper: so many are a group that it knows.
  bool is_definite(double sum) const { return definite_.contains(sum); }
  /// The one number of people of this paragraph that a list of three or more misses by one: "focus groups had six,
  /// eight, seven and five members", of 27.
  double missed_by_one(const Counts& list, double sum) const;
  /// "Seventeen of the singers ...; the remaining nine ...": how many of them the paper counts anywhere, if that is
  /// near; 0 where it is not, or in two ways.
  double counted_anywhere(const Counts& list, double sum, const CountedSentence& said) const;
  /// The last number of a sentence that counts people or talks with them.
  double last_of(std::size_t s) const;
  /// How many the sentences before this one, in this paragraph, say that there are; 0 where they do not.
  double local() const { return local_; }
  void learn_local(double people) { local_ = people; }

 private:
  /// "The discussions had six, seven, five and seven girls": how many girls the paper counts anywhere, if that is near;
  /// 0 where it is not, or in two ways.
  double counted_of_noun(const Counts& list, double sum) const;
  double nearest_of_noun(const std::string& noun, double sum) const;

  struct Number {
    double value = 0;
    std::size_t begin = 0, sentence = 0;
    bool people = false, counts = false;  // counts: no unit stands behind it
    bool talks = false;
  };

  const PaperWords& words_;
  std::set<std::uint32_t> samples_{};
  std::map<std::string, std::set<double>> of_units_{};  // "interviews": 36
  std::set<double> definite_{};                         // "the 19"
  std::set<double> of_people_{};                        // counted anywhere
  std::map<std::string, std::set<double>> of_nouns_{};  // "singer": 25
  std::vector<Number> numbers_{};                       // of this block, ascending
  std::size_t next_number_ = 0;
  std::set<double> said_{}, people_said_{}, ahead_{};
  double local_ = 0;
};

}  // namespace moniker::custodian
