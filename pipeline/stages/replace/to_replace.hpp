#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "moniker/label.hpp"

namespace moniker::replace {

/// The text before and behind some words: to be looked at, and never copied from.
struct AboutIt {
  std::string_view before{}, after{};
  bool known = false;
};

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
  std::string_view form{};         // of the entity: the longest of its names, normalised; empty when unknown
  AboutIt about{};                 // the text about the words; by default nobody knows
  std::string_view surrogate{};    // chosen for these words by the study; empty: none
  const std::map<std::string, std::string>* settings = nullptr;  // checked by check_settings; null: all defaults
};

}  // namespace moniker::replace
