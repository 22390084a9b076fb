#pragma once
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker {

/// What a label's words are. Code asks this and never a label's name, so that one more label is a row of labels.yaml.
enum class Meaning : std::uint8_t {
  other,  // words that are compared as they are
  person,
  place,
  address,  // a postal one
  postcode,
  organisation,
  date,
  age,
  occupation,
  group,      // a nationality, a faith, a language: whom somebody belongs to
  code,       // letters and digits, however they are grouped or said
  telephone,  // a code, too
  nhs_number,
  email,
  web_address
};

/// Whether a form of it is one word, however it was written: a code or an address of the net.
constexpr bool is_joined(Meaning means) {
  return means == Meaning::code || means == Meaning::telephone || means == Meaning::postcode ||
         means == Meaning::nhs_number || means == Meaning::email || means == Meaning::web_address;
}

/// A row of labels.yaml, with the thresholds of the chosen profile.
struct Label {
  std::string name{};  // PERSON
  Meaning means = Meaning::other;
  float replace = 0.5F, review = 0.35F;
  std::string by{};                     // the operator where a study chooses none; empty: a pseudonym
  std::vector<std::string> speaking{};  // subtypes that say more than the label in a placeholder; "any": all do
  std::string file{};                   // where it stands
  Position at{};

  bool operator==(const Label&) const = default;
  bool speaks(std::string_view subtype) const {
    return !subtype.empty() && std::any_of(speaking.begin(), speaking.end(),
                                           [&](const std::string& one) { return one == subtype || one == "any"; });
  }
};

/// All that a rule set has, in the order of LabelId.
using Labels = std::vector<Label>;

/// Null where there is none.
inline const Label* label_named(const Labels& labels, std::string_view name) {
  const auto found = std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.name == name; });
  return found == labels.end() ? nullptr : &*found;
}
inline Meaning meaning_of(const Labels& labels, std::string_view name) {
  const Label* const label = label_named(labels, name);
  return label == nullptr ? Meaning::other : label->means;
}
/// The first that means it; null where none does. Of a rule set exactly one means a person.
inline const Label* label_meaning(const Labels& labels, Meaning means) {
  const auto found = std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.means == means; });
  return found == labels.end() ? nullptr : &*found;
}

}  // namespace moniker
