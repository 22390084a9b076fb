#include "cli/asker.hpp"
#include "cli/progress_bar.hpp"
#include "cli/show.hpp"
#include "cli/would_write.hpp"
#include "config/study_recipients.hpp"
#include "export/export_study.hpp"
#include "export/whole_folder.hpp"

namespace moniker::cli {
namespace {

constexpr std::string_view warning =
    "moniker: --plain writes transcripts that anyone who comes by the files can read. They are pseudonymised, not "
    "anonymous:\n"
    "moniker: keep them on an encrypted disk, and delete them when they are imported.\n";

[[noreturn]] void wanted(std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy));
}

}  // namespace

int run_export(const Arguments& arguments, Terminal& terminal) {
  const custodian::Exporter& exporter = custodian::exporter_named(arguments.rest[0]);
  const StudyLayout layout{arguments.rest[1]};
  const study::StudyConfig config = study::read_config(layout.root);
  if (!arguments.has("output")) wanted("export wants a folder to write to", "give -o DIR");
  custodian::check_whole_folder(arguments.value("output"));
  const bool plain = arguments.has("plain");
  custodian::ExportRequest request{.folder = arguments.value("output"),
                                   .plain = plain,
                                   .asker = asker_of(arguments, config, "export"),
                                   .recipients = study::study_recipients(config),
                                   .armor = config.armor,
                                   .title = config.title,
                                   .dry_run = arguments.has("dry-run")};
  const auto page = [&] {
    ProgressBar bar(terminal, ProgressBar::From::a_second);
    request.asker.progress = bar.watcher();
    return custodian::export_study(layout, exporter, request, [] { return std::chrono::system_clock::now(); });
  }();
  if (request.dry_run) {
    study::Changes changes{.rewritten = files_of_a_record(layout, config.witness)};
    for (const std::string& file : page.written) changes.made.push_back((request.folder / file).string());
    show_would_write(arguments, terminal, page, changes);
    return 0;
  }
  if (plain) terminal.say(warning);
  show(arguments, terminal, page);
  return 0;
}

}  // namespace moniker::cli
