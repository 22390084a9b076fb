#pragma once
#include <cstddef>
#include <string_view>

#include "manuscript/paper_words.hpp"

namespace moniker::custodian {

/// Where the words begin that say what somebody is right before a short ID, "Care assistant S5", in the item that the
/// ID is of; `at` itself, where the ID begins, if none do.
std::size_t role_begin(std::string_view text, std::size_t at, const PaperWords& words);

}  // namespace moniker::custodian
