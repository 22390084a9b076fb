#include <catch2/catch.hpp>

#include "small_lists.hpp"

using namespace moniker::replace;

namespace {

std::string complaint(const std::filesystem::path& lists) {
  try {
    moniker::replace::load_generalisations(lists, moniker::test::english());
  } catch (const moniker::Error& error) {
    const auto& p = error.problem();
    return p.file.substr(lists.string().size()) + ":" + std::to_string(p.at.line) + ": " + p.what + " | " + p.remedy;
  }
  return "nothing was thrown";
}

}  // namespace

TEST_CASE("a list that is missing or ragged is told with its place") {
  const small_lists::Folder folder;
  CHECK(complaint(folder.path()) == "nothing was thrown");
  folder.write("places/gb.tsv", "# name\ttype\tcounty or authority\tregion\tnation\nLeeds\tcity\tWest Yorkshire\n");
  CHECK(complaint(folder.path()) ==
        "/places/gb.tsv:2: the row has 3 columns, and the list 5 | separate the columns by tabs");
  std::filesystem::remove(folder.path() / "places/gb.tsv");
  CHECK(complaint(folder.path()) == "/places/gb.tsv:0: the list " + (folder.path() / "places/gb.tsv").string() +
                                        " cannot be read | lists are named below the folder rules/lists");
}

TEST_CASE("the lists as shipped load and say what everybody knows") {
  const std::filesystem::path lists = std::filesystem::path(MONIKER_SOURCE_DIR) / "rules/lists";
  const auto tables = moniker::replace::load_generalisations(lists, moniker::test::english());
  const moniker::replace::OperatorKeys keys;
  const auto generalised = [&](const std::string& label, const std::string& surface) {
    return moniker::replace::operator_named("generalise", {}, {})
        .apply({.surface = surface, .label = label, .means = moniker::test::shipped_label(label).means, .number = 2},
               *tables, keys);
  };
  const auto [label, surface, text] = GENERATE(table<std::string, std::string, std::string>({
      {"LOCATION", "Leeds", "[Yorkshire and the Humber]"},
      {"LOCATION", "Manchester", "[North West]"},
      {"LOCATION", "Cardiff", "[Wales]"},
      {"LOCATION", "Glasgow", "[Scotland]"},
      {"LOCATION", "Belfast", "[Northern Ireland]"},
      {"LOCATION", "Lahore", "[Pakistan]"},
      {"POSTCODE", "LS6 2AB", "[Yorkshire and the Humber]"},
      {"ORG", "Addenbrooke's", "[HOSPITAL]"},
      {"DATE", "Christmas", "Christmas"},
      {"NATIONALITY", "Geordie", "[North East]"},
      {"NATIONALITY", "Methodist", "[Christian]"},
  }));
  CAPTURE(label, surface);
  CHECK(generalised(label, surface) == text);
}
