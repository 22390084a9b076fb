#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "moniker/error.hpp"

// What all targets share: bytes as text, what must hold, and that nothing but an Error says no.
namespace moniker::fuzz {

inline void hold(bool condition) {
  if (!condition) std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// So many texts of one, cut where a byte is 0; the last keeps what is left, and those that are missing are empty.
inline std::vector<std::string_view> parts_of(std::string_view text, std::size_t count) {
  std::vector<std::string_view> parts;
  while (parts.size() + 1 < count) {
    const std::size_t end = text.find('\0');
    parts.push_back(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
  }
  parts.push_back(text);
  return parts;
}

/// Whether what reads took what it was given. If not it said so by an Error with a remedy: any other exception is a
/// finding, and ends the program.
template <class Read>
bool takes(const Read& read) {
  try {
    read();
    return true;
  } catch (const Error& error) {
    hold(!error.problem().what.empty() && !error.problem().remedy.empty());
    return false;
  }
}

}  // namespace moniker::fuzz
