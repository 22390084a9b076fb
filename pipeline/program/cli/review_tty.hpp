#pragma once
#include <iosfwd>

#include "cli/terminal.hpp"
#include "review/review.hpp"

namespace moniker::cli {

/// The queue of a review in a terminal: a question, its sentences, and a letter that answers it, line by line from
/// `answers`, until it is empty or somebody leaves. It shows words of transcripts, as it is asked to.
void review_in_terminal(study::Review& review, Terminal& terminal, std::istream& answers);

}  // namespace moniker::cli
