#pragma once
#include <string_view>
#include <vector>

#include "prove/form_table.hpp"
#include "prove/text_words.hpp"

namespace moniker::prove {

/// Known names spelled letter by letter: "K-A-T-E", "k. a. t. e.", "S H A double-U". Ranges ascend by begin.
std::vector<ByteRange> spelled_names(std::string_view text, const std::vector<TextWord>& words, const FormTable& names);

}  // namespace moniker::prove
