#include "dialogue/identifiers.hpp"

#include <algorithm>
#include <initializer_list>
#include <sstream>
#include <stdexcept>

#include "dialogue/numbers.hpp"

namespace dialogue {
namespace {

constexpr const char* months[] = {"January", "February", "March",     "April",   "May",      "June",
                                  "July",    "August",   "September", "October", "November", "December"};

std::vector<std::string> cut_at(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, mark);) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

std::string tier(const Row& row, std::size_t column) { return column < row.size() ? row[column] : std::string(); }

/// Puts `tail`, in an order of its own, after what is there.
void append(std::vector<std::string>& words, std::vector<std::string> tail) {
  shuffle(tail);
  words.insert(words.end(), tail.begin(), tail.end());
}

/// Parts in a row; a list in braces is evaluated from left to right, as operands of + need not be.
std::string joined(std::initializer_list<std::string> parts) {
  std::string out;
  for (const std::string& part : parts) out += part;
  return out;
}

std::string ascii_lower(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if (c >= 'a' && c <= 'z')
      out += c;
  }
  return out;
}

}  // namespace

struct Identifiers::Kind {
  std::string_view slot, label, type;
  Make make;
};

// One more kind is a line here, a function below, and its use in grammar.txt.
const Identifiers::Kind Identifiers::kinds[] = {
    {"PERSON_FIRST", "PERSON", "DIRECT", &Identifiers::first_name},
    {"PERSON_FULL", "PERSON", "DIRECT", &Identifiers::full_name},
    {"PERSON_LAST", "PERSON", "DIRECT", &Identifiers::last_name},
    {"PERSON_SPELLED", "PERSON", "DIRECT", &Identifiers::spelled},
    {"LOCATION_TOWN", "LOCATION", "QUASI", &Identifiers::place},
    {"LOCATION_ABROAD", "LOCATION", "QUASI", &Identifiers::abroad},
    {"LOCATION_STREET", "LOCATION", "DIRECT", &Identifiers::street},
    {"LOCATION_ADDRESS", "LOCATION", "DIRECT", &Identifiers::address},
    {"POSTCODE", "POSTCODE", "DIRECT", &Identifiers::postcode},
    {"ORG_SHOP", "ORG", "QUASI", &Identifiers::shop},
    {"ORG_HOSPITAL", "ORG", "QUASI", &Identifiers::hospital},
    {"ORG_SCHOOL", "ORG", "QUASI", &Identifiers::school},
    {"ORG_UNIVERSITY", "ORG", "QUASI", &Identifiers::university},
    {"ORG_CHARITY", "ORG", "QUASI", &Identifiers::charity},
    {"ORG_SURGERY", "ORG", "QUASI", &Identifiers::surgery},
    {"DATE_SPOKEN", "DATE", "QUASI", &Identifiers::spoken_date},
    {"DATE_WRITTEN", "DATE", "QUASI", &Identifiers::written_date},
    {"DATE_MONTH", "DATE", "QUASI", &Identifiers::month},
    {"DATE_YEAR", "DATE", "QUASI", &Identifiers::year},
    {"AGE", "AGE", "QUASI", &Identifiers::age},
    {"PHONE", "PHONE", "DIRECT", &Identifiers::phone},
    {"PHONE_SPOKEN", "PHONE", "DIRECT", &Identifiers::spoken_phone},
    {"EMAIL", "EMAIL", "DIRECT", &Identifiers::email},
    {"NHS_NUMBER", "NHS_NUMBER", "DIRECT", &Identifiers::nhs_number},
    {"ID_NINO", "ID", "DIRECT", &Identifiers::nino},
    {"ID_HOSPITAL", "ID", "DIRECT", &Identifiers::hospital_number},
};

Identifiers::Identifiers(const std::filesystem::path& own, const std::filesystem::path& lists)
    : words_(read_words(own, lists)) {
  read_names(own, lists);
  read_places(lists);
}

