#pragma once
#include <chrono>
#include <concepts>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace moniker {

/// What a database is, to be told from others, and what to say when it cannot be used. Texts must outlive it.
struct DatabaseKind {
  std::string_view name{};                   // "registry"
  int application = 0;                       // SQLite's application_id: how file(1) and we tell it
  int newest = 1;                            // the highest user_version that is understood
  std::string_view if_damaged{};             // the remedy
  std::chrono::milliseconds patience{5000};  // for others who write
  /// The CREATE TABLE of each table that it may have. Rows can be vouched for by a hash over them; a trigger, a view or
  /// a table made otherwise would change what is written later on.
  std::span<const std::string_view> tables{};
};

class Database;

/// The rows that a statement gives, one after the other. The statement is free for its next use when this ends.
class Rows {
 public:
  ~Rows();
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  bool next();  // false at the end; a statement that gives none is done then
  std::int64_t number(int column) const;
  std::string text(int column) const;
  Digest digest(int column) const;  // throws as damaged when it is none

 private:
  friend class Statement;
  explicit Rows(const class Statement& statement) : statement_(statement) {}
  const Statement& statement_;
};

/// Prepared once, used any number of times, one at a time. The database must outlive it and stay where it is.
class Statement {
 public:
  Statement() = default;
  /// Its question marks given values, in order.
  template <class... Values>
  Rows with(const Values&... values) const {
    int at = 0;
    (bind(++at, values), ...);
    return Rows(*this);
  }
  /// For statements of which no row is wanted.
  template <class... Values>
  void run(const Values&... values) const {
    with(values...).next();
  }

 private:
  friend class Database;
  friend class Rows;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const noexcept;
  };
  void bind(int at, std::string_view text) const;
  void bind(int at, const Digest& digest) const;
  void bind(int at, std::int64_t number) const;

  const Database* database_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_{};
};

/// A file of SQLite. Throws Error with the file's name and a remedy, never in SQLite's words, which may quote what
/// the file holds: Error{integrity} when it is damaged, of another kind, no regular file or of a newer moniker;
/// Error{input} when it is in use, cannot be written or the disk is full, which is nobody's attack. One thread at a
/// time.
class Database {
 public:
  /// Makes the file where it is missing, mode 0600, through no link.
  Database(std::filesystem::path file, const DatabaseKind& kind);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::filesystem::path& file() const { return file_; }
  void run(const std::string& sql) const;  // one statement or several, without values
  Statement prepare(std::string_view sql) const;
  std::int64_t number(std::string_view sql) const;  // the first of the first row

  /// Nothing was ever written to it.
  bool is_new() const;
  /// What marks it as one of its kind.
  void mark(int version) const;
  int version() const;
  /// Refuses a file of another kind or of a newer moniker, and one that has anything but its kind's tables.
  void check_mark() const;
  /// Looks at every page.
  void check_pages() const;
  [[noreturn]] void refuse(Fault fault, std::string what, std::string_view remedy) const;
  [[noreturn]] void refuse_damaged() const;

 private:
  friend class Rows;
  friend class Statement;
  friend class Transaction;
  void ready_file() const;
  void run_nothing_of_its_own() const;
  void check_tables() const;
  void must(int result) const;

  std::filesystem::path file_;
  DatabaseKind kind_;
  sqlite3* handle_ = nullptr;
};

/// All or nothing: undone unless committed. Within another one it is a part of that.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  const Database& database_;
  bool open_;
};

}  // namespace moniker
