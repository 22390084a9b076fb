#pragma once
#include <string>

#include "eval/score.hpp"

namespace moniker::eval {

/// 97.1, or a dash where there is no figure.
std::string per_cent(Share share);

/// An evaluation for people, at a terminal of 112 columns. Figures are per cent. No words of the corpus.
std::string evaluation_table(const Evaluation& evaluation);
/// The same as Markdown, under a heading with the corpus's name.
std::string evaluation_markdown(const Evaluation& evaluation);
/// All figures for machines: one JSON object, shares from 0 to 1, null where there was nothing to divide by.
std::string evaluation_json(const Evaluation& evaluation);

}  // namespace moniker::eval
