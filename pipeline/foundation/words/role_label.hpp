#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "words/language.hpp"

namespace moniker::words {

/// Whether a speaker's label tells a part in the talk and nobody's name: Interviewer, Second midwife, Co-facilitator,
/// P04. Every word of it is a role word of the language, or a number; one at least says by itself that it is nobody.
bool tells_role(std::string_view label, const Language& language);

/// Such a label fit to be written out: "Interviewer" -> INTERVIEWER, "Speaker 1:" -> SPEAKER_1, "P1" -> P1. Nothing for
/// every other label: it may be a name. Numbers have three digits at most: a longer one may be somebody's.
std::optional<std::string> role_label(std::string_view label, const Language& language);

/// Whether it is the label of who asks: interviewer, moderator, researcher, ...
bool is_asking_role(std::string_view label, const Language& language);

}  // namespace moniker::words
