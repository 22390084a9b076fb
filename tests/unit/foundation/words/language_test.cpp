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
using moniker::words::NumberWord;
using moniker::words::NumberWords;
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

TEST_CASE("numbers, dates and spellings: what is read, and what is written") {
  const TemporaryFolder folder;
  write_language(folder.path(), "toy",
                 {.numbers = "Úno\t1\tsmall\neino\t1\tsmall\nvinti\t20\ttens\nunoma\t1\tordinal\nhekto\t100\tscale\n"
                             "kilo\t1000\tscale\nma\t0\tending\nra\t1\tending\n",
                  .dates = "jara\t1\tunit\nmona\t12\tunit\nvintiga\t20\tdecade\n",
                  .spelling = "filo\tphilo\tword\nfilo\tfylo\tword\nto be\ttobe\tjoined\n"});
  const Language toy = Language::load(folder.path(), {"toy"});
  for (const char* one : {"uno", "eino"}) CHECK(toy.numbers[one].value == 1);
  CHECK(toy.numbers["duo"].kind == NumberWord::Kind::none);
  CHECK(cardinal_words(toy.numbers, 21'101) == "vinti-uno kilo uno hekto uno");
  CHECK(ordinal_words(toy.numbers, 21) == "vinti-unoma");
  CHECK(ordinal_words(toy.numbers, 20) == "vintima");
  CHECK((ordinal_ending(toy.numbers, 21) == "ra" && ordinal_ending(toy.numbers, 11) == "ma"));
  CHECK((cardinal_words(toy.numbers, 2).empty() && year_in_pairs(toy.numbers, 1905).empty()));
  CHECK(cardinal_words(NumberWords{}, 1'000).empty());
  CHECK((toy.dates.in_a_year("mona") == 12 && toy.dates.in_a_year("day") == 0 && toy.dates.decade("vintiga") == 20));
  CHECK(toy.spellings.words.at("filo") == "philo");
  CHECK(toy.spellings.joined.at("to").front().second == "tobe");
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
  CHECK(with(&LanguageRows::numbers, "uno\tone\tsmall\n") == "numbers.tsv:2: `one` is no number of its column");
  CHECK(with(&LanguageRows::numbers, "uno\t20\tsmall\n") == "numbers.tsv:2: `20` is no number of its column");
  CHECK(with(&LanguageRows::numbers, "uno\t1\tunit\n") == "numbers.tsv:2: `unit` is no value of its column");
  CHECK(with(&LanguageRows::numbers, "uno\t1\t-\n") == "numbers.tsv:2: the word has no kind");
  CHECK(with(&LanguageRows::numbers, "dek\t10\tscale\n") == "numbers.tsv:2: a scale is 100 or more");
  CHECK(with(&LanguageRows::dates, "Unomo\t13\tmonth\n") == "dates.tsv:2: `13` is no number of its column");
  CHECK(with(&LanguageRows::dates, "Unomo\t-\tmonth\n") == "dates.tsv:2: the word has no number");
  CHECK(with(&LanguageRows::dates, "Unomo\t1\tmonth\n") ==
        "dates.tsv:1: the list has only some of the months or of the weekdays");
  CHECK(with(&LanguageRows::spelling, "grey\tgray\tends\n") == "spelling.tsv:2: `ends` is no value of its column");
  CHECK(with(&LanguageRows::spelling, "grey\t\tword\n") == "spelling.tsv:2: half of the pair is empty");
  CHECK(with(&LanguageRows::words, "answer\tyes\n") == "words.tsv:2: there is no list `answer`");
  std::ofstream(folder.path() / "toy/language/words.tsv") << "# lists\twords\n";
  CHECK(fault_of(folder.path()) == "words.tsv:1: the list has no column `list`");
  for (const char* file : {"words.tsv", "numbers.tsv", "dates.tsv", "spelling.tsv"}) {
    write_language(folder.path(), "toy", {});
    const auto gone = folder.path() / "toy/language" / file;
    std::filesystem::remove(gone);
    CHECK(fault_of(folder.path()) == std::string(file) + ":0: the list " + gone.string() + " cannot be read");
  }
}

TEST_CASE("the languages that ship can be read") {
  const Language both = Language::load(MONIKER_SOURCE_DIR "/rules", {"en-GB", "cy"});
  for (const char* word : {"midwife", "judge", "mum", "witness", "chairwoman", "cyfwelydd"}) {
    CHECK(both.roles.at(word).nobody);
  }
  CHECK(both.titles.at("mrs").gender == 'f');
  CHECK(both.unheard.contains("inaudible"));
}
