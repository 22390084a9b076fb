#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/utterance.hpp"

// Formats that are read and not written, as the programs write them that deliver them.
namespace roundtrip {

struct Encoder {
  std::string_view format;  // what the reader is called
  std::string_view variant;
  std::string (*bytes)(const std::vector<moniker::Utterance>& talk);
};
std::span<const Encoder> encoders();

}  // namespace roundtrip
