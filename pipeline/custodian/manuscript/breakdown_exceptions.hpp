#pragma once
#include <initializer_list>
#include <optional>

#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// The sentence that a count is taken from, and the one behind it.
struct SentencePair {
  const CountedSentence& said;  // the first
  std::size_t next_begin = 0;   // in their block
  const Counts* next = nullptr;
  const Place& at;
};

/// Of the numbers that may be a whole the one that a sum misses by least.
double nearest(double sum, std::initializer_list<double> wholes);

/// "All but four were men (n = 17)", "All but three of the sixteen were men; the four women ...": those who are and
/// those who are not, of `whole`, or of what the sentence says itself. What is read so is taken out of `counts`.
std::optional<Breakdown> exception_in(Counts& counts, double whole, const SentencePair& in, const PaperWords& words);

/// "17 of whom were women. The 12 men ...": one gender, and at the head of the next sentence all of the other.
std::optional<Breakdown> other_gender_next(const Counts& counts, double whole, const SentencePair& in,
                                           const PaperWords& words);

/// "Half of them (n = 14)": half of `whole`, which the count beside it is not.
std::optional<Breakdown> wrong_half(const LabelledCount& fraction, const LabelledCount& count, double whole,
                                    const SentencePair& in);

}  // namespace moniker::custodian
