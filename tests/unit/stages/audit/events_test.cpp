#include "audit/events.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "audit/log_events.hpp"
#include "audit/record.hpp"
#include "moniker/error.hpp"
#include "sample_log.hpp"

namespace moniker {

using namespace moniker::audit;
namespace {

std::string_view name_of_kind(FieldKind kind) {
  static constexpr std::string_view names[] = {"text", "digest", "number", "flag", "list", "rows"};
  return names[static_cast<std::size_t>(kind)];
}

/// The table of docs/file-formats.md as it must be.
std::string documented_events() {
  std::ostringstream out;
  out << "| event | fields | who goes by it |\n|---|---|---|\n";
  for (const EventEntry& entry : event_table()) {
    out << "| " << entry.name << (entry.when.empty() ? "" : ", ") << entry.when << " | ";
    for (const EventField& field : entry.fields) {
      if (&field != entry.fields.data()) out << "; ";
      out << '`' << field.name << "` " << name_of_kind(field.kind) << (field.optional ? " or left out" : "");
      if (!field.meaning.empty()) out << ", " << field.meaning;
    }
    out << " | " << entry.readers << " |\n";
  }
  return out.str();
}

/// One of each event, every optional field given.
const std::vector<Event> samples{
    events::Scanned{.file = "a1", .input = "b2", .rules = "c3", .version = "1", .forms = 4, .issues = 5},
    events::Assigned{.transcripts = 1,
                     .entities = 2,
                     .learned = 3,
                     .surrogates = 4,
                     .surrogates_shared = 5,
                     .registry = "a1",
                     .by = "me"},
    events::Replaced{R"("transcript":"T1","kinds":["A/b"],"rows":[[0,1,0,"x","00"]])"},
    events::Published{.transcript = "T1",
                      .file = "a1",
                      .input = "b2",
                      .output = "T1.txt.age",
                      .digest = "c3",
                      .rules = "d4",
                      .version = "1"},
    events::Quarantined{.transcript = "T1", .file = "a1", .proof_hits = 2},
    events::Withdrawn{.transcript = "T1", .file = "a1", .output = "T1.txt.age"},
    events::Sealed{.output = "linkage.csv.age", .digest = "a1"},
    events::Relinked{.id = "ID04", .found = true, .by = "me", .reason = "asked"},
    events::WithdrawalBegun{.participant = "ID04", .by = "me", .reason = "asked", .digest = "a1", .registry = "b2"},
    events::Deleted{.what = "outputs",
                    .name = "out/T1.txt.age",
                    .sha256 = "a1",
                    .rule = "1 year after sealed",
                    .due = "2027-01-01",
                    .as_of = "2027-01-02",
                    .file = "b2",
                    .output = "T1.txt.age"},
    events::DeletedForWithdrawal{.file = "a1", .what = "delivery", .sha256 = "b2"},
    events::Certified{.certificate = "ID04-2026-11-23", .sha256 = "a1", .page_sha256 = "b2", .by = "me"},
    events::Exported{.package = "nvivo", .transcripts = 1, .files = 2, .sealed = false, .by = "me"},
    events::Finished{.transcripts = 1,
                     .quarantined = 2,
                     .version = "1",
                     .by = "me",
                     .registry = "a1",
                     .ledger = "b2",
                     .report = "c3",
                     .page = "d4"},
    events::Recovered{.cut_bytes = 3},
    events::Renamed{.transcript = "T1", .file = "a1", .before = "b2"},
    events::Superseded{.transcript = "T1", .file = "a1", .before = "b2"},
    events::Compared{.transcript = "T1", .by = "me", .reason = "asked", .page = "none", .delivered = true},
    events::Decided{
        .number = 1, .act = "keep", .by = "ann", .digest = "a1", .label = "PERSON", .transcript = "T1", .sealed = "b2"},
    events::DeletionBegun{.what = "work",
                          .name = "work/assignment.age",
                          .sha256 = "a1",
                          .rule = "1 year after sealed",
                          .due = "2027-01-01",
                          .as_of = "2027-01-02",
                          .file = "b2",
                          .output = "T1.txt.age",
                          .by = "me"},
    events::SigningKeyChanged{.before = "k1", .after = "k2", .signature = "s", .by = "me"},
    events::Resealed{.output = "out/T1.txt.age", .digest = "a1", .recipients = "b2", .by = "me"},
    events::PutAway{.transcripts = 2, .registry = "a1"},
    events::Consulted{.what = "participants",
                      .by = "me",
                      .reason = "the paper",
                      .written = 2,
                      .ids = true,
                      .digest = "a1",
                      .tables = "{\"by\":\"role\"}"},
    events::ProjectMade{
        .input = "a1", .digest = "b2", .sources = 1, .ranges = 2, .rules = "c3", .version = "1", .by = "me"}};

nlohmann::json parsed(const std::string& fields) { return nlohmann::json::parse("{" + fields + "}"); }

/// Where `digest.report` stands.
nlohmann::json::json_pointer place_of(const EventField& field) {
  std::string path = "/" + std::string(field.name);
  std::replace(path.begin(), path.end(), '.', '/');
  return nlohmann::json::json_pointer(path);
}

std::size_t fields_in(const nlohmann::json& json) {
  std::size_t count = 0;
  for (const auto& value : json) count += value.is_object() ? fields_in(value) : 1;
  return count;
}

}  // namespace

TEST_CASE("every event has its entry, and writes the fields of it") {
  const auto table = event_table();
  REQUIRE(table.size() == samples.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    INFO(table[i].name);
    REQUIRE(samples[i].index() == i);
    CHECK(name_of(samples[i]) == table[i].name);
    CHECK(is_known_event(table[i].name));
    const auto fields = parsed(fields_of(samples[i]));
    CHECK(fields_in(fields) == table[i].fields.size());
    for (const EventField& field : table[i].fields) {
      INFO(field.name);
      CHECK_FALSE(is_of_frame(field.name));
      CHECK(fields.contains(place_of(field)));
    }
  }
  CHECK_FALSE(is_known_event("publishd"));
}

TEST_CASE("what is written is read again, and nothing that lacks a field or has another kind in it") {
  const auto table = event_table();
  for (std::size_t i = 0; i < table.size(); ++i) {
    INFO(table[i].name);
    const std::string fields = fields_of(samples[i]);
    const auto again = read_event(table[i].name, fields);
    REQUIRE(again);
    CHECK(again->index() == i);
    CHECK(fields_of(*again) == fields);
    if (std::holds_alternative<events::Replaced>(samples[i])) continue;
    for (const EventField& field : table[i].fields) {
      INFO(field.name);
      nlohmann::json json = parsed(fields);
      json[place_of(field)] = nlohmann::json::array();
      std::string text = json.dump();
      CHECK_FALSE(read_event(table[i].name, text.substr(1, text.size() - 2)));
      json[place_of(field).parent_pointer()].erase(place_of(field).back());
      text = json.dump();
      const auto without = read_event(table[i].name, text.substr(1, text.size() - 2));
      CHECK((without && without->index() == i) == field.optional);
    }
  }
}

TEST_CASE("an event tells which delivered file it is about") {
  CHECK(file_of(events::Scanned{.file = "a1"}) == "a1");
  CHECK(file_of(events::Deleted{}).empty());
  CHECK(file_of(events::Deleted{.file = "a1"}) == "a1");
  CHECK(file_of(events::Finished{}).empty());
}

TEST_CASE("a log gives its events with their day, those of a later moniker left out") {
  SampleLog log;
  {
    AuditLog audit(log.file, stopped_clock());
    audit.append(events::Finished{.transcripts = 7});
    audit.append(events::Recovered{.cut_bytes = 3});
  }
  auto lines = log.lines();
  lines.insert(lines.begin() + 1, event_record({2, "2026-11-23T02:14:40Z", "reviewed"}, R"("by":"me")", Digest{}));
  log.set_lines(lines);
  log.set_text(log.text() + "{\"n\":4,\"ti");
  std::vector<std::string> told;
  for_each_event(log.file, [&](const LoggedEvent& one) {
    told.push_back(std::to_string(one.line) + " " + std::string(name_of(one.event)));
    CHECK(one.day == std::chrono::sys_days(std::chrono::year(2026) / 11 / 23));
  });
  CHECK(told == std::vector<std::string>{"1 finished", "3 recovered"});
}

TEST_CASE("a line that is no record, or says less than its event must, is told with its place") {
  const auto line = GENERATE(std::string("{\"n\":2}"), std::string("{\"n\":2,\"ti\n"),
                             event_record({2, "2026-11-23T02:14:40Z", "withdrawn"}, R"("file":"a1")", Digest{}),
                             event_record({2, "yesterday", "finished"}, "", Digest{}));
  CAPTURE(line);
  SampleLog log;
  { AuditLog(log.file, stopped_clock()).append(events::Finished{}); }
  log.set_text(log.text() + line + "\n");
  try {
    for_each_event(log.file, [](const LoggedEvent&) {});
    FAIL("nothing was refused");
  } catch (const Error& error) {
    CHECK(error.problem().fault == Fault::integrity);
    CHECK(error.problem().file == log.file.string());
    CHECK(error.problem().at.line == 2);
    CHECK(error.problem().what == "is no record of an audit log");
  }
}

TEST_CASE("docs/file-formats.md holds the table of events") {
  const std::string text = read_file(MONIKER_SOURCE_DIR "/docs/file-formats.md");
  INFO("docs/file-formats.md should hold:\n" << documented_events());
  const bool holds = text.find(documented_events()) != std::string::npos;
  CHECK(holds);
}

}  // namespace moniker
