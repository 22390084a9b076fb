// A study's settings as an impact assessment asks for them: read from moniker.yaml and the register alone.
#include "dossier/impact.hpp"

#include <fmt/format.h>

#include <set>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "config/config.hpp"
#include "config/retention.hpp"
#include "config/study_folder.hpp"
#include "config/study_recipients.hpp"
#include "moniker/error.hpp"
#include "moniker/version.hpp"
#include "opened/rules_in_use.hpp"
#include "seal/age.hpp"

namespace moniker::study {
namespace {

std::string becomes(const ColumnRule& column) {
  switch (column.use) {
    case ColumnUse::keep:
      return "goes with the person's ID to whoever opens transcripts";
    case ColumnUse::band:
      return fmt::format("goes with the person's ID, in bands of {}, and {} and over as one", column.width, column.top);
    case ColumnUse::replace:
      return "searched for and replaced; nobody is given it but with the linkage table";
    case ColumnUse::drop:
      break;
  }
  return column.means.empty() ? "not read" : "used by moniker itself, and given to nobody";
}

std::set<std::string> texts_of(const std::vector<RecipientText>& recipients) {
  std::set<std::string> texts;
  for (const RecipientText& recipient : recipients) texts.insert(recipient.text);
  return texts;
}

void tell_holders(const StudyConfig& config, Impact& impact) {
  const std::set<std::string> results = texts_of(config.recipients), own = texts_of(config.linkage_recipients);
  const std::set<std::string>& linkage = own.empty() ? results : own;
  impact.recipients = results.size();
  impact.linkage_recipients = linkage.size();
  impact.linkage_apart = linkage != results;
  impact.key_in_study = config.study_key.parent_path().parent_path() == std::filesystem::absolute(config.folder) &&
                        std::filesystem::exists(config.study_key);
}

std::vector<std::pair<std::string, std::string>> retained(const Retention& kept) {
  std::vector<std::pair<std::string, std::string>> rows{{"delivered files", kept.deliveries.text},
                                                        {"delivered files that are held back", kept.quarantine.text},
                                                        {"work between the steps, encrypted", kept.work.text},
                                                        {"the linkage table: who is who", kept.linkage.text},
                                                        {"pseudonymised transcripts", kept.outputs.text}};
  if (kept.attributes_alone) rows.emplace_back("the table of attributes", kept.attributes.text);
  rows.emplace_back("records of who withdrew", kept.withdrawn.text);
  return rows;
}

}  // namespace

Impact gather_impact(const std::filesystem::path& folder, const RunOptions& options) {
  require_study_folder(folder);
  const StudyConfig config = read_config(folder);
  const RulesInUse rules = load_rules(config, options);
  Impact impact{
      .title = config.title, .made = iso_time(options.clock()).substr(0, 10), .version = std::string(version)};
  for (const Participant& person : read_register(config).people) ++impact.people[person.role];
  for (const ColumnRule& column : config.columns) impact.columns.emplace_back(column.name, becomes(column));
  impact.consent = config.checks.consent_required;
  impact.languages = config.languages;
  impact.profile = config.profile;
  impact.tagger = config.tagger;
  for (const Label& label : rules.set.labels()) {
    const auto choice = rules.operators.by_label.find(label.name);
    impact.labels.emplace_back(label.name,
                               choice == rules.operators.by_label.end() ? "pseudonym" : choice->second.name);
  }
  impact.retention = retained(read_retention(folder));
  tell_holders(config, impact);
  impact.opens_itself = std::filesystem::exists(StudyLayout{folder}.keys() / "custodian.key");
  impact.witness = !config.witness.empty();
  impact.shuffled = config.order == "shuffled";
  impact.signed_off = config.review_required;
  return impact;
}

}  // namespace moniker::study
