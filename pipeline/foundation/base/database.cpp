// SQLite wrapped once: https://www.sqlite.org/c3ref/intro.html. Results are looked at in one place, must(), and every
// use of a statement ends in a reset, so that nothing stays locked.
#include "base/database.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/atomic_file.hpp"
#include "base/shared_folder.hpp"
#include "base/system_call.hpp"

namespace moniker {
namespace {

/// A statement without its blanks and its end, as SQLite keeps none of what says "if it is missing".
std::string statement_words(std::string_view statement) {
  constexpr std::string_view if_missing = "IF NOT EXISTS ";
  std::string words(statement);
  if (const auto at = words.find(if_missing); at != std::string::npos) words.erase(at, if_missing.size());
  std::erase_if(words, [](char c) { return c == ' ' || c == '\n' || c == ';'; });
  return words;
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }

void Statement::bind(int at, std::string_view text) const {
  // No null pointer: that would bind NULL.
  const char* const bytes = text.empty() ? "" : text.data();
  database_->must(sqlite3_bind_text(statement_.get(), at, bytes, static_cast<int>(text.size()), SQLITE_TRANSIENT));
}
void Statement::bind(int at, const Digest& digest) const {
  database_->must(
      sqlite3_bind_blob(statement_.get(), at, digest.data(), static_cast<int>(digest.size()), SQLITE_TRANSIENT));
}
void Statement::bind(int at, std::int64_t number) const {
  database_->must(sqlite3_bind_int64(statement_.get(), at, number));
}

Rows::~Rows() {
  sqlite3_reset(statement_.statement_.get());
  sqlite3_clear_bindings(statement_.statement_.get());
}
bool Rows::next() {
  const int result = sqlite3_step(statement_.statement_.get());
  statement_.database_->must(result);
  return result == SQLITE_ROW;
}
std::int64_t Rows::number(int column) const { return sqlite3_column_int64(statement_.statement_.get(), column); }
std::string Rows::text(int column) const {
  const unsigned char* bytes = sqlite3_column_text(statement_.statement_.get(), column);
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.statement_.get(), column));
  return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes), size);
}
Digest Rows::digest(int column) const {
  Digest digest{};
  const void* bytes = sqlite3_column_blob(statement_.statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.statement_.get(), column);
  if (bytes == nullptr || size != static_cast<int>(digest.size())) statement_.database_->refuse_damaged();
  std::copy_n(static_cast<const unsigned char*>(bytes), digest.size(), digest.begin());
  return digest;
}

