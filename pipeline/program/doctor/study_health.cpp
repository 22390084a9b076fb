// A study's folder as it lies there. Keys are read as a run reads them, so that what it would refuse is told here, too.
#include "doctor/study_health.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

#include "base/layout.hpp"
#include "config/trusted_files.hpp"
#include "doctor/machine.hpp"
#include "doctor/study_books.hpp"
#include "keys/keys.hpp"
#include "opened/log_memory.hpp"
#include "seal/minisign.hpp"

namespace moniker::doctor {
namespace {

namespace fs = std::filesystem;

/// A line each, and no more than a page of them.
std::vector<Observation> permissions(const study::StudyConfig& config) {
  const std::vector<Problem> wrong = distrusted(study::relied_on(config), Owners::trusted, study::shared_group(config));
  if (wrong.empty()) return {{Standing::good, "permissions", "nobody else can change what a run trusts", {}}};
  constexpr std::size_t most = 12;
  std::vector<Observation> lines;
  for (const Problem& one : wrong) {
    if (lines.size() == most) {
      lines.back().says += fmt::format("; and {} more", wrong.size() - most);
      break;
    }
    lines.push_back(
        {Standing::wrong, "permissions", fs::path(one.file).filename().string() + " " + one.what, one.remedy});
  }
  return lines;
}

/// Where several people share the study: what the others could not read or write.
std::vector<Observation> sharing(const study::StudyConfig& config) {
  if (!config.shared) return {};
  const std::string folder = config.folder.string();
  const std::string remedy = fmt::format(
      "as the owner: `chmod -R g+rwX,o= {} && find {} -type d -exec chmod g+s {{}} +`, after `chgrp -R GROUP`", folder,
      folder);
  if (!study::shared_group(config))
    return {{Standing::wrong, "sharing", "the study's folder is no group's of yours, or not set up for one (mode 2770)",
             remedy}};
  struct stat root {};
  ::stat(folder.c_str(), &root);
  std::size_t wrong = 0;
  std::string first;
  std::error_code failed;
  for (auto at = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, failed);
       at != fs::recursive_directory_iterator(); at.increment(failed)) {
    struct stat facts {};
    if (::lstat(at->path().c_str(), &facts) != 0 || S_ISLNK(facts.st_mode)) continue;
    const unsigned wanted = S_ISDIR(facts.st_mode) ? (S_ISGID | 0770U) : 0660U;
    if (facts.st_gid == root.st_gid && (facts.st_mode & 07777U) == wanted) continue;
    if (wrong++ == 0) first = at->path().lexically_relative(folder).string();
  }
  if (wrong == 0) return {{Standing::good, "sharing", "every file is the group's, 0660, and every folder 2770", {}}};
  return {{Standing::note, "sharing",
           fmt::format("{} files or folders are not as the group needs them: {}", wrong,
                       first.starts_with("incoming/") ? "in incoming/" : first),
           remedy}};
}

/// As a run finds it.
Observation key(const std::string& name, bool is_there, const std::function<void()>& read) {
  if (!is_there)
    return {Standing::wrong, name, "is not there", "`moniker keygen STUDY`, or say in moniker.yaml where it is"};
  try {
    read();
    return {Standing::good, name, "can be read, by nobody else", {}};
  } catch (const Error& error) {
    return {Standing::wrong, name, error.problem().what, error.problem().remedy};
  }
}

Observation custodians_key(const StudyLayout& layout) {
  const fs::path file = layout.keys() / "custodian.key";
  if (!fs::exists(file)) return {Standing::good, "custodian.key", "is not on this machine, or not in keys/", {}};
  return {Standing::note, "custodian.key", "lies in keys/: whoever has this machine opens every output",
          "move it to the custodian, off this machine"};
}

Observation log_as_it_is(const study::StudyConfig& config, const StudyLayout& layout) {
  if (!fs::exists(layout.audit_signature())) return {Standing::good, "audit log", "nothing was logged yet", {}};
  try {
    study::require_good_log(layout, config.signing_public_key, config.witness);
    return {Standing::good, "audit log", "unbroken and signed; `moniker audit verify` looks at files, too", {}};
  } catch (const Error& error) {
    return {Standing::wrong, "audit log", error.problem().what, error.problem().remedy};
  }
}

Observation witness(const study::StudyConfig& config) {
  if (config.witness.empty()) {
    return {Standing::note, "witness", "none: a study put back as it once was is not noticed",
            "audit: {witness: ...} in moniker.yaml, on another machine's disk"};
  }
  struct stat heads {
  }, study{};
  if (::stat(config.witness.parent_path().c_str(), &heads) != 0 ||
      ::access(config.witness.parent_path().c_str(), W_OK) != 0) {
    return {Standing::wrong, "witness", "its folder is not there, or cannot be written to",
            "see to the place that audit: {witness: ...} names"};
  }
  if (::stat(config.folder.c_str(), &study) == 0 && study.st_dev == heads.st_dev) {
    return {Standing::note, "witness", "lies on the study's own disk: who puts that back puts back both",
            "name a place on another machine's disk"};
  }
  return {Standing::good, "witness", "on another disk than the study", {}};
}

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t mebi = 1 << 20, gibi = 1 << 30;
  return bytes >= 10 * gibi ? fmt::format("{} GiB", bytes / gibi) : fmt::format("{} MiB", bytes / mebi);
}

std::uint64_t size_of(const fs::path& folder) {
  std::uint64_t bytes = 0;
  std::error_code ignored;
  for (const auto& entry :
       fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, ignored)) {
    struct stat facts {};
    if (::lstat(entry.path().c_str(), &facts) == 0 && S_ISREG(facts.st_mode))
      bytes += static_cast<std::uint64_t>(facts.st_size);
  }
  return bytes;
}

/// Every format that is written takes about what was delivered, and a run seals anew before it takes the old away.
Observation room(const StudyLayout& layout, std::size_t formats) {
  struct statvfs disk {};
  if (::statvfs(layout.root.c_str(), &disk) != 0)
    return {Standing::note, "disk", "how much room is left cannot be learned", "look yourself (df)"};
  constexpr std::uint64_t least = std::uint64_t{64} << 20;
  const std::uint64_t left = std::uint64_t{disk.f_bavail} * disk.f_frsize;
  const std::uint64_t wanted = least + size_of(layout.incoming()) * 2 * (formats + 1);
  if (left >= wanted) return {Standing::good, "disk", size_text(left) + " are free", {}};
  return {Standing::wrong, "disk",
          fmt::format("{} are free, and a run may want {}", size_text(left), size_text(wanted)),
          "make room: a full disk ends a run with status 3"};
}

}  // namespace

Chapter study_chapter(const study::StudyConfig& config, const study::StudyKey& study_key) {
  const StudyLayout layout{config.folder};
  Chapter chapter{"study", permissions(config)};
  const auto add = [&](Observation one) { chapter.findings.push_back(std::move(one)); };
  add(key("study.key", study_key.is_there(config.study_key), [&] { study_key.of(config.study_key); }));
  add(key("signing.key", fs::exists(config.signing_key), [&] { seal::SigningKey::read(config.signing_key); }));
  for (Observation& one : sharing(config)) add(std::move(one));
  add(custodians_key(layout));
  for (Observation& one : study_books(config, study_key)) add(std::move(one));
  add(log_as_it_is(config, layout));
  add(witness(config));
  add(unnamed_files(config.folder));
  add(room(layout, config.formats.size()));
  return chapter;
}

}  // namespace moniker::doctor
