#pragma once
#include <cstddef>
#include <string_view>

#include "read/turns/label_survey.hpp"

namespace moniker::read {

/// Whether a line that was read as going on may begin with somebody's label: one with another mark than the
/// transcript's labels have ("(Kate) So"), one that nothing parts from the words ("P04 So", "Interviewer So", "Kate.
/// So"), or with
/// ">>" among its words.
bool begins_oddly(std::string_view line, std::size_t from, const LabelSurvey& survey, const words::Language& language);
/// The same where label_candidate() was asked already what stands at `from`, which is no blank.
bool begins_oddly(std::string_view line, std::size_t from, const LabelSurvey& survey, const words::Language& language,
                  const std::optional<LabelCandidate>& candidate);

/// Where the words begin behind ">>" at `from`, which in captions says that another speaks; 0 where it does not stand.
std::size_t chevrons(std::string_view line, std::size_t from);

/// Where within the words of a line, behind the end of a sentence, a label stands that is known or says a role: "The
/// owl came? P: Yes." is what two said, and nobody can be sure where the second ends. npos where there is none.
std::size_t another_label(std::string_view line, std::size_t from, const LabelSurvey& survey,
                          const words::Language& language);

}  // namespace moniker::read
