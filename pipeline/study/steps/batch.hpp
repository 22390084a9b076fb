#pragma once
#include <chrono>
#include <functional>
#include <utility>
#include <vector>

namespace moniker::study {

/// Finished transcripts on their way out. To make things durable takes as long for one as for a hundred, so they go
/// together: as soon as there are many, or many open files, or the first of them has waited long enough.
template <class Item>
class Batch {
 public:
  using Publish = std::function<void(std::vector<Item>&)>;
  explicit Batch(Publish publish) : publish_(std::move(publish)) {}

  /// `files`: how many the item holds open.
  void take(Item item, std::size_t files) {
    if (items_.empty()) since_ = Time::now();
    items_.push_back(std::move(item));
    files_ += files;
    if (items_.size() >= most_items || files_ >= most_files || Time::now() - since_ >= longest_wait) finish();
  }

  /// What still waits; called once more at the end.
  void finish() {
    if (items_.empty()) return;
    publish_(items_);
    items_.clear();
    files_ = 0;
  }

 private:
  using Time = std::chrono::steady_clock;
  static constexpr std::size_t most_items = 256, most_files = 384;  // of the 1024 files that a process may open
  static constexpr std::chrono::milliseconds longest_wait{200};

  Publish publish_;
  std::vector<Item> items_{};
  std::size_t files_ = 0;
  Time::time_point since_{};
};

}  // namespace moniker::study
