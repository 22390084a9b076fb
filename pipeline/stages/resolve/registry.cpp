// Two tables carry it: `entity` holds the numbers that were given, `form` leads a keyed hash to one of them.
// Kinds (PERSON, transcript, participant, ...) stand in clear; names and file names only as hashes. One
// transaction holds a whole assignment, so that whoever pulls the plug gets the old state or the new one,
// never a mixture.
#include "resolve/registry.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/atomic_file.hpp"
#include "moniker/error.hpp"

namespace moniker::resolve {
namespace {

constexpr int application_id = 0x6d6e6b72;  // "mnkr": how file(1) and we tell a registry
constexpr int schema_version = 1, version_with_tombstones = 2;
constexpr std::string_view restore = "restore registry.sqlite from a backup; without it names would get new numbers";

constexpr const char* schema =
    "CREATE TABLE mark (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE entity (kind TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0),"
    "  PRIMARY KEY (kind, number)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE form (kind TEXT NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32), number INTEGER NOT "
    "NULL,"
    "  PRIMARY KEY (kind, hash), FOREIGN KEY (kind, number) REFERENCES entity) STRICT, WITHOUT ROWID;";

/// Beside the schema, and made where it is missing: a registry of before there were surrogates is none of another kind.
constexpr const char* surrogates_table =
    "CREATE TABLE IF NOT EXISTS surrogate (hash BLOB PRIMARY KEY CHECK (length(hash) = 32), text TEXT NOT NULL)"
    " STRICT, WITHOUT ROWID;";

[[noreturn]] void refuse(const std::filesystem::path& file, std::string what, std::string_view remedy = restore) {
  throw Error({.fault = Fault::integrity,
               .file = file.string(),
               .at = {},
               .what = std::move(what),
               .remedy = std::string(remedy)});
}

/// The file is there afterwards, for its owner alone, and no link. SQLite gives -wal and -shm the same mode.
void ready_file(const std::filesystem::path& file) {
  const int made = ::open(file.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_RDWR, 0600);
  if (made >= 0) {
    ::close(made);
    sync_folder(file.parent_path());
    return;
  }
  const int cause = errno;
  struct stat facts {};
  if (::lstat(file.c_str(), &facts) != 0) {
    throw Error({.fault = Fault::usage,
                 .file = file.string(),
                 .at = {},
                 .what = "the registry cannot be made",
                 .remedy = cause == ENOENT ? "make the study's folder first" : "the folder must be writable"});
  }
  if (!S_ISREG(facts.st_mode)) refuse(file, "the registry is not a regular file");
  if ((facts.st_mode & 077) != 0) ::chmod(file.c_str(), 0600);
}

struct CloseStatement {
  void operator()(sqlite3_stmt* statement) const noexcept { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, CloseStatement>;
struct CloseDatabase {
  void operator()(sqlite3* database) const noexcept { sqlite3_close_v2(database); }
};

}  // namespace

struct Registry::State {
  std::filesystem::path file;
  Secret<32> key;
  std::unique_ptr<sqlite3, CloseDatabase> database{};
  Statement find_form{}, add_form{}, add_entity{}, last_number{}, find_surrogate{}, add_surrogate{};

  State(const std::filesystem::path& where, const Secret<32>& hash_key) : file(where) {
    std::copy_n(hash_key.data(), 32, key.data());
  }

  /// SQLite's own words may quote the file's content, so they are never passed on.
  void must(int result) const {
    if (result == SQLITE_OK || result == SQLITE_DONE || result == SQLITE_ROW) return;
    switch (result & 0xff) {
      case SQLITE_NOTADB:
        refuse(file, "the file is not a registry");
      case SQLITE_BUSY:
      case SQLITE_LOCKED:
        refuse(file, "the registry is in use by another program", "wait for the other run to end");
      case SQLITE_FULL:
      case SQLITE_IOERR:
      case SQLITE_READONLY:
      case SQLITE_CANTOPEN:
      case SQLITE_PERM:
        refuse(file, "the registry cannot be read or written", "make room and see to the folder's permissions");
      default:
        refuse(file, "the registry is damaged");
    }
  }

  void run(const char* sql) const { must(sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr)); }

  Statement prepare(std::string_view sql) const {
    sqlite3_stmt* statement = nullptr;
    must(sqlite3_prepare_v2(database.get(), sql.data(), static_cast<int>(sql.size()), &statement, nullptr));
    return Statement(statement);
  }

