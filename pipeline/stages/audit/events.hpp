#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace moniker::audit {

/// What the log tells: an event is a struct and a field a member, in the order in which they are written. Their names
/// in the log, their kinds, what they mean and who reads them is the table in events.cpp. Values are numbers, digests,
/// IDs, codes and names of rules, labels and files of ours: never words of a transcript.
namespace events {

struct Scanned {
  std::string file{}, input{}, rules{}, version{};
  std::uint64_t forms = 0, issues = 0;
};
struct Assigned {
  std::uint64_t transcripts = 0, entities = 0, learned = 0, surrogates = 0, surrogates_shared = 0;
  std::optional<std::string> registry{}, by{};
};
/// `body` is what ReplacementRows made, and must outlive the event: of these a study has millions.
struct Replaced {
  std::string_view body{};
};
struct Published {
  std::string transcript{}, file{}, input{}, output{}, digest{}, rules{}, version{};
};
struct Quarantined {
  std::string transcript{}, file{};
  std::uint64_t proof_hits = 0;
};
struct Withdrawn {
  std::string transcript{}, file{}, output{};
};
struct Sealed {
  std::string output{};
  std::optional<std::string> digest{};
};
struct Relinked {
  std::string id{};
  bool found = false;
  std::string by{}, reason{};
};
struct WithdrawalBegun {
  std::string participant{}, by{}, reason{};
  std::optional<std::string> digest{}, registry{};
};
/// By a rule of retention: it is gone.
struct Deleted {
  std::string what{}, name{}, sha256{}, rule{}, due{}, as_of{};
  std::optional<std::string> file{}, output{};
};
struct DeletedForWithdrawal {
  std::string file{}, what{};
  std::optional<std::string> sha256{};
};
struct Certified {
  std::string certificate{}, sha256{};
  std::optional<std::string> page_sha256{}, by{};
};
struct Exported {
  std::string package{};
  std::uint64_t transcripts = 0, files = 0;
  bool sealed = true;
  std::optional<std::string> by{};
};
/// What a person decided, of nobody by name.
struct Decided {
  std::uint64_t number = 0;
  std::string act{}, by{}, digest{};
  std::optional<std::string> label{}, transcript{}, sealed{};
};
struct Finished {
  std::uint64_t transcripts = 0, quarantined = 0;
  std::string version{};
  std::optional<std::string> by{}, registry{}, ledger{}, report{}, page{};
};
struct Recovered {
  std::uint64_t cut_bytes = 0;
};
struct Renamed {
  std::string transcript{}, file{}, before{};
};
struct Superseded {
  std::string transcript{}, file{}, before{};
};
/// That somebody laid a transcript beside what was delivered for it.
struct Compared {
  std::string transcript{}, by{}, reason{}, page{};
  bool delivered = false;
};

/// What a rule of retention takes away is told before it goes: what is gone has no digest any more.
struct DeletionBegun {
  std::string what{}, name{}, sha256{}, rule{}, due{}, as_of{};
  std::optional<std::string> file{}, output{}, by{};
};
/// That transcripts' delivered files are gone, and their names with them: of each the registry keeps hashes alone.
struct PutAway {
  std::uint64_t transcripts = 0;
  std::optional<std::string> registry{};
};

/// The old key signed that the new one takes its place; from here on the new one signs the log.
struct SigningKeyChanged {
  std::string before{}, after{}, signature{}, by{};
};
/// A sealed file was sealed again, to others.
struct Resealed {
  std::string output{}, digest{}, recipients{}, by{};
};

/// That somebody had the custodian's key work out something of all of a study's people, and what they got to see.
struct Consulted {
  std::string what{}, by{}, reason{};
  std::uint64_t written = 0;
  bool ids = false;
  std::optional<std::string> digest{};
  std::optional<std::string> tables{};
};

/// A coded project of the team's was written with the study's pseudonyms.
struct ProjectMade {
  std::string input{}, digest{};
  std::uint64_t sources = 0, ranges = 0;
  std::string rules{}, version{}, by{};
};

}  // namespace events

using Event =
    std::variant<events::Scanned, events::Assigned, events::Replaced, events::Published, events::Quarantined,
                 events::Withdrawn, events::Sealed, events::Relinked, events::WithdrawalBegun, events::Deleted,
                 events::DeletedForWithdrawal, events::Certified, events::Exported, events::Finished, events::Recovered,
                 events::Renamed, events::Superseded, events::Compared, events::Decided, events::DeletionBegun,
                 events::SigningKeyChanged, events::Resealed, events::PutAway, events::Consulted, events::ProjectMade>;

/// A digest is hex digits. A list and rows are what ReplacementRows makes.
enum class FieldKind { text, digest, number, flag, list, rows };
struct EventField {
  std::string_view name{};
  FieldKind kind = FieldKind::text;
  bool optional = false;
  std::string_view meaning{};  // empty where the name says it
};
struct EventEntry {
  std::string_view name{};
  std::string_view when{};  // where two entries have one name: their fields tell them apart
  std::vector<EventField> fields{};
  std::string_view readers{};  // beside `moniker audit show`, which shows all
};
/// The table, an entry an alternative of Event and in their order: docs/file-formats.md holds it too.
std::vector<EventEntry> event_table();

std::string_view name_of(const Event& event);
bool is_known_event(std::string_view name);
/// The event's fields as they stand in a record: "file":"ab","forms":3. Throws Error{input} for a text that is not
/// UTF-8, std::logic_error for a digest that is none.
std::string fields_of(const Event& event);
/// The keyed hash of the delivered file that the event is about; empty when it is about none.
std::string_view file_of(const Event& event);

/// The event of this name with these fields, as fields_of() writes them; fields that the table does not know are passed
/// over. Nothing when a field is missing or of another kind. What it says of replacements points into `fields`.
std::optional<Event> read_event(std::string_view name, std::string_view fields);

}  // namespace moniker::audit
