#pragma once
#include <optional>
#include <string_view>

#include "manuscript/attributes.hpp"

namespace moniker::custodian {

/// "who plays as a 1.0", "a 4.5 who walks with a stick": the class of an athlete; nothing of "a 4.5 per cent rise".
std::optional<Attribute> class_told(std::string_view clause, std::size_t slot, const PaperWords& words);

}  // namespace moniker::custodian
