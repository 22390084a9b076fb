#include "opened/ledger.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

using test::TemporaryFolder;
using test::told;

TEST_CASE("the ledger remembers, replaces and forgets") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "ledger.sqlite";
  const Digest one = digest_of("1"), two = digest_of("2");
  {
    Ledger ledger(file);
    CHECK_FALSE(ledger.find("scan", "aa"));
    ledger.set("scan", "bb", one, "");
    ledger.set("scan", "aa", one, "{\"a\":1}");
    ledger.set("apply", "aa", two, "x");
    ledger.set("scan", "aa", two, "y");
  }
  Ledger ledger(file);
  REQUIRE(ledger.find("scan", "aa"));
  CHECK(ledger.find("scan", "aa")->transcript == "aa");
  CHECK(ledger.find("scan", "aa")->input == two);
  CHECK(ledger.find("scan", "aa")->output == "y");
  const auto all = ledger.all("scan");
  REQUIRE(all.size() == 2);
  CHECK(all[0].transcript == "aa");
  CHECK(all[1].transcript == "bb");
  CHECK(all[1].input == one);
  ledger.erase("scan", "aa");
  ledger.erase("scan", "never");
  CHECK_FALSE(ledger.find("scan", "aa"));
  CHECK(ledger.find("apply", "aa"));
  CHECK(ledger.all("finish").empty());
}

TEST_CASE("what is forgotten for good lies in the file itself, and not in what goes with the power") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "ledger.sqlite", copy = temp.path() / "copy.sqlite";
  Ledger ledger(file);
  for (const char* one : {"aa", "bb", "cc"}) ledger.set("scan", one, digest_of(one), "");
  ledger.set("apply", "aa", digest_of("a"), "");
  ledger.forget("scan", {"aa", "cc", "never"});
  std::filesystem::copy_file(file, copy);  // without its WAL
  const Ledger left(copy);
  REQUIRE(left.all("scan").size() == 1);
  CHECK(left.all("scan")[0].transcript == "bb");
  CHECK(left.all("apply").size() == 1);
}

TEST_CASE("the ledger is private") {
  const TemporaryFolder temp;
  Ledger ledger(temp.path() / "ledger.sqlite");
  ledger.set("scan", "aa", digest_of("1"), "");
  for (const auto& entry : std::filesystem::directory_iterator(temp.path())) {
    struct stat status {};
    REQUIRE(::stat(entry.path().c_str(), &status) == 0);
    INFO(entry.path());
    CHECK((status.st_mode & 077) == 0);
  }
}

TEST_CASE("a damaged ledger says that it may go") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "ledger.sqlite";
  {
    Ledger ledger(file);
    for (int i = 0; i < 500; ++i) ledger.set("scan", std::to_string(i), digest_of("1"), std::string(100, 'x'));
  }
  std::string what = "the ledger is damaged";
  SECTION("it is something else") {
    what = "the file is not a ledger";
    std::ofstream(file) << "this is no database, and long enough to look at: " << std::string(2000, 'x');
  }
  SECTION("its pages are overwritten") {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(4096);
    bytes << std::string(30000, '\x5a');
  }
  SECTION("it is cut off") { std::filesystem::resize_file(file, 5000); }
  try {
    Ledger ledger(file);
    ledger.all("scan");
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.problem().fault == Fault::integrity);
    CHECK(error.problem().file == file.string());
    CHECK(error.problem().what == what);
    CHECK(error.problem().remedy == "delete it and run again: it is only a memory of what is done");
  }
}

TEST_CASE("another program's database is not taken for a ledger") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "ledger.sqlite";
  { Ledger ledger(file); }
  std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
  bytes.seekp(68);  // the application id: https://www.sqlite.org/fileformat.html#application_id
  bytes << "ABCD";
  bytes.close();
  CHECK_THROWS_AS(Ledger(file), Error);
}

TEST_CASE("a ledger can be deleted and begun anew, whatever lies beside it") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "ledger.sqlite";
  {
    Ledger ledger(file);
    ledger.set("scan", "aa", digest_of("1"), "");
    std::filesystem::copy_file(file.string() + "-wal", temp.path() / "kept");
  }
  std::filesystem::remove(file);
  std::filesystem::rename(temp.path() / "kept", file.string() + "-wal");
  Ledger ledger(file);
  CHECK(ledger.all("scan").empty());
}

TEST_CASE("what was set is there after the process was killed") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "ledger.sqlite";
  const pid_t child = ::fork();
  if (child == 0) {
    Ledger ledger(file);
    ledger.set("scan", "aa", digest_of("1"), "");
    ::kill(::getpid(), SIGKILL);
  }
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  CHECK(Ledger(file).find("scan", "aa"));
}

TEST_CASE("threads and other holders may write at once") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "ledger.sqlite";
  Ledger one(file), other(file);
  const auto write = [](Ledger& ledger, const char* prefix) {
    for (int i = 0; i < 50; ++i) ledger.set("scan", prefix + std::to_string(i), digest_of("1"), "");
  };
  std::thread a([&] { write(one, "a"); }), b([&] { write(one, "b"); }), c([&] { write(other, "c"); });
  a.join();
  b.join();
  c.join();
  CHECK(one.all("scan").size() == 150);
  CHECK(other.all("scan").size() == 150);
}

TEST_CASE("a ledger is made in no missing folder and through no link") {
  const TemporaryFolder temp;
  CHECK(told([&] { Ledger(temp.path() / "no" / "ledger.sqlite"); }) ==
        (temp.path() / "no" / "ledger.sqlite").string() +
            ": the ledger cannot be made / make the study's folder first");
  std::filesystem::create_symlink(temp.path() / "target", temp.path() / "link");
  CHECK_THROWS_AS(Ledger(temp.path() / "link"), Error);
  CHECK_FALSE(std::filesystem::exists(temp.path() / "target"));
}

}  // namespace
}  // namespace moniker
