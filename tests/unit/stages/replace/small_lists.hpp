#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "replace/generalisations.hpp"
#include "replace/operators.hpp"
#include "replace/settings.hpp"
#include "support/english.hpp"
#include "support/shipped_labels.hpp"

/// A rules/lists folder of a few rows each, in the real lists' formats.
using namespace moniker::replace;

namespace small_lists {

inline const std::map<std::string, std::string>& files() {
  static const std::map<std::string, std::string> all = {
      {"places/gb.tsv",
       "# name\ttype\tcounty or authority\tregion\tnation\ttier\talso a person name\n"
       "Leeds\tcity\tWest Yorkshire\tYorkshire and the Humber\tEngland\t1\t\n"
       "Headingley\tsuburb\tWest Yorkshire\tYorkshire and the Humber\tEngland\t1\t\n"
       "London\tcity\tGreater London\tLondon\tEngland\t1\t\n"
       "Ashford\ttown\tKent\tSouth East\tEngland\t1\t\nAshford\ttown\tSurrey\tLondon\tEngland\t1\t\n"
       "Newport\tcity\tNewport\tWales\tWales\t1\t\nNewport\ttown\tShropshire\tWest Midlands\tEngland\t1\t\n"
       "Boston\ttown\tLincolnshire\tEast "
       "Midlands\tEngland\t1\t\nMoscow\tvillage\tAyrshire\tScotland\tScotland\t1\t\n"
       "Glasgow\tcity\tGlasgow\tScotland\tScotland\t1\t\nNorth Yorkshire\tcounty\t\tYorkshire and the "
       "Humber\tEngland\t1\t\n"
       "Richmond\ttown\tNorth Yorkshire\tYorkshire and the Humber\tEngland\t1\t\n"
       "Richmond\ttown\tGreater London\tLondon\tEngland\t1\t\nWhitby\tphone area\t\t\t\t1\t\n"
       "Whitby\ttown\tNorth Yorkshire\tYorkshire and the Humber\tEngland\t1\t\n"},
      {"places/world.tsv",
       "# name\tcountry code\tcountry\ttier\n"
       "Boston\tUS\tUnited States\t1\nMoscow\tRU\tRussia\t1\nKraków\tPL\tPoland\t1\n"
       "Victoria\tCA\tCanada\t1\nVictoria\tSC\tSeychelles\t1\nLagos\tNG\tNigeria\t1\n"},
      {"places/countries.tsv", "# name\tISO 3166-1 code\nNigeria\tNG\nPoland\tPL\n"},
      {"places/demonyms.tsv",
       "# demonym\tcountry code\tplace\tUK region\tUK nation\ttier\nScouser\tGB\tLiverpool\tNorth West\tEngland\t1\n"
       "Polish\tPL\tPoland\t\t\t1\nNigerian\tNG\tNigeria\t\t\t1\nJamaican\tJM\tJamaica\t\t\t1\n"},
      {"ids/postcode_areas.tsv",
       "# area\tplace\tregion\tnation\nLS\tLeeds\tYorkshire and the "
       "Humber\tEngland\nG\tGlasgow\tScotland\tScotland\n"
       "BF\tBritish Forces\tOther\tOther\n"},
      {"orgs/health.tsv", "# name\tkind\tier\nAddenbrooke's\thospital\t1\nAlder Hey\thospital\t1\n"},
      {"orgs/brands.tsv",
       "# "
       "name\tkind\tscope\ttier\nTesco\tshop/supermarket\tn\t1\nAccenture\temployer\tn\t1\nStarbucks\tamenity/"
       "cafe\t\t1\n"},
      {"orgs/bodies.tsv", "# name\tkind\tscope\ttier\nAberdeen City Council\tamenity/school\tl\t1\n"},
      {"orgs/universities.txt", "# UK universities\nGoldsmiths\n"},
      {"orgs/colleges_schools.txt", "# schools\nEton\n"},
      {"orgs/charities.txt", "# charities\nMind\nAge UK\n"},
      {"orgs/government.txt", "# departments\nACAS\n"},
      {"groups/occupations.tsv",
       "# occupation\tbroader term\tsource\nstaff nurse\tnurse\tx\nnurse\thealth professional\tx\nacademic "
       "librarian\t\tuk\n"
       "librarian\tprofessional\tx\nsecretary\tassistant\tx\n"},
      {"groups/ethnic_groups.tsv", "# term\tgroup\nAshanti\tBlack, Black British, Caribbean or African\n"},
      {"groups/religions.tsv", "# term\tgroup\nAnglican\tChristian\nSunni\tMuslim\n"},
      {"places/counties.tsv", "# authority or area\tcounty\tregion said\nYork\tNorth Yorkshire\tYorkshire\n"},
      {"places/cities.txt", "# cities\nLeeds\nGlasgow\nNewport\n"},
      {"places/shared_names.tsv", "# name\tamong\nSpringfield\tworld\n"},
      {"places/kinds.tsv", "# word\tstands\tkind\npark\tlast\tpark\nriver\tfirst\triver\n"},
      {"places/world_regions.tsv",
       "# country code\tregion\tcontinent\nPL\tEastern European\tEurope\nNG\tWest African\tAfrica\n"
       "JM\tCaribbean\tCaribbean\n"},
      {"groups/language_groups.tsv", "# language\tgroup\nUrdu\tSouth Asian language\n"},
      {"groups/group_words.tsv",
       "# group\tbefore a noun\tof somebody\tone\tseveral\tits name\n"
       "South Asian language\tSouth Asian language\t\t\t\ta South Asian language\n"
       "West African\tWest African\tWest African\tWest African\tWest Africans\t\n"},
      {"allow/function_words.txt", "# function words\nand\nis\n"},
      {"calendar.tsv",
       "# term\tkind\nMonday\tday\nMay\tmonth\nMarch\tmonth\nChristmas\tholiday\nsummer\tseason\nChristmas "
       "Day\tholiday\n"},
  };
  return all;
}

/// Written out, and removed when it goes.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("moniker-lists-" + std::to_string(::getpid()))) {
    for (const auto& [name, text] : files()) write(name, text);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name) << text;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline const moniker::replace::Generalisations& tables() {
  static const auto loaded = moniker::replace::load_generalisations(Folder().path(), moniker::test::english());
  return *loaded;
}

using Settings = std::map<std::string, std::string>;

inline std::string apply(const std::string& name, moniker::replace::ToReplace what, const Settings& settings = {}) {
  static const moniker::replace::OperatorKeys keys = [] {
    moniker::replace::OperatorKeys made;
    for (std::size_t i = 0; i < 32; ++i)
      made.hash.bytes()[i] = made.shift.bytes()[i] = made.surrogates.bytes()[i] = static_cast<std::byte>(i);
    return made;
  }();
  what.settings = &settings;
  if (const moniker::Label* label = moniker::label_named(moniker::test::shipped_labels(), what.label)) {
    what.means = label->means;
    what.speaks = label->speaks(what.subtype);
  }
  return moniker::replace::operator_named(name, {}, {}).apply(what, tables(), keys);
}

}  // namespace small_lists
