// What is done, as one SQLite table. It is only a memory, so durability is bought cheaply: WAL with
// synchronous=NORMAL survives the end of the process, and after a power cut the file is whole though its last
// entries may be missing. https://www.sqlite.org/wal.html https://www.sqlite.org/stricttables.html
#include "opened/ledger.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr char schema[] = R"(
  CREATE TABLE IF NOT EXISTS step (
    step TEXT NOT NULL,
    transcript TEXT NOT NULL,
    input BLOB NOT NULL CHECK (length(input) = 32),
    output TEXT NOT NULL,
    PRIMARY KEY (step, transcript)
  ) STRICT, WITHOUT ROWID;)";
constexpr int application = 1835952972;  // "mnkL", so that no other database is taken for a ledger
constexpr int version = 1;
constexpr int patience_ms = 30'000;

class Statement {
 public:
  Statement() = default;
  Statement(sqlite3* db, const char* sql) { result_ = sqlite3_prepare_v2(db, sql, -1, &statement_, nullptr); }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(Statement&& other) noexcept
      : statement_(std::exchange(other.statement_, nullptr)), result_(other.result_) {}
  Statement& operator=(Statement&& other) noexcept {
    std::swap(statement_, other.statement_);
    std::swap(result_, other.result_);
    return *this;
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  void bind(int index, std::string_view text) {
    if (result_ == SQLITE_OK) {
      result_ = sqlite3_bind_text(statement_, index, text.empty() ? "" : text.data(), static_cast<int>(text.size()),
                                  SQLITE_TRANSIENT);
    }
  }
  void bind(int index, const Digest& digest) {
    if (result_ == SQLITE_OK) {
      result_ = sqlite3_bind_blob(statement_, index, digest.data(), static_cast<int>(digest.size()), SQLITE_TRANSIENT);
    }
  }
  /// SQLITE_ROW, SQLITE_DONE or what went wrong, here or before.
  int step() { return result_ == SQLITE_OK ? sqlite3_step(statement_) : result_; }
  std::string text(int column) const {
    const unsigned char* bytes = sqlite3_column_text(statement_, column);
    return bytes ? std::string(reinterpret_cast<const char*>(bytes),
                               static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
                 : std::string();
  }
  /// Ready for the next use, and holding nothing locked.
  void reset() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  int number(int column) const { return sqlite3_column_int(statement_, column); }
  bool digest(int column, Digest& into) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    if (!bytes || sqlite3_column_bytes(statement_, column) != static_cast<int>(into.size())) return false;
    std::copy_n(static_cast<const unsigned char*>(bytes), into.size(), into.begin());
    return true;
  }

 private:
  sqlite3_stmt* statement_ = nullptr;
  int result_ = SQLITE_OK;
};

}  // namespace

struct Ledger::State {
  std::filesystem::path file{};
  sqlite3* db = nullptr;
  mutable std::mutex mutex{};
  mutable Statement find{};
  Statement set{}, erase{};

  ~State() {
    for (Statement* statement : {&find, &set, &erase}) *statement = Statement();
    sqlite3_close(db);
  }

  /// One use of a statement that is kept.
  struct Use {
    Statement& statement;
    ~Use() { statement.reset(); }
  };

