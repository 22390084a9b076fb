// What is said: whether anything is, how many words, and two fingerprints of them.
//
// The digest tells the same talk in two files, whatever the format. The sketch tells nearly the same talk (a
// corrected version delivered beside the first): it keeps the smallest hashes of all runs of five words, and
// two transcripts share about as many of their sketches as they share of their runs (bottom-k sketch; Broder
// 1997, "On the resemblance and containment of documents"). Hashes of words would let a reader guess words;
// facts are therefore only kept sealed.
#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "base/fold.hpp"
#include "check/checks.hpp"

namespace moniker::check {
namespace {

constexpr std::size_t run_length = 5, sketch_size = 128, enough = 16 * 1024;

class ContentCheck : public TranscriptCheck {
 public:
  explicit ContentCheck(const CheckContext& context) : facts_(context.facts), issues_(context.issues) {}

  void take(const Utterance& utterance) override {
    if (utterance.part != Part::talk) return;
    ++facts_.utterances;
    words_.read(utterance.text);
    for (std::string_view word; words_.next(word);) {
      ++facts_.words;
      said_.append(word) += '\n';  // no word holds one
      take_word(word);
    }
    if (said_.size() >= enough) take_said();
  }

  void finish() override {
    if (facts_.words == 0) {
      issues_({IssueCode::file_empty, {}, 1});
      return;
    }
    take_said();
    facts_.content = digest_.finish();
    keep_smallest();
    facts_.sketch = smallest_;
  }

 private:
  void take_said() {
    digest_.take(said_);
    said_.clear();
  }

  void take_word(std::string_view word) {
    run_[facts_.words % run_length] = hash_of(word);
    if (facts_.words < run_length) return;
    const std::uint64_t hash = hash_of_run();
    if (hash > greatest_) return;
    smallest_.push_back(hash);
    if (smallest_.size() == 2 * sketch_size) keep_smallest();
  }

  void keep_smallest() {
    std::sort(smallest_.begin(), smallest_.end());
    smallest_.erase(std::unique(smallest_.begin(), smallest_.end()), smallest_.end());
    if (smallest_.size() < sketch_size) return;
    smallest_.resize(sketch_size);
    greatest_ = smallest_.back();
  }

  /// FNV-1a (RFC 9923).
  static std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    return hash;
  }

  /// The words' hashes in their order, with a final mix: the smallest values are what is kept, so the high bits must be
  /// good.
  std::uint64_t hash_of_run() const {
    std::uint64_t hash = 0;
    for (std::size_t i = 1; i <= run_length; ++i)
      hash = (hash ^ run_[(facts_.words + i) % run_length]) * 0x9e3779b97f4a7c15U;
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdU;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53U;
    return hash ^ (hash >> 33);
  }

  TranscriptFacts& facts_;
  const Sink<Issue>& issues_;
  Hasher digest_{};
  FoldedWords words_{};
  std::string said_{};
  std::array<std::uint64_t, run_length> run_{};  // hashes of the last words, by the number of the word
  std::vector<std::uint64_t> smallest_{};        // and others, which keep_smallest() drops
  std::uint64_t greatest_ = std::numeric_limits<std::uint64_t>::max();  // that can be among them
};

}  // namespace

std::unique_ptr<TranscriptCheck> make_content_check(const CheckContext& context) {
  return std::make_unique<ContentCheck>(context);
}

}  // namespace moniker::check
