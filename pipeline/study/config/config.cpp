// moniker.yaml, section by section: one function each, in the table below. Nothing is guessed: a key that is
// not known stops the run, because a misspelt key is a decision that somebody thinks was made.
#include "config/config.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "base/byte_source.hpp"
#include "base/fold.hpp"
#include "base/layout.hpp"
#include "base/shown_text.hpp"
#include "base/text.hpp"
#include "config/deposit_sections.hpp"
#include "config/recipients.hpp"
#include "config/register_columns.hpp"
#include "config/rehearsed.hpp"
#include "config/retention.hpp"
#include "config/trusted_files.hpp"
#include "moniker/error.hpp"
#include "yaml/yaml_digest.hpp"
#include "yaml/yaml_fields.hpp"

namespace moniker::study {
namespace {

using Words = std::vector<std::string_view>;

struct Reading {
  const std::string& file;
  StudyConfig& config;

  /// A path of moniker.yaml. Never made canonical: links are refused when the file is opened.
  std::filesystem::path path(const std::string& text) const {
    return (std::filesystem::absolute(config.folder) / text).lexically_normal();
  }
  [[noreturn]] void refuse(Position at, std::string what, std::string remedy) const {
    yaml::refuse_yaml(file, at, std::move(what), std::move(remedy));
  }
  void require_file(const std::filesystem::path& path, const yaml::YamlNode& named, std::string_view what) const {
    if (std::filesystem::exists(std::filesystem::symlink_status(path))) return;
    refuse(named.at, fmt::format("there is no {} {}", what, named.text), "correct the name, or put the file there");
  }
};

void read_study(const yaml::YamlNode& node, const Reading& reading) {
  reading.config.title = yaml::yaml_text(node, reading.file, "`study`");
  if (!can_be_shown(reading.config.title))
    reading.refuse(node.at, "the study's title holds the end of a line or a character that cannot be seen",
                   "write it in one line: it stands on top of pages, and in a mail's first line");
}

void read_register_section(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "register", {"file", "columns", "dates"});
  if (const yaml::YamlNode* named = fields.find("file")) {
    reading.config.register_file = reading.path(yaml::yaml_text(*named, reading.file, "`file`"));
    reading.require_file(reading.config.register_file, *named, "register");
  }
  std::string order;
  fields.one_of("dates", order, {"day first", "month first"});
  if (!order.empty()) reading.config.date_order = order == "day first" ? DateOrder::day_first : DateOrder::month_first;
  if (const yaml::YamlNode* columns = fields.find("columns")) {
    reading.config.columns = read_column_rules(*columns, reading.file);
    for (const ColumnRule& column : reading.config.columns) {
      check::CheckRules& checks = reading.config.checks;
      checks.consent_dates |= column.means == "consent_date";
      checks.consent_scopes |= column.means == "consent_scope";
      checks.interview_dates |= column.means == "interview_date";
    }
  }
}

/// What begins an ID. It stands in file names and before digits.
void check_prefix(const std::string& prefix, Position at, const Reading& reading) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
  const auto fits = [&](char c) { return is_ascii_digit(c) || letter(c) || c == '-' || c == '_'; };
  constexpr std::size_t longest = 16;
  if (prefix.size() <= longest && letter(prefix.front()) && !is_ascii_digit(prefix.back()) &&
      std::all_of(prefix.begin(), prefix.end(), fits)) {
    return;
  }
  reading.refuse(at, "a prefix begins with a letter, is made of letters, digits, - and _, and does not end in a digit",
                 "write something short, such as ID; 16 characters are the most");
}

void read_prefix(const yaml::YamlFields& fields, std::string_view key, std::string& into, const Reading& reading) {
  fields.text(key, into);
  if (const yaml::YamlNode* node = fields.find(key)) check_prefix(into, node->at, reading);
}

void read_roles(const yaml::YamlNode& node, const Reading& reading) {
  for (const yaml::YamlNode::Entry& role : yaml::yaml_entries(node, reading.file, "roles")) {
    const yaml::YamlFields fields(role.value, reading.file, "the role", {"prefix", "consent"});
    check::RoleRule rule;
    read_prefix(fields, "prefix", rule.prefix, reading);
    std::string consent = "required";
    fields.one_of("consent", consent, {"required", "exempt"});
    rule.consent_exempt = consent == "exempt";
    reading.config.checks.roles[role.key] = rule;
  }
}

