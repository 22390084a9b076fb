// Two tables carry it: `entity` holds the numbers that were given, `form` leads a keyed hash to one of them.
// Kinds (PERSON, transcript, participant, ...) stand in clear; names and file names only as hashes. One
// transaction holds a whole assignment, so that whoever pulls the plug gets the old state or the new one,
// never a mixture.
#include "resolve/registry.hpp"

#include <algorithm>

#include "base/database.hpp"

namespace moniker::resolve {
namespace {

constexpr int schema_version = 1, version_with_tombstones = 2;

/// All but the last are made where they are missing: a registry of before there were surrogates is none of another
/// kind. The last comes with the first withdrawal.
constexpr std::string_view tables[] = {
    "CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID",
    ("CREATE TABLE IF NOT EXISTS entity (kind TEXT NOT NULL, number INTEGER NOT NULL CHECK (number > 0),"
     "  PRIMARY KEY (kind, number)) STRICT, WITHOUT ROWID"),
    ("CREATE TABLE IF NOT EXISTS form (kind TEXT NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32),"
     " number INTEGER NOT NULL,"
     "  PRIMARY KEY (kind, hash), FOREIGN KEY (kind, number) REFERENCES entity) STRICT, WITHOUT ROWID"),
    ("CREATE TABLE IF NOT EXISTS surrogate (hash BLOB PRIMARY KEY CHECK (length(hash) = 32), text TEXT NOT NULL)"
     " STRICT, WITHOUT ROWID"),
    "CREATE TABLE IF NOT EXISTS put_away (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT",
    ("CREATE TABLE IF NOT EXISTS tombstone (kind TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (kind, number),"
     "  FOREIGN KEY (kind, number) REFERENCES entity) STRICT, WITHOUT ROWID")};
constexpr std::string_view tombstones_table = std::end(tables)[-1];

constexpr DatabaseKind registry_kind{
    .name = "registry",
    .application = 0x6d6e6b72,  // "mnkr"
    .newest = version_with_tombstones,
    .if_damaged = "restore registry.sqlite from a backup; without it names would get new numbers",
    .tables = tables};

void make_missing(const Database& database) {
  for (const std::string_view table : tables) {
    if (table != tombstones_table) database.run(std::string(table));
  }
}

}  // namespace

struct Registry::State {
  Secret<32> key;
  Database database;
  Statement find_form{}, add_form{}, forget_form{}, find_entity{}, add_entity{}, last_number{}, find_surrogate{},
      add_surrogate{};

  State(const std::filesystem::path& file, const Secret<32>& hash_key) : database(file, registry_kind) {
    std::copy_n(hash_key.data(), 32, key.data());
    database.run("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON");
    if (database.is_new()) make_tables();
    check();
    database.run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    make_missing(database);
    prepare_all();
  }

  Digest check_value() const { return keyed_hash(key, "registry check", "1"); }

  void make_tables() const {
    Transaction whole(database);
    make_missing(database);
    database.mark(schema_version);
    database.prepare("INSERT INTO mark VALUES ('check', ?)").run(check_value());
    whole.commit();
  }

  /// To look at every page takes time with the registry's size. It is done while that is short, and after a run that
  /// did not end as it should (its write-ahead log is left); damage elsewhere shows when it is read.
  bool worth_checking() const {
    constexpr std::uintmax_t small = 64 * 1024 * 1024;
    std::error_code none;
    const std::uintmax_t left = std::filesystem::file_size(database.file().string() + "-wal", none);
    return std::filesystem::file_size(database.file()) <= small || (!none && left > 0);
  }

  void check() const {
    database.check_mark();
    if (worth_checking()) database.check_pages();
    const Statement read = database.prepare("SELECT value FROM mark WHERE name = 'check'");
    Rows mark = read.with();
    if (!mark.next()) database.refuse_damaged();
    const Digest there = mark.digest(0), value = check_value();
    if (sodium_memcmp(there.data(), value.data(), value.size()) != 0) {
      database.refuse(Fault::integrity, "the registry was made with another study key",
                      "bring back the study.key that this study began with");
    }
  }

  void prepare_all() {
    find_form = database.prepare("SELECT number FROM form WHERE kind = ? AND hash = ?");
    add_form = database.prepare("INSERT INTO form VALUES (?, ?, ?)");
    forget_form = database.prepare("DELETE FROM form WHERE kind = ? AND hash = ?");
    find_entity = database.prepare("SELECT 1 FROM entity WHERE kind = ? AND number = ?");
    add_entity = database.prepare("INSERT INTO entity VALUES (?, ?)");
    find_surrogate = database.prepare("SELECT text FROM surrogate WHERE hash = ?");
    add_surrogate = database.prepare("INSERT INTO surrogate VALUES (?, ?)");
    last_number = database.prepare("SELECT coalesce(max(number), 0) FROM entity WHERE kind = ?");
  }

  std::optional<std::uint32_t> find(std::string_view kind, const Digest& hash) const {
    Rows found = find_form.with(kind, hash);
    return found.next() ? std::optional(static_cast<std::uint32_t>(found.number(0))) : std::nullopt;
  }

