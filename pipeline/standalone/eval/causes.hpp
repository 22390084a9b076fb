#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace moniker::eval {

/// Why an identifier was missed, as far as the words tell. The first that holds.
enum class Cause : std::uint8_t {
  boundary,        // found under its label, but not to its ends
  wrong_label,     // something was found there, under other labels only
  over_lines,      // it is broken over lines
  lower_case,      // a name without capitals
  ambiguous_word,  // the lists know it, and as an ordinary word too
  in_no_list,
  other,
  count_  // not a cause: how many there are
};
std::string_view cause_name(Cause cause);

/// What the lists say of a surface that nothing touched: ambiguous_word, in_no_list or other.
using CauseHint = std::function<Cause(std::string_view surface)>;

/// Words of the corpus, by label and cause: what was missed, and what was found where nothing is. For whoever works on
/// the rules.
struct Misses {
  using Surfaces = std::map<std::string, std::map<Cause, std::map<std::string, std::uint64_t>>>;
  Surfaces missed{}, false_alarms{};
  /// How often each cause of missing, over all labels.
  std::map<Cause, std::uint64_t> by_cause() const;
};

/// The cause of a miss that no prediction touched. `hint` may be empty.
Cause cause_of_silence(std::string_view surface, const CauseHint& hint);

/// Markdown: how many of each cause and label, then the words, the commonest first. It holds words of the corpus.
std::string misses_page(const Misses& misses, std::string_view corpus);

}  // namespace moniker::eval
