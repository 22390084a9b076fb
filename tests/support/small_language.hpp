#pragma once
#include <filesystem>
#include <fstream>
#include <string>

namespace moniker::test {

/// The files of a language's folder, each with its columns and, unless it is given rows, nothing else.
struct LanguageRows {
  std::string roles{}, titles{}, words{}, numbers{}, dates{}, spelling{};
};

/// Writes them below rules/<code>/language, and the lists that every rule set reads beside its own.
inline void write_language(const std::filesystem::path& rules, const std::string& code, const LanguageRows& rows = {}) {
  const auto folder = rules / code / "language";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "roles.tsv") << "# word\tlabel\tnobody\tasks\n" << rows.roles;
  std::ofstream(folder / "titles.tsv") << "# title\tkind\tstrong\tdrop\tgender\tgoes with\n" << rows.titles;
  std::ofstream(folder / "words.tsv") << "# list\twords\n" << rows.words;
  std::ofstream(folder / "numbers.tsv") << "# word\tvalue\tkind\n" << rows.numbers;
  std::ofstream(folder / "dates.tsv") << "# word\tnumber\tkind\n" << rows.dates;
  std::ofstream(folder / "spelling.tsv") << "# written\tsame as\tkind\n" << rows.spelling;
  const auto names = rules / "lists" / "names";
  std::filesystem::create_directories(names);
  if (!std::filesystem::exists(names / "nicknames.tsv"))
    std::ofstream(names / "nicknames.tsv") << "# full name\tshort forms\n";
}

}  // namespace moniker::test
