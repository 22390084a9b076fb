// The words of `moniker rekey`, a function each and a row in the table below. Only here do the study's side, which has
// study.key, and the custodian's, which has the identity, stand side by side; no word needs both.
#include "cli/ask_passphrase.hpp"
#include "cli/identities.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
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

int rekey_passphrase(const Arguments& arguments, Terminal& terminal, const study::StudyConfig& config) {
  show(arguments, terminal,
       study::change_passphrase(config, study_key(arguments, terminal), wanted_passphrase(arguments)));
  return 0;
}

int rekey_signing(const Arguments& arguments, Terminal& terminal, const study::StudyConfig& config) {
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
       .by = Terminal::user(),
       .signing_key = config.signing_key,
       .public_key = arguments.value("public-key", config.signing_public_key.string()),
       .witness = config.witness},
      clock_now());
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
