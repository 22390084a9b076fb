#include "cli/asker.hpp"
#include "cli/identities.hpp"
#include "cli/page_file.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "detect/seen_turns.hpp"
#include "diff/diff_page.hpp"
#include "opened/rules_in_use.hpp"

namespace moniker::cli {
namespace {

constexpr std::string_view plain_warning =
    "moniker: --plain writes a page that names people, for anyone who comes by it. Keep it on an encrypted disk, and "
    "delete it\n"
    "moniker: when it was read.\n";

custodian::DiffPageKind page_kind(const Arguments& arguments) {
  if (!arguments.has("page")) return custodian::DiffPageKind::none;
  return arguments.has("plain") ? custodian::DiffPageKind::plain : custodian::DiffPageKind::sealed;
}

void refuse_file(const Terminal& terminal) {
  if (!terminal.out_is_file()) return;
  throw Error::usage("is a file, and what was delivered goes to no file unasked",
                     "let it go to the terminal, or give --page FILE, which is sealed", {"standard output"});
}

/// Of a study that has moved its register away nothing is known but the rules.
Register people_of(const study::StudyConfig& config) {
  return std::filesystem::exists(config.register_file) ? study::read_register(config) : Register{};
}

}  // namespace

int run_diff(const Arguments& arguments, Terminal& terminal) {
  const StudyLayout layout{arguments.rest.at(0)};
  const custodian::DiffPageKind kind = page_kind(arguments);
  const std::filesystem::path file = page_file(arguments, kind == custodian::DiffPageKind::sealed);
  const bool to_file = kind != custodian::DiffPageKind::none;
  if (!to_file) refuse_file(terminal);
  const study::StudyConfig config = study::read_config(layout.root);
  const Register people = people_of(config);
  custodian::Asker asker = asker_of(arguments, config, "diff");

  const study::RulesInUse rules = study::load_rules(
      config, {.rules = terminal.rules_folder(arguments.value("rules")), .cache = terminal.cache_folder()});
  const detect::SeenTurns seen(rules.set, people);
  const read::ReadOptions reading{.language = rules.set.language(), .knows = seen.knows()};
  const custodian::DiffRequest request{
      .transcript = arguments.rest.at(1), .asker = std::move(asker), .reading = reading, .page = kind};
  const custodian::DiffPage page{
      custodian::compare_transcript(layout, request, [] { return std::chrono::system_clock::now(); }),
      arguments.has("changes")};
  if (!to_file) {
    show(arguments, terminal, page);
    return 0;
  }
  const bool plain = kind == custodian::DiffPageKind::plain;
  if (plain) terminal.say(plain_warning);
  write_page(terminal, file, as_html(page),
             plain ? std::vector<seal::Identity>{} : custodians_identities(arguments, "diff"));
  return 0;
}

}  // namespace moniker::cli
