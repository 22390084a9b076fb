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
#include "keys/keys.hpp"
#include "opened/log_memory.hpp"
#include "seal/minisign.hpp"

namespace moniker::doctor {
namespace {

namespace fs = std::filesystem;

Observation permissions(const study::StudyConfig& config) {
  const std::vector<Problem> wrong = distrusted(study::relied_on(config));
  if (wrong.empty()) return {Standing::good, "permissions", "nobody else can change what a run trusts", {}};
  const Problem& first = wrong.front();
  std::string what = fs::path(first.file).filename().string() + " " + first.what;
  if (wrong.size() > 1) what += fmt::format("; and {} more", wrong.size() - 1);
  return {Standing::wrong, "permissions", std::move(what), first.remedy};
}

/// As a run finds it.
Observation key(const std::string& name, const fs::path& file, const std::function<void()>& read) {
  if (!fs::exists(file))
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

Chapter study_chapter(const study::StudyConfig& config) {
  const StudyLayout layout{config.folder};
  return {"study",
          {permissions(config), key("study.key", config.study_key, [&] { study::read_study_key(config.study_key); }),
           key("signing.key", config.signing_key, [&] { seal::SigningKey::read(config.signing_key); }),
           custodians_key(layout), log_as_it_is(config, layout), witness(config), unnamed_files(config.folder),
           room(layout, config.formats.size())}};
}

}  // namespace moniker::doctor
