#pragma once
#include <cstdint>
#include <limits>
#include <string_view>

namespace moniker {

/// How much one transcript may hold. What holds more is refused where that is first seen: it is no interview, or was
/// made to exhaust the machine. `limits:` in moniker.yaml says otherwise; text of no study that streams by has no end.
struct Limits {
  std::uint64_t unpacked = 1024, ratio = 200, parts = 10'000;
  std::uint64_t words = 20'000'000, turns = 1'000'000, speakers = 2'000, names = 100'000;

  static constexpr Limits of_streams() {
    constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();
    return {.words = none, .turns = none, .speakers = none, .names = none};
  }
};

struct LimitRow {
  std::string_view name;
  std::uint64_t Limits::*value;
  std::string_view meaning;
};

/// All of them: what moniker.yaml may name, and the table of docs/formats.md.
inline constexpr LimitRow limit_table[] = {
    {"unpacked", &Limits::unpacked, "MiB that a part of a packed document (docx, odt, xlsx, zip) unfolds to"},
    {"ratio", &Limits::ratio, "times its packed size to which a part unfolds, where that is more than 8 MiB"},
    {"parts", &Limits::parts, "parts of a packed document"},
    {"words", &Limits::words, "words: two thousand hours of talk"},
    {"turns", &Limits::turns, "turns or captions, each with its times"},
    {"speakers", &Limits::speakers, "different speakers"},
    {"names", &Limits::names, "different names, places and other identifiers"},
};

}  // namespace moniker
