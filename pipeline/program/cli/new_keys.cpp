// Keys of the study and of its custodian, made at one go; only here do the two sides meet. They are made in a folder
// aside, which is renamed when the set is whole: before that moment nothing counts and is made anew, after it nothing
// is made again and what is left to do is to move each key to its place. A custodian's identity that goes to another
// medium is made there at once, so that no byte of it was ever on this one; its public half, made before it aside,
// tells an interrupted call that the identity there is its own.
#include "cli/new_keys.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/layout.hpp"
#include "base/remove_files.hpp"
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

/// Another study.key, or another that signs, would be refused by the very next run.
void refuse_in_study_that_was_run(const NewKeys& wanted, const std::string& key, const std::filesystem::path& file) {
  const StudyLayout study{wanted.folder.parent_path()};
  if (wanted.folder.lexically_normal() != study.keys().lexically_normal()) return;
  const auto is_there = [](const auto& one) { return std::filesystem::exists(one); };
  if (key == "study" && (is_there(study.registry()) || is_there(study.audit_log()))) {
    throw Error::usage("the study was run with a key, and goes on with no other",
                       "bring its study.key back from the backup; what to do where there is none: docs/keys.md; "
                       "`moniker rekey passphrase` puts the one that is there under a passphrase",
                       {file.string()});
  }
  if (key == "signing" && is_there(study.audit_signature())) {
    throw Error::usage("the study's log is signed with a key that a new one does not follow",
                       "bring that key back, and change it with `moniker rekey signing`; where it is lost, check the "
                       "log, and move the signature and audit/checkpoint away: then this makes one that signs it anew",
                       {file.string()});
  }
}

bool goes_elsewhere(const NewKeys& wanted, const KeysPage::File& file) {
  return !wanted.custodian_secret.empty() && file.file == wanted.custodian_secret;
}

std::filesystem::path half_made(const NewKeys& wanted) { return wanted.folder / ".making-keys"; }
std::filesystem::path whole(const NewKeys& wanted) { return wanted.folder / ".made-keys"; }

/// What a key is called aside, wherever it goes.
std::filesystem::path name_aside(const NewKeys& wanted, const KeysPage::File& file) {
  return file.file == wanted.custodian_secret ? std::filesystem::path("custodian.key") : file.file.filename();
}

/// Of an interrupted call: the identity was made where it goes, and its public half aside.
bool is_made_elsewhere(const NewKeys& wanted, const KeysPage::File& file) {
  return goes_elsewhere(wanted, file) && custodian::is_identity_made(file.file, half_made(wanted) / "custodian.pub");
}

/// Keys that nothing was sealed to; but not the public half of an identity that is in its place.
void clear_half_made(const NewKeys& wanted, const std::vector<KeysPage::File>& files) {
  const auto aside = half_made(wanted);
  const bool kept =
      std::any_of(files.begin(), files.end(), [&](const auto& f) { return is_made_elsewhere(wanted, f); });
  if (!kept) return remove_whole(aside);
  for (const auto& entry : std::filesystem::directory_iterator(aside)) {
    if (entry.path().filename() != "custodian.pub") remove_whole(entry.path());
  }
}

void make_aside(const NewKeys& wanted, const std::vector<KeysPage::File>& files) {
  const auto aside = half_made(wanted);
  clear_half_made(wanted, files);
  make_private_folder(aside);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!files[i].secret || is_made_elsewhere(wanted, files[i])) continue;  // made with its secret half, before it
    const auto secret = goes_elsewhere(wanted, files[i]) ? files[i].file : aside / name_aside(wanted, files[i]);
    if (files[i].key == "custodian") custodian::make_identity(secret, aside / "custodian.pub");
    if (files[i].key == "study")
      study::write_study_key(secret, study::fresh_study_key(), wanted.passphrase, AtomicFile::IfThere::refuse);
    if (files[i].key == "signing") seal::SigningKey::generate().write(secret, aside / files[i + 1].file.filename());
  }
  rename_whole(aside, whole(wanted));
  sync_folder(wanted.folder);
}

/// A file's bytes in locked memory: keys.
struct KeyBytes {
  Secret<4096> bytes{};
  std::size_t size = 0;
  explicit KeyBytes(const std::filesystem::path& file) {
    FileSource source(file);
    size = source.read({reinterpret_cast<char*>(bytes.data()), bytes.size()});
  }
  std::string_view text() const { return {reinterpret_cast<const char*>(bytes.data()), size}; }
};

/// Whatever is in its place already must be the very key.
void copy_key(const std::filesystem::path& from, const KeysPage::File& file) {
  const KeyBytes key(from);
  if (!std::filesystem::exists(std::filesystem::symlink_status(file.file)))
    publish(file.file, key.text(), AtomicFile::IfThere::refuse, file.secret ? 0600 : 0644);
  else if (KeyBytes(file.file).text() != key.text())
    refuse_existing(file.file);
}

/// Whether there was a whole set to be moved; then it is in its places now.
bool put_in_place(const NewKeys& wanted) {
  if (!std::filesystem::exists(whole(wanted))) return false;
  for (const KeysPage::File& file : files_of(wanted)) {
    const auto from = whole(wanted) / name_aside(wanted, file);
    if (std::filesystem::exists(from)) copy_key(from, file);
  }
  sync_file_system_of(wanted.folder);  // what goes next is the only other copy
  remove_whole(whole(wanted));
  sync_folder(wanted.folder);
  return true;
}

void refuse_what_cannot_be(const NewKeys& wanted, const std::vector<KeysPage::File>& files) {
  for (const KeysPage::File& file : files) refuse_in_study_that_was_run(wanted, file.key, file.file);
  for (const KeysPage::File& file : files) {
    if (!is_made_elsewhere(wanted, file)) refuse_existing(file.file);
  }
}

KeysPage wanted_page(const NewKeys& wanted) {
  KeysPage page{files_of(wanted)};
  if (!wanted.only.empty()) std::erase_if(page.files, [&](const KeysPage::File& f) { return f.key != wanted.only; });
  if (page.files.empty()) {
    throw Error::usage(fmt::format("there is no key called `{}`", wanted.only),
                       "--only takes custodian, study or signing");
  }
  return page;
}

}  // namespace

KeysPage keys_to_make(const NewKeys& wanted) {
  KeysPage page = wanted_page(wanted);
  const auto there = [](const KeysPage::File& file) {
    return std::filesystem::exists(std::filesystem::symlink_status(file.file));
  };
  if (std::filesystem::exists(whole(wanted)))  // of an interrupted call: what is in its place already stays there
    std::erase_if(page.files, there);
  refuse_what_cannot_be(wanted, page.files);
  return page;
}

KeysPage make_keys(const NewKeys& wanted) {
  KeysPage page = wanted_page(wanted);
  const auto there = [](const KeysPage::File& file) { return std::filesystem::exists(file.file); };
  if (put_in_place(wanted) && std::all_of(page.files.begin(), page.files.end(), there)) return page;
  refuse_what_cannot_be(wanted, page.files);
  make_private_folder(wanted.folder);
  // Of a keygen that was killed: a secret may lie there.
  for (const KeysPage::File& file : page.files) remove_stale(file.file.parent_path());
  make_aside(wanted, page.files);
  put_in_place(wanted);
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
