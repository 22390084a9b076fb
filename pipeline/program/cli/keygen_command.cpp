#include <fmt/format.h>

#include "base/atomic_file.hpp"
#include "cli/command.hpp"
#include "keys/keys.hpp"
#include "seal/age.hpp"
#include "seal/minisign.hpp"

namespace moniker::cli {
namespace {

void refuse_existing(const std::filesystem::path& file) {
  if (!std::filesystem::exists(std::filesystem::symlink_status(file))) return;
  throw Error({.fault = Fault::usage,
               .file = file.string(),
               .at = {},
               .what = "is there already and is never overwritten",
               .remedy = "move it to a safe place first: what it sealed or signed needs it for ever"});
}

struct KeyFiles {
  std::filesystem::path custodian_secret{}, custodian_public{}, study{}, signing{}, signing_public{};
};

void make_custodian(const KeyFiles& files) {
  const seal::Identity identity = seal::Identity::generate();
  const std::string recipient = seal::to_text(identity.recipient());
  std::string text = identity.secret_text();
  std::string page = fmt::format("# public key: {}\n{}\n", recipient, text);
  publish(files.custodian_secret, page, AtomicFile::IfThere::refuse);
  sodium_memzero(text.data(), text.size());
  sodium_memzero(page.data(), page.size());
  publish(files.custodian_public, recipient + "\n", AtomicFile::IfThere::refuse, 0644);
}

}  // namespace

int run_keygen(const Arguments& arguments, Terminal& terminal) {
  std::filesystem::path folder = arguments.value("folder", "keys");
  if (!arguments.rest.empty() && !arguments.has("folder"))
    folder = std::filesystem::path(arguments.rest.front()) / "keys";
  const KeyFiles files{.custodian_secret = arguments.value("custodian", (folder / "custodian.key").string()),
                       .custodian_public = folder / "custodian.pub",
                       .study = folder / "study.key",
                       .signing = folder / "signing.key",
                       .signing_public = folder / "signing.pub"};
  const std::string only = arguments.value("only");
  const auto wanted = [&](std::string_view what) { return only.empty() || only == what; };
  if (!only.empty() && only != "custodian" && only != "study" && only != "signing") {
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = fmt::format("there is no key called `{}`", only),
                 .remedy = "--only takes custodian, study or signing"});
  }
  // All or nothing: a half-made set would be the worst of both.
  if (wanted("custodian")) refuse_existing(files.custodian_secret), refuse_existing(files.custodian_public);
  if (wanted("study")) refuse_existing(files.study);
  if (wanted("signing")) refuse_existing(files.signing), refuse_existing(files.signing_public);

  make_private_folder(folder);
  const study::Style& style = terminal.out_style();
  if (wanted("custodian")) {
    make_custodian(files);
    terminal.print(fmt::format("{}custodian{}  {}  opens what is sealed: move it off this machine\n", style.bold,
                               style.plain, files.custodian_secret.string()));
    terminal.print(
        fmt::format("           {}  its public half: moniker.yaml names it\n", files.custodian_public.string()));
  }
  if (wanted("study")) {
    study::write_study_key(files.study);
    terminal.print(fmt::format("{}study{}      {}  keeps pseudonyms the same: back it up, keep it secret\n", style.bold,
                               style.plain, files.study.string()));
  }
  if (wanted("signing")) {
    seal::SigningKey::generate().write(files.signing, files.signing_public);
    terminal.print(
        fmt::format("{}signing{}    {}  signs the audit log\n", style.bold, style.plain, files.signing.string()));
    terminal.print(
        fmt::format("           {}  verifies it: give it to whoever checks\n", files.signing_public.string()));
  }
  return 0;
}

}  // namespace moniker::cli
