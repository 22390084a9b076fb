#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "moniker/finding.hpp"
#include "moniker/label.hpp"
#include "words/language.hpp"

namespace moniker::replace {

/// Words of a delivered transcript that look like names this program gives, and are not: somebody masked it before, by
/// hand or with another study's key. [PERSON_1] there is nobody's PERSON_1 here. Immutable; any thread may ask.
class DeliveredNames {
 public:
  /// `prefixes`: of the study's IDs (ID, INT).
  DeliveredNames(const Labels& labels, const std::vector<std::string>& prefixes);
  /// PERSON_2, ID04, WITHDRAWN.
  bool is_one(std::string_view word) const;
  /// Ascending; of [PERSON] and of PERSON_1 the word alone, of [town A, Yorkshire] the A.
  std::vector<ByteRange> in(std::string_view text) const;

 private:
  std::unordered_set<std::string> labels_{}, prefixes_{};
};

/// How many other masks a text has that nobody takes for a name of ours: [NAME], [Participant 3], XXXX.
std::size_t count_masks(std::string_view text, const words::Language& language);

/// What stands there instead: DELIVERED_PERSON_2.
std::string told_apart(std::string_view word);

}  // namespace moniker::replace
