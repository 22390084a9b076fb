// names.txt and keep.txt: decisions in plain words, for who would rather write them than be asked.
#include "decisions/listed_words.hpp"

#include <fmt/format.h>

#include <map>
#include <sstream>

#include "base/byte_source.hpp"
#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

std::string trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::string bytes_of(const std::filesystem::path& file) {
  FileSource source(file);
  std::string text, block(16 * 1024, '\0');
  while (const std::size_t n = source.read(block)) text.append(block, 0, n);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

/// `Tigs: PERSON`, `Tigs`. The last colon parts them, where what follows may be a label.
ListedWords name_of_line(const std::string& line, const Labels& labels, const std::string& file, Position at) {
  const std::size_t colon = line.rfind(':');
  ListedWords listed{trimmed(line.substr(0, colon)), "PERSON", file, at};
  if (const Label* const person = label_meaning(labels, Meaning::person)) listed.label = person->name;
  if (colon == std::string::npos) return listed;
  listed.label = trimmed(line.substr(colon + 1));
  if (label_named(labels, listed.label)) return listed;
  throw Error::usage("what stands behind the colon is no label",
                     "write it as `Tigs: PERSON`; `moniker rules list` shows the labels that there are", {file, at});
}

void read_list(const std::filesystem::path& path, const Labels* labels, std::vector<ListedWords>& all) {
  if (!std::filesystem::exists(path)) return;
  const std::string text = bytes_of(path), file = path.filename().string();
  if (find_invalid_utf8(text) != std::string::npos)
    throw Error::usage("is not UTF-8", "save it as UTF-8 text", {path.string()});
  std::istringstream lines(text);
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    const Position at{++number, 1};
    line = trimmed(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    all.push_back(labels ? name_of_line(line, *labels, path.string(), at) : ListedWords{line, {}, path.string(), at});
    if (folded_words(all.back().words).empty())
      throw Error::usage("no word stands here", "write one name or phrase a line", {path.string(), at});
  }
}

}  // namespace

std::vector<ListedWords> read_listed_words(const StudyLayout& layout, const Labels& labels) {
  std::vector<ListedWords> all;
  read_list(layout.names_list(), &labels, all);
  read_list(layout.keep_list(), nullptr, all);
  std::map<std::vector<std::string>, const ListedWords*> said;
  for (const ListedWords& listed : all) {
    const auto [earlier, fresh] = said.emplace(folded_words(listed.words), &listed);
    if (fresh || earlier->second->label == listed.label) continue;
    throw Error::usage(fmt::format("line {} of {} says something else of the same words", earlier->second->at.line,
                                   std::filesystem::path(earlier->second->file).filename().string()),
                       "one of both can never win: remove it", {listed.file, listed.at});
  }
  return all;
}

}  // namespace moniker::study
