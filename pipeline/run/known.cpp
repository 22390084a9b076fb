#include "run/known.hpp"

#include <algorithm>
#include <fstream>
#include <unordered_set>

#include "base/fold.hpp"

namespace moniker {
namespace {

/// Ordinary words, folded: a name that is one (Will, Grace) is searched for with more care.
std::unordered_set<std::string> ordinary_words(const std::filesystem::path& lists) {
  std::unordered_set<std::string> words;
  for (const char* name : {"words/common.txt", "words/dictionary.txt", "allow/eponyms.txt"}) {
    std::ifstream file(lists / name);
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && line.front() != '#') words.insert(fold(line));
    }
  }
  return words;
}

bool is_replaced(const StudyConfig& config, const std::string& label) {
  const auto choice = config.operators.find(label);
  return choice == config.operators.end() || choice->second.name != "keep";
}

}  // namespace

std::vector<KnownName> names_to_prove(const OpenedStudy& study, const LearnedNames& learned) {
  const auto words = ordinary_words(study.options.rules / "lists");
  std::vector<KnownName> names =
      known_names(study.people, study.nicknames.all(), [&](std::string_view word) { return words.contains(std::string(word)); });
  for (const auto& [key, name] : learned.all()) {
    if (name.label == "PERSON" && is_replaced(study.config, name.label)) {
      names.push_back({.text = name.form, .word = name.word, .full = false});
    }
  }
  return names;
}

}  // namespace moniker
