// The table of events. A row ties a struct to its name in the log, and each of its members to a name, a kind and a
// meaning; writing, reading and the table in docs/file-formats.md all go by it, so that nobody else spells a name.
#include "audit/events.hpp"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <tuple>
#include <type_traits>

#include "audit/replacement_rows.hpp"
#include "base/bounded_json.hpp"
#include "base/json_number.hpp"
#include "base/json_text.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

using namespace events;
using Json = nlohmann::json;

template <class E, class T>
struct Column {
  T E::*member;
  EventField field{};
};
/// The same text in each: what tells two events of one name apart.
struct Constant {
  std::string_view value;
  EventField field{};
};
/// Digests that stand together in one object, since none of them is the same in two runs: whoever compares what two
/// logs say passes over that one field.
template <class E, std::size_t N>
struct Together {
  std::string_view name;
  Column<E, std::optional<std::string>> columns[N];  // "digest.report"
};
/// A part of what ReplacementRows made: told in the table, and written by it.
struct Part {
  EventField field{};
};

template <class T>
constexpr bool may_lack = !std::is_same_v<T, std::string> && !std::is_arithmetic_v<T>;

template <class E, class T>
constexpr Column<E, T> text(std::string_view name, T E::*member, std::string_view meaning = "") {
  return {member, {name, FieldKind::text, may_lack<T>, meaning}};
}
template <class E, class T>
constexpr Column<E, T> digest(std::string_view name, T E::*member, std::string_view meaning = "") {
  return {member, {name, FieldKind::digest, may_lack<T>, meaning}};
}
template <class E, class... More>
constexpr Together<E, 1 + sizeof...(More)> together(std::string_view name, Column<E, std::optional<std::string>> first,
                                                    More... more) {
  return {name, {first, more...}};
}
template <class E>
constexpr Column<E, std::uint64_t> number(std::string_view name, std::uint64_t E::*member,
                                          std::string_view meaning = "") {
  return {member, {name, FieldKind::number, false, meaning}};
}
template <class E>
constexpr Column<E, bool> flag(std::string_view name, bool E::*member, std::string_view meaning = "") {
  return {member, {name, FieldKind::flag, false, meaning}};
}

template <class E, class... Columns>
struct Row {
  using Of = E;
  std::string_view name, when, readers;
  std::tuple<Columns...> columns;
};
template <class E, class... Columns>
constexpr Row<E, Columns...> row(std::string_view name, std::string_view readers, Columns... columns) {
  return {name, {}, readers, {columns...}};
}
template <class E, class... Columns>
constexpr Row<E, Columns...> one_of(std::string_view name, std::string_view when, std::string_view readers,
                                    Columns... columns) {
  return {name, when, readers, {columns...}};
}

constexpr std::string_view of_name = "keyed hash of the delivered file's name",
                           of_bytes = "keyed, of the delivered bytes",
                           of_rules = "first 16 bytes of that of the rule set", of_sealed = "of the sealed bytes",
                           in_out = "name in out/", of_registry = "keyed root of registry.sqlite from here on",
                           by_whom = "who gave the command; older logs do not say";

