#include "words/language.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "moniker/error.hpp"
#include "support/small_language.hpp"
#include "support/temporary_folder.hpp"

using moniker::test::LanguageRows;
using moniker::test::TemporaryFolder;
using moniker::test::write_language;
using moniker::words::Language;
using moniker::words::RoleWord;

namespace {

std::string fault_of(const std::filesystem::path& rules) {
  try {
    Language::load(rules, {"toy"});
  } catch (const moniker::Error& error) {
    const auto& problem = error.problem();
    return std::filesystem::path(problem.file).filename().string() + ':' + std::to_string(problem.at.line) + ": " +
           problem.what;
  }
  return {};
}

}  // namespace

TEST_CASE("a language is what its folder says, folded") {
  const TemporaryFolder folder;
  LanguageRows files;
  files.roles += "Bíro\talone\tyes\tyes\nzed\tbeside\t-\t-\n";
  files.titles += "Dòm\tnoble\t-\tbefore\tm\tsurname\nvir\tpost\t-\tafter\t-\teither\nNo\tkin\t-\t-\t-\t-\n";
  files.words += "answers\tja, Nee\nanswers\tokej\nunheard\tfaint voice\n";
  write_language(folder.path(), "toy", files);
  const Language toy = Language::load(folder.path(), {"toy"});
  const RoleWord& role = toy.roles.at("biro");
  CHECK((role.label == RoleWord::Label::alone && role.nobody && role.asks));
  CHECK(toy.roles.at("zed").label == RoleWord::Label::beside);
  CHECK((toy.titles.at("dom").gender == 'm' && toy.titles.at("dom").goes_with == 's' && toy.titles.at("vir").behind));
  CHECK_FALSE(toy.titles.contains("no"));
  for (const char* word : {"ja", "nee", "okej"}) CHECK(toy.answers.contains(word));
  CHECK(toy.unheard.contains("faint voice"));
  CHECK(toy.masked.empty());
}

TEST_CASE("of two languages the first one's row stands, and their lists are one") {
  const TemporaryFolder folder;
  LanguageRows one, two;
  one.roles += "mam\talone\tyes\t-\n", two.roles += "mam\t-\t-\t-\ntad\talone\tyes\t-\n";
  one.words += "answers\tja\n", two.words += "answers\tie\n";
  write_language(folder.path(), "one", one);
  write_language(folder.path(), "two", two);
  const Language both = Language::load(folder.path(), {"one", "two"});
  CHECK(both.roles.at("mam").nobody);
  CHECK(both.roles.contains("tad"));
  CHECK((both.answers.contains("ja") && both.answers.contains("ie")));
}

TEST_CASE("a language that is not as it should be is refused with its place") {
  const TemporaryFolder folder;
  const auto with = [&](std::string LanguageRows::*file, const std::string& line) {
    LanguageRows files;
    files.*file += line;
    write_language(folder.path(), "toy", files);
    return fault_of(folder.path());
  };
  CHECK(with(&LanguageRows::roles, "\nmum\talone\tyes\n") == "roles.tsv:3: the row has 3 columns, and the list 4");
  CHECK(with(&LanguageRows::roles, "mum\talways\tyes\t-\n") == "roles.tsv:2: `always` is no value of its column");
  CHECK(with(&LanguageRows::titles, "Mr\tnoble\tyes\tbefore\t0\tsurname\n") ==
        "titles.tsv:2: `0` is no value of its column");
  CHECK(with(&LanguageRows::words, "answer\tyes\n") == "words.tsv:2: there is no list `answer`");
  std::ofstream(folder.path() / "toy/language/words.tsv") << "# lists\twords\n";
  CHECK(fault_of(folder.path()) == "words.tsv:1: the list has no column `list`");
  const auto gone = folder.path() / "toy/language/words.tsv";
  std::filesystem::remove(gone);
  CHECK(fault_of(folder.path()) == "words.tsv:0: the list " + gone.string() + " cannot be read");
}

TEST_CASE("the languages that ship can be read") {
  const Language both = Language::load(MONIKER_SOURCE_DIR "/rules", {"en-GB", "cy"});
  for (const char* word : {"midwife", "judge", "mum", "witness", "chairwoman", "cyfwelydd"}) {
    CHECK(both.roles.at(word).nobody);
  }
  CHECK(both.titles.at("mrs").gender == 'f');
  CHECK(both.unheard.contains("inaudible"));
}
