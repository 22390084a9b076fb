#pragma once
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "resolve/entities.hpp"
#include "resolve/word_index.hpp"

namespace moniker::resolve {

/// How a code that was found in a transcript stands among its words: as no word can.
std::string said_code(std::string_view form);

/// What of an assignment can touch one transcript. The assignment outlives it; any number of threads may ask.
class AssignmentSlices {
 public:
  AssignmentSlices(const Assignment& assignment, const Labels& known);
  /// Digest of the transcript's ID, its speakers, what forms mean in it, and the forms that can be said with
  /// `vocabulary` (its folded words and, as said_code(), its codes), possessives and plurals included. A transcript
  /// with the same digest as before need not be redone.
  Digest of(const std::string& file, const SaidWords& vocabulary) const;

 private:
  using Entry = std::map<std::pair<std::string, std::string>, std::uint32_t>::const_iterator;

  const Assignment& assignment_;
  std::vector<Entry> forms_{};
  std::vector<bool> of_many_words_{}, of_things_{};  // by form
  WordIndex by_word_{};
  std::vector<std::uint32_t> wordless_{};
  std::map<std::string, std::vector<std::uint32_t>> said_{};
  std::vector<std::pair<std::string_view, std::uint32_t>> initials_{};  // initials, joined from pieces; sorted
};

}  // namespace moniker::resolve
