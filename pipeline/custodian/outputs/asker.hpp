#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "audit/events.hpp"
#include "audit/named_files.hpp"
#include "base/clock.hpp"
#include "base/layout.hpp"
#include "moniker/progress.hpp"
#include "outputs/exported_study.hpp"
#include "seal/age.hpp"

namespace moniker::custodian {

/// Who asks something of a study's outputs, and by which keys: what all commands with the custodian's key have in
/// common.
struct Asker {
  std::vector<seal::Identity> identities{};  // the custodian's
  std::string by{}, reason{};                // recorded as given; the reason may be empty
  std::filesystem::path signing_key{};       // signs the log
  std::filesystem::path public_key{};        // verifies it first
  std::filesystem::path witness{};           // where heads of the log are kept; or empty
  std::string participant_prefix{"ID"}, transcript_prefix{"T"};
  Watcher progress{};  // of transcripts that were opened
};

/// A study whose log was verified, and what that names.
struct OpenedOutputs {
  audit::NamedFiles named;
  ExportedStudy study{};
};

/// Throws Error: usage for a reason that may not stand in the log, or where nothing lies there that could be opened;
/// and as verified_files and open_exported_study do.
OpenedOutputs open_outputs(const StudyLayout& layout, const Asker& asker);

/// Records what the asker gets, and signs the log, before they get it. Takes the study's lock. Throws Error: no log
/// that can be signed, no answer.
void log_signed(const StudyLayout& layout, const Asker& asker, const Clock& clock, const audit::Event& event);

}  // namespace moniker::custodian
