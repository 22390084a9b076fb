#include "base/database.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <functional>

#include "support/file_size_limit.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {
namespace {

constexpr DatabaseKind shelf{.name = "shelf",
                             .application = 0x73686c66,
                             .newest = 2,
                             .if_damaged = "build another",
                             .patience = std::chrono::milliseconds(20)};

struct Shelf {
  test::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "shelf.sqlite";

  Shelf() {
    const Database made(file, shelf);
    made.run("CREATE TABLE book (title TEXT PRIMARY KEY, pages INTEGER NOT NULL, hash BLOB) STRICT");
    made.mark(1);
  }
  static void put(const Database& database, std::string_view title, std::int64_t pages) {
    database.prepare("INSERT INTO book VALUES (?, ?, ?)").run(title, pages, digest_of(title));
  }
};

std::string told_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    const Problem& p = error.problem();
    return std::to_string(static_cast<int>(p.fault)) + " " + p.what + " / " + p.remedy;
  }
  return "no error";
}

}  // namespace

TEST_CASE("a full disk is no damage") {
  const Shelf one;
  const Database database(one.file, shelf);
  database.run("PRAGMA max_page_count = " + std::to_string(database.number("PRAGMA page_count")));
  const std::string told = told_of([&] {
    for (int i = 0; i < 1000; ++i) Shelf::put(database, "title " + std::to_string(i), i);
  });
  CHECK(told == "3 the disk is full: the shelf cannot be written / make room, and run again: nothing was half-written");
}

TEST_CASE("a disk that writes no more is no damage") {
  const Shelf one;
  const std::string told = told_of([&] {
    const test::FileSizeLimit most(std::filesystem::file_size(one.file));
    const Database database(one.file, shelf);
    for (int i = 0; i < 1000; ++i) Shelf::put(database, "title " + std::to_string(i), i);
  });
  CHECK(told.substr(0, 2) == "3 ");
}

TEST_CASE("values come back as they were given, row by row") {
  const Shelf one;
  const Database database(one.file, shelf);
  CHECK_FALSE(database.is_new());
  CHECK(database.version() == 1);
  Shelf::put(database, "", 0);
  Shelf::put(database, "b\xC3\xA9", std::int64_t{1} << 40);
  const Statement all = database.prepare("SELECT title, pages, hash FROM book WHERE pages >= ? ORDER BY title");
  for (int again = 0; again < 2; ++again) {
    Rows rows = all.with(std::int64_t{0});
    REQUIRE(rows.next());
    CHECK(rows.text(0).empty());
    CHECK(rows.digest(2) == digest_of(""));
    REQUIRE(rows.next());
    CHECK(rows.text(0) == "b\xC3\xA9");
    CHECK(rows.number(1) == std::int64_t{1} << 40);
    CHECK_FALSE(rows.next());
  }
  CHECK_FALSE(all.with(std::int64_t{1} << 41).next());
  CHECK(database.number("SELECT count(*) FROM book") == 2);
  database.run("UPDATE book SET hash = x'00'");
  Rows cut = all.with(std::int64_t{0});
  REQUIRE(cut.next());
  CHECK(told_of([&] { (void)cut.digest(2); }) == "4 the shelf is damaged / build another");
}

TEST_CASE("a transaction is whole or nothing, and a part of the one it stands in") {
  const Shelf one;
  const Database database(one.file, shelf);
  const auto count = [&] { return database.number("SELECT count(*) FROM book"); };
  {
    const Transaction lost(database);
    Shelf::put(database, "a", 1);
  }
  CHECK(count() == 0);
  {
    Transaction outer(database);
    Transaction inner(database);
    Shelf::put(database, "a", 1);
    inner.commit();
    outer.commit();
  }
  CHECK(count() == 1);
  {
    const Transaction outer(database);
    Transaction inner(database);
    Shelf::put(database, "b", 1);
    inner.commit();
  }
  CHECK(count() == 1);
}

