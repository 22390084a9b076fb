#pragma once
#include <string>
#include <string_view>

namespace moniker {

/// The text with its accents and letters in one (Unicode's NFC), as most programs write them; what is not UTF-8 stays
/// as it is. Two names that look alike are one then: Macs take a file's name apart.
std::string composed(std::string_view text);

}  // namespace moniker
