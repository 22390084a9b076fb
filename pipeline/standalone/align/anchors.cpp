// Sequences of words that occur once in each text are almost always the same place (Cohen's patience diff does it with
// lines). The longest chain of them that ascends in both texts is kept; links that stand alone are dropped, for they
// may be chance.
#include "align/anchors.hpp"

#include <algorithm>

namespace moniker::align {
namespace {

constexpr std::size_t sequence_lengths[] = {5, 3};  // the longer, the surer; shorter ones where nothing else is found
constexpr std::size_t apart = 128;  // words between two pins: alignment in between mends what a pin near it got wrong
constexpr std::size_t near = 512,
                      aslant = 8;         // neighbours that confirm each other: so close, and so nearly on one diagonal
constexpr std::size_t enough_words = 15;  // of sequences that confirm each other

struct Sequence {
  std::uint64_t hash = 0;
  std::size_t at = 0;
};

std::vector<Sequence> hashed(WordIds words, std::size_t length) {
  std::vector<Sequence> all;
  for (std::size_t at = 0; at + length <= words.size(); ++at) {
    std::uint64_t hash = 0;
    for (const WordId word : words.subspan(at, length))
      hash = (hash ^ (word + 1)) * 0x9E3779B97F4A7C15U, hash ^= hash >> 29;
    all.push_back({hash, at});
  }
  std::sort(all.begin(), all.end(),
            [](const Sequence& a, const Sequence& b) { return a.hash != b.hash ? a.hash < b.hash : a.at < b.at; });
  return all;
}

std::vector<Sequence> only_once(const std::vector<Sequence>& all) {
  std::vector<Sequence> once;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool before = i > 0 && all[i - 1].hash == all[i].hash,
               after = i + 1 < all.size() && all[i + 1].hash == all[i].hash;
    if (!before && !after) once.push_back(all[i]);
  }
  return once;
}

/// Ascending in what was said. Equal hashes of different words are as good as impossible, and alignment would mend one.
std::vector<Pin> shared_once(WordIds said, WordIds written, std::size_t length) {
  const auto a = only_once(hashed(said, length)), b = only_once(hashed(written, length));
  std::vector<Pin> pins;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].hash == b[j].hash)
      pins.push_back({a[i++].at, b[j++].at});
    else if (a[i].hash < b[j].hash)
      ++i;
    else
      ++j;
  }
  std::sort(pins.begin(), pins.end(), [](const Pin& x, const Pin& y) { return x.said < y.said; });
  return pins;
}

/// The longest part that ascends in what was written too (patience sorting).
std::vector<Pin> longest_chain(const std::vector<Pin>& pins) {
  std::vector<std::size_t> ends, before(pins.size(), pins.size());
  for (std::size_t i = 0; i < pins.size(); ++i) {
    const auto pile = std::lower_bound(ends.begin(), ends.end(), pins[i].written,
                                       [&](std::size_t end, std::size_t at) { return pins[end].written < at; });
    if (pile != ends.begin()) before[i] = *(pile - 1);
    if (pile == ends.end())
      ends.push_back(i);
    else
      *pile = i;
  }
  std::vector<Pin> chain;
  for (std::size_t i = ends.empty() ? pins.size() : ends.back(); i < pins.size(); i = before[i])
    chain.push_back(pins[i]);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// What lies between two neighbours of the chain is nearly as long in one text as in the other.
bool go_together(const Pin& a, const Pin& b) {
  const std::size_t said = b.said - a.said, written = b.written - a.written;
  return said <= near && (said > written ? said - written : written - said) <= aslant + said / 8;
}

/// Only what goes together with others that it does not overlap; what stands alone would bend everything round it.
std::vector<Pin> confirmed(const std::vector<Pin>& chain, std::size_t length) {
  std::vector<Pin> kept;
  for (std::size_t begin = 0, end = 0; begin < chain.size(); begin = end) {
    std::size_t apart_from_another = 1;
    Pin last = chain[begin];
    for (end = begin + 1; end < chain.size() && go_together(chain[end - 1], chain[end]); ++end) {
      if (chain[end].said < last.said + length || chain[end].written < last.written + length) continue;
      ++apart_from_another;
      last = chain[end];
    }
    if (apart_from_another * length >= enough_words)
      kept.insert(kept.end(), chain.begin() + static_cast<std::ptrdiff_t>(begin),
                  chain.begin() + static_cast<std::ptrdiff_t>(end));
  }
  return kept;
}

std::vector<Pin> thinned(const std::vector<Pin>& chain) {
  std::vector<Pin> few;
  for (const Pin& pin : chain) {
    const Pin last = few.empty() ? Pin{} : few.back();
    if (pin.said >= last.said + apart && pin.written >= last.written + apart) few.push_back(pin);
  }
  return few;
}

}  // namespace

std::vector<Pin> find_pins(WordIds said, WordIds written) {
  for (const std::size_t length : sequence_lengths) {
    auto pins = thinned(confirmed(longest_chain(shared_once(said, written, length)), length));
    if (!pins.empty()) return pins;
  }
  return {};
}

}  // namespace moniker::align
