#include "coded/units.hpp"

#include <algorithm>
#include <tuple>

#include "base/utf8.hpp"

namespace moniker::coded {
namespace {

constexpr Counting ways[] = {{},
                             {.utf16 = true},
                             {.line_end_is_one = true},
                             {.utf16 = true, .line_end_is_one = true},
                             {.counts_mark = true},
                             {.utf16 = true, .counts_mark = true},
                             {.line_end_is_one = true, .counts_mark = true},
                             {.utf16 = true, .line_end_is_one = true, .counts_mark = true}};

bool cuts_word(std::string_view text, std::uint32_t at) {
  const CodePoint before = code_point_before(text, at), behind = code_point_at(text, at);
  return before.length > 0 && behind.length > 0 && is_word(before.value) && is_word(behind.value);
}

/// Whether the ways of counting differ for a text at all.
bool matters(const CountedRanges& source) {
  return source.marked || source.text.find("\r\n") != std::string_view::npos ||
         std::any_of(source.text.begin(), source.text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0xF0; });
}

}  // namespace

Units::Units(std::string_view text, Counting counting, bool marked) : before_(marked && counting.counts_mark ? 1 : 0) {
  starts_.reserve(text.size() + 1);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t length = std::max<std::size_t>(point.length, 1);
    const bool line_end = counting.line_end_is_one && text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n';
    starts_.push_back(static_cast<std::uint32_t>(at));
    if (counting.utf16 && point.value > 0xFFFF) starts_.push_back(static_cast<std::uint32_t>(at));
    at += line_end ? 2 : length;
  }
  starts_.push_back(static_cast<std::uint32_t>(text.size()));
}

std::optional<std::uint32_t> Units::byte_of(std::int64_t unit) const {
  if (is_mark(unit)) return 0U;
  unit -= before_;
  if (unit < 0 || unit >= static_cast<std::int64_t>(starts_.size())) return std::nullopt;
  return starts_[static_cast<std::size_t>(unit)];
}

std::uint32_t Units::nearest_byte(std::int64_t unit) const {
  return byte_of(unit).value_or(unit < 0 ? 0U : starts_.back());
}

std::int64_t Units::unit_of(std::uint32_t byte) const {
  return std::lower_bound(starts_.begin(), starts_.end(), byte) - starts_.begin() + before_;
}

Counting counting_of(const std::vector<CountedRanges>& sources) {
  std::tuple<std::size_t, std::size_t> best{};
  const Counting* chosen = nullptr;
  for (const Counting& way : ways) {
    std::size_t outside = 0, cuts = 0;
    for (const CountedRanges& source : sources) {
      if (!matters(source)) continue;
      const Units units(source.text, way, source.marked);
      for (const auto& [begin, end] : source.ranges) {
        const auto first = units.byte_of(begin), last = units.byte_of(end);
        if (!first || !last || begin > end) {
          ++outside;
          continue;
        }
        cuts += cuts_word(source.text, *first) ? 1U : 0U;
        cuts += cuts_word(source.text, *last) ? 1U : 0U;
      }
    }
    const std::tuple here{outside, cuts};
    if (chosen == nullptr || here < best) {
      best = here;
      chosen = &way;
    }
  }
  return *chosen;
}

}  // namespace moniker::coded
