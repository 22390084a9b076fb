#include "replace/operators.hpp"

namespace moniker::replace {

// One more operator is one file, its function here and its line in the table below.
Apply apply_pseudonym;
Apply apply_participant;
Apply apply_surrogate;
Apply apply_describe;
Apply apply_generalise;
Apply apply_shift;
Apply apply_hash;
Apply apply_redact;
Apply apply_keep;

namespace {

constexpr OperatorSetting style{"style", "brackets|braces|angles|plain"};
constexpr OperatorSetting pseudonym_settings[] = {style};
constexpr OperatorSetting hash_settings[] = {style, {"length", "8 (6-32)"}};
constexpr OperatorSetting describe_settings[] = {style,
                                                 {"place", "region|county|nation|country"},
                                                 {"date", "auto|month|quarter|year"},
                                                 {"width", "10 (1-50)"},
                                                 {"top", "90 (18-110)"},
                                                 {"job", "term|group"}};
constexpr OperatorSetting generalise_settings[] = {style,
                                                   {"date", "auto|month|quarter|year"},
                                                   {"place", "region|county|nation|country"},
                                                   {"width", "10 (1-50)"},
                                                   {"top", "90 (18-110)"},
                                                   {"organisation", "kind|phrase"},
                                                   {"job", "term|group"}};

constexpr OperatorSetting shift_settings[] = {
    style, {"mark", "none|brackets"}, {"most", "182 (1-3650)"}, {"weekdays", "keep|any"}};

constexpr OperatorSetting surrogate_settings[] = {
    style, {"mark", "none|brackets"}, {"most", "182 (1-3650)"}, {"weekdays", "keep|any"}, {"alike", "kind|rhythm"}};

std::string_view no_whole_week(const std::map<std::string, std::string>& settings) {
  const auto most = settings.find("most"), weekdays = settings.find("weekdays");
  if (most == settings.end() || (weekdays != settings.end() && weekdays->second == "any")) return {};
  return most->second.size() == 1 && most->second[0] < '7'
             ? std::string_view("write `most: 7` or more, or `weekdays: any`: kept weekdays move by whole weeks")
             : std::string_view();
}

constexpr Operator table[] = {
    {.name = "pseudonym",
     .apply = apply_pseudonym,
     .settings = pseudonym_settings,
     .says = "[PERSON_3], or [ID04] for a participant: the same everywhere",
     .tells_apart = Apart::always,
     .tells_nothing = true},
    {.name = "participant",
     .apply = apply_participant,
     .settings = pseudonym_settings,
     .says = "ID04 without brackets for a participant, else a pseudonym",
     .tells_apart = Apart::always,
     .tells_nothing = true},
    {.name = "surrogate",
     .apply = apply_surrogate,
     .settings = surrogate_settings,
     .says = "something of its kind that is nobody's: another name, place, number, a shifted date; else generalised",
     .conflict = no_whole_week,
     .tells_apart = Apart::always,
     .wants_surrogate = true},
    {.name = "describe",
     .apply = apply_describe,
     .settings = describe_settings,
     .says = "in words what it is, where and which: [town C, Yorkshire], [hospital A], [South Asian]; else generalised",
     .tells_apart = Apart::by_letters,
     .in_words = true},
    {.name = "generalise",
     .apply = apply_generalise,
     .settings = generalise_settings,
     .says = "something broader: a region, a month, an age band, a kind of organisation; else a pseudonym"},
    {.name = "shift",
     .apply = apply_shift,
     .settings = shift_settings,
     .says = "dates moved by a secret number of days, the same for all that one participant tells; else generalised",
     .conflict = no_whole_week},
    {.name = "hash",
     .apply = apply_hash,
     .settings = hash_settings,
     .says = "[PERSON_3f9a1c2b]: a keyed hash, the same for the same words",
     .tells_nothing = true},
    {.name = "redact",
     .apply = apply_redact,
     .settings = pseudonym_settings,
     .says = "[REDACTED]: nobody can tell one from another",
     .tells_nothing = true},
    {.name = "keep", .apply = apply_keep, .says = "the words stay as they are", .keeps = true},
};

}  // namespace

std::span<const Operator> operators() { return table; }

const Operator& operator_named(std::string_view name, const std::string& file, Position at) {
  std::string known;
  for (const Operator& row : table) {
    if (row.name == name) return row;
    known += (known.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error::usage("there is no operator `" + std::string(name) + "`", "choose one of " + known, {file, at});
}

}  // namespace moniker::replace
