// Lists of names with a number each. A year is no such number, and what is numbered (Table 2, Group 1) is no such name.
#include "manuscript/named_items.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t least_items = 3, most_words_of_name = 4;
constexpr double largest = 999;

/// The name before the number that ends an item; empty of any other item.
std::string name_of_item(std::string_view item, std::string_view number, const PaperWords& words) {
  if (!item.ends_with(number)) return {};
  std::string_view name = trimmed(item.substr(0, item.size() - number.size()), " ,");
  for (const std::string& joins : words.conjunction) {
    if (name.starts_with(joins + " ")) name.remove_prefix(joins.size() + 1);
  }
  const std::string last = fold(name.substr(name.find_last_of(' ') + 1));
  const bool capital = !name.empty() && is_upper(code_point_at(name, 0).value);
  const bool plain = name.find_first_of("0123456789=()%:") == name.npos && words_in(name) <= most_words_of_name;
  const bool numbered =
      words::find_word(words.prefixes, last) || words::find_word(words.attributes, last);  // Porter 14
  return capital && plain && !numbered ? std::string(name) : std::string();
}

}  // namespace

std::map<std::uint32_t, std::string> named_items(std::string_view list, std::uint32_t from,
                                                 const std::vector<Count>& counts, const PaperWords& words) {
  std::map<std::uint32_t, std::string> names;
  std::size_t begin = 0;
  for (const Count& one : counts) {
    if (one.bytes.begin < from || one.bytes.end > from + list.size()) continue;
    const std::size_t end = one.bytes.end - from;
    if (one.percent || one.value > largest || one.bytes.begin < from + begin) return {};
    const std::string_view item = trimmed(list.substr(begin, end - begin), " ,;");
    std::string name = name_of_item(item, list.substr(one.bytes.begin - from, one.bytes.size()), words);
    if (name.empty()) return {};
    names.emplace(one.bytes.begin, std::move(name));
    begin = end;
  }
  const bool whole = trimmed(list.substr(std::min(begin, list.size())), " .").empty();
  return names.size() >= least_items && whole ? names : std::map<std::uint32_t, std::string>();
}

}  // namespace moniker::custodian
