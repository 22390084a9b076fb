#include "base/shared_folder.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include "base/atomic_file.hpp"
#include "base/lock.hpp"
#include "base/trust.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {
namespace {

unsigned mode_of(const std::filesystem::path& path) {
  struct stat facts {};
  REQUIRE(::stat(path.c_str(), &facts) == 0);
  return facts.st_mode & 07777U;
}

TEST_CASE("what is made in a shared study is the group's, too, and nowhere else") {
  const test::TemporaryFolder folder;
  const auto study = folder.path() / "study", other = folder.path() / "other";
  folder.write("study/moniker.yaml", "");
  folder.write("other/file", "");
  for (const auto& one : {study, other}) REQUIRE(::chmod(one.c_str(), 02770) == 0);
  CHECK(is_shared_study_folder(study));
  CHECK_FALSE(is_shared_study_folder(other));  // no study: what is decrypted there stays its owner's
  const auto umask_before = ::umask(077);
  make_private_folder(study / "work");
  make_private_folder(other / "work");
  publish(study / "work" / "a", "a");
  publish(other / "work" / "a", "a");
  publish(other / "b", "b");
  { const Lock lock(study / "work" / "lock"); }
  ::umask(umask_before);
  CHECK(mode_of(study / "work") == 02770);
  CHECK((mode_of(other / "work") & 0777U) == 0700);
  CHECK(mode_of(study / "work" / "a") == 0660);
  CHECK(mode_of(study / "work" / "lock") == 0660);
  CHECK(mode_of(other / "work" / "a") == 0600);
  CHECK(mode_of(other / "b") == 0600);
  for (const unsigned mode : {0770U, 02775U, 02750U, 0700U}) {
    REQUIRE(::chmod(study.c_str(), mode) == 0);
    CHECK_FALSE(is_shared_study_folder(study));
  }
}

TEST_CASE("a group that shares may write, and read a secret, while another group and everybody may not") {
  const test::TemporaryFolder folder;
  const auto file = folder.write("file", "");
  struct stat facts {};
  REQUIRE(::stat(file.c_str(), &facts) == 0);
  const SharedGroup its = facts.st_gid, another = facts.st_gid + 1;
  const auto is_trusted = [&](Trust trust, SharedGroup shared) {
    return distrusted({{file, trust}}, Owners::trusted, shared).empty();
  };
  REQUIRE(::chmod(file.c_str(), 0660) == 0);
  CHECK(is_trusted(Trust::secret, its));
  CHECK(is_trusted(Trust::decides, its));
  CHECK_FALSE(is_trusted(Trust::secret, another));
  CHECK_FALSE(is_trusted(Trust::secret, std::nullopt));
  REQUIRE(::chmod(file.c_str(), 0664) == 0);
  CHECK_FALSE(is_trusted(Trust::secret, its));
  REQUIRE(::chmod(file.c_str(), 0666) == 0);
  CHECK_FALSE(is_trusted(Trust::decides, its));
  CHECK(is_of_group(::getegid()));
}

}  // namespace
}  // namespace moniker
