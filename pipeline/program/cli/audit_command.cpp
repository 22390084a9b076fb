// The words of `moniker audit`, a function each and a row in the table below.
#include <ctime>

#include "audit/checkpoint.hpp"
#include "audit/proof.hpp"
#include "audit/proof_page.hpp"
#include "audit/show.hpp"
#include "audit/verify_page.hpp"
#include "base/atomic_file.hpp"
#include "base/layout.hpp"
#include "cli/progress_bar.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "config/config.hpp"
#include "steps/audited_outputs.hpp"

namespace moniker::cli {
namespace {

namespace fs = std::filesystem;

int show_log(const Arguments& arguments, Terminal& terminal) {
  const fs::path log = StudyLayout{arguments.rest.at(1)}.audit_log();
  JsonList list(arguments, terminal);
  if (list.wanted())
    audit::read_records(log, [&](const nlohmann::ordered_json& record) { list.add(record); });
  else
    audit::show_audit(log, [&](const std::string& line) { terminal.print_page(line + "\n"); });
  list.finish();
  return 0;
}

/// Whoever looks at a log may not be whose study it is.
study::StudyConfig config_of(const Arguments& arguments) {
  return study::read_config(arguments.rest.at(1), Owners::any);
}

fs::path public_key_of(const Arguments& arguments, const study::StudyConfig& config) {
  return arguments.value("public-key", config.signing_public_key.string());
}

/// That key, and those which the log names before and after it.
audit::LogKeys keys_of(const Arguments& arguments, const study::StudyConfig& config) {
  return {read_file(public_key_of(arguments, config)), StudyLayout{config.folder}.audit_log()};
}

std::string key_text(const Arguments& arguments, std::string_view option) {
  return arguments.has(option) ? read_file(arguments.value(option), 4096) : std::string();
}

/// A proof goes where it is sent from.
void give(const Arguments& arguments, Terminal& terminal, const std::string& text) {
  if (arguments.has("output"))
    publish(arguments.value("output"), text, AtomicFile::IfThere::refuse, 0644);
  else
    terminal.print(text);
}

int verified(const Arguments& arguments, Terminal& terminal, const study::StudyConfig& config) {
  std::vector<fs::path> heads;
  for (const std::string& file : arguments.values("since")) heads.emplace_back(file);
  audit::AuditReport report = [&] {
    ProgressBar bar(terminal, ProgressBar::From::a_second);
    return study::verify_study(config, public_key_of(arguments, config), heads,
                               study_key(arguments, terminal, AskingForKey::never), bar.watcher());
  }();
  const std::string cosigner = key_text(arguments, "cosigner");
  if (report.faults.empty() && !cosigner.empty())
    report.faults = audit::cosigner_faults(heads, keys_of(arguments, config), cosigner);
  const bool good = report.faults.empty();
  report.own_key = !arguments.has("public-key");
  if (arguments.rest.front() == "verify") show(arguments, terminal, report);
  if (!arguments.has("json")) {
    for (const Problem& problem : audit::problems_of(report, StudyLayout{config.folder}.audit_log()))
      terminal.complain(problem);
  }
  return good ? 0 : static_cast<int>(Fault::integrity);
}

int verify_log(const Arguments& arguments, Terminal& terminal) {
  return verified(arguments, terminal, config_of(arguments));
}

/// The head that everybody can have: as it lies beside the log.
audit::Checkpoint head_in(const fs::path& file, const audit::LogKeys& keys) {
  const auto heads = audit::read_checkpoints(file, keys);
  if (heads.empty())
    throw Error::integrity("holds no head of an audit log", "let `moniker run` finish", {file.string()});
  return heads.back();
}

int prove(const Arguments& arguments, Terminal& terminal) {
  const study::StudyConfig config = config_of(arguments);
  const fs::path log = StudyLayout{config.folder}.audit_log();
  const auto head = head_in(audit::checkpoint_of(log), keys_of(arguments, config));
  const std::string wanted = arguments.rest.size() > 2 ? arguments.rest[2] : std::string();
  std::vector<std::uint64_t> numbers;
  if (!wanted.empty() && wanted.size() < 19 && wanted.find_first_not_of("0123456789") == wanted.npos)
    numbers = {std::stoull(wanted)};
  else
    numbers = audit::records_of(log, wanted);
  if (numbers.empty()) {
    throw Error::usage("nothing is published of what should be proved",
                       "name a transcript, T03, or the number of a record as `moniker audit show` gives it");
  }
  std::string text;
  for (const std::uint64_t number : numbers)
    text += (text.empty() ? "" : "\n") + audit::inclusion_proof_text(log, number, head);
  give(arguments, terminal, text);
  return 0;
}

int prove_consistency(const Arguments& arguments, Terminal& terminal) {
  const study::StudyConfig config = config_of(arguments);
  const fs::path log = StudyLayout{config.folder}.audit_log();
  if (arguments.rest.size() < 3)
    throw Error::usage("an earlier head is wanted", "name the file of a checkpoint that you kept: OLD, or OLD NEW");
  const audit::LogKeys keys = keys_of(arguments, config);
  const auto before = head_in(arguments.rest[2], keys);
  const auto now = head_in(arguments.rest.size() > 3 ? fs::path(arguments.rest[3]) : audit::checkpoint_of(log), keys);
  give(arguments, terminal, audit::consistency_proof_text(log, before, now));
  return 0;
}

/// Wants no study: that is what proofs are for.
int verify_proof(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.has("public-key"))
    throw Error::usage("no public key is given",
                       "give -p FILE: the log's signing.pub, from whoever you trust to have it");
  try {
    audit::LogKeys keys(key_text(arguments, "public-key"));
    for (const std::string& file : arguments.values("public-key")) keys.add(read_file(file, 4096));
    const audit::ProofPage page{
        audit::verify_proofs(read_file(arguments.rest.at(1)), keys, key_text(arguments, "cosigner"))};
    show(arguments, terminal, page);
  } catch (const Error& error) {
    throw error.in(arguments.rest.at(1));
  }
  return 0;
}

/// Whoever cosigns says: I saw this head, and every earlier one that I cosigned is a beginning of it.
int cosign(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.has("key") || !arguments.has("output")) {
    throw Error::usage("a key of the cosigner's own and a file for the heads are wanted",
                       "give --key FILE, made with `moniker keygen -o FOLDER --only signing`, and -o FILE");
  }
  const study::StudyConfig config = config_of(arguments);
  const std::string public_key = read_file(public_key_of(arguments, config));
  const seal::SigningKey key = seal::SigningKey::read(arguments.value("key"));
  if (seal::public_point(key.public_text()) == seal::public_point(public_key))
    throw Error::usage("is the study's own signing key", "cosign with a key that is not on the study's machine",
                       {arguments.value("key")});
  if (const int status = verified(arguments, terminal, config)) return status;
  const fs::path heads = arguments.value("output"), log = StudyLayout{config.folder}.audit_log();
  if (fs::exists(heads)) {
    for (const audit::AuditFault& fault : audit::head_faults(log, public_key, {heads}))
      throw Error::integrity(fault.what, fault.remedy, {log.string()});
  }
  auto head = head_in(audit::checkpoint_of(log), keys_of(arguments, config));
  seal::cosign_note(head.note, key, static_cast<std::uint64_t>(std::time(nullptr)));
  audit::append_to_witness(heads, head);
  show(arguments, terminal, audit::CosignPage{head.size, heads});
  return 0;
}

struct Word {
  std::string_view name;
  int (*run)(const Arguments&, Terminal&);
};
constexpr Word table_of_words[] = {
    {"verify", verify_log},         {"show", show_log}, {"prove", prove}, {"consistency", prove_consistency},
    {"verify-proof", verify_proof}, {"cosign", cosign}};

}  // namespace

std::vector<std::string_view> audit_words() {
  std::vector<std::string_view> names;
  for (const Word& word : table_of_words) names.push_back(word.name);
  return names;
}

int run_audit(const Arguments& arguments, Terminal& terminal) {
  if (arguments.rest.size() < 2)
    throw Error::usage("`moniker audit verify-proof` wants PROOF", "name the file that `moniker audit prove` wrote");
  for (const Word& word : table_of_words) {
    if (word.name == arguments.rest.front()) return word.run(arguments, terminal);
  }
  throw Error::usage("there is no such word", "see `moniker help audit`");
}

}  // namespace moniker::cli