void read_consent(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "consent", {"required"});
  const yaml::YamlNode* required = fields.find("required");
  if (!required) return;
  for (const yaml::YamlNode* use : yaml::yaml_texts(*required, reading.file, "`required`")) {
    reading.config.checks.consent_required.push_back(fold(use->text));
  }
}

void read_duration(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "duration", {"min", "max"});
  int shortest = static_cast<int>(reading.config.checks.shortest.count());
  int longest = static_cast<int>(reading.config.checks.longest.count());
  constexpr int week = 7 * 24 * 60;
  fields.whole_number("min", shortest, 0, week);
  fields.whole_number("max", longest, 1, week);
  if (shortest > longest) {
    reading.refuse(fields.find("min") ? fields.find("min")->at : node.at, "`min` is more than `max`",
                   "write the shorter duration, in minutes, as min");
  }
  reading.config.checks.shortest = std::chrono::minutes(shortest);
  reading.config.checks.longest = std::chrono::minutes(longest);
}

void read_severities(const yaml::YamlNode& node, const Reading& reading) {
  const Words names{"note", "warning", "error"};
  for (const yaml::YamlNode::Entry& entry : yaml::yaml_entries(node, reading.file, "severity")) {
    const std::string& name = yaml::yaml_text(entry.value, reading.file, "a severity");
    yaml::require_choice(name, names, reading.file, entry.value.at, "severity");
    const auto index = std::find(names.begin(), names.end(), name) - names.begin();
    reading.config.checks.severities[entry.key] = {static_cast<Severity>(index), entry.at};
  }
}

void read_checks(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "checks", {"duration", "gap", "severity"});
  if (const yaml::YamlNode* duration = fields.find("duration")) read_duration(*duration, reading);
  int gap = static_cast<int>(reading.config.checks.gap.count());
  fields.whole_number("gap", gap, 1);
  reading.config.checks.gap = std::chrono::seconds(gap);
  if (const yaml::YamlNode* severity = fields.find("severity")) read_severities(*severity, reading);
}

void read_rules(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "rules", {"language", "profile", "tagger", "off", "extra"});
  fields.text("profile", reading.config.profile);
  fields.boolean("tagger", reading.config.tagger);
  const auto names = [&](const char* key, std::vector<std::string>& into) {
    const yaml::YamlNode* named = fields.find(key);
    if (!named) return;
    into.clear();
    for (const yaml::YamlNode* one : yaml::yaml_texts(*named, reading.file, fmt::format("`{}`", key)))
      into.push_back(one->text);
  };
  names("language", reading.config.languages);
  names("off", reading.config.rules_off);
  if (const yaml::YamlNode* language = fields.find("language")) reading.config.language_at = language->at;
  if (const yaml::YamlNode* profile = fields.find("profile")) reading.config.profile_at = profile->at;
  const yaml::YamlNode* extra = fields.find("extra");
  if (!extra) return;
  for (const yaml::YamlNode* named : yaml::yaml_texts(*extra, reading.file, "`extra`")) {
    const auto path = reading.path(named->text);
    reading.require_file(path, *named, "rule file");
    reading.config.extra_rules.push_back(path);
  }
}

replace::OperatorChoice read_operator(const yaml::YamlNode::Entry& label, const Reading& reading) {
  replace::OperatorChoice choice{.name = {}, .settings = {}, .at = label.value.at, .label_at = label.at};
  if (label.value.kind != yaml::YamlNode::Kind::map) {
    choice.name = yaml::yaml_text(label.value, reading.file, "an operator");
    return choice;
  }
  for (const yaml::YamlNode::Entry& setting : label.value.entries) {
    const std::string& value = yaml::yaml_text(setting.value, reading.file, fmt::format("`{}`", setting.key));
    if (setting.key == "operator") {
      choice.name = value;
      choice.at = setting.value.at;
    } else {
      choice.settings[setting.key] = value;
    }
  }
  if (choice.name.empty()) {
    reading.refuse(label.at, "there are settings and no operator", "add `operator: pseudonym`, or another operator");
  }
  return choice;
}

