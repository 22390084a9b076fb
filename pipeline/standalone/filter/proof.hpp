#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "prove/prover.hpp"

namespace moniker::filter {

/// The second search, over one record: for the people who were replaced in it, and for those of the register. It finds
/// what stands there in another form than the one that was found: spelled out, run together, broken over a line's end,
/// with letters that only look alike.
class Proof {
 public:
  /// `known` may be null; both outlive the proof.
  Proof(const prove::Prover* known, const prove::IsWord& is_word) : known_(known), is_word_(is_word) {}

  void forget() { names_.clear(); }
  /// Somebody was replaced who is called that here.
  void take(std::string_view surface);
  bool needed() const { return known_ != nullptr || !names_.empty(); }
  /// Ready to search for all that was taken.
  prove::Prover prover() const { return prove::Prover(names_, is_word_); }
  /// Where one of them stands still, ascending. `replaced`, ascending, is not searched.
  std::vector<ByteRange> left_in(const Utterance& utterance, const std::vector<ByteRange>& replaced,
                                 const prove::Prover& prover) const;

 private:
  const prove::Prover* known_;
  const prove::IsWord& is_word_;
  std::vector<prove::KnownName> names_{};
};

}  // namespace moniker::filter
