#include "coded/xml_edits.hpp"

namespace moniker::coded {

void XmlEdits::exchange(Stretch at, std::string by) {
  if (at.size() == 0) {
    put_[at.begin] += by;
    return;
  }
  auto& [end, words] = exchanged_[at.begin];
  if (at.end >= end) {
    end = at.end;
    words = std::move(by);
  }
}

std::string XmlEdits::copy(const std::string& document, Stretch at) const {
  std::string out;
  std::size_t from = at.begin;
  auto put = put_.lower_bound(at.begin);
  auto next = exchanged_.lower_bound(at.begin);
  while (true) {
    const bool puts = put != put_.end() && put->first < at.end;
    const bool exchanges = next != exchanged_.end() && next->second.first <= at.end;
    if (!puts && !exchanges) break;
    if (puts && (!exchanges || put->first <= next->first)) {
      if (put->first >= from) {
        out.append(document, from, put->first - from);
        from = put->first;
        out += put->second;
      }
      ++put;
      continue;
    }
    if (next->first >= from) {
      out.append(document, from, next->first - from);
      out += next->second.second;
      from = next->second.first;
    }
    ++next;
  }
  return out.append(document, from, at.end - from);
}

}  // namespace moniker::coded
