#pragma once
#include <string_view>

namespace moniker::coded {

/// Whether an attribute of the standard can be no words: its name is one of those that hold identifiers, places, dates
/// and the like, and its value has that form.
bool is_plain_attribute(std::string_view name, std::string_view value);

}  // namespace moniker::coded
