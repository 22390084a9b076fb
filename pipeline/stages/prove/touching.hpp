#pragma once
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::prove {

/// Letters that touch a placeholder on either side, as ranges that ascend: what is left of a name of which only a part
/// was found. "[ID04]s" and "[ID04]es" are plurals and none of it.
std::vector<ByteRange> touching_letters(std::string_view text, const std::vector<ByteRange>& placeholders);

}  // namespace moniker::prove
