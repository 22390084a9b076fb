// Which needs of a branch Word knows is told by their prefixes, which all programs write alike.
#include "read/formats/docx_branches.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::read {
namespace {

bool is_known_need(std::string_view prefix) {
  constexpr std::string_view known[] = {"wps", "wpg", "wpc", "wpi", "wpt", "a14",  "a16",  "am3d", "aink", "asvg",
                                        "c14", "c15", "c16", "cx",  "m",   "o",    "oel",  "pic",  "r",    "v",
                                        "v2",  "w",   "w10", "wne", "wp",  "wp14", "wp15", "x14",  "x15"};
  const bool numbered = prefix.starts_with("w1") || prefix.starts_with("cx") || prefix.starts_with("p1");
  return numbered || std::find(std::begin(known), std::end(known), prefix) != std::end(known);
}

bool are_known_needs(std::string_view needs) {
  for (std::size_t at = 0; at < needs.size();) {
    const std::size_t end = std::min(needs.find_first_of(white_space, at), needs.size());
    if (end > at && !is_known_need(needs.substr(at, end - at))) return false;
    at = end + 1;
  }
  return true;
}

}  // namespace

bool DocxBranches::enter(XmlPull& xml) {
  if (open_.empty()) {
    xml.skip();
    return false;
  }
  Branches& branches = open_.back();
  const bool known = xml.name() == "Fallback" || are_known_needs(xml.attribute("Requires").value_or(""));
  if (known && !branches.taken) return branches.taken = true;
  bool words = false;
  for (int depth = 1; depth > 0 && xml.next();) {
    if (xml.event() == XmlPull::Event::text) {
      if (words && !trimmed(xml.text()).empty()) branches.others.emplace_back(trimmed(xml.text()));
      continue;
    }
    const bool starts = xml.event() == XmlPull::Event::start;
    depth += starts ? 1 : -1;
    words = starts && xml.name() == "t";
  }
  return false;
}

void DocxBranches::note(std::string_view words) {
  if (open_.empty()) return;
  for (const std::string& word : folded_words(words)) {
    for (Branches& branches : open_) branches.said.insert(word);
  }
}

std::size_t DocxBranches::close() {
  if (open_.empty()) return 0;
  const Branches branches = std::move(open_.back());
  open_.pop_back();
  return static_cast<std::size_t>(
      std::count_if(branches.others.begin(), branches.others.end(), [&](const std::string& piece) {
        const auto words = folded_words(piece);
        return !std::all_of(words.begin(), words.end(), [&](const auto& word) { return branches.said.contains(word); });
      }));
}

}  // namespace moniker::read
