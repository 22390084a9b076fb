#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "manuscript/examined_paper.hpp"
#include "moniker/register.hpp"
#include "outputs/asker.hpp"
#include "outputs/exported_study.hpp"
#include "quotes/quote_alignment.hpp"

namespace moniker::custodian {

/// What speaks against an extract as it stands; the worst first.
enum class QuoteFault : std::uint8_t {
  lost_not,
  known_name,
  masked,
  other_person,
  nobodys,
  disagrees,
  no_consent,
  unique,
  changed
};
std::string_view name_of(QuoteFault fault);
struct QuoteFinding {
  QuoteFault fault{};
  std::string says{};  // without a full stop
};

/// Where in a study's transcripts an extract stands, or what comes nearest.
struct QuotePassage {
  std::string transcript{}, speaker{};
  std::uint64_t turn = 0;  // from 1
  std::string words{};     // of the transcript, from the first word to the last that the extract takes
  QuoteAlignment alignment{};
};
struct CheckedExtract {
  std::size_t extract = 0;  // index into PaperTalk::extracts
  bool found = false;       // false: `passage` is what comes nearest, if anything does
  std::optional<QuotePassage> passage{};
  std::vector<QuoteFinding> findings{};
};
struct CheckedQuotes {
  std::vector<CheckedExtract> extracts{};
  bool consent_known = false;  // the register says who agreed to be quoted
  bool table_opened = false;   // the linkage table opened with the identity
};

struct QuotesRequest {
  Asker asker{};
  std::string page{};     // recorded: none, sealed, plain
  Register people{};      // for consent; may be empty
  std::size_t least = 2;  // people of the sample who share a combination that is published
};

/// Verifies the log, opens what was sealed, records who asked, signs the log, and only then answers. Throws Error as
/// compare_transcript() does.
CheckedQuotes check_quotes(const StudyLayout& layout, const QuotesRequest& request, const ExaminedPaper& paper,
                           const PaperWords& words, const Clock& clock);

/// The same of a study that is open. `names`: what the linkage table knows; `consents`: IDs that agreed to be quoted,
/// nothing where that is not known.
struct OpenedForQuotes {
  ExportedStudy study{};
  Register names{};
  std::optional<std::set<std::string>> consents{};
  std::size_t least = 2;
};
CheckedQuotes judge_quotes(const OpenedForQuotes& opened, const ExaminedPaper& paper, const PaperWords& words);

inline constexpr double found_from = 0.7, near_from = 0.35;

}  // namespace moniker::custodian