void read_replace(const yaml::YamlNode& node, const Reading& reading) {
  for (const yaml::YamlNode::Entry& label : yaml::yaml_entries(node, reading.file, "replace")) {
    if (label.key == "style") {  // labels are in capitals
      std::string& style = reading.config.operators.style;
      style = yaml::yaml_text(label.value, reading.file, "`style`");
      yaml::require_choice(style, {"brackets", "braces", "angles", "plain"}, reading.file, label.value.at, "style");
      continue;
    }
    reading.config.operators.by_label[label.key] = read_operator(label, reading);
  }
}

/// By pseudonym and never by name: moniker.yaml is nobody's secret.
void read_overrides(const yaml::YamlNode& node, const Reading& reading) {
  for (const yaml::YamlNode::Entry& one : yaml::yaml_entries(node, reading.file, "overrides")) {
    reading.config.operators.overrides[one.key] = read_operator(one, reading);
  }
}

/// `docx: preserve`, in a list of formats or alone; `txt:` and `txt: new` are the same as `txt`.
FormatChoice read_format_way(const yaml::YamlNode::Entry& entry, const Reading& reading) {
  std::string way = "new";
  if (entry.value.kind != yaml::YamlNode::Kind::nothing)
    way = yaml::yaml_text(entry.value, reading.file, "the way of writing a format");
  yaml::require_choice(way, {"new", "preserve"}, reading.file, entry.value.at, "way of writing a format");
  const bool preserve = way == "preserve";
  if (preserve && entry.key != "docx") {
    reading.refuse(entry.value.at, "only docx can be preserved",
                   "write `docx: preserve`, and the other formats by their names alone");
  }
  return {entry.key, entry.at, preserve};
}

void add_format(FormatChoice choice, const Reading& reading) {
  auto& formats = reading.config.formats;
  const bool twice = std::any_of(formats.begin(), formats.end(), [&](const auto& f) { return f.name == choice.name; });
  if (twice) reading.refuse(choice.at, "the format is named twice", "remove one of them");
  formats.push_back(std::move(choice));
}

void add_formats(const yaml::YamlNode& node, const Reading& reading) {
  if (node.kind == yaml::YamlNode::Kind::map) {
    for (const yaml::YamlNode::Entry& entry : node.entries) add_format(read_format_way(entry, reading), reading);
  } else {
    add_format({.name = yaml::yaml_text(node, reading.file, "each item of write"), .at = node.at}, reading);
  }
}

void read_write(const yaml::YamlNode& node, const Reading& reading) {
  auto& formats = reading.config.formats;
  formats.clear();
  if (node.kind == yaml::YamlNode::Kind::list) {
    for (const yaml::YamlNode& item : node.items) add_formats(item, reading);
  } else {
    add_formats(node, reading);
  }
  if (formats.empty()) reading.refuse(node.at, "no format is named", "name at least one, such as [txt]");
}

void read_seal(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "seal", {"recipients", "linkage_recipients", "armor"});
  const auto keys = [&](std::string_view key, std::vector<RecipientText>& into) {
    const yaml::YamlNode* list = fields.find(key);
    if (list) into = read_recipients(*list, reading.file, reading.config.folder, fmt::format("`{}`", key));
  };
  keys("recipients", reading.config.recipients);
  keys("linkage_recipients", reading.config.linkage_recipients);
  fields.boolean("armor", reading.config.armor);
}

void read_numbering(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "numbering", {"order", "transcripts", "participants"});
  fields.one_of("order", reading.config.order, {"sequential", "shuffled"});
  read_prefix(fields, "transcripts", reading.config.transcript_prefix, reading);
  read_prefix(fields, "participants", reading.config.participant_prefix, reading);
}

void read_resolve(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "resolve", {"lone_names"});
  fields.one_of("lone_names", reading.config.lone_names, {"transcript", "study"});
}

