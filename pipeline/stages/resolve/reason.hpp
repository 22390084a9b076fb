#pragma once
#include <cstdint>
#include <string_view>

namespace moniker::resolve {

/// Why a form or a label is taken for whom it is.
enum class Reason : std::uint8_t {
  session,      // the register says who speaks under the label
  full_name,    // it is their name
  own_name,     // a part of their name, or the name in another order
  alias,        // the register says that they are called so
  short_form,   // a short form of their name
  initials,     // their initials
  slip,         // their name misspelt or misheard
  told,         // they said so of themselves
  other_mouth,  // whoever says it bears the name: it is another
  alone         // nobody who is known bears it
};

/// As files and pages spell it: "full name", "other mouth".
std::string_view reason_name(Reason reason);
/// As a person is told: "a short form of their name".
std::string_view reason_sentence(Reason reason);
/// Throws std::out_of_range for what is no reason's name.
Reason reason_named(std::string_view name);

}  // namespace moniker::resolve
