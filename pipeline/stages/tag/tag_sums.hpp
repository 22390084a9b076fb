#pragma once
#include <cstdint>
#include <vector>

#include "rules/tag_model.hpp"

namespace moniker::tag {

/// Sums of weights by a number, each made when it is first asked for: open addressing, and the sums in one row.
class TagSums {
 public:
  /// Good until the next call.
  template <class Make>
  const rules::TagSum& get(std::uint32_t key, const Make& make) {
    std::size_t at = place_of(key);
    if (slots_[at].number != 0) return sums_[slots_[at].number - 1];
    const rules::TagSum made = make();
    if ((sums_.size() + 1) * 2 > slots_.size()) grow();
    at = place_of(key);
    sums_.push_back(made);
    slots_[at] = {key, static_cast<std::uint32_t>(sums_.size())};
    return sums_.back();
  }

 private:
  struct Slot {
    std::uint32_t key = 0, number = 0;  // plus 1; 0: empty
  };
  std::size_t place_of(std::uint32_t key) const {
    std::size_t at = (key * 0x9E3779B9U) >> shift_;
    while (slots_[at].number != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }
  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    --shift_;
    for (const Slot& slot : old) {
      if (slot.number != 0) slots_[place_of(slot.key)] = slot;
    }
  }

  std::uint32_t shift_ = 28;
  std::vector<Slot> slots_ = std::vector<Slot>(16);
  std::vector<rules::TagSum> sums_{};
};

}  // namespace moniker::tag
