#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "opened/options.hpp"

namespace moniker::study {

/// What a data protection impact assessment asks of a study's settings, told before the first delivery as well as after
/// the last: no key is needed and nothing of a transcript is looked at. It names nobody; of the register it holds the
/// columns and a count.
struct Impact {
  std::string title{}, made{}, version{};
  std::map<std::string, std::size_t> people{};                 // by role, as the register has it; "participant"
  std::vector<std::pair<std::string, std::string>> columns{};  // of the register: what becomes of each
  std::vector<std::string> consent{};                          // what everybody has to have agreed to
  std::vector<std::string> languages{};
  std::string profile{};
  bool tagger = true;
  std::vector<std::pair<std::string, std::string>> labels{};     // PERSON, pseudonym; of rules that are in use
  std::vector<std::pair<std::string, std::string>> retention{};  // what, and until when as moniker.yaml has it
  std::size_t recipients = 0, linkage_recipients = 0;
  bool linkage_apart = false;  // who opens transcripts and who opens the linkage table are not the same
  bool opens_itself = false;   // the custodian's key lies where keygen left it
  bool key_in_study = true, witness = false, shuffled = false, signed_off = false;
};

/// Throws Error{usage}: no study, or anything wrong with moniker.yaml, the register or the rules.
Impact gather_impact(const std::filesystem::path& folder, const RunOptions& options);

/// An annex to a DPIA and a paragraph for an ethics form, as Markdown; what moniker cannot know stands in [brackets].
std::string as_markdown(const Impact& impact);

}  // namespace moniker::study
