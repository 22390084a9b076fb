// What lies in both windows is aligned up to a pin well before their ends, because near the end a word's partner may
// not have been read yet; the words behind the pin stay for the next time.
#include "align/stream_aligner.hpp"

#include "align/anchors.hpp"

namespace moniker::align {
namespace {

class Window {
 public:
  Window(WordStream& stream, std::size_t size) : stream_(stream), size_(size) {}

  void fill() {
    Word word;
    while (words_.size() < size_ && !ended_) {
      if (!stream_.next(word)) {
        ended_ = true;
        return;
      }
      words_.push_back(word);
      ids_.push_back(word.id);
    }
  }

  void drop(std::size_t count) {
    words_.erase(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(count));
    ids_.erase(ids_.begin(), ids_.begin() + static_cast<std::ptrdiff_t>(count));
  }

  bool ended() const { return ended_; }
  WordIds ids() const { return ids_; }
  const Word* words() const { return words_.data(); }

 private:
  WordStream& stream_;
  std::size_t size_;
  bool ended_ = false;
  std::vector<Word> words_{};
  std::vector<WordId> ids_{};
};

/// Up to where both windows can be aligned for good.
Pin safe_cut(const Window& said, const Window& written) {
  const Pin all{said.ids().size(), written.ids().size()};
  if (said.ended() && written.ended()) return all;
  const auto pins = find_pins(said.ids(), written.ids());
  if (pins.empty()) return all;
  const Pin cut = pins[pins.size() * 3 / 4];
  const bool too_little =
      cut.said + cut.written < (all.said + all.written) / 16;  // step by step, it would take for ever
  return too_little ? all : cut;
}

void give_on(const std::vector<Step>& steps, const Word* said, const Word* written,
             const std::function<void(const Aligned&)>& out) {
  for (const Step step : steps) {
    const bool takes_said = step != Step::added, takes_written = step != Step::missing;
    out({step, takes_said ? said++ : nullptr, takes_written ? written++ : nullptr});
  }
}

}  // namespace

bool align_streams(WordStream& said, WordStream& written, const std::function<void(const Aligned&)>& out,
                   std::size_t window) {
  Window left(said, window), right(written, window);
  bool exact = true;
  for (bool done = false; !done;) {
    left.fill();
    right.fill();
    done = left.ended() && right.ended();
    const Pin cut = safe_cut(left, right);
    Alignment alignment;
    align_words(left.ids().first(cut.said), right.ids().first(cut.written), alignment);
    const bool cut_blindly =
        cut.said == left.ids().size() && cut.written == right.ids().size();  // where the windows happened to end
    const bool one_is_over = cut.said == 0 || cut.written == 0;
    exact = exact && alignment.exact && (done || one_is_over || !cut_blindly);
    give_on(alignment.steps, left.words(), right.words(), out);
    left.drop(cut.said);
    right.drop(cut.written);
  }
  return exact;
}

}  // namespace moniker::align
