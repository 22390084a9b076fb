#pragma once
#include <chrono>
#include <functional>
#include <utility>
#include <vector>

#include "base/in_order.hpp"
#include "opened/options.hpp"
#include "opened/transcripts.hpp"

namespace moniker::study {

/// Finished transcripts on their way out. To make things durable takes as long for one as for a hundred, so they go
/// together: as soon as there are many, or many open files, or the first of them has waited long enough.
template <class Item>
class Batch {
 public:
  using Publish = std::function<void(std::vector<Item>&)>;
  explicit Batch(Publish publish) : publish_(std::move(publish)) {}

  void take(Item item) {
    if (items_.empty()) since_ = Time::now();
    files_ += item.open_files();
    items_.push_back(std::move(item));
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

/// A step's way over its transcripts: worked on side by side, then, in study order, counted, published in batches
/// where `count` says that there is something to publish, and told as progress.
template <class Item>
void in_batches(const RunOptions& options, std::string_view step, const std::vector<Delivered>& files,
                const std::function<Item(const Delivered&)>& work, const std::function<bool(const Item&)>& count,
                const typename Batch<Item>::Publish& publish) {
  Progress progress{.step = step, .total = files.size()};
  Batch<Item> batch(publish);
  const std::function<Item(std::size_t)> work_on = [&](std::size_t i) { return work(files[i]); };
  const std::function<void(std::size_t, Item)> hand_out = [&](std::size_t i, Item item) {
    if (count(item)) batch.take(std::move(item));
    ++progress.done;
    progress.bytes += files[i].bytes;
    if (options.progress) options.progress(progress);
  };
  in_order<Item>(options.threads, files.size(), work_on, hand_out);
  batch.finish();
}

}  // namespace moniker::study
