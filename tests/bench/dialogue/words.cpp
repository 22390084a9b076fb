#include "dialogue/words.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <unordered_set>

namespace dialogue {
namespace {

using Classes = std::map<std::string, std::vector<std::string>, std::less<>>;
using Set = std::unordered_set<std::string>;

constexpr std::string_view adjective_ends[] = {"ous", "ful", "able", "ible", "ive", "less",
                                               "al",  "ic",  "ish",  "ary",  "ant", "ent"};

bool plain(const std::string& word) {
  return word.size() > 2 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string cut(const std::string& word, std::size_t n) { return word.substr(0, word.size() - n); }

bool is_verb(const std::string& word, const Set& all) {
  const std::string stem = word.ends_with('e') ? cut(word, 1) : word;
  return all.contains(stem + "ing") && (all.contains(stem + "ed") || all.contains(stem + "ied"));
}

/// The verb that a form in -ing or -ed is of.
bool is_form(const std::string& word, std::size_t ending, const Set& all) {
  if (word.size() < ending + 3) return false;
  const std::string stem = cut(word, ending);
  return is_verb(stem, all) || is_verb(stem + "e", all);
}

/// Forms that would go by as nouns: dustiest, stanches.
bool is_left_out(const std::string& word, const Set& all) {
  if (word.ends_with("est") && word.size() > 6) return true;
  if (word.ends_with("ier") && all.contains(cut(word, 3) + "y")) return true;
  return word.ends_with("s") && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is") &&
         !all.contains(cut(word, 1));
}

std::string_view class_of(const std::string& word, const Set& all) {
  if (word.ends_with("ly")) return "adv";
  if (word.ends_with("ing") && is_form(word, 3, all)) return "doing";
  if (word.ends_with("ed") && is_form(word, 2, all)) return "done";
  if (word.ends_with("s") && all.contains(cut(word, 1))) return is_verb(cut(word, 1), all) ? "" : "nouns";
  if (is_left_out(word, all)) return "";
  if (is_verb(word, all)) return "verb";
  for (const std::string_view end : adjective_ends) {
    if (word.ends_with(end)) return "adj";
  }
  return "noun";
}

/// heads.txt: a class, a colon, its commonest words.
Classes read_heads(const std::filesystem::path& file) {
  Classes heads;
  for (const Row& row : read_rows(file)) {
    std::istringstream line(row[0]);
    std::string name, word;
    line >> name;
    while (line >> word) heads[cut(name, 1)].push_back(word);
  }
  return heads;
}

}  // namespace

std::vector<Row> read_rows(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<Row> rows;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    Row row(1);
    for (const char c : line) {
      if (c == '\t')
        row.emplace_back();
      else
        row.back() += c;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::string> first_cells(const std::filesystem::path& file) {
  return first_cells(file, [](const Row&) { return true; });
}

void shuffle(std::vector<std::string>& words) {
  Random random(words.size());
  for (std::size_t i = words.size(); i > 1; --i) std::swap(words[i - 1], words[random.below(i)]);
}

std::map<std::string, Ranked, std::less<>> read_words(const std::filesystem::path& own,
                                                      const std::filesystem::path& lists) {
  std::vector<std::string> listed = first_cells(lists / "words/common.txt"),
                           rare = first_cells(lists / "words/dictionary.txt");
  shuffle(listed);
  shuffle(rare);
  listed.insert(listed.end(), rare.begin(), rare.end());
  std::erase_if(listed, [](const std::string& word) { return !plain(word); });

  Classes classes = read_heads(own / "heads.txt");
  Set all(listed.begin(), listed.end()), used;
  for (const auto& [name, words] : classes) used.insert(words.begin(), words.end());
  for (const std::string& word : listed) {
    const std::string_view name = class_of(word, all);
    if (!name.empty() && used.insert(word).second) classes[std::string(name)].push_back(word);
  }
  std::map<std::string, Ranked, std::less<>> ranked;
  for (auto& [name, words] : classes) ranked.emplace(name, Ranked(std::move(words), steep_weights));
  return ranked;
}

}  // namespace dialogue
