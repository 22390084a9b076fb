// Words and ages of an item of an attribution, as they are written.
#include "manuscript/item_words.hpp"

#include <charconv>

#include "base/fold.hpp"

namespace moniker::custodian {
namespace {

constexpr unsigned youngest = 5, oldest = 110;

}  // namespace

std::optional<unsigned> whole_number(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<AgeSpan> age_word(const std::string& word) {
  if (word.ends_with("s")) {  // 40s
    const auto decade = whole_number(word.substr(0, word.size() - 1));
    return decade && *decade % 10 == 0 && *decade < oldest ? std::optional(AgeSpan{*decade, *decade + 9})
                                                           : std::nullopt;
  }
  if (word.ends_with("+")) {
    const auto from = whole_number(word.substr(0, word.size() - 1));
    return from && *from < oldest ? std::optional(AgeSpan{*from, oldest}) : std::nullopt;
  }
  const std::size_t dash = word.find('-');
  if (dash != std::string::npos) {
    const auto from = whole_number(word.substr(0, dash)), to = whole_number(word.substr(dash + 1));
    return from && to && *from < *to && *to <= oldest ? std::optional(AgeSpan{*from, *to}) : std::nullopt;
  }
  const auto age = whole_number(word);
  return age && *age >= youngest && *age <= oldest ? std::optional(AgeSpan{*age, *age}) : std::nullopt;
}

std::vector<std::string> item_words(std::string_view item) {
  std::string folded = fold(item);
  for (const std::string_view dash : {"\u2013", "\u2014", "\u2012"}) {
    for (std::size_t at = folded.find(dash); at != std::string::npos; at = folded.find(dash))
      folded.replace(at, dash.size(), "-");
  }
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded + ' ') {
    const bool slash = c == '/' && word != "they" && word != "y";
    if (c != ' ' && c != '(' && c != ')' && c != '"' && !slash) {
      word += c;
      continue;
    }
    while (!word.empty() && std::string_view(".:;,").find(word.back()) != std::string_view::npos) word.pop_back();
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  }
  return words;
}

}  // namespace moniker::custodian