  void open() {
    ready_file(file);
    sqlite3* opened = nullptr;
    const int result = sqlite3_open_v2(file.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
    database.reset(opened);
    must(result);
    must(sqlite3_busy_timeout(opened, 5000));
    must(sqlite3_extended_result_codes(opened, 1));
    run("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;");
    if (pragma("application_id") == 0 && pragma("user_version") == 0 && count_tables() == 0) make_tables();
    check();
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    run(surrogates_table);
    prepare_all();
  }

  int pragma(const std::string& name) const {
    const Statement statement = prepare("PRAGMA " + name);
    must(sqlite3_step(statement.get()));
    return sqlite3_column_int(statement.get(), 0);
  }

  int count_tables() const {
    const Statement statement = prepare("SELECT count(*) FROM sqlite_schema");
    must(sqlite3_step(statement.get()));
    return sqlite3_column_int(statement.get(), 0);
  }

  Digest check_value() const { return keyed_hash(key, "registry check", "1"); }

  void make_tables() const {
    run("BEGIN IMMEDIATE");
    run(schema);
    run(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    run(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
    const Digest value = check_value();
    const Statement add = prepare("INSERT INTO mark VALUES ('check', ?)");
    must(sqlite3_bind_blob(add.get(), 1, value.data(), static_cast<int>(value.size()), SQLITE_STATIC));
    must(sqlite3_step(add.get()));
    run("COMMIT");
  }

  /// To look at every page takes time with the registry's size. It is done while that is short, and after a run that
  /// did not end as it should (its write-ahead log is left); damage elsewhere shows when it is read.
  bool worth_checking() const {
    constexpr std::uintmax_t small = 64 * 1024 * 1024;
    std::error_code none;
    const std::uintmax_t left = std::filesystem::file_size(file.string() + "-wal", none);
    return std::filesystem::file_size(file) <= small || (!none && left > 0);
  }

  void check_pages() const {
    const Statement quick = prepare("PRAGMA quick_check(1)");
    must(sqlite3_step(quick.get()));
    const auto* verdict = reinterpret_cast<const char*>(sqlite3_column_text(quick.get(), 0));
    if (verdict == nullptr || std::string_view(verdict) != "ok") refuse(file, "the registry is damaged");
  }

  void check() const {
    if (pragma("application_id") != application_id) refuse(file, "the file is not a registry");
    if (pragma("user_version") > version_with_tombstones) {
      refuse(file, "the registry was written by a newer moniker", "use that version or a later one");
    }
    if (worth_checking()) check_pages();
    const Statement read = prepare("SELECT value FROM mark WHERE name = 'check'");
    const int result = sqlite3_step(read.get());
    must(result);
    const Digest value = check_value();
    if (result != SQLITE_ROW || sqlite3_column_bytes(read.get(), 0) != 32) refuse(file, "the registry is damaged");
    if (sodium_memcmp(sqlite3_column_blob(read.get(), 0), value.data(), value.size()) != 0) {
      refuse(file, "the registry was made with another study key",
             "bring back the study.key that this study began with");
    }
  }

  void prepare_all() {
    find_form = prepare("SELECT number FROM form WHERE kind = ? AND hash = ?");
    add_form = prepare("INSERT INTO form VALUES (?, ?, ?)");
    add_entity = prepare("INSERT INTO entity VALUES (?, ?)");
    find_surrogate = prepare("SELECT text FROM surrogate WHERE hash = ?");
    add_surrogate = prepare("INSERT INTO surrogate VALUES (?, ?)");
    last_number = prepare("SELECT coalesce(max(number), 0) FROM entity WHERE kind = ?");
  }

  void set_text(const Statement& statement, int at, std::string_view text) const {
    must(sqlite3_bind_text(statement.get(), at, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT));
  }
  void set_hash(const Statement& statement, int at, const Digest& hash) const {
    must(sqlite3_bind_blob(statement.get(), at, hash.data(), static_cast<int>(hash.size()), SQLITE_TRANSIENT));
  }
  void set_number(const Statement& statement, int at, std::uint32_t number) const {
    must(sqlite3_bind_int64(statement.get(), at, number));
  }

  /// Steps once and makes the statement ready for its next use.
  std::optional<std::int64_t> step(const Statement& statement) const {
    const int result = sqlite3_step(statement.get());
    std::optional<std::int64_t> value;
    if (result == SQLITE_ROW) value = sqlite3_column_int64(statement.get(), 0);
    sqlite3_reset(statement.get());
    sqlite3_clear_bindings(statement.get());
    must(result);
    return value;
  }

  std::optional<std::uint32_t> find(std::string_view kind, const Digest& hash) const {
    set_text(find_form, 1, kind);
    set_hash(find_form, 2, hash);
    const auto value = step(find_form);
    if (!value) return std::nullopt;
    return static_cast<std::uint32_t>(*value);
  }

  std::string column_text(const Statement& statement) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement.get(), 0));
    return text == nullptr ? std::string() : std::string(text);
  }

  std::optional<std::string> surrogate_of(const Digest& hash) const {
    set_hash(find_surrogate, 1, hash);
    const int result = sqlite3_step(find_surrogate.get());
    std::optional<std::string> text;
    if (result == SQLITE_ROW) text = column_text(find_surrogate);
    sqlite3_reset(find_surrogate.get());
    sqlite3_clear_bindings(find_surrogate.get());
    must(result);
    return text;
  }

