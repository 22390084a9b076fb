// `moniker deposit`: what moniker.yaml and the command line ask, the rules that search once more, and the custodian's
// key.
#include <fmt/format.h>

#include "cli/asker.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "deposit/deposit_page.hpp"
#include "detect/detector.hpp"
#include "words/role_label.hpp"

namespace moniker::cli {
namespace {

constexpr std::string_view clear_warning =
    "moniker: the deposit lies in clear. It is pseudonymised, not anonymous: read it before it is sent, keep it on an "
    "encrypted disk,\n"
    "moniker: and delete it when the archive has it.\n";

/// With the study's own language and rules, and the policy's profile.
rules::RuleSet deposit_rules(const Arguments& arguments, const Terminal& terminal, const study::StudyConfig& config,
                             const DepositPolicy& policy) {
  rules::RuleSources sources = rule_sources(arguments, terminal);
  sources.languages = config.languages;
  sources.profile = policy.profile;
  sources.extra = config.extra_rules;
  sources.off = config.rules_off;
  sources.tagger = sources.tagger && config.tagger;
  return rules::RuleSet::load(sources);
}

std::vector<std::vector<custodian::FoundAnew>> search_again(const rules::RuleSet& rules, const Register& people,
                                                            const std::vector<custodian::SealedTurn>& said) {
  std::vector<Utterance> turns;
  for (const custodian::SealedTurn& one : said)
    turns.push_back({.number = turns.size(), .speaker = one.speaker, .text = one.text});
  std::vector<std::vector<custodian::FoundAnew>> found(said.size());
  for (const Finding& finding : detect::detect_utterances(rules, people, turns)) {
    const Label& label = rules.label(finding.label);
    if (finding.score >= label.replace)
      found[finding.utterance].push_back({finding.bytes, label.name, rules.rule(finding.rule).subtype});
  }
  return found;
}

/// Roles of the team: who asks is asked for no consent. Partners, carers and whoever else is spoken with are.
std::map<std::string, std::string> roles_that_ask(const study::StudyConfig& config, const words::Language& language) {
  std::map<std::string, std::string> askers;
  for (const auto& [role, rule] : config.checks.roles) {
    if (rule.consent_exempt && words::is_asking_role(role, language)) askers[rule.prefix] = role;
  }
  return askers;
}

DepositPolicy chosen_policy(const Arguments& arguments, const study::StudyConfig& config) {
  const std::string name = arguments.value("policy", "archive");
  if (const auto found = config.policies.find(name); found != config.policies.end()) return found->second;
  if (!arguments.has("policy")) return {};
  throw Error::usage(fmt::format("there is no policy \"{}\"", name), "write it below `policies:`", {config.file});
}

DepositSettings chosen_settings(const Arguments& arguments, const study::StudyConfig& config) {
  DepositSettings settings = config.deposit;
  settings.access = arguments.value("access", settings.access);
  settings.marks = arguments.value("marks", settings.marks);
  if (settings.marks != "brackets" && settings.marks != "xml")
    throw Error::usage("replacements are marked by brackets or xml", "give --marks brackets or --marks xml");
  custodian::access_level(settings.access);
  if (settings.title.empty()) settings.title = config.title;
  if (settings.year == 0) {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    settings.year = static_cast<int>(std::chrono::year_month_day(today).year());
  }
  return settings;
}

}  // namespace

int run_deposit(const Arguments& arguments, Terminal& terminal) {
  const StudyLayout layout{arguments.rest.at(0)};
  if (!arguments.has("output") && !arguments.has("dry-run"))
    throw Error::usage("deposit wants a folder to write to", "give -o DIR");
  if (arguments.has("key") && arguments.has("keep-key"))
    throw Error::usage("--key and --keep-key do not go together", "a key that was kept is there already");
  const study::StudyConfig config = study::read_config(layout.root);
  const DepositPolicy policy = chosen_policy(arguments, config);
  const DepositSettings settings = chosen_settings(arguments, config);
  custodian::Asker asker = asker_of(arguments, config, "deposit");
  const Register people = std::filesystem::exists(config.register_file) ? study::read_register(config) : Register{};
  const rules::RuleSet rules = deposit_rules(arguments, terminal, config, policy);
  const custodian::DepositRequest request{.folder = arguments.value("output"),
                                          .dry_run = arguments.has("dry-run"),
                                          .settings = settings,
                                          .policy = policy,
                                          .key = arguments.value("key"),
                                          .keep_key = arguments.value("keep-key"),
                                          .search = [&](const auto& said) { return search_again(rules, people, said); },
                                          .people = people,
                                          .askers = roles_that_ask(config, rules.language()),
                                          .asker = std::move(asker),
                                          .language = config.languages.front()};
  const custodian::Deposit deposit =
      custodian::make_deposit(layout, request, [] { return std::chrono::system_clock::now(); });
  if (deposit.written) terminal.say(clear_warning);
  show(arguments, terminal, deposit);
  return deposit.needs_a_person() ? 1 : 0;
}

}  // namespace moniker::cli
