#pragma once
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace moniker {

/// Works on items 0..count-1 in parallel, at most twice as many in flight as threads, and hands the results to
/// `publish` one at a time in order. An exception ends the whole.
template <class Result>
void in_order(unsigned threads, std::size_t count, const std::function<Result(std::size_t)>& work,
              const std::function<void(std::size_t, Result)>& publish) {
  const int width = std::max(1, static_cast<int>(threads == 0 ? std::thread::hardware_concurrency() : threads));
  const tbb::global_control workers(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(width));
  tbb::task_arena arena(width);
  std::vector<std::unique_ptr<Result>> results(count);
  std::size_t next = 0;
  // The pipeline orders its filters already; the lock says so to tools that cannot look into it (ThreadSanitizer).
  std::mutex hand_over, publishing;  // apart, so that nobody waits for a disk but who publishes
  const auto number = [&](tbb::flow_control& control) -> std::size_t {
    const std::lock_guard lock(hand_over);
    if (next == count) control.stop();
    return next == count ? 0 : next++;
  };
  const auto make = [&](std::size_t index) {
    auto result = std::make_unique<Result>(work(index));
    const std::lock_guard lock(hand_over);
    results[index] = std::move(result);
    return index;
  };
  const auto hand_out = [&](std::size_t index) {
    const std::lock_guard one(publishing);
    std::unique_lock lock(hand_over);
    const auto result = std::move(results[index]);
    lock.unlock();
    publish(index, std::move(*result));
  };
  arena.execute([&] {
    using tbb::filter_mode;
    tbb::parallel_pipeline(static_cast<std::size_t>(width) * 2,
                           tbb::make_filter<void, std::size_t>(filter_mode::serial_in_order, number) &
                               tbb::make_filter<std::size_t, std::size_t>(filter_mode::parallel, make) &
                               tbb::make_filter<std::size_t, void>(filter_mode::serial_in_order, hand_out));
  });
  const std::scoped_lock lock(publishing, hand_over);  // whatever the workers used, they have done with
}

}  // namespace moniker
