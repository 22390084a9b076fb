#pragma once
#include <string>
#include <string_view>

namespace moniker {

/// The bytes of a text as libsodium takes them; they live as long as the text.
inline const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
inline unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

}  // namespace moniker
