#include "resolve/registry.hpp"

#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>

#include "base/byte_source.hpp"
#include "moniker/error.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using moniker::resolve::Registry;

using namespace moniker::resolve;

namespace {

moniker::Secret<32> key_of(unsigned char byte) {
  moniker::Secret<32> key;
  std::fill_n(key.data(), 32, byte);
  return key;
}

moniker::Problem problem_of(const std::filesystem::path& file, unsigned char key = 1) {
  return moniker::test::problem_of([&] { Registry registry(file, key_of(key)); });
}

}  // namespace

TEST_CASE("numbers are given once and kept") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "registry.sqlite";
  {
    Registry registry(file, key_of(1));
    CHECK_FALSE(registry.find("PERSON", "kate"));
    CHECK(registry.number("PERSON", "kate") == 1);
    CHECK(registry.number("PERSON", "will") == 2);
    CHECK(registry.number("LOCATION", "leeds") == 1);
    CHECK(registry.bind("PERSON", "katherine", 1) == 1);
    CHECK(registry.bind("PERSON", "katherine", 2) == 1);
  }
  Registry registry(file, key_of(1));
  CHECK(registry.find("PERSON", "katherine") == 1U);
  CHECK(registry.number("PERSON", "will") == 2);
  CHECK(registry.number("PERSON", "grace") == 3);
  CHECK_FALSE(registry.find("LOCATION", "kate"));
}

TEST_CASE("a number that was never given cannot be bound") {
  const moniker::test::TemporaryFolder folder;
  Registry registry(folder.path() / "registry.sqlite", key_of(1));
  CHECK_THROWS_AS(registry.bind("PERSON", "kate", 7), moniker::Error);
}

TEST_CASE("what was begun is kept whole or not at all") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "registry.sqlite";
  {
    Registry registry(file, key_of(1));
    registry.begin();
    registry.number("PERSON", "kate");
    registry.commit();
    registry.begin();
    registry.number("PERSON", "will");
  }
  Registry registry(file, key_of(1));
  CHECK(registry.find("PERSON", "kate") == 1U);
  CHECK_FALSE(registry.find("PERSON", "will"));
  CHECK(registry.number("PERSON", "grace") == 2);
}

TEST_CASE("killed at any instant, the registry opens again with all that was committed") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "registry.sqlite";
  for (int round = 0; round < 12; ++round) {
    int told[2];
    REQUIRE(::pipe(told) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      Registry registry(file, key_of(1));
      for (std::uint32_t n = registry.number("count", "base");; ++n) {
        registry.begin();
        const std::uint32_t first = registry.number("PERSON", "a" + std::to_string(round) + ' ' + std::to_string(n));
        registry.number("PERSON", "b" + std::to_string(round) + ' ' + std::to_string(n));
        registry.commit();
        if (::write(told[1], &first, sizeof first) != sizeof first) ::_exit(1);
      }
    }
    ::close(told[1]);
    std::uint32_t last = 0, seen = 0;
    for (int i = 0; i <= round * 3; ++i) {
      if (::read(told[0], &seen, sizeof seen) == sizeof seen) last = seen;
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    while (::read(told[0], &seen, sizeof seen) == sizeof seen) last = seen;
    ::close(told[0]);
    Registry registry(file, key_of(1));
    const std::uint32_t next = registry.number("PERSON", "probe " + std::to_string(round));
    CHECK(next > last + 1);                                      // the pair that was told is there, both of it
    CHECK((next - static_cast<std::uint32_t>(round)) % 2 == 1);  // and never half a pair
  }
}

TEST_CASE("the file is private, and so is its log") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "registry.sqlite";
  Registry registry(file, key_of(1));
  registry.number("PERSON", "katherine shaw");
  for (const char* end : {"", "-wal", "-shm"}) {
    struct stat facts {};
    REQUIRE(::stat((file.string() + end).c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
  }
  for (const char* end : {"", "-wal"}) CHECK(moniker::read_file(file.string() + end).find("shaw") == std::string::npos);
}

TEST_CASE("a registry that cannot be trusted is refused") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "registry.sqlite";

  SECTION("another key") {
    { Registry registry(file, key_of(1)); }
    const auto problem = problem_of(file, 2);
    CHECK(problem.fault == moniker::Fault::integrity);
    CHECK(problem.file == file.string());
    CHECK(problem.what == "the registry was made with another study key");
    CHECK(problem.remedy == "bring back the study.key that this study began with");
  }
  SECTION("another file") {
    std::ofstream(file)
        << "number,name\n1,Katherine Shaw, who is in no message at all, I hope, since this is long enough\n";
    CHECK(problem_of(file).what == "the file is not a registry");
  }
  SECTION("another database") {
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    sqlite3_exec(database, "CREATE TABLE t (a); PRAGMA user_version = 1", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    CHECK(problem_of(file).what == "the file is not a registry");
  }
  SECTION("a newer one") {
    { Registry registry(file, key_of(1)); }
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    sqlite3_exec(database, "PRAGMA user_version = 99", nullptr, nullptr, nullptr);
    sqlite3_close(database);
    const auto problem = problem_of(file);
    CHECK(problem.what == "the registry was written by a newer moniker");
    CHECK(problem.remedy == "use that version or a later one");
  }
  SECTION("damage in the middle") {
    {
      Registry registry(file, key_of(1));
      registry.begin();
      for (int i = 0; i < 3000; ++i) registry.number("PERSON", std::to_string(i));
      registry.commit();
    }
    const auto size = std::filesystem::file_size(file);
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    for (std::uintmax_t at = 20'000; at + 4000 < size; at += 4096) {
      bytes.seekp(static_cast<std::streamoff>(at));
      bytes << std::string(2000, '\xAA');
    }
    bytes.close();
    const auto problem = problem_of(file);
    CHECK(problem.fault == moniker::Fault::integrity);
    CHECK(problem.what == "the registry is damaged");
    CHECK(problem.remedy == "restore registry.sqlite from a backup; without it names would get new numbers");
  }
  SECTION("a link") {
    std::filesystem::create_symlink(folder.path() / "elsewhere", file);
    CHECK(problem_of(file).what == "the registry is not a regular file");
  }
  SECTION("no folder") {
    const auto problem = problem_of(folder.path() / "none" / "registry.sqlite");
    CHECK(problem.fault == moniker::Fault::usage);
    CHECK(problem.what == "the registry cannot be made");
    CHECK(problem.remedy == "make the study's folder first");
  }
}

TEST_CASE("an empty file is what a crash leaves at birth") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "registry.sqlite";
  { std::ofstream made(file); }
  Registry registry(file, key_of(1));
  CHECK(registry.number("PERSON", "kate") == 1);
}

TEST_CASE("the drawn order needs the key") {
  const moniker::test::TemporaryFolder folder;
  Registry one(folder.path() / "one", key_of(1)), same(folder.path() / "same", key_of(1)),
      other(folder.path() / "other", key_of(2));
  CHECK(one.order("participant", "p1") == same.order("participant", "p1"));
  CHECK(one.order("participant", "p1") != one.order("participant", "p2"));
  CHECK(one.order("participant", "p1") != other.order("participant", "p1"));
}
