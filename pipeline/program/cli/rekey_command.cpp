// The words of `moniker rekey`, a function each and a row in the table below. Only here do the study's side, which has
// study.key, and the custodian's, which has the identity, stand side by side; no word needs both.
#include "cli/ask_passphrase.hpp"
#include "cli/identities.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "cli/would_write.hpp"
#include "config/study_recipients.hpp"
#include "rekey/rekey.hpp"
#include "reseal/reseal.hpp"

namespace moniker::cli {
namespace {

Clock clock_now() {
  return [] { return std::chrono::system_clock::now(); };
}

Passphrase wanted_passphrase(const Arguments& arguments) {
  if (arguments.has("no-passphrase")) {
    if (arguments.has("new-passphrase-file"))
      throw Error::usage("--no-passphrase and --new-passphrase-file do not go together", "give one of them");
    return {};
  }
  if (arguments.has("new-passphrase-file")) return read_passphrase(arguments.value("new-passphrase-file"));
  return ask_new_passphrase();
}

/// Files of keys as moniker.yaml names them: they may lie outside of the study.
void show_keys_to_change(const Arguments& arguments, Terminal& terminal, const study::StudyConfig& config,
                         const study::RekeyPage& page, bool logged) {
  study::Changes changes;
  for (const auto& file : page.makes) changes.made.push_back(file.string());
  for (const auto& file : page.rewrites) changes.rewritten.push_back(file.string());
  if (logged) {
    for (std::string& file : files_of_a_record({.root = config.folder}, config.witness))
      changes.rewritten.push_back(std::move(file));
  }
  show_would_write(arguments, terminal, page, changes);
}

/// Of a dry run.
void show_to_seal_again(const Arguments& arguments, Terminal& terminal, const study::StudyConfig& config,
                        const custodian::ResealPage& page) {
  study::Changes changes{.rewritten = page.would};
  if (!page.would.empty()) {
    for (std::string& file : files_of_a_record({.root = config.folder}, config.witness))
      changes.rewritten.push_back(std::move(file));
  }
  show_would_write(arguments, terminal, page, changes);
  if (arguments.has("json")) return;
  for (const std::string& name : page.left)
    terminal.print_page("  " + name + ": no identity given opens it, and it would stay as it is\n");
}

int rekey_passphrase(const Arguments& arguments, Terminal& terminal, const study::StudyConfig& config) {
  const study::StudyKey key = study_key(arguments, terminal);
  const Passphrase now = wanted_passphrase(arguments);
  if (arguments.has("dry-run"))
    show_keys_to_change(arguments, terminal, config, study::rehearse_passphrase(config, key, now), false);
  else
    show(arguments, terminal, study::change_passphrase(config, key, now));
  return 0;
}

int rekey_signing(const Arguments& arguments, Terminal& terminal, const study::StudyConfig& config) {
  if (arguments.has("dry-run"))
    show_keys_to_change(arguments, terminal, config, study::rehearse_signing_key(config), true);
  else
    show(arguments, terminal, study::change_signing_key(config, Terminal::user(), clock_now()));
  return 0;
}

int rekey_recipients(const Arguments& arguments, Terminal& terminal, const study::StudyConfig& config) {
  const auto recipients = study::study_recipients(config);
  const custodian::ResealPage page = custodian::reseal(
      {.root = config.folder},
      {.identities = custodians_identities(arguments, "rekey recipients"),
       .recipients = recipients,
       .linkage_recipients =
           config.linkage_recipients.empty() ? recipients : study::parse_recipients(config.linkage_recipients),
       .armor = config.armor,
       .dry_run = arguments.has("dry-run"),
       .by = Terminal::user(),
       .signing_key = config.signing_key,
       .public_key = arguments.value("public-key", config.signing_public_key.string()),
       .witness = config.witness},
      clock_now());
  if (arguments.has("dry-run"))
    show_to_seal_again(arguments, terminal, config, page);
  else
    show(arguments, terminal, page);
  return page.left.empty() ? 0 : 1;
}

struct RekeyWord {
  std::string_view name;
  int (*run)(const Arguments&, Terminal&, const study::StudyConfig&);
};
constexpr RekeyWord rekeys[] = {
    {"passphrase", rekey_passphrase}, {"signing", rekey_signing}, {"recipients", rekey_recipients}};

}  // namespace

std::vector<std::string_view> rekey_words() {
  std::vector<std::string_view> names;
  for (const RekeyWord& word : rekeys) names.push_back(word.name);
  return names;
}

int run_rekey(const Arguments& arguments, Terminal& terminal) {
  for (const RekeyWord& word : rekeys) {
    if (word.name == arguments.rest.front())
      return word.run(arguments, terminal, study::read_config(arguments.rest.at(1)));
  }
  throw Error::usage("there is no such key to change", "see `moniker help rekey`");
}

}  // namespace moniker::cli
