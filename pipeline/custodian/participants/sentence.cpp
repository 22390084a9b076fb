// The table in words, as a paper's text has it.
#include <fmt/format.h>

#include <algorithm>

#include "participants/sheet.hpp"

namespace moniker::custodian {
namespace {

using disclosure::People;

constexpr std::string_view small_numbers[] = {
    "no",  "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::string_view tens[] = {"",      "",      "twenty",  "thirty", "forty",
                                     "fifty", "sixty", "seventy", "eighty", "ninety"};

/// Below a hundred in words, as a sentence begins.
std::string in_words(std::int64_t number) {
  const auto n = static_cast<std::size_t>(number);
  if (n >= 100) return std::to_string(number);
  if (n < 20) return std::string(small_numbers[n]);
  return std::string(tens[n / 10]) + (n % 10 == 0 ? "" : "-" + std::string(small_numbers[n % 10]));
}

std::string in_text(std::int64_t number) { return number < 10 ? in_words(number) : std::to_string(number); }

std::string enumerated(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i)
    text += (i == 0 ? "" : i + 1 == items.size() ? " and " : ", ") + items[i];
  return text;
}

std::string in_small(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// "eight women" of 8 and "female"; nothing for a value that is called otherwise.
std::string people_of_gender(const std::string& value, std::int64_t n) {
  const std::string small = in_small(value);
  for (const std::string_view woman : {"f", "female", "woman", "women"}) {
    if (small == woman) return in_text(n) + (n == 1 ? " woman" : " women");
  }
  for (const std::string_view man : {"m", "male", "man", "men"}) {
    if (small == man) return in_text(n) + (n == 1 ? " man" : " men");
  }
  return {};
}

/// What is printed of a column, and what is not.
struct Told {
  std::vector<std::string> printed{}, held_back{};
  std::int64_t people = 0;  // in those that are printed
  bool women_and_men = true;
};
Told told_of(const People& people, const Printable& counts, std::size_t column) {
  Told told;
  const bool gender =
      in_small(people.columns[column].name) == "gender" || in_small(people.columns[column].name) == "sex";
  std::vector<std::string> as_people;
  for (std::uint32_t v = 0; v < people.columns[column].values.size(); ++v) {
    const auto found = counts.find({{column, v}});
    const std::string value = shown_value(people.columns[column].values[v]);
    if (found == counts.end() || !found->second) {
      told.held_back.push_back(value);
      continue;
    }
    told.people += *found->second;
    told.printed.push_back(fmt::format("{} (n = {})", value, *found->second));
    as_people.push_back(gender ? people_of_gender(value, *found->second) : "");
  }
  told.women_and_men = gender && told.held_back.empty() &&
                       std::none_of(as_people.begin(), as_people.end(), [](const auto& one) { return one.empty(); });
  if (told.women_and_men) told.printed = std::move(as_people);
  return told;
}

}  // namespace

std::string sentence_of(const People& people, const Printable& counts, const std::vector<std::size_t>& columns,
                        bool about) {
  const std::int64_t all = counts.at({}).value_or(0);
  std::string text = about ? "about " + in_words(all) : in_words(all);
  text += all == 1 ? " person took part" : " people took part";
  std::string rest;
  for (const std::size_t column : columns) {
    if (!counts.contains(disclosure::Cell{{column, 0}})) continue;
    const Told told = told_of(people, counts, column);
    if (told.women_and_men && rest.empty() && text.find(':') == text.npos) {
      text += ": " + enumerated(told.printed);
      continue;
    }
    std::string told_all = enumerated(told.printed);
    if (!told.held_back.empty()) {
      told_all += fmt::format("{}in numbers that are not given, {} (n = {} together)", told_all.empty() ? "" : "; ",
                              enumerated(told.held_back), all - told.people);
    }
    rest += fmt::format(" {}: {}.", shown_column(people.columns[column].name), told_all);
  }
  text.front() =
      static_cast<char>(text.front() >= 'a' && text.front() <= 'z' ? text.front() - 'a' + 'A' : text.front());
  return text + "." + rest;
}

}  // namespace moniker::custodian
