#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/compiled.hpp"
#include "tag/tag_features.hpp"
#include "tag/tag_sums.hpp"

namespace moniker::tag {

/// Sums the weights of a word's features, as TagNamer names them, without naming them: what a word, a kind of word, a
/// shape or a rule contributes is summed when it is first met and looked up ever after. Belongs to one thread and goes
/// with one model and one vocabulary.
class TagScorer {
 public:
  TagScorer(const rules::RuleSet::Compiled& compiled, const rules::TagModel& model);

  /// Which utterance the following calls are about; `evidence` and what it refers to must outlive them.
  void begin(const TagEvidence& evidence);
  rules::TagSum score(std::size_t token);

 private:
  /// What a word adds, whatever stands around it, where it is tagged itself and as one of the two words on either side.
  struct OfWord {
    rules::TagSum here{};  // with its beginnings and endings, once `own`
    std::uint64_t hash = 0;
    std::uint32_t one_before = 0, two_before = 0, one_after = 0, two_after = 0;  // TagModel::row_of
    std::uint32_t classes = 0;                                                   // in classes_
    std::uint16_t parts = 0;                                                     // TagModel::parts_of
    bool own = false;                                                            // it was tagged itself
  };
  static_assert(sizeof(OfWord) == 64);
  /// What a set of classes adds.
  struct OfClasses {
    rules::TagSum before{}, after{};
    std::vector<std::uint64_t> names{};  // a hash for each class
    std::uint64_t hash = 0;              // of all together
    std::uint16_t parts = 0;             // TagModel::parts_of, of all together
    TagSums here{};                      // by shape
  };
  OfWord of_word(std::string_view form) const;
  OfWord& know(const words::Word& word);
  void add_own(const words::Word& word, OfWord& known) const;
  std::uint32_t number_of(const words::ClassSet& set);
  OfClasses of_classes(const words::ClassSet& set) const;
  OfClasses of_classes(const std::vector<std::string>& names, std::string_view joined) const;
  const OfWord& word(std::ptrdiff_t token) const;
  OfClasses& classes(std::ptrdiff_t token);
  std::uint32_t shape(std::ptrdiff_t token) const;
  std::uint8_t gap(std::ptrdiff_t token) const;
  void add_words(std::ptrdiff_t token, rules::TagSum& sum) const;
  void add_shapes(std::ptrdiff_t token, rules::TagSum& sum);
  void add_lists(std::ptrdiff_t token, rules::TagSum& sum);
  void add_rules(std::ptrdiff_t token, rules::TagSum& sum);
  void add_memory(std::ptrdiff_t token, rules::TagSum& sum) const;
  void add_pair(rules::TagPair pair, std::uint64_t first, std::uint64_t second, rules::TagSum& sum) const {
    model_.add_pair(pair, first, second, sum);
  }
  /// The same where both are parts of such features at all.
  template <class Part>
  void add_pair_of(rules::TagPair pair, const Part& first, const Part& second, rules::TagSum& sum) const {
    if ((first.parts & rules::TagModel::first_of(pair)) && (second.parts & rules::TagModel::second_of(pair)))
      add_pair(pair, first.hash, second.hash, sum);
  }

  const rules::RuleSet::Compiled& compiled_;
  const rules::TagModel& model_;
  const TagEvidence* evidence_ = nullptr;
  std::uint32_t epoch_ = 0;
  const rules::TagSum bias_;
  const OfWord begin_, end_;  // what stands outside
  OfClasses outside_;
  std::deque<OfWord> words_{};
  std::vector<std::uint32_t> known_{};  // by Word::number: where in words_, plus 1; 0: not asked yet
  std::deque<OfClasses> classes_{};
  std::unordered_map<words::ClassSet, std::uint32_t> class_numbers_{};  // where in classes_
  TagSums shapes_around_{}, gaps_{}, claims_{};
  std::array<std::uint64_t, tag_shapes> shape_hashes_{};  // of their names
  ClaimedWords claimed_{};
  std::vector<OfWord*> here_{};  // of each token; null: not asked yet
  std::vector<std::uint32_t> shapes_here_{};
};

}  // namespace moniker::tag
