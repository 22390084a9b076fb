#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "review/survey.hpp"

namespace moniker::study {

/// Where else some words stand in the study, as a decision about them would find them.
struct Elsewhere {
  std::uint64_t open = 0, masked = 0;  // in clear now; within what is replaced already
  std::size_t transcripts = 0;         // in which they stand in clear
  std::vector<SeenPlace> first{};      // a few of those in clear
};
Elsewhere elsewhere(const ReviewedStudy& reviewed, std::string_view words);

}  // namespace moniker::study
