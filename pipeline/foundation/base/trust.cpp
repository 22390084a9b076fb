// Who could have written a file, and who could have read it: by owner and mode, as ssh and sudo ask before they believe
// one. Everything is asked of the file's own record (stat(2)), before its bytes are looked at.
#include "base/trust.hpp"

#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <optional>

#include "base/shared_folder.hpp"
#include "base/shown_text.hpp"

namespace moniker {
namespace {

/// Of file systems that keep no owners and modes: what stat(2) says there is said by how they were mounted.
constexpr long without_modes[] = {0x4d44 /* FAT */, 0x2011BAB0 /* exFAT */, 0x7366746e /* NTFS */,
                                  0x65735546 /* FUSE */, 0x01021997 /* 9p, as WSL has it */};

struct Asked {
  const std::filesystem::path& file;
  struct stat facts;
  SharedGroup shared{};
  bool is_shared() const { return shared && facts.st_gid == *shared && (facts.st_mode & S_IRWXO) == 0; }
  std::string shown() const { return shown_text(file.string()); }
  unsigned mode() const { return facts.st_mode & 07777U; }
};

std::string user_called(uid_t user) {
  const passwd* account = ::getpwuid(user);
  return account != nullptr ? account->pw_name : std::to_string(user);
}

bool keeps_no_modes(const std::filesystem::path& file) {
  struct statfs facts {};
  return ::statfs(file.c_str(), &facts) == 0 && std::find(std::begin(without_modes), std::end(without_modes),
                                                          static_cast<long>(facts.f_type)) != std::end(without_modes);
}

/// What helps, where the file system could do it at all.
std::string mended(const Asked& asked, const std::string& command) {
  if (keeps_no_modes(asked.file)) return "the medium keeps no modes: mount it for you alone, with the option umask=077";
  return fmt::format("run `{} {}`", command, asked.shown());
}

Problem problem(const Asked& asked, std::string what, std::string remedy) {
  return {.fault = Fault::usage, .file = asked.file.string(), .what = std::move(what), .remedy = std::move(remedy)};
}

/// The group that is called as its owner is, and has no other member.
bool is_owners_own_group(const struct stat& facts) {
  const passwd* account = ::getpwuid(facts.st_uid);
  if (account == nullptr || account->pw_gid != facts.st_gid) return false;
  const std::string name = account->pw_name;
  const group* its = ::getgrgid(facts.st_gid);
  if (its == nullptr || name != its->gr_name) return false;
  for (char** member = its->gr_mem; *member != nullptr; ++member) {
    if (name != *member) return false;
  }
  return true;
}

/// The bits of the group are then the most that anybody on the list may do: acl(5).
bool has_access_list(const std::filesystem::path& file) {
  return ::getxattr(file.c_str(), "system.posix_acl_access", nullptr, 0) > 0;
}

bool group_may_write(const Asked& asked) {
  return (asked.facts.st_mode & S_IWGRP) != 0 && (has_access_list(asked.file) || !is_owners_own_group(asked.facts));
}

bool anybody_may_write(const struct stat& facts) { return (facts.st_mode & S_IWOTH) != 0; }
bool is_sticky(const struct stat& facts) { return S_ISDIR(facts.st_mode) && (facts.st_mode & S_ISVTX) != 0; }

std::optional<Problem> owners_problem(const Asked& asked) {
  const uid_t me = ::geteuid(), owner = asked.facts.st_uid;
  if (owner == me || owner == 0 || asked.is_shared()) return std::nullopt;
  if (asked.shared && asked.facts.st_gid == *asked.shared)
    return problem(asked,
                   fmt::format("is open to others than the study's group (mode {:04o}), and belongs to {}",
                               asked.mode(), user_called(owner)),
                   fmt::format("as {}: `chmod o= {}`", user_called(owner), asked.shown()));
  return problem(
      asked, fmt::format("belongs to {}, and not to {} or root", user_called(owner), user_called(me)),
      fmt::format("run moniker as {}, or `chown {} {}`", user_called(owner), user_called(me), asked.shown()));
}

/// Root may hand a secret to a group that can read it and not change it; systemd hands in credentials in this way.
std::optional<Problem> secrets_problem(const Asked& asked) {
  const unsigned mode = asked.mode();
  const bool handed_by_root = asked.facts.st_uid == 0 && ::geteuid() != 0;
  if ((mode & (handed_by_root ? 037U : 077U)) == 0 || asked.is_shared()) return std::nullopt;
  return problem(asked, fmt::format("is a secret, and others may read it (mode {:04o})", mode),
                 mended(asked, "chmod 600") + "; what to do if somebody has read it: docs/keys.md");
}

std::optional<Problem> writers_problem(const Asked& asked, bool takes_in) {
  const bool everybody = anybody_may_write(asked.facts) && !(takes_in && is_sticky(asked.facts));
  const bool some = !takes_in && !asked.is_shared() && group_may_write(asked);
  if (!everybody && !some) return std::nullopt;
  const std::string_view whose = S_ISDIR(asked.facts.st_mode) ? "what lies in it is believed" : "what it says is done";
  return problem(
      asked,
      fmt::format("{} may write to it (mode {:04o}), and {}", everybody ? "everybody" : "a group", asked.mode(), whose),
      mended(asked, takes_in    ? "chmod o-w"
                    : everybody ? "chmod go-w"
                                : "chmod g-w"));
}

void look_at(const Relied& relied, Owners owners, SharedGroup shared, std::vector<Problem>& found) {
  Asked asked{relied.file, {}, shared};
  if (::lstat(relied.file.c_str(), &asked.facts) != 0 || S_ISLNK(asked.facts.st_mode)) return;
  const auto add = [&](std::optional<Problem> one) {
    if (one) found.push_back(std::move(*one));
    return one.has_value();
  };
  if (owners == Owners::trusted && add(owners_problem(asked))) return;
  add(relied.trust == Trust::secret ? secrets_problem(asked) : writers_problem(asked, relied.trust == Trust::takes_in));
}

void refuse(std::vector<Problem> problems) {
  if (problems.empty()) return;
  Problem first = std::move(problems.front());
  first.others.assign(std::make_move_iterator(problems.begin() + 1), std::make_move_iterator(problems.end()));
  throw Error(std::move(first));
}

}  // namespace

std::vector<Problem> distrusted(const std::vector<Relied>& files, Owners owners, SharedGroup shared) {
  std::vector<Problem> found;
  for (const Relied& relied : files) look_at(relied, owners, shared, found);
  return found;
}

void require_trusted(const std::vector<Relied>& files, Owners owners, SharedGroup shared) {
  refuse(distrusted(files, owners, shared));
}

void require_secret(const FileSource& opened, const std::filesystem::path& file, Secrets whose) {
  Asked asked{file, {}, {}};
  if (::fstat(opened.descriptor(), &asked.facts) != 0) return;
  struct stat folder {};
  const auto lies_in = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (whose == Secrets::of_study && is_shared_study_folder(lies_in) && ::stat(lies_in.c_str(), &folder) == 0 &&
      is_of_group(folder.st_gid))
    asked.shared = folder.st_gid;
  if (auto wrong = owners_problem(asked)) throw Error(std::move(*wrong));
  if (auto wrong = secrets_problem(asked)) throw Error(std::move(*wrong));
}

void require_trusted_way(const std::filesystem::path& folder) {
  std::vector<Problem> found;
  std::error_code unreadable;
  const auto whole = std::filesystem::canonical(folder, unreadable);
  if (unreadable) return;
  for (auto above = whole.parent_path(); above.has_relative_path(); above = above.parent_path()) {
    Asked asked{above, {}, {}};
    if (::stat(above.c_str(), &asked.facts) != 0 || !anybody_may_write(asked.facts) || is_sticky(asked.facts)) continue;
    found.push_back(problem(
        asked, fmt::format("everybody may write to it (mode {:04o}), and could exchange the study", asked.mode()),
        mended(asked, "chmod o-w")));
  }
  refuse(std::move(found));
}

}  // namespace moniker
