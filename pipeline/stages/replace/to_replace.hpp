#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "moniker/label.hpp"

namespace moniker::replace {

/// What an operator may look at.
struct ToReplace {
  std::string_view surface{};  // the words
  std::string_view label{}, subtype{};
  Meaning means{};                 // of the label
  bool speaks = false;             // the subtype says more than the label: Label::speaks()
  std::uint32_t number = 0;        // of the entity; 0 when unknown
  std::string_view participant{};  // ID04 or empty
  std::string_view keyed{};        // stands for the number where nobody counts, see keyed_name.hpp; else empty
  std::string_view owner{};        // whose talk it is: ID04, or T03 of everybody's; empty where nobody counts
  std::string_view surrogate{};    // chosen for these words by the study; empty: none
  const std::map<std::string, std::string>* settings = nullptr;  // checked by check_settings; null: all defaults
};

}  // namespace moniker::replace