constexpr auto table = std::tuple{
    row<Scanned>("scanned", "retention, merge", digest("file", &Scanned::file, of_name),
                 digest("input", &Scanned::input, of_bytes), digest("rules", &Scanned::rules, of_rules),
                 text("version", &Scanned::version), number("forms", &Scanned::forms),
                 number("issues", &Scanned::issues)),
    row<Assigned>(
        "assigned", "every run", number("transcripts", &Assigned::transcripts), number("entities", &Assigned::entities),
        number("learned", &Assigned::learned), number("surrogates", &Assigned::surrogates, "entities that have one"),
        number("surrogates_shared", &Assigned::surrogates_shared, "given earlier, and real names as is known now"),
        digest("registry", &Assigned::registry, of_registry), text("by", &Assigned::by, by_whom)),
    row<Replaced>("replaced", "merge", Part{{replaced_transcript, FieldKind::text}},
                  Part{{replaced_kinds, FieldKind::list}},
                  Part{{replaced_rows, FieldKind::rows, false, "at most 200, see below"}}),
    row<Published>("published", "verify, retention, merge", text("transcript", &Published::transcript),
                   digest("file", &Published::file, of_name), digest("input", &Published::input, of_bytes),
                   text("output", &Published::output, in_out), digest("digest", &Published::digest, of_sealed),
                   digest("rules", &Published::rules, of_rules), text("version", &Published::version)),
    row<Quarantined>("quarantined", "merge", text("transcript", &Quarantined::transcript),
                     digest("file", &Quarantined::file, of_name), number("proof_hits", &Quarantined::proof_hits)),
    row<Withdrawn>("withdrawn", "verify, retention, merge", text("transcript", &Withdrawn::transcript),
                   digest("file", &Withdrawn::file, of_name), text("output", &Withdrawn::output, in_out)),
    row<Sealed>(
        "sealed", "verify",
        text("output", &Sealed::output,
             "`linkage.csv.age`, `attributes.csv.age`, or `T03.kept.csv.age` of a transcript that was put away"),
        digest("digest", &Sealed::digest, of_sealed)),
    row<Relinked>("relinked", "", text("id", &Relinked::id, "`unknown` where there is none such"),
                  flag("found", &Relinked::found), text("by", &Relinked::by), text("reason", &Relinked::reason)),
    row<WithdrawalBegun>("withdrawal_begun", "verify, every run", text("participant", &WithdrawalBegun::participant),
                         text("by", &WithdrawalBegun::by), text("reason", &WithdrawalBegun::reason),
                         digest("digest", &WithdrawalBegun::digest, "of the record in withdrawn/, as it is sealed"),
                         digest("registry", &WithdrawalBegun::registry, of_registry)),
    one_of<Deleted>(
        "deleted", "by retention", "verify, retention",
        text("what", &Deleted::what, "deliveries, quarantine, work, outputs, attributes, linkage, withdrawn"),
        text("name", &Deleted::name, "path in the study, of a delivery none that names anybody"),
        digest("sha256", &Deleted::sha256, "of a delivery keyed"), text("rule", &Deleted::rule),
        text("due", &Deleted::due), text("as_of", &Deleted::as_of), digest("file", &Deleted::file, of_name),
        text("output", &Deleted::output, in_out)),
    one_of<DeletedForWithdrawal>("deleted", "for a withdrawal", "",
                                 digest("file", &DeletedForWithdrawal::file, of_name),
                                 text("what", &DeletedForWithdrawal::what, "work, delivery"),
                                 digest("sha256", &DeletedForWithdrawal::sha256, "keyed"),
                                 Constant{"withdrawal", {"rule", FieldKind::text, false, "`withdrawal`"}}),
    row<Certified>("certified", "verify, retention", text("certificate", &Certified::certificate),
                   digest("sha256", &Certified::sha256, "of its .json"),
                   digest("page_sha256", &Certified::page_sha256, "of its .md"), text("by", &Certified::by, by_whom)),
    row<Exported>("exported", "", text("package", &Exported::package), number("transcripts", &Exported::transcripts),
                  number("files", &Exported::files), flag("sealed", &Exported::sealed, "not with `--plain`"),
                  text("by", &Exported::by, by_whom)),
    row<Finished>("finished", "verify, every run", number("transcripts", &Finished::transcripts),
                  number("quarantined", &Finished::quarantined), text("version", &Finished::version),
                  text("by", &Finished::by, by_whom),
                  together("digest", digest("digest.registry", &Finished::registry, of_registry),
                           digest("digest.ledger", &Finished::ledger, "keyed root of work/ledger.sqlite"),
                           digest("digest.report", &Finished::report, "of reports/run.json"),
                           digest("digest.page", &Finished::page, "of reports/run.md"))),
    row<Recovered>("recovered", "",
                   number("cut_bytes", &Recovered::cut_bytes,
                          "power was lost while a record was written, and its torn part was cut off on opening")),
    row<Renamed>("renamed", "retention", text("transcript", &Renamed::transcript),
                 digest("file", &Renamed::file, of_name),
                 digest("before", &Renamed::before, "of the name under which the same talk was delivered before")),
    row<Superseded>("superseded", "", text("transcript", &Superseded::transcript),
                    digest("file", &Superseded::file, of_name),
                    digest("before", &Superseded::before, "of the file that it is delivered in place of")),
    row<Compared>("compared", "", text("transcript", &Compared::transcript), text("by", &Compared::by),
                  text("reason", &Compared::reason, "may be empty"),
                  text("page", &Compared::page, "none, sealed, plain: what was written"),
                  flag("delivered", &Compared::delivered, "the words as they were delivered were shown")),
    row<Decided>("decided", "verify, every run", number("number", &Decided::number, "of the decision"),
                 text("act", &Decided::act, "replace, keep, means, ..."), text("by", &Decided::by, "as given"),
                 digest("digest", &Decided::digest, "of the decision as it is kept"), text("label", &Decided::label),
                 text("transcript", &Decided::transcript),
                 digest("sealed", &Decided::sealed, "of the decision's file")),
    row<DeletionBegun>("deletion_begun", "verify, retention", text("what", &DeletionBegun::what, "as in `deleted`"),
                       text("name", &DeletionBegun::name),
                       digest("sha256", &DeletionBegun::sha256, "of a delivery keyed"),
                       text("rule", &DeletionBegun::rule), text("due", &DeletionBegun::due),
                       text("as_of", &DeletionBegun::as_of), digest("file", &DeletionBegun::file, of_name),
                       text("output", &DeletionBegun::output, in_out), text("by", &DeletionBegun::by, by_whom)),
    row<SigningKeyChanged>("signing_key_changed", "verify, whatever signs the log",
                           text("before", &SigningKeyChanged::before, "public key that signed until here, in base64"),
                           text("after", &SigningKeyChanged::after, "public key that signs from here on"),
                           text("signature", &SigningKeyChanged::signature, "of the key before, see below"),
                           text("by", &SigningKeyChanged::by)),
    row<Resealed>("resealed", "verify, rekey", text("output", &Resealed::output, "path in the study"),
                  digest("digest", &Resealed::digest, of_sealed),
                  digest("recipients", &Resealed::recipients, "of the keys that it is sealed to now"),
                  text("by", &Resealed::by)),
    row<PutAway>("put_away", "every run",
                 number("transcripts", &PutAway::transcripts, "whose delivered files are gone"),
                 digest("registry", &PutAway::registry, of_registry)),
    row<Consulted>("consulted", "",
                   text("what", &Consulted::what, "participants, coreq, deposit, intrude: the command"),
                   text("by", &Consulted::by), text("reason", &Consulted::reason, "may be empty"),
                   number("written", &Consulted::written, "files that the result went into"),
                   flag("ids", &Consulted::ids, "IDs of single people were shown"),
                   digest("digest", &Consulted::digest,
                          "SHA-256 of the manifest that a deposit wrote, or of the tables that participants gave"),
                   text("tables", &Consulted::tables, "what participants was asked for, to be made again")),
    row<ProjectMade>("project", "", digest("input", &ProjectMade::input, "keyed, of the project's bytes"),
                     digest("digest", &ProjectMade::digest, "SHA-256 of the project that was written"),
                     number("sources", &ProjectMade::sources), number("ranges", &ProjectMade::ranges, "coded ones"),
                     digest("rules", &ProjectMade::rules, of_rules), text("version", &ProjectMade::version),
                     text("by", &ProjectMade::by))};

