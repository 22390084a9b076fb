#include "filter/proof.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "replace/spelling.hpp"

namespace moniker::filter {

void Proof::take(std::string_view surface) {
  std::string text(replace::core_text(surface));
  if (std::any_of(names_.begin(), names_.end(), [&](const prove::KnownName& name) { return name.text == text; }))
    return;
  const bool full = text.find_first_of(" \n\t") != std::string::npos;
  const bool word = !full && is_word_ && is_word_(fold(text));
  names_.push_back({.text = std::move(text), .word = word, .full = full});
}

std::vector<ByteRange> Proof::left_in(const Utterance& utterance, const std::vector<ByteRange>& replaced,
                                      const prove::Prover& prover) const {
  std::vector<ByteRange> left;
  const auto search = [&](const prove::Prover& by) {
    for (const prove::ProofHit& hit : by.search(utterance, replaced)) {
      if (hit.bytes.size() > 0) left.push_back(hit.bytes);  // an empty one is of the label, which is masked by itself
    }
  };
  if (!names_.empty()) search(prover);
  if (known_ != nullptr) search(*known_);
  std::sort(left.begin(), left.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  return left;
}

}  // namespace moniker::filter
