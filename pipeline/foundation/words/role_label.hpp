#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace moniker::words {

/// A speaker label that tells a part in the talk and nobody's name, fit to be written out: "Interviewer" ->
/// INTERVIEWER, "Speaker 1:" -> SPEAKER_1, "P1" -> P1. Nothing for every other label: it may be a name. Only
/// words and abbreviations of a fixed list count, with numbers of up to three digits.
std::optional<std::string> role_label(std::string_view label);

/// Whether it is the label of who asks: interviewer, moderator, researcher, ...
bool is_asking_role(std::string_view label);

}  // namespace moniker::words