template <std::size_t... I>
constexpr bool in_order(std::index_sequence<I...>) {
  return (std::is_same_v<typename std::tuple_element_t<I, std::remove_cv_t<decltype(table)>>::Of,
                         std::variant_alternative_t<I, Event>> &&
          ...);
}
static_assert(std::tuple_size_v<decltype(table)> == std::variant_size_v<Event>);
static_assert(in_order(std::make_index_sequence<std::variant_size_v<Event>>()));

template <class E>
constexpr const auto& row_of() {
  return []<class... Rows>(const std::tuple<Rows...>& rows) -> const auto& {
    constexpr std::size_t at = [] {
      std::size_t i = 0, found = 0;
      ((std::is_same_v<typename Rows::Of, E> ? found = i++ : i++), ...);
      return found;
    }();
    return std::get<at>(rows);
  }
  (table);
}

bool is_digest(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789abcdef") == text.npos;
}

void append_value(std::string& out, const EventField& field, const std::string& value) {
  if (find_invalid_utf8(value) != std::string::npos) {
    throw Error::input("a value for the audit log is not UTF-8",
                       "report this: values of the log are made by moniker and always UTF-8");
  }
  if (field.kind == FieldKind::digest && !is_digest(value)) throw std::logic_error("a digest for the log is none");
  append_json(out, value);
}
void append_value(std::string& out, const EventField&, std::uint64_t value) { append_number(out, value); }
void append_value(std::string& out, const EventField&, bool value) { out += value ? "true" : "false"; }

template <class T>
void append_field(std::string& out, const EventField& field, const T& value) {
  if (!out.empty()) out += ',';
  append_json(out, field.name);
  out += ':';
  append_value(out, field, value);
}
template <class T>
void append_field(std::string& out, const EventField& field, const std::optional<T>& value) {
  if (value) append_field(out, field, *value);
}

template <class E, class T>
void append_column(std::string& out, const Column<E, T>& column, const E& event) {
  append_field(out, column.field, event.*column.member);
}
template <class E>
void append_column(std::string& out, const Constant& column, const E&) {
  append_field(out, column.field, std::string(column.value));
}

