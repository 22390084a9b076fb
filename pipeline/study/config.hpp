#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "moniker/register.hpp"

namespace moniker {

/// One register column as declared. `width` and `top` say how a band is made (ages 30-39, 90+).
struct ColumnRule {
  std::string name{};
  ColumnUse use = ColumnUse::drop;
  std::string means{};      // number, name, aliases, role, consent_date, consent_scope, sessions, interview_date;
                            // empty: an attribute. Defaults to the column's own name where that is one of these.
  int width = 10, top = 90;
};

/// People who are in the register but are not participants.
struct RoleRule {
  std::string prefix{};            // of their IDs: INT -> INT1
  bool consent_exempt = false;
};

/// How one label (or label/subtype) is replaced: the operator's name and its settings, as written.
struct OperatorChoice {
  std::string name{};
  std::map<std::string, std::string> settings{};
};

/// moniker.yaml, read and checked, with every default filled in.
struct StudyConfig {
  std::filesystem::path folder{};              // the study
  std::string title{};
  std::filesystem::path register_file{};       // absolute
  std::vector<ColumnRule> columns{};
  std::map<std::string, RoleRule> roles{};
  std::vector<std::string> consent_required{};
  std::chrono::minutes shortest{0}, longest{24 * 60};
  std::chrono::seconds gap{120};
  std::map<std::string, std::string> severities{};          // issue code -> note|warning|error
  std::string language = "en-GB", profile = "balanced";
  std::vector<std::filesystem::path> extra_rules{};          // YAML files of the study's own, absolute
  std::map<std::string, OperatorChoice> operators{};         // "DATE" or "ID/ni_number" -> operator
  std::vector<std::string> formats{"txt"};                   // writers, by name
  std::vector<std::string> recipients{};                     // age1... as text
  std::vector<std::string> linkage_recipients{};             // empty: the same
  bool armor = false;
  std::string order = "sequential";                          // sequential | shuffled
  std::string transcript_prefix = "T", participant_prefix = "ID";
  std::filesystem::path study_key{}, signing_key{}, signing_public_key{};   // absolute; keys/ by default
};

/// Throws Error{usage} with file, line and column: unknown keys, wrong types, missing files, bad recipients.
StudyConfig read_config(const std::filesystem::path& study_folder);

/// participants.csv after the config's columns: RFC 4180, UTF-8 with or without BOM. Throws Error{usage} with
/// line and column: a column that is not declared, a declared one that is missing, a duplicated number, a bad
/// date, a ragged row, an unclosed quote. Never quotes a cell.
Register read_register(const StudyConfig& config);

}  // namespace moniker
