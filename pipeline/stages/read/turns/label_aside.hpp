#pragma once
#include <string>
#include <string_view>

#include "words/language.hpp"

namespace moniker::read {

/// A label in two: who speaks, and what stands in brackets behind it and says how: "P7 (continued)", "Amina [via
/// interpreter]". "Kate (mother)", "Kate (Guest)" and "Kate (NHS Trust)" say who, and are whole.
struct PartedLabel {
  std::string_view who{}, aside{};  // aside with its brackets; empty where there is none
};
PartedLabel parted_label(std::string_view label, const words::Language& language);

/// Whether words in brackets say how somebody speaks, or what is heard: "laughing", "via interpreter", "inaudible".
bool is_stage(std::string_view words, const words::Language& language);

/// Takes the aside from the label and puts it before what was said: no word is lost, and nobody is two.
void take_aside(std::string& label, std::string& text, const words::Language& language);

}  // namespace moniker::read
