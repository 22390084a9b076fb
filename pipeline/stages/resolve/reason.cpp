#include "resolve/reason.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace moniker::resolve {
namespace {

constexpr std::string_view names[] = {"session",  "full name", "own name", "alias",       "short form",
                                      "initials", "slip",      "told",     "other mouth", "alone"};

}  // namespace

std::string_view reason_name(Reason reason) { return names[static_cast<std::size_t>(reason)]; }

Reason reason_named(std::string_view name) {
  const auto* const found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) throw std::out_of_range("reason");
  return static_cast<Reason>(found - std::begin(names));
}

}  // namespace moniker::resolve
