// What stands between two marks was kept to the byte, so the delivered turn is those words in their order with
// something unknown between them. Each of them is looked for as far left as it can be, and then as far right: where
// both agree there is no other way, and the two replacements beside it are told apart; where they do not, these are one
// piece. So nothing is guessed.
#include "diff/aligned.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "moniker/entity.hpp"

namespace moniker::custodian {
namespace {

struct MarkedBytes {
  std::size_t begin = 0, end = 0;
  std::string label{};
};

std::vector<MarkedBytes> in_bytes(std::string_view text, const std::vector<ExportedMark>& marks) {
  std::size_t byte = 0, point = 0;
  const auto byte_of = [&](std::uint64_t wanted) {
    while (point < wanted && byte < text.size()) {
      do ++byte;
      while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80);
      ++point;
    }
    return byte;
  };
  std::vector<MarkedBytes> list;
  for (const ExportedMark& mark : marks) {
    const std::size_t begin = byte_of(mark.begin), end = byte_of(mark.end);
    // Whoever withdrew is [WITHDRAWN], the same for all of them, whatever label they were found as.
    const std::string_view words = text.substr(begin, end - begin);
    const bool gone = words.find(tombstone) != words.npos;
    list.push_back({begin, end,
                    gone                   ? std::string(tombstone)
                    : mark.subtype.empty() ? mark.label
                                           : mark.label + "/" + mark.subtype});
  }
  return list;
}

/// The kept words before, between and behind the marks.
std::vector<std::string_view> kept_words(std::string_view after, const std::vector<MarkedBytes>& marks) {
  std::vector<std::string_view> kept;
  std::size_t from = 0;
  for (const MarkedBytes& mark : marks) {
    kept.push_back(after.substr(from, mark.begin - from));
    from = mark.end;
  }
  kept.push_back(after.substr(from));
  return kept;
}

using Places = std::vector<std::size_t>;  // where the kept words between marks begin in the delivered turn

std::optional<Places> leftmost(std::string_view before, const std::vector<std::string_view>& kept) {
  Places places;
  std::size_t from = kept.front().size();
  const std::size_t end = before.size() - kept.back().size();
  for (std::size_t i = 1; i + 1 < kept.size(); ++i) {
    const std::size_t at = before.find(kept[i], from + 1);  // something stood before it
    if (at == before.npos || at + kept[i].size() >= end) return std::nullopt;
    places.push_back(at);
    from = at + kept[i].size();
  }
  return places;
}

Places rightmost(std::string_view before, const std::vector<std::string_view>& kept) {
  Places places(kept.size() - 2);
  std::size_t end = before.size() - kept.back().size();
  for (std::size_t i = kept.size() - 2; i >= 1; --i) {
    const std::size_t at = before.rfind(kept[i], end - kept[i].size() - 1);  // there is one: leftmost() found it
    places[i - 1] = at;
    end = at;
  }
  return places;
}

class Laying {
 public:
  Laying(std::string_view before, std::string_view after) : before_(before), after_(after) {}

  void keep(std::size_t bytes) {
    if (bytes == 0) return;
    pieces.push_back({std::string(before_.substr(was_, bytes)), std::string(after_.substr(is_, bytes))});
    was_ += bytes;
    is_ += bytes;
  }
  void change(std::size_t was_end, std::size_t is_end, std::vector<std::string> labels) {
    pieces.push_back({std::string(before_.substr(was_, was_end - was_)), std::string(after_.substr(is_, is_end - is_)),
                      std::move(labels), true});
    was_ = was_end;
    is_ = is_end;
  }
  std::vector<DiffPiece> pieces{};

 private:
  std::string_view before_, after_;
  std::size_t was_ = 0, is_ = 0;
};

bool is_inside_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

/// One piece of all that differs, where the marks do not tell.
std::vector<DiffPiece> differing_middle(std::string_view before, std::string_view after,
                                        const std::vector<MarkedBytes>& marks) {
  const std::size_t shorter = std::min(before.size(), after.size());
  std::size_t head = 0, tail = 0;
  while (head < shorter && before[head] == after[head]) ++head;
  while (head > 0 && (is_inside_character(before, head) || is_inside_character(after, head))) --head;
  while (tail < shorter - head && before[before.size() - tail - 1] == after[after.size() - tail - 1]) ++tail;
  while (tail > 0 && is_inside_character(before, before.size() - tail)) --tail;
  Laying laying(before, after);
  laying.keep(head);
  std::vector<std::string> labels;
  for (const MarkedBytes& mark : marks) labels.push_back(mark.label);
  if (before != after) laying.change(before.size() - tail, after.size() - tail, std::move(labels));
  laying.keep(tail);
  return std::move(laying.pieces);
}

}  // namespace

std::vector<DiffPiece> aligned(std::string_view before, std::string_view after,
                               const std::vector<ExportedMark>& exported) {
  const std::vector<MarkedBytes> marks = in_bytes(after, exported);
  const std::vector<std::string_view> kept = kept_words(after, marks);
  const bool frame = before.size() > kept.front().size() + kept.back().size() && before.starts_with(kept.front()) &&
                     before.ends_with(kept.back());
  const auto first = marks.empty() || !frame ? std::nullopt : leftmost(before, kept);
  if (!first) return differing_middle(before, after, marks);
  const Places last = rightmost(before, kept);

  Laying laying(before, after);
  laying.keep(kept.front().size());
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    labels.push_back(marks[i].label);
    const bool behind_all = i + 1 == marks.size();
    if (!behind_all && (kept[i + 1].empty() || (*first)[i] != last[i])) continue;  // told with the next one
    laying.change(behind_all ? before.size() - kept.back().size() : last[i], marks[i].end, std::exchange(labels, {}));
    laying.keep(kept[i + 1].size());
  }
  return std::move(laying.pieces);
}

std::vector<DiffPiece> without_before(std::string_view after, const std::vector<ExportedMark>& marks) {
  std::vector<DiffPiece> pieces;
  std::size_t from = 0;
  const auto keep = [&](std::size_t end) {
    const std::string words(after.substr(from, end - from));
    if (!words.empty()) pieces.push_back({words, words});
    from = end;
  };
  for (const MarkedBytes& mark : in_bytes(after, marks)) {
    keep(mark.begin);
    pieces.push_back({{}, std::string(after.substr(mark.begin, mark.end - mark.begin)), {mark.label}, true});
    from = mark.end;
  }
  keep(after.size());
  return pieces;
}

}  // namespace moniker::custodian