TEST_CASE("the file is made for its owner alone, and narrowed where it was wider") {
  const Shelf one;
  const auto mode = [&] {
    struct stat facts {};
    REQUIRE(::stat(one.file.c_str(), &facts) == 0);
    return facts.st_mode & 0777;
  };
  CHECK(mode() == 0600);
  ::chmod(one.file.c_str(), 0644);
  const Database again(one.file, shelf);
  CHECK(mode() == 0600);
}

TEST_CASE("what cannot be opened is told in our words, with the file and what to do") {
  const Shelf one;
  const auto open = [&] {
    const Database database(one.file, shelf);
    database.check_mark();
    database.check_pages();
  };
  CHECK(told_of(open) == "no error");
  SECTION("no folder") {
    CHECK(told_of([&] { Database(one.folder.path() / "no" / "shelf", shelf); }) ==
          "2 the shelf cannot be made / make the study's folder first");
  }
  SECTION("a link, which is not followed") {
    std::filesystem::create_symlink(one.folder.path() / "elsewhere", one.folder.path() / "link");
    CHECK(told_of([&] { Database(one.folder.path() / "link", shelf); }) ==
          "4 the shelf is not a regular file / build another");
    CHECK_FALSE(std::filesystem::exists(one.folder.path() / "elsewhere"));
  }
  SECTION("no database") {
    std::ofstream(one.file) << std::string(4000, 'x');
    CHECK(told_of(open) == "4 the file is not a shelf / build another");
  }
  SECTION("another kind") {
    constexpr DatabaseKind other{.name = "shelf", .application = 7, .newest = 2, .if_damaged = "build another"};
    Database(one.file, other).mark(1);
    CHECK(told_of(open) == "4 the file is not a shelf / build another");
  }
  SECTION("a newer moniker's") {
    Database(one.file, shelf).mark(3);
    CHECK(told_of(open) == "4 the shelf was written by a newer moniker / use that version or a later one");
  }
  SECTION("damaged pages") {
    {
      const Database database(one.file, shelf);
      for (int i = 0; i < 300; ++i) Shelf::put(database, std::string(60, 'a') + std::to_string(i), i);
    }
    std::fstream bytes(one.file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(8192);
    bytes << std::string(8192, '\x5a');
    bytes.close();
    CHECK(told_of(open) == "4 the shelf is damaged / build another");
  }
}

TEST_CASE("what somebody wrote into a database is not done in our name, and is told") {
  static constexpr std::string_view books =
      "CREATE TABLE IF NOT EXISTS book (title TEXT PRIMARY KEY, pages INTEGER NOT NULL, hash BLOB) STRICT;";
  DatabaseKind kind = shelf;
  kind.tables = {&books, 1};
  const Shelf one;
  const auto told = [&] { return told_of([&] { Database(one.file, kind).check_mark(); }); };
  CHECK(told() == "no error");
  const auto planted = GENERATE(
      "CREATE TRIGGER t AFTER INSERT ON book BEGIN UPDATE book SET pages = 0 WHERE title = new.title; END",
      "CREATE VIEW v AS SELECT * FROM book", "CREATE TABLE other (a)", "CREATE INDEX i ON book (pages)",
      "DROP TABLE book; CREATE TABLE book (title TEXT PRIMARY KEY ON CONFLICT REPLACE, pages INTEGER NOT NULL, hash "
      "BLOB) STRICT");
  CAPTURE(planted);
  Database(one.file, shelf).run(planted);
  CHECK(told() == "4 the shelf holds what moniker makes in none / build another");
  const Database unasked(one.file, shelf);
  Shelf::put(unasked, "a", 7);
  CHECK(unasked.number("SELECT pages FROM book") == 7);
  CHECK(told_of([&] { unasked.run("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''"); }) != "no error");
}

TEST_CASE("a database that another holds is waited for, and then told") {
  const Shelf one;
  const Database first(one.file, shelf), second(one.file, shelf);
  const Transaction held(first);
  CHECK(told_of([&] { Transaction waits(second); }) ==
        "3 the shelf is in use by another program / wait for the other run to end");
}

}  // namespace moniker
