#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "manuscript/attributes.hpp"
#include "manuscript/manuscript.hpp"
#include "manuscript/paper_ids.hpp"

namespace moniker::custodian {

/// lead: what a sentence beside a quotation tells of its speaker, whom it does not name.
enum class AttributionForm : std::uint8_t { bracket, line, label, prose, row, lead };

/// Where a paper says who spoke: an ID with what is told of them.
struct Attribution {
  std::size_t block = 0;  // index into Manuscript::blocks
  ByteRange bytes{};
  std::string text{};
  AttributionForm form{};
  std::vector<PaperId> ids{};  // whoever spoke first, if it says so
  std::vector<Attribute> attributes{};
  std::size_t slots = 0;   // how many items it has beside IDs
  std::string occasion{};  // when or how it was said, folded: "second interview"
};

/// Words of a participant, as the paper has them.
struct Extract {
  std::size_t block = 0;
  ByteRange bytes{};
  std::string text{};
  bool set_apart = false;                    // a block quotation
  std::optional<std::size_t> attribution{};  // index into PaperTalk::attributions
};

/// Who says what in a paper.
struct PaperTalk {
  std::set<std::string> prefixes{};               // folded, of IDs that this paper uses for those who speak
  std::map<std::string, std::uint32_t> last{};    // the last number of those of which it says so: "RN01 to RN11"
  std::map<std::string, std::uint32_t> groups{};  // how many groups or couples there are, by what leads their IDs: "fg"
  std::vector<Attribution> attributions{};
  std::vector<Extract> extracts{};
};

PaperTalk talk_of(const Manuscript& paper, const PaperWords& words);

/// The block of the first extract that says whose it is; 0 where none does.
std::size_t first_quoted_in(const PaperTalk& talk);

/// The one that an attribution is about: of "P4, nurse, FG2" P4; of "[Interview 12]" Interview 12.
const PaperId* speaker_of(const Attribution& attribution);

/// Items of an attribution, in order: cut at commas, semicolons, bars and dashes that stand free.
std::vector<std::string_view> items_of(std::string_view attribution);

}  // namespace moniker::custodian
