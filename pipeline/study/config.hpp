#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/issue.hpp"
#include "moniker/register.hpp"
#include "moniker/utterance.hpp"

namespace moniker {

/// One register column as declared. `width` and `top` say how a band is made (ages 30-39, 90+).
struct ColumnRule {
  std::string name{};
  ColumnUse use = ColumnUse::drop;
  std::string means{};  // number, name, aliases, role, consent_date, consent_scope, sessions, interview_date;
                        // empty: an attribute. Defaults to the column's own name where that is one of these.
  int width = 10, top = 90;
  Position at{};  // in moniker.yaml
};

/// People who are in the register but are not participants.
struct RoleRule {
  std::string prefix{};  // of their IDs: INT -> INT1
  bool consent_exempt = false;
};

/// How one label (or label/subtype) is replaced: the operator's name and its settings, as written.
struct OperatorChoice {
  std::string name{};
  std::map<std::string, std::string> settings{};
  Position at{};        // of the operator's name; 0 where it is a default
  Position label_at{};  // of the label
};

/// A format to write, by name.
struct FormatChoice {
  std::string name{};
  Position at{};          // 0 where it is the default
  bool preserve = false;  // docx: a delivered Word document keeps its formatting
};

/// Someone who may open what is sealed: a text that should be an age1... key, and where it was written
/// (moniker.yaml or the key file it names). Whether it is a key is for the caller to say: study knows nothing
/// of sealing.
struct RecipientText {
  std::string text{};
  std::string file{};  // as for messages
  Position at{};
};

/// Another severity for an issue. Whether there is such an issue is for check to say.
struct SeverityChoice {
  Severity severity{};
  Position at{};  // of the name
};

/// moniker.yaml, read and checked, with every default filled in.
struct StudyConfig {
  std::filesystem::path folder{};  // the study
  std::string file{};              // moniker.yaml, as for messages
  std::string title{};
  std::filesystem::path register_file{};  // absolute
  std::vector<ColumnRule> columns{};
  std::map<std::string, RoleRule> roles{};
  std::vector<std::string> consent_required{};
  std::chrono::minutes shortest{0}, longest{24 * 60};
  std::chrono::seconds gap{120};
  std::map<std::string, SeverityChoice> severities{};  // by the name: speaker.unknown
  std::vector<std::string> languages{"en-GB"};         // rule sets, in the order in which they are read
  std::string profile = "balanced";
  Position language_at{}, profile_at{};
  bool tagger = true;
  std::vector<std::string> rules_off{};               // ids of rules that do not count in this study
  std::vector<std::filesystem::path> extra_rules{};   // YAML files of the study's own, absolute
  std::map<std::string, OperatorChoice> operators{};  // "DATE" or "ID/ni_number" -> operator
  std::map<std::string, OperatorChoice> overrides{};  // "PERSON_7" or "ID04" -> operator for this one alone
  std::vector<FormatChoice> formats{{"txt", {}}};     // what is written
  std::vector<RecipientText> recipients{};            // empty: nothing can be sealed; the caller says so
  std::vector<RecipientText> linkage_recipients{};    // empty: the same
  bool armor = false;
  std::string order = "sequential";  // sequential | shuffled
  std::string transcript_prefix = "T", participant_prefix = "ID";
  std::filesystem::path study_key{}, signing_key{}, signing_public_key{};  // absolute; keys/ by default
};

/// Throws Error{usage} with file, line and column: unknown or repeated keys, wrong types, missing files.
StudyConfig read_config(const std::filesystem::path& study_folder);

/// The same from text. `file` is for messages; `folder` is what the paths in it are relative to.
StudyConfig parse_config(std::string_view text, const std::string& file, const std::filesystem::path& folder);

/// The operators of labels that moniker.yaml does not name; a label that is not here is pseudonymised.
std::map<std::string, OperatorChoice> default_operators();

/// participants.csv after the config's columns: RFC 4180, UTF-8 with or without BOM. Throws Error{usage} with
/// line and column: a column that is not declared, a declared one that is missing, a duplicated number, a bad
/// date, a ragged row, an unclosed quote. Never quotes a cell.
Register read_register(const StudyConfig& config);

/// The same from text. `file` is for messages.
Register parse_register(std::string_view text, const std::string& file, const std::vector<ColumnRule>& columns);

}  // namespace moniker
