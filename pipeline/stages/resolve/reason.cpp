#include "resolve/reason.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>

namespace moniker::resolve {
namespace {

struct Row {
  std::string_view name, sentence;
};
constexpr Row table[] = {{"session", "the register says who speaks under the label"},
                         {"full name", "it is their name"},
                         {"own name", "it is a part of their name"},
                         {"alias", "the register says that they are called so"},
                         {"short form", "it is a short form of their name"},
                         {"initials", "these are their initials"},
                         {"slip", "it is their name, misspelt or misheard"},
                         {"told", "they said so of themselves"},
                         {"other mouth", "as it is said here, another of that name is meant"},
                         {"alone", "nobody else who is known is called so"}};

}  // namespace

std::string_view reason_name(Reason reason) { return table[static_cast<std::size_t>(reason)].name; }
std::string_view reason_sentence(Reason reason) { return table[static_cast<std::size_t>(reason)].sentence; }

Reason reason_named(std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(table), std::end(table), [&](const Row& row) { return row.name == name; });
  if (found == std::end(table)) throw std::out_of_range("reason");
  return static_cast<Reason>(found - std::begin(table));
}

}  // namespace moniker::resolve
