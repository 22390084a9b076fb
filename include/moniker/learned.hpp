#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "moniker/text_hash.hpp"

namespace moniker {

/// A name that strong evidence taught (the register, a speaker label, an introduction, a title, a full name):
/// wherever else its words occur in the study they mean the same kind of thing.
struct LearnedName {
  std::string form{};   // folded words, one blank between: "katherine shaw"
  std::string label{};  // PERSON, LOCATION, ORG
  std::string rule{};   // the rule that taught it first
  float score = 0;
  std::uint64_t times = 0;  // mentions with strong evidence
  bool word = false;        // is an ordinary word too (Will, Hope): only capitals inside a sentence count
  bool operator==(const LearnedName&) const = default;
};

/// Learned names by (label, form). Merging is associative and commutative, so that any order of transcripts
/// and any sharding give the same.
class LearnedNames {
 public:
  void add(LearnedName name);
  void merge(const LearnedNames& other);
  const std::map<std::pair<std::string, std::string>, LearnedName>& all() const { return names_; }
  /// Whether some name has this form.
  bool may_know(std::string_view form) const { return !forms_.empty() && forms_.contains(form); }

 private:
  std::unordered_set<std::string, TextHash, std::equal_to<>> forms_;
  std::map<std::pair<std::string, std::string>, LearnedName> names_;
};

}  // namespace moniker
