#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>

#include "sandbox/sandbox.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::sandbox;
namespace fs = std::filesystem;

namespace {

using Act = std::function<long()>;  // below 0 and errno where it was refused

/// What the system said, 0 where the act was done, in a process that is confined first.
int in_sandbox(const Confines& confines, const Act& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    confine(confines);
    errno = 0;
    ::_exit(act() < 0 ? errno : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

bool without_landlock() {
  if (landlock_version() > 0) return false;
  WARN("skipped: this kernel gives no Landlock");
  return true;
}

bool without_filter() {
  if (can_filter_calls()) return false;
  WARN("skipped: this kernel filters no system calls");
  return true;
}

Act opens(const fs::path& file, int flags) {
  return [=] { return ::open(file.c_str(), flags, 0600); };
}

Act runs(const char* program) {
  return [=]() -> long {
    char* const words[] = {const_cast<char*>(program), nullptr};
    char* const none[] = {nullptr};
    const pid_t child = ::fork();
    if (child == 0) {
      ::execve(program, words, none);
      ::_exit(errno == 0 ? 1 : errno);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    errno = WEXITSTATUS(status);
    return errno == 0 ? 0 : -1;
  };
}

/// A study beside what is nobody's business.
struct Places {
  test::TemporaryFolder folder{};
  fs::path study = folder.path() / "study", other = folder.path() / "other";
  Places() {
    for (const fs::path& place : {study, other}) {
      fs::create_directories(place / "deep");
      std::ofstream(place / "deep/file") << "talk";
    }
  }
};

}  // namespace

TEST_CASE("files outside what a process was given are neither read, written, listed, made nor removed") {
  if (without_landlock()) return;
  const Places places;
  const Confines confines{.writes = {places.study}};
  const fs::path mine = places.study / "deep", others = places.other / "deep";
  const std::pair<const char*, std::function<Act(const fs::path&)>> table[] = {
      {"read", [](const fs::path& place) { return opens(place / "file", O_RDONLY); }},
      {"write", [](const fs::path& place) { return opens(place / "file", O_WRONLY); }},
      {"list", [](const fs::path& place) { return opens(place, O_RDONLY | O_DIRECTORY); }},
      {"make", [](const fs::path& place) { return opens(place / "new", O_WRONLY | O_CREAT); }},
      {"make without a name", [](const fs::path& place) { return opens(place, O_WRONLY | O_TMPFILE); }},
      {"make a folder",
       [](const fs::path& place) -> Act { return [=] { return ::mkdir((place / "f").c_str(), 0700); }; }},
      {"rename",
       [](const fs::path& place) -> Act {
         return [=] { return ::rename((place / "file").c_str(), (place / "other").c_str()); };
       }},
      {"remove", [](const fs::path& place) -> Act {
         return [=] { return ::unlink((place / (fs::exists(place / "other") ? "other" : "file")).c_str()); };
       }}};
  for (const auto& [does, act] : table) {
    INFO(does);
    CHECK(in_sandbox(confines, act(mine)) == 0);
    CHECK(in_sandbox(confines, act(others)) == EACCES);
  }
}

TEST_CASE("what is read cannot be written, and what is named alone opens nothing beside it") {
  if (without_landlock()) return;
  const Places places;
  const Confines folder{.reads = {places.study}}, file{.reads = {places.study / "deep/file"}};
  CHECK(in_sandbox(folder, opens(places.study / "deep/file", O_RDONLY)) == 0);
  CHECK(in_sandbox(folder, opens(places.study / "deep/file", O_WRONLY)) == EACCES);
  CHECK(in_sandbox(folder, opens(places.study / "new", O_WRONLY | O_CREAT)) == EACCES);
  CHECK(in_sandbox(file, opens(places.study / "deep/file", O_RDONLY)) == 0);
  CHECK(in_sandbox(file, opens(places.study / "deep", O_RDONLY | O_DIRECTORY)) == EACCES);
  CHECK(in_sandbox(file, opens("/etc/passwd", O_RDONLY)) == EACCES);
}

TEST_CASE("scratch takes files without a name and gives nothing away") {
  if (without_landlock()) return;
  const Places places;
  const Confines confines{.scratch = {places.study}};
  CHECK(in_sandbox(confines, opens(places.study, O_RDWR | O_TMPFILE)) == 0);
  CHECK(in_sandbox(confines, opens(places.study, O_RDONLY | O_DIRECTORY)) == EACCES);
  CHECK(in_sandbox(confines, opens(places.study / "new", O_RDWR | O_CREAT)) == EACCES);
}

TEST_CASE("a place that is not there is passed over") {
  const Places places;
  CHECK(in_sandbox({.reads = {places.study / "no such thing"}, .writes = {places.study}},
                   opens(places.study / "deep/file", O_RDONLY)) == 0);
}

TEST_CASE("no program is started but the one that was named") {
  if (without_landlock() || without_filter()) return;
  CHECK(in_sandbox({.programs = {"/bin/true"}}, runs("/bin/true")) == 0);
  CHECK(in_sandbox({.programs = {"/bin/true"}}, runs("/bin/cat")) == EACCES);
  CHECK(in_sandbox({}, runs("/bin/true")) == EPERM);
}

TEST_CASE("the network, other processes and the machine are out of reach") {
  if (without_filter()) return;
  const auto refused = [](const Act& act) { return in_sandbox({.programs = {"/bin/true"}}, act); };
  CHECK(refused([] { return ::socket(AF_INET, SOCK_STREAM, 0); }) == EPERM);
  CHECK(refused([] { return ::socket(AF_INET6, SOCK_DGRAM, 0); }) == EPERM);
  CHECK(refused([] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }) == EPERM);
  CHECK(refused([] { return ::socket(AF_NETLINK, SOCK_RAW, 0); }) == EPERM);
  CHECK(refused([] { return ::ptrace(PTRACE_ATTACH, ::getppid(), nullptr, nullptr); }) == EPERM);
  CHECK(refused([] {
          char byte = 0;
          iovec here{&byte, 1};
          return ::process_vm_readv(::getpid(), &here, 1, &here, 1, 0);
        }) == EPERM);
  CHECK(refused([] { return ::syscall(SYS_keyctl, 0, 0, 0, 0, 0); }) == EPERM);
  CHECK(refused([] { return ::syscall(SYS_bpf, 0, nullptr, 0); }) == EPERM);
  CHECK(refused([] { return ::syscall(SYS_mount, nullptr, nullptr, nullptr, 0, nullptr); }) == EPERM);
  CHECK(refused([] { return ::syscall(SYS_unshare, 0); }) == EPERM);
  CHECK(refused([] { return ::syscall(SYS_io_uring_setup, 1, nullptr); }) == EPERM);
  CHECK(refused([] { return ::syscall(SYS_execveat, -1, "", nullptr, nullptr, 0); }) == EPERM);
  CHECK(refused([] { return ::prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1 ? 0 : -1; }) == 0);
}

TEST_CASE("who listens accepts on loopback, and calls nobody") {
  if (without_filter()) return;
  const Confines confines{.listens = 0};
  const auto bound = [] {
    const int door = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::bind(door, reinterpret_cast<const sockaddr*>(&here), sizeof here) == 0 && ::listen(door, 1) == 0 ? door
                                                                                                              : -1;
  };
  CHECK(in_sandbox(confines, bound) == 0);
  CHECK(in_sandbox(confines, [&] {
          sockaddr_in here{};
          socklen_t size = sizeof here;
          ::getsockname(bound(), reinterpret_cast<sockaddr*>(&here), &size);
          return ::connect(::socket(AF_INET, SOCK_STREAM, 0), reinterpret_cast<const sockaddr*>(&here), size);
        }) == EPERM);
  CHECK(in_sandbox(confines, [] { return ::socket(AF_INET, SOCK_DGRAM, 0); }) == EPERM);
  CHECK(in_sandbox(confines, [] { return ::socket(AF_UNIX, SOCK_STREAM, 0); }) == EPERM);
  CHECK(in_sandbox(confines, [] {
          sockaddr_in there{};
          there.sin_family = AF_INET;
          return ::sendto(::socket(AF_INET, SOCK_STREAM, 0), "x", 1, MSG_FASTOPEN, reinterpret_cast<sockaddr*>(&there),
                          sizeof there);
        }) == EPERM);
  CHECK(in_sandbox({}, bound) != 0);
}
