#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"
#include "base/trust.hpp"
#include "check/check_rules.hpp"
#include "moniker/deposit_settings.hpp"
#include "moniker/register.hpp"
#include "moniker/utterance.hpp"
#include "replace/operator_choice.hpp"

namespace moniker::study {

/// Which of the numbers of 03/04/2026 is the day.
enum class DateOrder { unsaid, day_first, month_first };

/// One register column as declared. `width` and `top` say how a band is made (ages 30-39, 90+).
struct ColumnRule {
  std::string name{};
  ColumnUse use = ColumnUse::drop;
  std::string means{};  // number, name, aliases, role, consent_date, consent_scope, sessions, interview_date;
                        // empty: an attribute. Defaults to the column's own name where that is one of these.
  int width = 10, top = 90;
  Position at{};  // in moniker.yaml
};

/// A format to write, by name.
struct FormatChoice {
  std::string name{};
  Position at{};          // 0 where it is the default
  bool preserve = false;  // docx: a delivered Word document keeps its formatting
};

/// That a delivered file stands in the place of an earlier transcript, whose file was put away.
struct Superseding {
  std::string transcript{};  // T05
  Position at{};             // in moniker.yaml
};

/// Someone who may open what is sealed: a text that should be an age1... key, and where it was written
/// (moniker.yaml or the key file it names). Whether it is a key is for the caller to say: study knows nothing
/// of sealing.
struct RecipientText {
  std::string text{};
  std::string file{};  // as for messages
  Position at{};
};

/// Digests of what moniker.yaml says, each of the sections that have to do with it (the table in config.cpp): a change
/// of which means doing it again.
struct ConfigDigests {
  Digest checks{};   // of a transcript by itself
  Digest writing{};  // what is written and how it is sealed, with the recipients' keys
};

/// moniker.yaml, read and checked, with every default filled in but the labels' operators: those stand in the rules.
struct StudyConfig {
  std::filesystem::path folder{};  // the study
  std::string file{};              // moniker.yaml, as for messages
  std::string title{};
  std::filesystem::path register_file{};  // absolute
  std::vector<ColumnRule> columns{};
  DateOrder date_order = DateOrder::unsaid;     // of the register
  check::CheckRules checks{};                   // with the roles and what consent has to cover
  std::vector<std::string> languages{"en-GB"};  // rule sets, in the order in which they are read
  std::string profile = "balanced";
  Position language_at{}, profile_at{};
  bool tagger = true;
  std::vector<std::string> rules_off{};              // ids of rules that do not count in this study
  std::vector<std::filesystem::path> extra_rules{};  // YAML files of the study's own, absolute
  replace::OperatorChoices operators{};
  std::vector<FormatChoice> formats{{"txt", {}}};   // what is written
  std::vector<RecipientText> recipients{};          // empty: nothing can be sealed; the caller says so
  std::vector<RecipientText> linkage_recipients{};  // empty: the same
  bool armor = false;
  std::string order = "sequential";       // sequential | shuffled
  std::string lone_names = "transcript";  // transcript | study: where a given name alone means one person
  std::string transcript_prefix = "T", participant_prefix = "ID";
  std::filesystem::path study_key{}, signing_key{}, signing_public_key{};  // absolute; keys/ by default
  std::filesystem::path witness{};                                         // where heads of the log are kept; or empty
  std::map<std::string, Superseding> supersedes{};                         // by the new file's name
  bool shared = false;                              // several people, of the folder's group, work on it
  bool review_required = false;                     // what nobody signed off is sealed as a draft
  std::map<std::string, DepositPolicy> policies{};  // how much less archives are told, by name
  DepositSettings deposit{};
  ConfigDigests digests{};
};

/// Throws Error{usage} with file, line and column: unknown or repeated keys, wrong types, missing files; and before
/// that where others could have written it, or anything else that the study relies on (config/trusted_files.hpp).
StudyConfig read_config(const std::filesystem::path& study_folder, Owners owners = Owners::trusted);
/// The same, whoever could have written it: for who tells what is wrong, and does nothing.
StudyConfig untrusted_config(const std::filesystem::path& study_folder);

/// The sections that it may have, in the order in which they are read.
std::vector<std::string_view> config_sections();

/// The same from text. `file` is for messages; `folder` is what the paths in it are relative to.
StudyConfig parse_config(std::string_view text, const std::string& file, const std::filesystem::path& folder);

/// The register after the config's columns: a .csv (RFC 4180; commas, semicolons or tabs; UTF-8 or UTF-16) or an .xlsx.
/// Throws Error{usage} with all that is wrong with it, each with line and column: a column that is not declared, a
/// declared one that is missing, a duplicated number, a bad date, a ragged row, an unclosed quote. Never quotes a cell:
/// its shape alone is told (register_cells.hpp).
Register read_register(const StudyConfig& config);

/// What the rest of moniker.yaml says of the register.
struct RegisterRules {
  DateOrder order = DateOrder::unsaid;
  std::vector<std::string> roles{};  // as they are declared: one in other capitals is the same
};

/// The same from the file's bytes. `file` is for messages.
Register parse_register(std::string_view bytes, const std::string& file, const std::vector<ColumnRule>& columns,
                        const RegisterRules& rules = {});

}  // namespace moniker::study
