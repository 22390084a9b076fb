#pragma once
#include <exception>
#include <string>

#include "moniker/error.hpp"

namespace moniker::cli {

/// What a library or the system threw, as an account of ours: what went wrong and what helps, in this place. The text
/// of a foreign exception might quote its input, so nothing of it is told.
Problem account_of(const std::exception& thrown, std::string place);

}  // namespace moniker::cli
