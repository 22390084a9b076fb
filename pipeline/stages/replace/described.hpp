#pragma once
#include <optional>
#include <string>

#include "replace/around.hpp"
#include "replace/generalisations.hpp"

namespace moniker::replace {

/// What `describe` says of some words.
struct Description {
  std::string whole{};    // all that is said, without a letter: Scotland, South Asian; else empty
  bool as_broad = false;  // the words themselves say no more: they stay
  std::string kind{};     // village
  std::string where{};    // its region, as it is said; empty where none is sure
};

/// Of each meaning that has one; nothing where it cannot say anything. Any thread may ask.
using Described = std::optional<Description>;
Described described_place(const ToReplace&, const Generalisations&);
Described described_address(const ToReplace&, const Generalisations&);
Described described_postcode(const ToReplace&, const Generalisations&);
Described described_organisation(const ToReplace&, const Generalisations&);
/// "GP practice" of GP PRACTICE.
std::string in_small_letters(std::string_view kind);
/// The same, and "company" of EMPLOYER: as a description says it.
std::string in_small_words(std::string_view kind);
Described described_group(const ToReplace&, const Generalisations&);

}  // namespace moniker::replace
