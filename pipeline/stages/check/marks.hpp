#pragma once
#include <cstddef>
#include <functional>
#include <string_view>

#include "moniker/issue.hpp"
#include "words/language.hpp"

namespace moniker::check {

/// Gives each mark in a text, front to back: mark_inaudible or mark_masked, and the byte where it begins.
void find_marks(std::string_view text, const words::Language& language,
                const std::function<void(IssueCode, std::size_t)>& found);

}  // namespace moniker::check
