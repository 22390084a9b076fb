// What is said: whether anything is, how many words, and two fingerprints of them.
//
// The digest tells the same talk in two files, whatever the format. The sketch tells nearly the same talk (a
// corrected version delivered beside the first): it keeps the smallest hashes of all runs of five words, and
// two transcripts share about as many of their sketches as they share of their runs (bottom-k sketch; Broder
// 1997, "On the resemblance and containment of documents"). Hashes of words would let a reader guess words;
// facts are therefore only kept sealed.
#include <algorithm>
#include <deque>
#include <set>

#include "base/fold.hpp"
#include "check/checks.hpp"

namespace moniker {
namespace {

constexpr std::size_t run_length = 5, sketch_size = 128;

class ContentCheck : public TranscriptCheck {
 public:
  explicit ContentCheck(const CheckContext& context) : facts_(context.facts), issues_(context.issues) {}

  void take(const Utterance& utterance) override {
    if (utterance.part != Part::talk) return;
    ++facts_.utterances;
    for (std::string& word : folded_words(utterance.text)) {
      ++facts_.words;
      digest_.take_field(word);
      take_word(std::move(word));
    }
  }

  void finish() override {
    if (facts_.words == 0) {
      issues_({IssueCode::file_empty, {}, 1});
      return;
    }
    facts_.content = digest_.finish();
    facts_.sketch.assign(smallest_.begin(), smallest_.end());
  }

 private:
  void take_word(std::string word) {
    run_.push_back(std::move(word));
    if (run_.size() > run_length) run_.pop_front();
    if (run_.size() < run_length) return;
    smallest_.insert(hash_of_run());
    if (smallest_.size() > sketch_size) smallest_.erase(std::prev(smallest_.end()));
  }

  /// FNV-1a (RFC 9923) with a final mix: the smallest values are what is kept, so the high bits must be good.
  std::uint64_t hash_of_run() const {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const std::string& word : run_) {
      for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
      hash = (hash ^ 0xffU) * 0x100000001b3U;  // no byte of UTF-8: where the word ends
    }
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdU;
    hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53U;
    return hash ^ (hash >> 33);
  }

  TranscriptFacts& facts_;
  const Sink<Issue>& issues_;
  Hasher digest_{};
  std::deque<std::string> run_{};
  std::set<std::uint64_t> smallest_{};
};

}  // namespace

std::unique_ptr<TranscriptCheck> make_content_check(const CheckContext& context) {
  return std::make_unique<ContentCheck>(context);
}

}  // namespace moniker
