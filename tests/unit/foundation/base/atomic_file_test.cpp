#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/remove_files.hpp"
#include "moniker/error.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using moniker::test::TemporaryFolder;

namespace {

std::size_t entries(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

unsigned mode_of(const std::filesystem::path& file) {
  struct stat status {};
  REQUIRE(::lstat(file.c_str(), &status) == 0);
  return status.st_mode & 0777;
}

}  // namespace

TEST_CASE("an atomic file appears whole, private and alone") {
  const TemporaryFolder folder;
  const auto target = folder.path() / "out.txt";
  {
    AtomicFile file(target);
    file.write("half");
    CHECK_FALSE(std::filesystem::exists(target));
    file.write(std::string(200'000, 'x'));
    file.commit();
  }
  CHECK(std::filesystem::file_size(target) == 200'004);
  CHECK(mode_of(target) == 0600);
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("without commit nothing is left, and what stood there stands") {
  const TemporaryFolder folder;
  const auto target = folder.path() / "out.txt";
  publish(target, "old");
  { AtomicFile(target).write("new"); }
  CHECK(read_file(target) == "old");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("refuse means refuse, in one step") {
  const TemporaryFolder folder;
  const auto target = folder.path() / "key";
  publish(target, "old", AtomicFile::IfThere::refuse);
  try {
    publish(target, "new", AtomicFile::IfThere::refuse);
    FAIL("it was overwritten");
  } catch (const Error& error) {
    CHECK(error.problem().fault == Fault::usage);
    CHECK(error.problem().what == "is there already and is never overwritten");
  }
  CHECK(read_file(target) == "old");
}

TEST_CASE("a link in the target's place is replaced, never followed") {
  const TemporaryFolder folder;
  publish(folder.path() / "victim", "precious");
  std::filesystem::create_symlink(folder.path() / "victim", folder.path() / "out.txt");
  publish(folder.path() / "out.txt", "mine");
  CHECK(read_file(folder.path() / "victim") == "precious");
  CHECK_FALSE(std::filesystem::is_symlink(folder.path() / "out.txt"));
}

TEST_CASE("a pipe or a device in the target's place stays what it is") {
  const TemporaryFolder folder;
  const auto pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(moniker::test::status_of([&] { publish(pipe, "x"); }) == 2);
  CHECK(std::filesystem::is_fifo(pipe));
  CHECK(entries(folder.path()) == 1);  // and nothing is left beside it
}

TEST_CASE("links are not followed on the way in") {
  const TemporaryFolder folder;
  publish(folder.path() / "real", "x");
  std::filesystem::create_symlink(folder.path() / "real", folder.path() / "link");
  CHECK_THROWS_AS(FileSource(folder.path() / "link"), Error);
  CHECK_THROWS_AS(FileSource(folder.path()), Error);
  CHECK_THROWS_AS(FileSource(folder.path() / "missing"), Error);
  REQUIRE(::mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
  CHECK_THROWS_AS(FileSource(folder.path() / "pipe"), Error);  // at once, and not when somebody writes into it
}

TEST_CASE("private folders") {
  const TemporaryFolder folder;
  make_private_folder(folder.path() / "a" / "b");
  CHECK(mode_of(folder.path() / "a" / "b") == 0700);
  make_private_folder(folder.path() / "a" / "b");
  std::filesystem::create_directory_symlink(folder.path() / "a", folder.path() / "link");
  CHECK_THROWS_AS(make_private_folder(folder.path() / "link"), Error);
}

namespace {

/// Whether files can be without a name there; NFS and some others know none.
bool knows_unnamed(const std::filesystem::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
  if (descriptor >= 0) ::close(descriptor);
  return descriptor >= 0;
}

}  // namespace

TEST_CASE("what is being written has no name, and a writer that is killed leaves nothing") {
  const TemporaryFolder folder;
  if (!knows_unnamed(folder.path())) return;
  const bool synced = GENERATE(false, true), replacing = GENERATE(false, true);
  if (replacing) publish(folder.path() / "key", "old");
  const std::size_t before = entries(folder.path());
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    AtomicFile file(folder.path() / "key", replacing ? AtomicFile::IfThere::replace : AtomicFile::IfThere::refuse);
    file.write(std::string(200'000, 's'));
    if (synced) file.sync();
    ::raise(SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(WIFSIGNALED(status));
  CHECK(entries(folder.path()) == before);
}

TEST_CASE("what somebody is writing is not taken for left over") {
  const TemporaryFolder folder;
  const auto name = folder.path() / ".moniker-0123.tmp";
  publish(name, "x");
  const int writer = ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
  REQUIRE(writer >= 0);
  REQUIRE(::flock(writer, LOCK_EX | LOCK_NB) == 0);
  remove_stale(folder.path());
  CHECK(entries(folder.path()) == 1);
  ::close(writer);
  remove_stale(folder.path());
  CHECK(entries(folder.path()) == 0);
}

TEST_CASE("what is taken away for good is gone, or it is told without its name") {
  const TemporaryFolder folder;
  publish(folder.path() / "kate.txt", "x");
  remove_for_good({folder.path() / "kate.txt", folder.path() / "never-there.txt"}, "file 1 of incoming/");
  CHECK(entries(folder.path()) == 0);
  std::filesystem::create_directory(folder.path() / "kate.txt");
  try {
    remove_for_good({folder.path() / "kate.txt"}, "file 1 of incoming/");
    FAIL("a folder was taken away");
  } catch (const Error& error) {
    CHECK(error.problem().fault == Fault::input);
    CHECK(error.problem().file == "file 1 of incoming/");
    CHECK(error.problem().what.find("kate") == std::string::npos);
  }
}

TEST_CASE("what an interrupted run left is cleared, and nothing else") {
  const TemporaryFolder folder;
  publish(folder.path() / "kept.tmp", "x");
  publish(folder.path() / ".moniker-0123.tmp", "x");
  remove_stale(folder.path());
  CHECK(entries(folder.path()) == 1);
  CHECK(std::filesystem::exists(folder.path() / "kept.tmp"));
}

TEST_CASE("many files are seen together, and not before") {
  const TemporaryFolder folder;
  const std::size_t count = GENERATE(1U, 3U, 40U);
  std::vector<std::unique_ptr<AtomicFile>> files;
  std::vector<AtomicFile*> all;
  for (std::size_t i = 0; i < count; ++i) {
    files.push_back(std::make_unique<AtomicFile>(folder.path() / std::to_string(i)));
    files.back()->write("bytes of " + std::to_string(i));
    all.push_back(files.back().get());
  }
  sync_all(all);
  for (std::size_t i = 0; i < count; ++i) CHECK_FALSE(std::filesystem::exists(folder.path() / std::to_string(i)));
  publish_all(all);
  CHECK(entries(folder.path()) == count);
  for (std::size_t i = 0; i < count; ++i)
    CHECK(read_file(folder.path() / std::to_string(i)) == "bytes of " + std::to_string(i));
}