void Identifiers::read_names(const std::filesystem::path& own, const std::filesystem::path& lists) {
  std::map<std::string, std::vector<std::string>, std::less<>> names;
  for (const Row& row : read_rows(own / "names.txt")) {
    const std::size_t colon = row[0].find(':');
    const std::string all = row[0].substr(colon + 2);
    names[row[0].substr(0, colon)] = cut_at(all, all.find('|') == std::string::npos ? ' ' : '|');
  }
  const auto file = lists / "names/first_info.tsv";
  append(names["first"], first_cells(file, [](const Row& row) { return tier(row, 2) == "a" && tier(row, 3) == "1"; }));
  append(names["first"], first_cells(file, [](const Row& row) { return tier(row, 2) != "a" && tier(row, 3) == "1"; }));
  append(names["ambiguous"], first_cells(file, [](const Row& row) { return tier(row, 3) == "3"; }));
  append(names["last"], first_cells(lists / "names/surname.t1.txt"));
  for (auto& [name, words] : names) lists_.emplace(name, Ranked(std::move(words), falling_weights));
}

void Identifiers::read_places(const std::filesystem::path& lists) {
  const auto add = [&](const char* name, std::vector<std::string> head, std::vector<std::string> tail) {
    append(head, std::move(tail));
    lists_.emplace(name, Ranked(std::move(head), falling_weights));
  };
  const auto gb = lists / "places/gb.tsv";
  std::vector<std::string> cities, towns;
  append(cities, first_cells(gb, [](const Row& row) { return tier(row, 1) == "city" && tier(row, 5) == "1"; }));
  append(towns, first_cells(gb, [](const Row& row) { return tier(row, 1) == "town" && tier(row, 5) == "1"; }));
  cities.insert(cities.end(), towns.begin(), towns.end());
  add("town", std::move(cities), first_cells(gb, [](const Row& row) { return tier(row, 5) == "1"; }));
  add("abroad", {"Spain", "France", "Ireland", "Poland", "Pakistan", "India", "Nigeria", "Jamaica", "Italy", "Germany"},
      first_cells(lists / "places/world.tsv", [](const Row& row) { return tier(row, 3) == "1"; }));
  add("shop", {}, first_cells(lists / "orgs/brands.tsv", [](const Row& row) { return tier(row, 3) == "1"; }));
  add("hospital", {}, first_cells(lists / "orgs/health.tsv", [](const Row& row) { return tier(row, 2) == "1"; }));
  add("school", {}, first_cells(lists / "orgs/colleges_schools.txt"));
  add("university", {}, first_cells(lists / "orgs/universities.txt"));
  add("charity", {}, first_cells(lists / "orgs/charities.txt"));
  add("postal", {}, first_cells(lists / "ids/postcode_areas.tsv"));
}

void Identifiers::new_cast(const Person& participant, Random& random) {
  people_ = {participant};
  towns_.clear();
  while (people_.size() < 8) people_.push_back(person(random));
  while (towns_.size() < 5) towns_.push_back(draw("town", random));
}

Person Identifiers::person(Random& random) const {
  const std::size_t kind = random.below(100);
  Person person{.first = draw(kind < 8 ? "ambiguous" : kind < 14 ? "accented" : "first", random)};
  const std::size_t last = random.below(100);
  person.last = last < 12 ? coined(random) : draw(last < 17 ? "accented-last" : "last", random);
  return person;
}

std::string Identifiers::coined(Random& random) const {
  const auto& begin = lists_.find("begin")->second.words();
  const auto& end = lists_.find("end")->second.words();
  return joined({begin[random.below(begin.size())], end[random.below(end.size())]});
}

std::uint32_t Identifiers::slot(std::string_view name) {
  const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& s) { return s.name == name; });
  if (found != slots_.end()) return static_cast<std::uint32_t>(found - slots_.begin());
  const auto kind = std::find_if(std::begin(kinds), std::end(kinds), [&](const Kind& k) { return k.slot == name; });
  const auto words = words_.find(name);
  if (kind != std::end(kinds))
    slots_.push_back({std::string(name), kind->make, nullptr, kind->label, kind->type});
  else if (words != words_.end())
    slots_.push_back({std::string(name), nullptr, &words->second, {}, {}});
  else
    throw std::runtime_error("the grammar names {" + std::string(name) + "}, which nothing fills");
  return static_cast<std::uint32_t>(slots_.size() - 1);
}

void Identifiers::fill(std::uint32_t number, Random& random, Marked& out) const {
  const Slot& slot = slots_[number];
  if (!slot.make) {
    out.text += slot.words->draw(random);
    return;
  }
  const std::size_t begin = out.text.size();
  out.text += (this->*slot.make)(random);
  out.spans.push_back({begin, out.text.size(), slot.label, slot.type});
}

