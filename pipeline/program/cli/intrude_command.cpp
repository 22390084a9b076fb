// `moniker intrude`: finished outputs attacked as an intruder would.
#include "cli/asker.hpp"
#include "cli/identities.hpp"
#include "cli/page_file.hpp"
#include "cli/progress_bar.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "intrude/intrude_page.hpp"

namespace moniker::cli {
namespace {

using intruder::Risk;

/// Nothing for `none`: then every suspicion counts.
std::optional<Risk> level_of(const Arguments& arguments) {
  const std::string level = arguments.value("above", "low");
  if (level == "none") return std::nullopt;
  for (const Risk risk : {Risk::low, Risk::medium, Risk::high}) {
    if (level == intruder::name_of(risk)) return risk;
  }
  throw Error::usage("--above does not know `" + level + "`", "it takes none, low, medium or high");
}

/// Words that are left, and passages, go to the eyes of who asked or onto a sealed page.
void refuse_intrude_file(const Arguments& arguments, const Terminal& terminal) {
  const bool words = arguments.has("show-text") || arguments.has("sample");
  if (!words || arguments.has("page") || !terminal.out_is_file()) return;
  throw Error::usage("is a file, and what people said goes to no file unasked",
                     "let it go to the terminal, or give --page FILE, which is sealed", {"standard output"});
}

std::optional<std::uint64_t> leaks_of(const Arguments& arguments) {
  if (!arguments.has("leaks")) return std::nullopt;
  const unsigned leaks = arguments.number("leaks", 0);
  if (leaks > arguments.number("sample", 0))
    throw Error::usage("--leaks is how many passages of the sample gave somebody away",
                       "give --sample too, with the number that was read");
  return leaks;
}

}  // namespace

int run_intrude(const Arguments& arguments, Terminal& terminal) {
  const StudyLayout layout{arguments.rest.at(0)};
  refuse_intrude_file(arguments, terminal);
  const bool sealed = !arguments.has("plain");
  const std::filesystem::path file = page_file(arguments, sealed);
  custodian::IntrudePage page{.study = layout.root.string(),
                              .above = level_of(arguments),
                              .shows_text = arguments.has("show-text"),
                              .shows_all = arguments.has("all"),
                              .leaks = leaks_of(arguments)};
  const study::StudyConfig config = study::read_config(layout.root);
  const auto words =
      intruder::IntruderWords::load(terminal.rules_folder(arguments.value("rules")), config.languages.front());
  ProgressBar bar(terminal, ProgressBar::From::a_second);
  custodian::IntrudeRequest request{.asker = asker_of(arguments, config, "intrude"),
                                    .files = file.empty() ? std::size_t{0} : std::size_t{1},
                                    .sample = arguments.number("sample", 0)};
  request.asker.progress = bar.watcher();
  page.intrusion = custodian::intrude(layout, request, words, [] { return std::chrono::system_clock::now(); });
  if (file.empty())
    show(arguments, terminal, page);
  else
    write_page(terminal, file, as_html(page),
               sealed ? custodians_identities(arguments, "intrude") : std::vector<seal::Identity>{});
  return page.counted() > 0 ? 1 : 0;
}

}  // namespace moniker::cli