/// The old one by its ID, since its file's name may be somebody's, and moniker.yaml is nobody's secret.
void read_supersedes(const yaml::YamlNode& node, const Reading& reading) {
  std::set<std::string> taken;
  for (const yaml::YamlNode::Entry& one : yaml::yaml_entries(node, reading.file, "supersedes")) {
    const std::string& transcript = yaml::yaml_text(one.value, reading.file, "a transcript");
    if (!taken.insert(transcript).second) {
      reading.refuse(one.value.at, "two files supersede one transcript", "remove the line of the one that does not");
    }
    reading.config.supersedes[one.key] = {transcript, one.value.at};
  }
}

void read_keys(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "keys", {"study", "signing", "signing_public"});
  const auto path = [&](std::string_view key, std::filesystem::path& into) {
    std::string text;
    fields.text(key, text);
    if (!text.empty()) into = reading.path(text);
  };
  path("study", reading.config.study_key);
  path("signing", reading.config.signing_key);
  path("signing_public", reading.config.signing_public_key);
}

/// A second place, so that who holds the study alone cannot take back what was logged.
void read_audit(const yaml::YamlNode& node, const Reading& reading) {
  const yaml::YamlFields fields(node, reading.file, "audit", {"witness"});
  std::string text;
  fields.text("witness", text);
  if (!text.empty()) reading.config.witness = reading.path(text);
}

void read_review(const yaml::YamlNode& node, const Reading& reading) {
  yaml::YamlFields(node, reading.file, "review", {"required"}).boolean("required", reading.config.review_required);
}

void read_shared(const yaml::YamlNode& node, const Reading& reading) {
  yaml::YamlFields(node, reading.file, "shared", {"group"}).boolean("group", reading.config.shared);
}

void read_limits(const yaml::YamlNode& node, const Reading& reading) {
  std::vector<std::string_view> names;
  for (const LimitRow& row : limit_table) names.push_back(row.name);
  const yaml::YamlFields fields(node, reading.file, "limits", names);
  for (const LimitRow& row : limit_table) {
    std::uint64_t& limit = reading.config.checks.limits.*row.value;
    int number = static_cast<int>(limit);
    fields.whole_number(row.name, number, 1);
    limit = static_cast<std::uint64_t>(number);
  }
}

void read_policies_section(const yaml::YamlNode& node, const Reading& reading) {
  reading.config.policies = read_policies(node, reading.file);
}

void read_deposit_section(const yaml::YamlNode& node, const Reading& reading) {
  reading.config.deposit = read_deposit(node, reading.file, reading.config.folder);
}

/// A run has no use for it: it is read where it is wanted (retention.hpp), and judged here.
void check_retention(const yaml::YamlNode& node, const Reading& reading) { parse_retention(node, reading.file); }

/// What must be done again when a section says something else.
enum class Redo { checks, writing, nothing };

struct Section {
  std::string_view name;
  void (*read)(const yaml::YamlNode&, const Reading&);
  Redo redo;
  std::string_view why_nothing{};
};
constexpr Section sections[] = {
    {"study", read_study, Redo::writing},
    {"register", read_register_section, Redo::nothing,
     "what it makes of the register is compared, and assigned afresh"},
    {"roles", read_roles, Redo::checks},
    {"consent", read_consent, Redo::nothing, "assign checks consent afresh"},
    {"checks", read_checks, Redo::checks},
    {"limits", read_limits, Redo::checks},
    {"rules", read_rules, Redo::nothing, "the rules that come of it have a digest of their own"},
    {"replace", read_replace, Redo::writing},
    {"overrides", read_overrides, Redo::writing},
    {"write", read_write, Redo::writing},
    {"seal", read_seal, Redo::writing},
    {"numbering", read_numbering, Redo::writing},
    {"resolve", read_resolve, Redo::writing},
    {"supersedes", read_supersedes, Redo::nothing, "assign decides afresh which transcript a file is"},
    {"review", read_review, Redo::nothing, "whether a transcript is a draft is compared by itself"},
    {"shared", read_shared, Redo::nothing, "who works on a study changes nothing"},
    {"keys", read_keys, Redo::nothing, "where a key lies changes nothing"},
    {"audit", read_audit, Redo::nothing, "where heads of the log are kept changes nothing"},
    {"retention", check_retention, Redo::nothing, "it is read when it is asked for"},
    {"policies", read_policies_section, Redo::nothing, "a deposit goes by it, and no run"},
    {"deposit", read_deposit_section, Redo::nothing, "a deposit goes by it, and no run"},
};