const Person& Identifiers::someone(Random& random) const { return people_[random.below(people_.size())]; }
const std::string& Identifiers::town(Random& random) const { return towns_[random.below(towns_.size())]; }

// Two mentions of three are of somebody who was mentioned before.
std::string Identifiers::first_name(Random& r) const { return r.chance(667) ? someone(r).first : person(r).first; }
std::string Identifiers::last_name(Random& r) const { return r.chance(667) ? someone(r).last : person(r).last; }

std::string Identifiers::full_name(Random& r) const {
  const Person who = r.chance(667) ? someone(r) : person(r);
  return who.first + " " + who.last;
}

std::string Identifiers::spelled(Random& r) const {
  std::string out;
  for (const char c : ascii_lower(someone(r).last)) {
    if (!out.empty()) out += '-';
    out += static_cast<char>(c - 'a' + 'A');
  }
  return out.empty() ? "A-H" : out;
}

std::string Identifiers::place(Random& r) const { return r.chance(667) ? town(r) : draw("town", r); }
std::string Identifiers::abroad(Random& r) const { return draw("abroad", r); }
std::string Identifiers::street(Random& r) const { return draw("road", r); }
std::string Identifiers::address(Random& r) const {
  return joined({std::to_string(r.between(1, 180)), " ", draw("road", r)});
}

std::string Identifiers::postcode(Random& r) const {
  std::string code = joined({draw("postal", r), std::to_string(r.between(1, 19)), " ", digits(1, r)});
  constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";  // never C I K M O V in the second half
  for (int i = 0; i < 2; ++i) code += letters[r.below(letters.size())];
  return code;
}

std::string Identifiers::shop(Random& r) const { return draw("shop", r); }
std::string Identifiers::hospital(Random& r) const { return draw("hospital", r); }
std::string Identifiers::school(Random& r) const {
  return r.chance(500) ? draw("school", r) : coined(r) + " Primary School";
}
std::string Identifiers::university(Random& r) const { return draw("university", r); }
std::string Identifiers::charity(Random& r) const { return draw("charity", r); }
std::string Identifiers::surgery(Random& r) const {
  return joined({coined(r), r.chance(500) ? " Surgery" : " Medical Centre"});
}

std::string Identifiers::year(Random& r) const { return std::to_string(r.between(1941, 2025)); }
std::string Identifiers::month(Random& r) const { return joined({months[r.below(12)], " ", year(r)}); }
std::string Identifiers::age(Random& r) const {
  return r.chance(700) ? in_words(r.between(16, 96)) : std::to_string(r.between(16, 96));
}

std::string Identifiers::spoken_date(Random& r) const {
  const std::string day = joined({ordinal_in_words(r.between(1, 28)), " of ", months[r.below(12)]});
  return r.chance(600) ? joined({day, " ", year(r)}) : day;
}

std::string Identifiers::written_date(Random& r) const {
  const std::size_t day = r.between(1, 28), month = r.between(1, 12);
  if (r.chance(500)) return std::to_string(day) + " " + months[month - 1] + " " + year(r);
  const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return two(day) + "/" + two(month) + "/" + year(r);
}

std::string Identifiers::phone(Random& r) const {
  constexpr const char* ranges[] = {"07700 900", "0113 496 0", "020 7946 0", "0161 496 0", "01632 960 "};
  return joined({ranges[r.below(std::size(ranges))], digits(3, r)});
}

std::string Identifiers::spoken_phone(Random& r) const { return spoken_digits("07700900" + digits(3, r)); }

std::string Identifiers::email(Random& r) const {
  const Person& who = someone(r);
  return joined({ascii_lower(who.first), ".", ascii_lower(who.last), std::to_string(r.between(1, 99)), "@example.",
                 r.chance(500) ? "org" : "co.uk"});
}

std::string Identifiers::nhs_number(Random& r) const {
  const std::string number = nhs_digits(r);
  return number.substr(0, 3) + " " + number.substr(3, 3) + " " + number.substr(6);
}

std::string Identifiers::nino(Random& r) const {
  constexpr std::string_view letters = "ABCEGHJKLMPRSTWXYZ";
  std::string out;
  for (int i = 0; i < 2; ++i) out += letters[r.below(letters.size())];
  for (int i = 0; i < 3; ++i) out += " " + digits(2, r);
  return out + " " + static_cast<char>('A' + r.below(4));
}

std::string Identifiers::hospital_number(Random& r) const { return "H" + digits(7, r); }

}  // namespace dialogue
