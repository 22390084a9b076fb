// How somebody speaks is no part of who they are: a stage direction beside a label made a second speaker of them. An
// aside is known by its words alone, all of which the language lists, among them parts ("through her daughter").
#include "read/turns/label_aside.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "read/turns/label_words.hpp"

namespace moniker::read {
namespace {

/// Where the brackets open that close at the label's end; npos where none do.
std::size_t last_opening(std::string_view label) {
  constexpr std::string_view opening = "([{<", closing = ")]}>";
  const std::size_t kind = label.empty() ? std::string_view::npos : closing.find(label.back());
  return kind == std::string_view::npos ? kind : label.rfind(opening[kind]);
}

}  // namespace

bool is_stage(std::string_view inside, const words::Language& language) {
  std::size_t listed = 0, roles = 0;
  const auto list = split_words(inside);
  for (const std::string_view word : list) {
    const std::string key = fold(trimmed(word, ".,;:!\u2026"));
    const bool known =
        language.label_asides.contains(key) || language.unheard.contains(key) || language.fillers.contains(key);
    listed += known;
    roles += !known && (language.roles.contains(key) || language.own.contains(key) || language.others.contains(key));
  }
  return listed > 0 && listed + roles == list.size();
}

PartedLabel parted_label(std::string_view label, const words::Language& language) {
  PartedLabel parted{.who = label};
  for (;;) {
    const std::size_t open = last_opening(parted.who);
    if (open == std::string_view::npos || open == 0) return parted;
    const std::string_view inside = parted.who.substr(open + 1, parted.who.size() - open - 2);
    const std::size_t end = trimmed_end(label, 0, open);
    if (end == 0 || !is_stage(inside, language)) return parted;
    parted = {.who = label.substr(0, end), .aside = label.substr(open)};
  }
}

void take_aside(std::string& label, std::string& text, const words::Language& language) {
  const PartedLabel parted = parted_label(label, language);
  if (parted.aside.empty()) return;
  text.insert(0, std::string(parted.aside) + ' ');
  label.resize(parted.who.size());
}

}  // namespace moniker::read
