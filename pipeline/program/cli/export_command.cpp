// A study for an analysis program: opened with the custodian's identity, sealed again unless told otherwise.
#include <fmt/format.h>

#include "audit/audit_log.hpp"
#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "base/layout.hpp"
#include "base/lock.hpp"
#include "cli/command.hpp"
#include "config/config.hpp"
#include "config/study_recipients.hpp"
#include "export/exporters.hpp"

namespace moniker::cli {
namespace {

constexpr std::string_view warning =
    "moniker: --plain writes transcripts that anyone who comes by the files can read. They are pseudonymised, not "
    "anonymous:\n"
    "moniker: keep them on an encrypted disk, and delete them when they are imported.\n";

std::vector<seal::Identity> identities_for_export(const Arguments& arguments) {
  std::vector<seal::Identity> all;
  for (const std::string& file : arguments.values("identity")) {
    for (seal::Identity& identity : seal::read_identities(file)) all.push_back(std::move(identity));
  }
  if (!all.empty()) return all;
  throw Error({.fault = Fault::usage,
               .file = {},
               .at = {},
               .what = "export wants the custodian's key",
               .remedy = "give -i IDENTITY"});
}

/// An export stands alone: what lay there before would be taken for part of it.
std::filesystem::path empty_folder(const Arguments& arguments) {
  if (!arguments.has("output")) {
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = "export wants a folder to write to",
                 .remedy = "give -o DIR"});
  }
  const std::filesystem::path folder = arguments.value("output");
  std::error_code none;
  if (std::filesystem::exists(folder, none) &&
      !(std::filesystem::is_directory(folder, none) && std::filesystem::is_empty(folder, none))) {
    throw Error({.fault = Fault::usage,
                 .file = folder.string(),
                 .at = {},
                 .what = "is there already and is not empty",
                 .remedy = "name a folder that is empty or not there"});
  }
  return folder;
}

std::string sealed(const std::string& bytes, const std::vector<seal::Recipient>& recipients, bool armor) {
  MemorySink sink;
  seal::AgeWriter age(sink, recipients, armor);
  age.write(bytes);
  age.finish();
  return sink.bytes();
}

/// Recorded and signed before a byte is written: what cannot be recorded does not happen.
void record(const StudyLayout& layout, const study::StudyConfig& config, const audit::AuditLog::Fields& fields) {
  const Lock lock(layout.lock());
  const seal::SigningKey key = seal::SigningKey::read(config.signing_key);
  const auto log = layout.audit_log();
  audit::AuditLog audit(log, [] { return std::chrono::system_clock::now(); });
  audit.append("exported", fields);
  audit::sign_head(audit, log, key);
}

}  // namespace

int run_export(const Arguments& arguments, Terminal& terminal) {
  const custodian::Exporter& exporter = custodian::exporter_named(arguments.rest[0]);
  const StudyLayout layout{arguments.rest[1]};
  const study::StudyConfig config = study::read_config(layout.root);
  const auto folder = empty_folder(arguments);
  const bool plain = arguments.has("plain");
  const auto recipients = study::study_recipients(config);
  custodian::ExportedStudy study = custodian::open_exported_study(layout, identities_for_export(arguments));
  study.title = config.title;
  study.participant_prefix = config.participant_prefix;
  for (const seal::Recipient& recipient : recipients) study.space += seal::to_text(recipient) + "\n";
  const auto files = exporter.files(study);

  record(layout, config,
         {{"package", std::string(exporter.name)},
          {"transcripts", static_cast<std::int64_t>(study.transcripts.size())},
          {"files", static_cast<std::int64_t>(files.size())},
          {"sealed", !plain}});
  if (plain) terminal.say(warning);
  make_private_folder(folder);
  for (const custodian::ExportFile& file : files) {
    const auto target = folder / (file.path + (plain ? "" : ".age"));
    make_private_folder(target.parent_path());
    publish(target, plain ? file.bytes : sealed(file.bytes, recipients, config.armor), AtomicFile::IfThere::refuse);
  }
  std::string readme(exporter.readme);
  if (!plain) {
    readme =
        "The files here are sealed. Open each on the machine where the program runs:\n\n"
        "    moniker decrypt FILE.age -i IDENTITY -o FILE      or      age -d -i IDENTITY -o FILE FILE.age\n\n" +
        readme;
  }
  publish(folder / "README.txt", readme, AtomicFile::IfThere::refuse);
  terminal.print(fmt::format("{} for {}: {} transcripts, {} participants, {} files in {}{}\n",
                             plain ? "written" : "sealed", exporter.name, study.transcripts.size(), study.people.size(),
                             files.size(), folder.string(), "; README.txt says how to import them"));
  return 0;
}

}  // namespace moniker::cli
