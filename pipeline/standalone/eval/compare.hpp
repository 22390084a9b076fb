#pragma once
#include <map>
#include <string>

#include "eval/score.hpp"

namespace moniker::eval {

/// Two systems on the same gold. Throws Error{usage} where they are not.
struct Comparison {
  std::string name{}, first{}, second{};  // of the corpus and of the systems
  Evaluation a{}, b{};
  std::map<std::string, Interval> differences{};  // b less a, over the same documents drawn anew
};
Comparison compare(std::string corpus, std::string first, Evaluation a, std::string second, Evaluation b);

/// Side by side, a label a line. Figures are per cent. No words of the corpus.
std::string comparison_table(const Comparison& comparison);
std::string comparison_markdown(const Comparison& comparison);
std::string comparison_json(const Comparison& comparison);

}  // namespace moniker::eval
