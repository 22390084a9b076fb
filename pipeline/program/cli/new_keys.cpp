// Keys of the study and of its custodian, made at one go; only here do the two sides meet.
#include "cli/new_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "keys/keys.hpp"
#include "moniker/error.hpp"
#include "outputs/new_identity.hpp"
#include "seal/minisign.hpp"

namespace moniker::cli {
namespace {

void refuse_existing(const std::filesystem::path& file) {
  if (!std::filesystem::exists(std::filesystem::symlink_status(file))) return;
  throw Error::usage("is there already and is never overwritten",
                     "move it to a safe place first: what it sealed or signed needs it for ever", {file.string()});
}

std::vector<KeysPage::File> files_of(const NewKeys& wanted) {
  const auto secret = wanted.custodian_secret.empty() ? wanted.folder / "custodian.key" : wanted.custodian_secret;
  return {
      {"custodian", secret, true, "opens what is sealed: move it off this machine"},
      {"custodian", wanted.folder / "custodian.pub", false, "its public half: moniker.yaml names it"},
      {"study", wanted.folder / "study.key", true, "keeps pseudonyms the same: back it up, keep it secret"},
      {"signing", wanted.folder / "signing.key", true, "signs the audit log"},
      {"signing", wanted.folder / "signing.pub", false, "verifies it: give it to whoever checks"},
  };
}

}  // namespace

KeysPage make_keys(const NewKeys& wanted) {
  KeysPage page{files_of(wanted)};
  if (!wanted.only.empty()) std::erase_if(page.files, [&](const KeysPage::File& f) { return f.key != wanted.only; });
  if (page.files.empty()) {
    throw Error::usage(fmt::format("there is no key called `{}`", wanted.only),
                       "--only takes custodian, study or signing");
  }
  for (const KeysPage::File& file : page.files) refuse_existing(file.file);
  make_private_folder(wanted.folder);
  for (std::size_t i = 0; i < page.files.size(); ++i) {
    const KeysPage::File& file = page.files[i];
    if (!file.secret) continue;  // made with its secret half, before it
    if (file.key == "custodian") custodian::make_identity(file.file, page.files[i + 1].file);
    if (file.key == "study") study::write_study_key(file.file);
    if (file.key == "signing") seal::SigningKey::generate().write(file.file, page.files[i + 1].file);
  }
  return page;
}

std::string as_text(const KeysPage& page, const Style& style) {
  std::string text;
  for (const KeysPage::File& file : page.files) {
    text += fmt::format("{}{:<9}{}  {}  {}\n", file.secret ? style.bold : "", file.secret ? file.key : "",
                        file.secret ? style.plain : "", file.file.string(), file.says);
  }
  return text;
}

nlohmann::ordered_json as_json(const KeysPage& page) {
  auto list = nlohmann::ordered_json::array();
  for (const KeysPage::File& file : page.files)
    list.push_back({{"key", file.key}, {"file", file.file.string()}, {"secret", file.secret}});
  return {{"keys", std::move(list)}};
}

}  // namespace moniker::cli
