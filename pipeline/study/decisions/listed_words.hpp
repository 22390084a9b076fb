#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/layout.hpp"
#include "moniker/label.hpp"
#include "moniker/utterance.hpp"

namespace moniker::study {

/// A line of names.txt or keep.txt.
struct ListedWords {
  std::string words{};
  std::string label{};  // names.txt: as which they are replaced; empty: they are kept
  std::string file{};   // as for messages
  Position at{};
};

/// What the study's own two lists say, names first; nothing of one that is not there. `Tigs: PERSON` is somebody,
/// `Tigs` too; # begins a comment. Throws Error{usage} with file and line, and quotes nothing of it: no words, a label
/// that there is not, words that another line says otherwise of.
std::vector<ListedWords> read_listed_words(const StudyLayout& layout, const Labels& labels);

}  // namespace moniker::study