Database::Database(std::filesystem::path file, const DatabaseKind& kind) : file_(std::move(file)), kind_(kind) {
  ready_file();
  const int result = sqlite3_open_v2(file_.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
  try {
    must(result);
    must(sqlite3_busy_timeout(handle_, static_cast<int>(kind.patience.count())));
    must(sqlite3_extended_result_codes(handle_, 1));
    run_nothing_of_its_own();
  } catch (...) {
    sqlite3_close_v2(handle_);
    throw;
  }
}
Database::~Database() { sqlite3_close_v2(handle_); }

/// Whoever can write to the file can write triggers and views into it, which would be done in our name.
/// https://www.sqlite.org/security.html
void Database::run_nothing_of_its_own() const {
  run("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON");
  for (const auto& [option, value] :
       {std::pair{SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0}, {SQLITE_DBCONFIG_DEFENSIVE, 1}})
    must(sqlite3_db_config(handle_, option, value, nullptr));
}

void Database::refuse(Fault fault, std::string what, std::string_view remedy) const {
  throw Error(fault, std::move(what), std::string(remedy), {file_.string()});
}

void Database::refuse_damaged() const {
  refuse(Fault::integrity, fmt::format("the {} is damaged", kind_.name), kind_.if_damaged);
}

/// SQLite gives -wal and -shm the same mode.
void Database::ready_file() const {
  const int made = open_file(file_, O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0600);
  const unsigned mode = mode_in(file_.parent_path(), 0600);
  if (made >= 0) {
    if (mode != 0600) give_mode(made, mode);
    ::close(made);
    sync_folder(file_.has_parent_path() ? file_.parent_path() : ".");
    return;
  }
  const int cause = errno;
  struct stat facts {};
  if (::lstat(file_.c_str(), &facts) != 0) {
    refuse(is_of_the_place(cause) ? Fault::usage : Fault::input, fmt::format("the {} cannot be made", kind_.name),
           cause == ENOENT ? "make the study's folder first" : "the folder must be writable, and the disk have room");
  }
  if (!S_ISREG(facts.st_mode))
    refuse(Fault::integrity, fmt::format("the {} is not a regular file", kind_.name), kind_.if_damaged);
  if ((facts.st_mode & 077 & ~mode) != 0) ::chmod(file_.c_str(), mode);
}

void Database::must(int result) const {
  switch (result & 0xff) {
    case SQLITE_OK:
    case SQLITE_DONE:
    case SQLITE_ROW:
      return;
    case SQLITE_NOTADB:
      refuse(Fault::integrity, fmt::format("the file is not a {}", kind_.name), kind_.if_damaged);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      refuse(Fault::input, fmt::format("the {} is in use by another program", kind_.name),
             "wait for the other run to end");
    case SQLITE_NOMEM:
      refuse(Fault::input, fmt::format("there is no memory left to read the {}", kind_.name),
             "end other programs, or run on a machine with more");
    case SQLITE_FULL:
      refuse(Fault::input, fmt::format("the disk is full: the {} cannot be written", kind_.name),
             "make room, and run again: nothing was half-written");
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      refuse(Fault::input, fmt::format("the {} cannot be read or written", kind_.name),
             "make room and see to the folder's permissions");
    default:
      refuse_damaged();
  }
}

void Database::run(const std::string& sql) const {
  must(sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Database::prepare(std::string_view sql) const {
  Statement statement;
  sqlite3_stmt* prepared = nullptr;
  must(sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &prepared, nullptr));
  statement.database_ = this;
  statement.statement_.reset(prepared);
  return statement;
}

std::int64_t Database::number(std::string_view sql) const {
  const Statement statement = prepare(sql);
  Rows rows = statement.with();
  return rows.next() ? rows.number(0) : 0;
}

bool Database::is_new() const {
  return number("PRAGMA application_id") == 0 && version() == 0 && number("SELECT count(*) FROM sqlite_schema") == 0;
}

void Database::mark(int version) const {
  run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kind_.application, version));
}

int Database::version() const { return static_cast<int>(number("PRAGMA user_version")); }

void Database::check_mark() const {
  if (number("PRAGMA application_id") != kind_.application) must(SQLITE_NOTADB);
  if (version() > kind_.newest) {
    refuse(Fault::integrity, fmt::format("the {} was written by a newer moniker", kind_.name),
           "use that version or a later one");
  }
  check_tables();
}

void Database::check_tables() const {
  if (kind_.tables.empty()) return;
  const Statement all =
      prepare("SELECT coalesce(sql, '') FROM sqlite_schema");  // no words: SQLite's own index of a key
  for (Rows rows = all.with(); rows.next();) {
    const std::string made = statement_words(rows.text(0));
    const bool ours = std::any_of(kind_.tables.begin(), kind_.tables.end(),
                                  [&](std::string_view table) { return statement_words(table) == made; });
    if (made.empty() || ours) continue;
    refuse(Fault::integrity, fmt::format("the {} holds what moniker makes in none", kind_.name), kind_.if_damaged);
  }
}

void Database::check_pages() const {
  const Statement check = prepare("PRAGMA quick_check(1)");
  Rows verdict = check.with();
  if (!verdict.next() || verdict.text(0) != "ok") refuse_damaged();
}

Transaction::Transaction(const Database& database)
    : database_(database), open_(sqlite3_get_autocommit(database.handle_) != 0) {
  if (open_) database.run("BEGIN IMMEDIATE");
}
Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}
void Transaction::commit() {
  if (open_) database_.run("COMMIT");
  open_ = false;
}

}  // namespace moniker