  void keep_surrogate(const Digest& hash, std::string_view text) const {
    set_hash(add_surrogate, 1, hash);
    set_text(add_surrogate, 2, text);
    step(add_surrogate);
  }

  std::vector<std::string> all_surrogates() const {
    const Statement all = prepare("SELECT DISTINCT text FROM surrogate ORDER BY text");
    std::vector<std::string> texts;
    int result = SQLITE_ROW;
    while ((result = sqlite3_step(all.get())) == SQLITE_ROW) texts.push_back(column_text(all));
    must(result);
    return texts;
  }

  void add(std::string_view kind, const Digest& hash, std::uint32_t number) const {
    set_text(add_form, 1, kind);
    set_hash(add_form, 2, hash);
    set_number(add_form, 3, number);
    step(add_form);
  }

  std::uint32_t next(std::string_view kind) const {
    set_text(last_number, 1, kind);
    const auto number = static_cast<std::uint32_t>(step(last_number).value_or(0) + 1);
    set_text(add_entity, 1, kind);
    set_number(add_entity, 2, number);
    step(add_entity);
    return number;
  }

  /// A number and the form that leads to it belong together, also where the caller opened no transaction.
  template <class Work>
  void together(const Work& work) const {
    const bool own = sqlite3_get_autocommit(database.get()) != 0;
    if (own) run("BEGIN IMMEDIATE");
    try {
      work();
    } catch (...) {
      if (own) sqlite3_exec(database.get(), "ROLLBACK", nullptr, nullptr, nullptr);
      throw;
    }
    if (own) run("COMMIT");
  }
};

Registry::Registry(const std::filesystem::path& file, const Secret<32>& hash_key)
    : state_(std::make_unique<State>(file, hash_key)) {
  state_->open();
}
Registry::~Registry() = default;

void Registry::begin() { state_->run("BEGIN IMMEDIATE"); }
void Registry::commit() { state_->run("COMMIT"); }

std::optional<std::uint32_t> Registry::find(std::string_view kind, std::string_view form) const {
  return state_->find(kind, keyed_hash(state_->key, kind, form));
}

std::uint32_t Registry::number(std::string_view kind, std::string_view form) {
  const Digest hash = keyed_hash(state_->key, kind, form);
  if (const auto known = state_->find(kind, hash)) return *known;
  std::uint32_t number = 0;
  state_->together([&] {
    number = state_->next(kind);
    state_->add(kind, hash, number);
  });
  return number;
}

std::uint32_t Registry::bind(std::string_view kind, std::string_view form, std::uint32_t number) {
  const Digest hash = keyed_hash(state_->key, kind, form);
  if (const auto known = state_->find(kind, hash)) return *known;
  state_->add(kind, hash, number);
  return number;
}

std::optional<std::string> Registry::surrogate(std::string_view purpose) const {
  return state_->surrogate_of(keyed_hash(state_->key, "surrogate for", purpose));
}

void Registry::keep_surrogate(std::string_view purpose, std::string_view text) {
  state_->keep_surrogate(keyed_hash(state_->key, "surrogate for", purpose), text);
}

std::vector<std::string> Registry::surrogates() const { return state_->all_surrogates(); }

void Registry::retire(std::string_view kind, std::uint32_t number) {
  state_->together([&] {
    state_->run(
        "CREATE TABLE IF NOT EXISTS tombstone (kind TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, number),"
        "  FOREIGN KEY (kind, number) REFERENCES entity) STRICT, WITHOUT ROWID");
    state_->run(("PRAGMA user_version = " + std::to_string(version_with_tombstones)).c_str());
    const Statement add = state_->prepare("INSERT OR IGNORE INTO tombstone VALUES (?, ?)");
    state_->set_text(add, 1, kind);
    state_->set_number(add, 2, number);
    state_->step(add);
  });
}

std::vector<std::pair<std::string, std::uint32_t>> Registry::retired() const {
  std::vector<std::pair<std::string, std::uint32_t>> list;
  if (state_->pragma("user_version") < version_with_tombstones) return list;
  const Statement read = state_->prepare("SELECT kind, number FROM tombstone ORDER BY kind, number");
  int result = sqlite3_step(read.get());
  for (; result == SQLITE_ROW; result = sqlite3_step(read.get())) {
    list.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(read.get(), 0)),
                      static_cast<std::uint32_t>(sqlite3_column_int64(read.get(), 1)));
  }
  state_->must(result);
  return list;
}

Digest Registry::order(std::string_view kind, std::string_view form) const {
  return keyed_hash(state_->key, "order " + std::string(kind), form);
}

}  // namespace moniker::resolve