EventField within(const EventField& field, std::string_view name) {
  EventField inner = field;
  inner.name.remove_prefix(name.size() + 1);
  return inner;
}
template <class E, std::size_t N>
void append_column(std::string& out, const Together<E, N>& together, const E& event) {
  std::string inner;
  for (const auto& column : together.columns)
    append_field(inner, within(column.field, together.name), event.*column.member);
  if (inner.empty()) return;
  if (!out.empty()) out += ',';
  append_json(out, together.name);
  out += ":{" + inner + "}";
}

bool read_value(const Json& json, const EventField& field, std::string& into) {
  if (!json.is_string()) return false;
  into = json.get_ref<const std::string&>();
  return field.kind != FieldKind::digest || is_digest(into);
}
bool read_value(const Json& json, const EventField&, std::uint64_t& into) {
  if (!json.is_number_unsigned()) return false;
  into = whole_number<std::uint64_t>(json);
  return true;
}
bool read_value(const Json& json, const EventField&, bool& into) {
  if (!json.is_boolean()) return false;
  into = json.get<bool>();
  return true;
}
template <class T>
bool read_value(const Json& json, const EventField& field, std::optional<T>& into) {
  return read_value(json, field, into.emplace());
}

template <class E, class T>
bool read_column(const Json& json, const Column<E, T>& column, E& event) {
  const auto found = json.find(column.field.name);
  if (found == json.end()) return column.field.optional;
  return read_value(*found, column.field, event.*column.member);
}

template <class E>
bool read_column(const Json& json, const Constant& column, E&) {
  const auto found = json.find(column.field.name);
  return found != json.end() && *found == column.value;
}

template <class E, std::size_t N>
bool read_column(const Json& json, const Together<E, N>& together, E& event) {
  const auto found = json.find(together.name);
  if (found == json.end()) return true;
  if (!found->is_object()) return false;
  return std::all_of(std::begin(together.columns), std::end(together.columns), [&](auto column) {
    column.field = within(column.field, together.name);
    return read_column(*found, column, event);
  });
}

template <class R>
std::optional<Event> read_as(const R& row, const Json& json) {
  typename R::Of event{};
  if constexpr (std::is_same_v<typename R::Of, Replaced>) {
    return event;
  } else {
    const bool whole =
        std::apply([&](const auto&... column) { return (read_column(json, column, event) && ...); }, row.columns);
    return whole ? std::optional<Event>(std::move(event)) : std::nullopt;
  }
}

template <class C>
void add_fields(std::vector<EventField>& fields, const C& column) {
  if constexpr (requires { column.columns; }) {
    for (const auto& one : column.columns) fields.push_back(one.field);
  } else {
    fields.push_back(column.field);
  }
}

template <class R>
EventEntry entry_of(const R& row) {
  EventEntry entry{.name = row.name, .when = row.when, .readers = row.readers};
  std::apply([&](const auto&... column) { (add_fields(entry.fields, column), ...); }, row.columns);
  return entry;
}

}  // namespace

std::vector<EventEntry> event_table() {
  return std::apply([](const auto&... row) { return std::vector<EventEntry>{entry_of(row)...}; }, table);
}

std::string_view name_of(const Event& event) {
  return std::visit([]<class E>(const E&) { return row_of<E>().name; }, event);
}

bool is_known_event(std::string_view name) {
  return std::apply([&](const auto&... row) { return ((row.name == name) || ...); }, table);
}

std::string fields_of(const Event& event) {
  return std::visit(
      []<class E>(const E& one) {
        std::string out;
        if constexpr (std::is_same_v<E, Replaced>) {
          out = one.body;
        } else {
          std::apply([&](const auto&... column) { (append_column(out, column, one), ...); }, row_of<E>().columns);
        }
        return out;
      },
      event);
}

std::string_view file_of(const Event& event) {
  return std::visit(
      []<class E>(const E& one) -> std::string_view {
        if constexpr (requires { one.file.value(); }) {
          if (one.file) return *one.file;
        } else if constexpr (requires { one.file; }) {
          return one.file;
        }
        return {};
      },
      event);
}

std::optional<Event> read_event(std::string_view name, std::string_view fields) {
  if (name == row_of<Replaced>().name) return Replaced{fields};
  const Json json = parse_any_json<Json>("{" + std::string(fields) + "}");
  if (!json.is_object()) return std::nullopt;
  std::optional<Event> event;
  std::apply([&](const auto&... row) { ((row.name == name && (event = read_as(row, json))) || ...); }, table);
  return event;
}

}  // namespace moniker::audit
