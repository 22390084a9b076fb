// Who decides what becomes of a finding, and as whom it is told of.
#include "replace/decision.hpp"

#include <catch2/catch.hpp>

#include "small_lists.hpp"

using namespace moniker;
using namespace moniker::replace;

namespace {

/// "DATE=shift, ID/ni_number=redact"
std::map<std::string, OperatorChoice> choices_of(const std::string& text) {
  std::map<std::string, OperatorChoice> choices;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(", ", at), text.size()), equals = text.find('=', at);
    choices[text.substr(at, equals - at)].name = text.substr(equals + 1, end - equals - 1);
    at = end + 2;
  }
  return choices;
}

/// "label: hash, as PERSON_3"
std::string told(const Decision& decision) {
  constexpr std::string_view by[] = {"nobody", "delivered", "withdrawn", "entity", "label"};
  std::string text(by[static_cast<std::size_t>(decision.by)]);
  text.append(": ").append(decision.does ? decision.does->name : "-");
  if (const std::string whom = told_as(decision); !whom.empty()) text += ", as " + whom;
  return text;
}

}  // namespace

TEST_CASE("withdrawal comes before an override, an override before the subtype, and that before the label") {
  struct Case {
    std::string label, subtype, entity, by_label, overrides, decision;
  };
  const auto& c = GENERATE(values<Case>({
      {"PERSON", "", "", "", "", "label: pseudonym"},
      {"PERSON", "", "PERSON_3", "", "", "label: pseudonym, as PERSON_3"},
      {"PERSON", "", "ID03", "", "", "label: pseudonym, as ID03"},
      {"PERSON", "", "ID03", "PERSON=participant", "", "label: participant, as ID03"},
      {"PERSON", "", "PERSON_3", "PERSON=surrogate", "", "label: surrogate, as PERSON_3"},
      {"PERSON", "", "PERSON_3", "PERSON=hash", "", "label: hash"},
      {"PERSON", "", "PERSON_3", "PERSON=redact", "", "label: redact"},
      {"PERSON", "", "PERSON_3", "LOCATION=keep", "PERSON_3=keep", "entity: keep"},
      {"PERSON", "", "PERSON_3", "PERSON=redact", "PERSON_3=pseudonym", "entity: pseudonym, as PERSON_3"},
      {"PERSON", "", "PERSON_3", "PERSON=redact", "PERSON_4=pseudonym", "label: redact"},
      {"PERSON", "", "", "PERSON=redact", "PERSON_3=pseudonym", "label: redact"},
      {"PERSON", "", "ID03", "PERSON=redact", "ID03=hash", "entity: hash"},
      {"PERSON", "", "WITHDRAWN", "PERSON=keep", "WITHDRAWN=keep", "withdrawn: -"},
      {"ID", "ni_number", "ID_3", "ID=hash, ID/ni_number=redact", "", "label: redact"},
      {"ID", "ni_number", "ID_3", "ID=hash, ID/ni_number=redact", "ID_3=keep", "entity: keep"},
      {"ID", "licence", "ID_3", "ID=hash, ID/ni_number=redact", "", "label: hash"},
      {"ID", "", "ID_3", "ID/ni_number=redact", "", "label: pseudonym, as ID_3"},
  }));
  CAPTURE(c.label, c.subtype, c.entity, c.by_label, c.overrides);
  const bool counted = c.entity.find('_') != std::string::npos;
  const Entity entity{.label = c.label,
                      .number = 3,
                      .participant = counted ? std::string() : c.entity,
                      .withdrawn = c.entity == "WITHDRAWN"};
  const OperatorChoices choices{.by_label = choices_of(c.by_label), .overrides = choices_of(c.overrides)};
  const Found found{.label = moniker::test::shipped_label(c.label),
                    .subtype = c.subtype,
                    .entity = c.entity.empty() ? nullptr : &entity};
  Decision decision = decide(found, choices);
  CHECK(told(decision) == c.decision);
  CHECK(decision.instead == (entity.withdrawn ? std::optional<std::string>("[WITHDRAWN]") : std::nullopt));
  put_words(decision, {.surface = "words"}, small_lists::tables(), moniker::replace::OperatorKeys());
  const bool keeps = decision.does && decision.does->keeps;
  CHECK(decision.instead.has_value() != keeps);
}

TEST_CASE("what an operator puts there follows from the finding") {
  const std::string none, number = "ni_number";
  const Entity kate{.label = "PERSON", .number = 3, .participant = "ID03"}, code{.label = "ID", .number = 2};
  const OperatorChoices choices{.by_label = choices_of("PERSON=participant")};
  const auto words = [&](const Found& found, const ToReplace& what) {
    Decision decision = decide(found, choices);
    put_words(decision, what, small_lists::tables(), moniker::replace::OperatorKeys());
    return decision.instead.value();
  };
  const auto& label = moniker::test::shipped_label;
  CHECK(words({label("PERSON"), none, &kate}, {.surface = "Kate"}) == "ID03");
  CHECK(words({label("ID"), number, &code}, {.surface = "QQ 12 34 56 C"}) == "[NI_NUMBER_2]");
  CHECK(words({label("ID"), none}, {.surface = "QQ 12 34 56 C", .keyed = "K7Q2"}) == "[ID_K7Q2]");
}

TEST_CASE("a label has the operator that its row names, where a study chooses none") {
  auto by_label = choices_of("DATE=shift");
  add_defaults(by_label, moniker::test::shipped_labels());
  std::string all;
  for (const auto& [label, choice] : by_label) all += label + '=' + choice.name + ' ';
  CHECK(all ==
        "AGE=generalise DATE=shift LOCATION=describe NATIONALITY=describe OCCUPATION=keep ORG=describe TIME=keep ");
  try {
    add_defaults(by_label, {{.name = "BADGE", .by = "hide", .file = "labels.yaml", .at = {7, 3}}});
    FAIL("there is no operator hide");
  } catch (const Error& error) {
    CHECK(error.problem().file == "labels.yaml");
    CHECK(error.problem().at == Position{7, 3});
  }
}
