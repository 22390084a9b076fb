#include "replace/operators.hpp"

#include "replace/operator_functions.hpp"

namespace moniker {
namespace {

constexpr OperatorSetting style{"style", "brackets|braces|angles|plain"};
constexpr OperatorSetting pseudonym_settings[] = {style};
constexpr OperatorSetting hash_settings[] = {style, {"length", "8 (6-32)"}};
constexpr OperatorSetting generalise_settings[] = {style,
                                                   {"date", "auto|month|year"},
                                                   {"place", "region|nation"},
                                                   {"width", "10 (1-50)"},
                                                   {"top", "90 (18-110)"}};

// One more operator is one file and one line here.
constexpr Operator table[] = {
    {"pseudonym", apply_pseudonym, pseudonym_settings,
     "[PERSON_3], or [ID04] for a participant: the same everywhere"},
    {"participant", apply_participant, pseudonym_settings,
     "ID04 without brackets for a participant, else a pseudonym"},
    {"generalise", apply_generalise, generalise_settings,
     "something broader: a region, a month, an age band, a kind of organisation; else a pseudonym"},
    {"hash", apply_hash, hash_settings, "[PERSON_3f9a1c2b]: a keyed hash, the same for the same words"},
    {"redact", apply_redact, pseudonym_settings, "[REDACTED]: nobody can tell one from another"},
    {"keep", apply_keep, {}, "the words stay as they are"},
};

}  // namespace

std::span<const Operator> operators() { return table; }

const Operator& operator_named(std::string_view name, const std::string& file, Position at) {
  std::string known;
  for (const Operator& row : table) {
    if (row.name == name) return row;
    known += (known.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error({.file = file,
               .at = at,
               .what = "there is no operator \"" + std::string(name) + "\"",
               .remedy = "choose one of " + known});
}

}  // namespace moniker