  [[noreturn]] void fail(int result) const {
    const int kind = result & 0xff;
    if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED || kind == SQLITE_FULL || kind == SQLITE_IOERR ||
        kind == SQLITE_READONLY || kind == SQLITE_CANTOPEN || kind == SQLITE_PERM) {
      throw Error({.fault = Fault::input,
                   .file = file.string(),
                   .what = std::string("cannot use the ledger: ") + sqlite3_errstr(kind),
                   .remedy = "check the folder's permissions and the free space"});
    }
    throw Error({.fault = Fault::integrity,
                 .file = file.string(),
                 .what = "the ledger is damaged",
                 .remedy = "delete it and run again: it is only a memory of what is done"});
  }

  void run(const char* sql) {
    const int result = sqlite3_exec(db, sql, nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(result);
  }
  int pragma(const char* sql) const {
    Statement statement(db, sql);
    const int result = statement.step();
    if (result != SQLITE_ROW) fail(result);
    return statement.number(0);
  }

  /// SQLite would make the file readable for the group; the -wal and -shm files take their mode from it.
  void open_file() {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) fail(SQLITE_CANTOPEN);
    ::close(descriptor);
    const int result = sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (result != SQLITE_OK) fail(result);
    sqlite3_busy_timeout(db, patience_ms);
  }

  void prepare() {
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA trusted_schema=OFF; BEGIN IMMEDIATE");
    if (pragma("PRAGMA user_version") == 0 && pragma("SELECT count(*) FROM sqlite_schema") == 0) {
      run("PRAGMA application_id=1835952972; PRAGMA user_version=1");
    }
    if (pragma("PRAGMA application_id") != application || pragma("PRAGMA user_version") != version) fail(SQLITE_NOTADB);
    run(schema);
    run("COMMIT");
    Statement check(db, "PRAGMA quick_check(1)");
    if (check.step() != SQLITE_ROW || check.text(0) != "ok") fail(SQLITE_CORRUPT);
    find = Statement(db, "SELECT input, output FROM step WHERE step = ? AND transcript = ?");
    set = Statement(db, "INSERT OR REPLACE INTO step (step, transcript, input, output) VALUES (?, ?, ?, ?)");
    erase = Statement(db, "DELETE FROM step WHERE step = ? AND transcript = ?");
  }
};

Ledger::Ledger(const std::filesystem::path& file, Use use) : state_(std::make_unique<State>()) {
  state_->file = file;
  state_->open_file();
  if (use == Use::alone) state_->run("PRAGMA locking_mode=EXCLUSIVE");
  state_->prepare();
}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

std::optional<LedgerEntry> Ledger::find(std::string_view step, std::string_view transcript) const {
  const std::lock_guard guard(state_->mutex);
  Statement& query = state_->find;
  const State::Use use{query};
  query.bind(1, step);
  query.bind(2, transcript);
  const int result = query.step();
  if (result == SQLITE_DONE) return std::nullopt;
  LedgerEntry entry{std::string(transcript), {}, {}};
  if (result != SQLITE_ROW) state_->fail(result);
  if (!query.digest(0, entry.input)) state_->fail(SQLITE_CORRUPT);
  entry.output = query.text(1);
  return entry;
}

void Ledger::set(std::string_view step, std::string_view transcript, const Digest& input, std::string_view output) {
  const std::lock_guard guard(state_->mutex);
  Statement& change = state_->set;
  const State::Use use{change};
  change.bind(1, step);
  change.bind(2, transcript);
  change.bind(3, input);
  change.bind(4, output);
  const int result = change.step();
  if (result != SQLITE_DONE) state_->fail(result);
}

void Ledger::erase(std::string_view step, std::string_view transcript) {
  const std::lock_guard guard(state_->mutex);
  Statement& change = state_->erase;
  const State::Use use{change};
  change.bind(1, step);
  change.bind(2, transcript);
  const int result = change.step();
  if (result != SQLITE_DONE) state_->fail(result);
}

void Ledger::begin() {
  const std::lock_guard guard(state_->mutex);
  state_->run("BEGIN IMMEDIATE");
}

void Ledger::commit() {
  const std::lock_guard guard(state_->mutex);
  state_->run("COMMIT");
}

std::vector<LedgerEntry> Ledger::all(std::string_view step) const {
  const std::lock_guard guard(state_->mutex);
  Statement query(state_->db, "SELECT transcript, input, output FROM step WHERE step = ? ORDER BY transcript");
  query.bind(1, step);
  std::vector<LedgerEntry> entries;
  int result = query.step();
  for (; result == SQLITE_ROW; result = query.step()) {
    LedgerEntry entry{query.text(0), {}, query.text(2)};
    if (!query.digest(1, entry.input)) state_->fail(SQLITE_CORRUPT);
    entries.push_back(std::move(entry));
  }
  if (result != SQLITE_DONE) state_->fail(result);
  return entries;
}

}  // namespace moniker::study