  std::uint32_t next(std::string_view kind) const {
    Rows last = last_number.with(kind);
    const std::int64_t number = last.next() ? last.number(0) + 1 : 1;
    add_entity.run(kind, number);
    return static_cast<std::uint32_t>(number);
  }
};

Registry::Registry(const std::filesystem::path& file, const Secret<32>& hash_key)
    : state_(std::make_unique<State>(file, hash_key)) {}
Registry::~Registry() = default;

void Registry::begin() { state_->database.run("BEGIN IMMEDIATE"); }
void Registry::commit() { state_->database.run("COMMIT"); }

std::optional<std::uint32_t> Registry::find(std::string_view kind, std::string_view form) const {
  return state_->find(kind, keyed_hash(state_->key, kind, form));
}

std::uint32_t Registry::number(std::string_view kind, std::string_view form) {
  const Digest hash = keyed_hash(state_->key, kind, form);
  if (const auto known = state_->find(kind, hash)) return *known;
  Transaction whole(state_->database);  // a number and the form that leads to it belong together
  const std::uint32_t number = state_->next(kind);
  state_->add_form.run(kind, hash, std::int64_t{number});
  whole.commit();
  return number;
}

std::uint32_t Registry::bind(std::string_view kind, std::string_view form, std::uint32_t number) {
  const Digest hash = keyed_hash(state_->key, kind, form);
  if (const auto known = state_->find(kind, hash)) return *known;
  state_->add_form.run(kind, hash, std::int64_t{number});
  return number;
}

void Registry::forget(std::string_view kind, std::string_view form) {
  state_->forget_form.run(kind, keyed_hash(state_->key, kind, form));
}

bool Registry::is_given(std::string_view kind, std::uint32_t number) const {
  Rows found = state_->find_entity.with(kind, std::int64_t{number});
  return found.next();
}

std::optional<std::string> Registry::surrogate(std::string_view purpose) const {
  Rows found = state_->find_surrogate.with(keyed_hash(state_->key, "surrogate for", purpose));
  return found.next() ? std::optional(found.text(0)) : std::nullopt;
}

void Registry::keep_surrogate(std::string_view purpose, std::string_view text) {
  state_->add_surrogate.run(keyed_hash(state_->key, "surrogate for", purpose), text);
}

std::vector<std::string> Registry::surrogates() const {
  const Statement all = state_->database.prepare("SELECT DISTINCT text FROM surrogate ORDER BY text");
  std::vector<std::string> texts;
  for (Rows rows = all.with(); rows.next();) texts.push_back(rows.text(0));
  return texts;
}

void Registry::retire(std::string_view kind, std::uint32_t number) {
  const Database& database = state_->database;
  Transaction whole(database);
  database.run(std::string(tombstones_table));
  database.mark(version_with_tombstones);
  database.prepare("INSERT OR IGNORE INTO tombstone VALUES (?, ?)").run(kind, std::int64_t{number});
  whole.commit();
}

std::vector<std::pair<std::string, std::uint32_t>> Registry::retired() const {
  std::vector<std::pair<std::string, std::uint32_t>> list;
  if (state_->database.version() < version_with_tombstones) return list;
  const Statement read = state_->database.prepare("SELECT kind, number FROM tombstone ORDER BY kind, number");
  for (Rows rows = read.with(); rows.next();)
    list.emplace_back(rows.text(0), static_cast<std::uint32_t>(rows.number(1)));
  return list;
}

bool Registry::is_empty() const {
  return state_->database.number("SELECT count(*) FROM entity") == 0 &&
         state_->database.number("SELECT count(*) FROM form") == 0 && retired().empty();
}

void Registry::keep_put_away(std::uint32_t transcript, std::string_view text) {
  state_->database.prepare("INSERT OR REPLACE INTO put_away VALUES (?, ?)").run(std::int64_t{transcript}, text);
}

void Registry::forget_put_away(std::uint32_t transcript) {
  state_->database.prepare("DELETE FROM put_away WHERE number = ?").run(std::int64_t{transcript});
}

std::map<std::uint32_t, std::string> Registry::put_away() const {
  const Statement all = state_->database.prepare("SELECT number, text FROM put_away ORDER BY number");
  std::map<std::uint32_t, std::string> texts;
  for (Rows rows = all.with(); rows.next();) texts[static_cast<std::uint32_t>(rows.number(0))] = rows.text(1);
  return texts;
}

Digest Registry::contents() const {
  Hasher hasher;
  const auto take = [&](std::string_view table, const char* sql) {
    hasher.take_field(table);
    const Statement all = state_->database.prepare(sql);
    for (Rows rows = all.with(); rows.next();) {
      for (int column = 0; column < 3; ++column) hasher.take_field(rows.text(column));
    }
  };
  take("entity", "SELECT kind, number, '' FROM entity ORDER BY kind, number");
  take("form", "SELECT kind, hex(hash), number FROM form ORDER BY kind, hash");
  take("surrogate", "SELECT hex(hash), text, '' FROM surrogate ORDER BY hash");
  hasher.take_field("tombstone");
  for (const auto& [kind, number] : retired()) hasher.take_field(kind), hasher.take_field(std::to_string(number));
  for (const auto& [number, text] : put_away()) {  // none: the digest that an older moniker took
    hasher.take_field("put away");
    hasher.take_field(std::to_string(number));
    hasher.take_field(text);
  }
  return hasher.finish();
}

Digest Registry::order(std::string_view kind, std::string_view form) const {
  return keyed_hash(state_->key, "order " + std::string(kind), form);
}

}  // namespace moniker::resolve