constexpr bool each_says_why() {
  for (const Section& section : sections) {
    if ((section.redo == Redo::nothing) == section.why_nothing.empty()) return false;
  }
  return true;
}
static_assert(each_says_why(), "a section that has nothing done again says why, and no other does");

/// Whole sections, so that no key of theirs can be forgotten. Of recipients the keys count, wherever they stand.
Digest digest_of_sections(const yaml::YamlFields& fields, Redo redo, const StudyConfig& config) {
  Hasher hasher;
  for (const Section& section : sections) {
    const yaml::YamlNode* node = fields.find(section.name);
    if (section.redo != redo || !node) continue;
    hasher.take_field(section.name);
    yaml::take_into(hasher, *node);
  }
  for (const auto* list : {&config.recipients, &config.linkage_recipients}) {
    if (redo != Redo::writing) continue;
    hasher.take_field("recipients");
    for (const RecipientText& recipient : *list) hasher.take_field(recipient.text);
  }
  return hasher.finish();
}

void set_paths(StudyConfig& config) {
  const StudyLayout layout{.root = std::filesystem::absolute(config.folder).lexically_normal()};
  config.register_file = layout.people();
  config.study_key = layout.study_key();
  config.signing_key = layout.signing_key();
  config.signing_public_key = layout.signing_public_key();
}

}  // namespace

std::vector<std::string_view> config_sections() {
  std::vector<std::string_view> names;
  for (const Section& section : sections) names.push_back(section.name);
  return names;
}

StudyConfig parse_config(std::string_view text, const std::string& file, const std::filesystem::path& folder) {
  StudyConfig config;
  config.folder = folder;
  config.file = config.checks.file = file;
  set_paths(config);
  const Reading reading{file, config};

  const yaml::YamlNode root = yaml::parse_yaml(text, file);
  const yaml::YamlFields fields(root, file, "the study", config_sections());
  for (const Section& section : sections) {
    if (const yaml::YamlNode* node = fields.find(section.name)) section.read(*node, reading);
  }
  config.digests = {.checks = digest_of_sections(fields, Redo::checks, config),
                    .writing = digest_of_sections(fields, Redo::writing, config)};
  config.checks.register_name = config.register_file.filename().string();
  if (config.columns.empty()) {
    const yaml::YamlNode* node = fields.find("register");
    reading.refuse(node ? node->at : Position{}, "no column of the register is declared",
                   "add below `register:` a list `columns:` with keep, band, replace or drop for each column");
  }
  return config;
}

namespace {

void require_study(const StudyLayout& layout) {
  if (std::filesystem::exists(std::filesystem::symlink_status(layout.config()))) return;
  throw Error::usage("is not a study: it has no moniker.yaml",
                     "name the study's folder, or make one with `moniker init`", {layout.root.string()});
}

}  // namespace

StudyConfig untrusted_config(const std::filesystem::path& study_folder) {
  const StudyLayout layout{study_folder};
  require_study(layout);
  constexpr std::size_t limit = 1 << 20;
  const auto rehearsed = study_rehearsed_in(study_folder);
  const StudyLayout own{rehearsed.value_or(study_folder)};
  StudyConfig config = parse_config(read_file(own.config(), limit), own.config().string(), own.root);
  if (rehearsed) config.witness.clear();  // what is rehearsed did not happen
  return config;
}

StudyConfig read_config(const std::filesystem::path& study_folder, Owners owners) {
  const StudyLayout layout{study_folder};
  require_study(layout);
  require_trusted_study(layout, owners);
  StudyConfig config = untrusted_config(study_folder);
  require_trusted_files(config, owners);
  return config;
}

}  // namespace moniker::study
