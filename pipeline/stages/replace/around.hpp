#pragma once
#include <string>
#include <vector>

#include "moniker/finding.hpp"
#include "replace/to_replace.hpp"

namespace moniker::replace {

/// The folded words about some words of a text, in their sentence.
struct Around {
  std::vector<std::string> before{};  // the nearest first, a few of them
  std::string next{};                 // right behind; empty where the sentence ends or a mark stands between
  bool begins = false;                // nothing of the sentence stands before
};
Around words_around(const AboutIt& about);

/// Of a finding in its text.
AboutIt about(std::string_view text, ByteRange finding);

}  // namespace moniker::replace
