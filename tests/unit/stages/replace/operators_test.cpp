#include <catch2/catch.hpp>

#include "small_lists.hpp"

using moniker::Error;
using moniker::replace::ToReplace;
using small_lists::apply;
using small_lists::Settings;

using namespace moniker::replace;

namespace {

/// "what | remedy" of the error that `act` throws.
template <class Act>
std::string complaint(Act act) {
  try {
    act();
  } catch (const Error& error) {
    const auto& p = error.problem();
    CHECK(static_cast<int>(p.fault) == 2);
    CHECK(p.file == "moniker.yaml");
    CHECK(p.at.line == 7);
    return p.what + " | " + p.remedy;
  }
  return "nothing was thrown";
}

}  // namespace

TEST_CASE("each operator gives its own kind of text") {
  const auto [op, label, subtype, number, participant, text] =
      GENERATE(table<std::string, std::string, std::string, std::uint32_t, std::string, std::string>({
          {"pseudonym", "PERSON", "", 3, "", "[PERSON_3]"},
          {"pseudonym", "PERSON", "given_name", 3, "", "[PERSON_3]"},
          {"pseudonym", "PERSON", "", 3, "ID04", "[ID04]"},
          {"pseudonym", "PERSON", "", 0, "", "[PERSON]"},
          {"pseudonym", "NHS_NUMBER", "", 1, "", "[NHS_NUMBER_1]"},
          {"pseudonym", "ID", "ni_number", 2, "", "[NI_NUMBER_2]"},
          {"pseudonym", "ID", "", 2, "", "[ID_2]"},
          {"pseudonym", "LOCATION", "postcode", 5, "", "[POSTCODE_5]"},
          {"pseudonym", "LOCATION", "city", 5, "", "[LOCATION_5]"},
          {"participant", "PERSON", "", 3, "ID04", "ID04"},
          {"participant", "PERSON", "", 3, "", "[PERSON_3]"},
          {"redact", "PERSON", "", 3, "ID04", "[REDACTED]"},
          {"keep", "PERSON", "", 3, "ID04", "Kate's"},
      }));
  CAPTURE(op, label, subtype);
  CHECK(
      apply(op,
            {.surface = "Kate's", .label = label, .subtype = subtype, .number = number, .participant = participant}) ==
      text);
}

TEST_CASE("the style of brackets is a setting") {
  const auto [style, text] = GENERATE(table<std::string, std::string>(
      {{"brackets", "[PERSON_3]"}, {"braces", "{PERSON_3}"}, {"angles", "<PERSON_3>"}, {"plain", "PERSON_3"}}));
  CHECK(apply("pseudonym", {.surface = "Kate", .label = "PERSON", .number = 3}, {{"style", style}}) == text);
}

TEST_CASE("the hash depends on the words and the label, not on how they are written") {
  const auto of = [](const std::string& surface, const std::string& label = "PERSON", const Settings& settings = {}) {
    return apply("hash", {.surface = surface, .label = label, .number = 3, .participant = "ID04"}, settings);
  };
  const std::string kate = of("Kate");
  CHECK(kate.size() == std::string("[PERSON_]").size() + 8);
  CHECK(kate.substr(0, 8) == "[PERSON_");
  CHECK(of("KATE's") == kate);
  CHECK(of("kate,") == kate);
  CHECK(of("943 476 5919", "PHONE") == of("943-476-5919", "PHONE"));
  CHECK(of("Kath") != kate);
  CHECK(of("Kate", "LOCATION").substr(10) != kate.substr(8));
  CHECK(of("Kate", "PERSON", {{"length", "32"}}).size() == std::string("[PERSON_]").size() + 32);
  moniker::replace::OperatorKeys other;
  for (auto& b : other.hash.bytes()) b = std::byte{9};
  const Settings none;
  const ToReplace what{.surface = "Kate", .label = "PERSON", .settings = &none};
  CHECK(moniker::replace::operator_named("hash", {}, {}).apply(what, small_lists::tables(), other) != kate);
}

TEST_CASE("operators are named and explained") {
  for (const auto& op : moniker::replace::operators()) {
    CHECK_FALSE(op.says.empty());
    CHECK(&moniker::replace::operator_named(op.name, {}, {}) == &op);
  }
  CHECK(complaint([] {
          moniker::replace::operator_named("psuedonym", "moniker.yaml", {7, 3});
        }) ==
        "there is no operator `psuedonym` | choose one of pseudonym, participant, surrogate, describe, generalise, "
        "shift, "
        "hash, redact, keep");
}

TEST_CASE("settings are checked against what the operator knows") {
  const auto [op, name, value, error] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"pseudonym", "style", "brackets", "nothing was thrown"},
      {"generalise", "width", "5", "nothing was thrown"},
      {"generalise", "date", "year", "nothing was thrown"},
      {"shift", "most", "3650", "nothing was thrown"},
      {"shift", "weekdays", "never",
       "the setting `weekdays` of the operator shift cannot be `never` | choose one of keep, any"},
      {"shift", "most", "6",
       "the settings of the operator shift do not go together | write `most: 7` or more, or `weekdays: any`: "
       "kept weekdays move by whole weeks"},
      {"pseudonym", "colour", "red", "the operator pseudonym has no setting `colour` | its settings are style"},
      {"keep", "style", "plain",
       "the operator keep has no setting `style` | take it out: this operator has no settings"},
      {"pseudonym", "style", "round",
       "the setting `style` of the operator pseudonym cannot be `round` | choose one of brackets, "
       "braces, angles, plain"},
      {"pseudonym", "style", "",
       "the setting `style` of the operator pseudonym cannot be `` | choose one of brackets, braces, "
       "angles, plain"},
      {"generalise", "width", "0",
       "the setting `width` of the operator generalise cannot be `0` | write a whole number from 1 to "
       "50"},
      {"generalise", "width", "5x",
       "the setting `width` of the operator generalise cannot be `5x` | write a whole number from 1 to "
       "50"},
      {"generalise", "top", "-1",
       "the setting `top` of the operator generalise cannot be `-1` | write a whole number from 18 to "
       "110"},
  }));
  CAPTURE(op, name, value);
  const auto check = [&, &setting = name, &chosen = op, &given = value] {
    moniker::replace::check_settings(moniker::replace::operator_named(chosen, {}, {}), {{setting, given}},
                                     "moniker.yaml", {7, 5});
  };
  CHECK(complaint(check) == error);
}
