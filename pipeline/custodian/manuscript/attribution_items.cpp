// An attribution's items, and who of all those it names it is about.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/extracts.hpp"

namespace moniker::custodian {

namespace {
using Kind = IdPrefix::Kind;
}

std::vector<std::string_view> items_of(std::string_view attribution) {
  std::vector<std::string_view> items;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view item = trimmed(attribution.substr(begin, end - begin));
    if (!item.empty()) items.push_back(item);
  };
  for (std::size_t at = 0; at < attribution.size();) {
    const CodePoint point = code_point_at(attribution, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    const bool dash =
        (point.value == U'-' || point.value == 0x2013 || point.value == 0x2014) && at > 0 && attribution[at - 1] == ' ';
    const bool colon = point.value == U':' && at + 1 < attribution.size() && attribution[at + 1] == ' ';
    const bool cut = point.value == U',' || point.value == U';' || point.value == U'|' || point.value == 0x2022 ||
                     point.value == 0xB7 || point.value == U'\t' || dash || colon;
    if (cut) {
      add(at);
      begin = at + length;
    }
    at += length;
  }
  add(attribution.size());
  return items;
}

std::size_t first_quoted_in(const PaperTalk& talk) {
  const auto first = std::find_if(talk.extracts.begin(), talk.extracts.end(),
                                  [](const Extract& one) { return one.attribution.has_value(); });
  return first == talk.extracts.end() ? 0 : first->block;
}

const PaperId* speaker_of(const Attribution& attribution) {
  for (const Kind kind : {Kind::participant, Kind::pair, Kind::session, Kind::group, Kind::place, Kind::role}) {
    for (const PaperId& id : attribution.ids) {
      if ((id.known ? id.known->kind : Kind::participant) == kind) return &id;
    }
  }
  return nullptr;
}

}  // namespace moniker::custodian
