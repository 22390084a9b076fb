// Of some ten thousand words a few thousand say something else than all before them.
#include "rules/woken_words.hpp"

#include <algorithm>

namespace moniker::rules {

bool WokenWords::begin(const words::Words& words) {
  if (epoch_ == words.epoch) return false;
  epoch_ = words.epoch;
  of_word_.clear();
  all_.clear();
  known_rows_.clear();
  return true;
}

std::uint32_t WokenWords::look_up(const words::Word& word) {
  std::uint32_t& place = of_word_[word.number];
  if (!rows_.of(word.written(), row_)) return place = 0;
  std::uint64_t hash = 0;
  for (const std::uint64_t bits : row_) hash = ((hash << 5 | hash >> 59) ^ bits) * 0x9E3779B97F4A7C15ULL;
  for (auto [known, end] = known_rows_.equal_range(hash); known != end; ++known) {
    if (std::equal(row_.begin(), row_.end(), rows(known->second))) return place = known->second;
  }
  place = static_cast<std::uint32_t>(all_.size() + 1);
  all_.resize(all_.size() + lines_);
  std::copy(row_.begin(), row_.end(), all_[place - 1].bits.data());
  known_rows_.emplace(hash, place);
  return place;
}

}  // namespace moniker::rules
