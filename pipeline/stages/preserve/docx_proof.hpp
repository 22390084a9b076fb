#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "moniker/issue.hpp"
#include "moniker/utterance.hpp"
#include "prove/prover.hpp"
#include "words/language.hpp"

namespace moniker::preserve {

/// What a preserved document must say, and must not.
struct PreservedTruth {
  std::vector<Utterance> utterances{};  // rewritten
  std::string words{};                  // all that was written: of utterances, IDs, times; in any order
  std::set<std::string> replaced{};     // what stood where something else stands now
  std::set<std::string> by{};           // and what that is
};

/// Nothing where the package holds that and no more; else why it is not proved, and at which paragraph. Four questions,
/// none of which trusts the writer:
/// - read by our reader, does it give these utterances, and nothing that a document hides (comments, pictures,
/// properties)?
/// - has it no parts but ours, and no attribute with a value outside the tables of word_values.hpp?
/// - has the text of all parts together, tags stripped, exactly the letters and digits that were written?
/// - is there, in that text or an attribute, a known name, or words that were replaced and stand nowhere by right?
std::optional<Issue> unproved(const std::string& package, const PreservedTruth& truth, const prove::Prover& prover,
                              const words::Language& language);

}  // namespace moniker::preserve
