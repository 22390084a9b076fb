#include "coded/edits.hpp"

#include <algorithm>

namespace moniker::coded {

void settle_edits(Edits& edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.was.begin < b.was.begin; });
  Edits apart;
  for (Edit& edit : edits) {
    if (!apart.empty() && edit.was.begin < apart.back().was.end) {
      apart.back().was.end = std::max(apart.back().was.end, edit.was.end);
    } else {
      apart.push_back(std::move(edit));
    }
  }
  edits = std::move(apart);
}

EditedText::EditedText(std::string_view text, const Edits& edits) {
  std::uint32_t kept = 0;
  for (const Edit& edit : edits) {
    text_.append(text.substr(kept, edit.was.begin - kept));
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += edit.by;
    was_.push_back(edit.was);
    is_.push_back({begin, static_cast<std::uint32_t>(text_.size())});
    kept = edit.was.end;
  }
  text_.append(text.substr(kept));
}

MovedRange EditedText::moved(ByteRange range) const {
  MovedRange moved;
  moved.is.begin = place(range.begin, false, moved.grown);
  moved.is.end = place(range.end, true, moved.grown);
  return moved;
}

std::uint32_t EditedText::place(std::uint32_t at, bool ends, bool& grown) const {
  // The first that ends behind the place: it is inside of that one, or nothing is exchanged there.
  const auto next = std::upper_bound(was_.begin(), was_.end(), at,
                                     [](std::uint32_t place, ByteRange was) { return place < was.end; });
  const auto index = static_cast<std::size_t>(next - was_.begin());
  if (next != was_.end() && next->begin < at) {
    grown = true;
    return ends ? is_[index].end : is_[index].begin;
  }
  return index == 0 ? at : is_[index - 1].end + (at - was_[index - 1].end);
}

}  // namespace moniker::coded
