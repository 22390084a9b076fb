// What is done, as one SQLite table. It is only a memory, so durability is bought cheaply: WAL with
// synchronous=NORMAL survives the end of the process, and after a power cut the file is whole though its last
// entries may be missing. https://www.sqlite.org/wal.html https://www.sqlite.org/stricttables.html
#include "opened/ledger.hpp"

#include <mutex>

#include "base/database.hpp"

namespace moniker::study {
namespace {

constexpr std::string_view tables[] = {R"(
  CREATE TABLE IF NOT EXISTS step (
    step TEXT NOT NULL,
    transcript TEXT NOT NULL,
    input BLOB NOT NULL CHECK (length(input) = 32),
    output TEXT NOT NULL,
    PRIMARY KEY (step, transcript)
  ) STRICT, WITHOUT ROWID;)"};
constexpr DatabaseKind ledger_kind{.name = "ledger",
                                   .application = 0x6d6e6b4c,  // "mnkL"
                                   .if_damaged = "delete it and run again: it is only a memory of what is done",
                                   .patience = std::chrono::seconds(30),
                                   .tables = tables};

}  // namespace

struct Ledger::State {
  Database database;
  std::mutex mutex{};
  Statement find{}, set{}, erase{};

  State(const std::filesystem::path& file, Use use) : database(file, ledger_kind) {
    if (use == Use::alone) database.run("PRAGMA locking_mode = EXCLUSIVE");
    database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    Transaction whole(database);
    if (database.is_new()) database.mark(ledger_kind.newest);
    database.check_mark();
    database.run(std::string(tables[0]));
    whole.commit();
    database.check_pages();
    find = database.prepare("SELECT input, output FROM step WHERE step = ? AND transcript = ?");
    set = database.prepare("INSERT OR REPLACE INTO step (step, transcript, input, output) VALUES (?, ?, ?, ?)");
    erase = database.prepare("DELETE FROM step WHERE step = ? AND transcript = ?");
  }
};

Ledger::Ledger(const std::filesystem::path& file, Use use) : state_(std::make_unique<State>(file, use)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

std::optional<LedgerEntry> Ledger::find(std::string_view step, std::string_view transcript) const {
  const std::lock_guard guard(state_->mutex);
  Rows found = state_->find.with(step, transcript);
  if (!found.next()) return std::nullopt;
  return LedgerEntry{std::string(transcript), found.digest(0), found.text(1)};
}

void Ledger::set(std::string_view step, std::string_view transcript, const Digest& input, std::string_view output) {
  const std::lock_guard guard(state_->mutex);
  state_->set.run(step, transcript, input, output);
}

void Ledger::erase(std::string_view step, std::string_view transcript) {
  const std::lock_guard guard(state_->mutex);
  state_->erase.run(step, transcript);
}

void Ledger::forget(std::string_view step, const std::vector<std::string>& transcripts) {
  begin();
  for (const std::string& transcript : transcripts) erase(step, transcript);
  commit();
  settle();
}

void Ledger::begin() {
  const std::lock_guard guard(state_->mutex);
  state_->database.run("BEGIN IMMEDIATE");
}

void Ledger::commit() {
  const std::lock_guard guard(state_->mutex);
  state_->database.run("COMMIT");
}

Digest Ledger::contents(const std::vector<std::string_view>& steps) const {
  Hasher hasher;
  for (const std::string_view step : steps) {
    hasher.take_field(step);
    for (const LedgerEntry& entry : all(step)) {
      hasher.take_field(entry.transcript);
      hasher.take_field(hex(entry.input));
      hasher.take_field(entry.output);
    }
  }
  return hasher.finish();
}

void Ledger::settle() {
  const std::lock_guard guard(state_->mutex);
  state_->database.run("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::vector<LedgerEntry> Ledger::all(std::string_view step) const {
  const std::lock_guard guard(state_->mutex);
  const Statement query =
      state_->database.prepare("SELECT transcript, input, output FROM step WHERE step = ? ORDER BY transcript");
  std::vector<LedgerEntry> entries;
  for (Rows rows = query.with(step); rows.next();) entries.push_back({rows.text(0), rows.digest(1), rows.text(2)});
  return entries;
}

}  // namespace moniker::study
