#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <memory>
#include <mutex>
#include <thread>

namespace moniker {

template <class Result>
void in_order(unsigned threads, std::size_t count, const std::function<Result(std::size_t)>& work,
              const std::function<void(std::size_t, Result)>& publish) {
  struct Item {
    std::size_t index = 0;
    std::unique_ptr<Result> result{};
  };
  const int width = static_cast<int>(threads == 0 ? std::thread::hardware_concurrency() : threads);
  const tbb::global_control workers(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(std::max(1, width)));
  tbb::task_arena arena(std::max(1, width));
  std::size_t next = 0;
  // The pipeline orders its filters already; the lock says so to tools that cannot look into it (ThreadSanitizer).
  std::mutex hand_over;
  arena.execute([&] {
    tbb::parallel_pipeline(
        static_cast<std::size_t>(std::max(1, width)) * 2,
        tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                            [&next, &hand_over, count](tbb::flow_control& control) -> std::size_t {
                                              const std::lock_guard lock(hand_over);
                                              if (next == count) control.stop();
                                              return next == count ? 0 : next++;
                                            }) &
            tbb::make_filter<std::size_t, std::shared_ptr<Item>>(
                tbb::filter_mode::parallel,
                [&work, &hand_over](std::size_t index) {
                  auto item = std::make_shared<Item>();
                  item->index = index;
                  auto result = std::make_unique<Result>(work(index));
                  const std::lock_guard lock(hand_over);
                  item->result = std::move(result);
                  return item;
                }) &
            tbb::make_filter<std::shared_ptr<Item>, void>(
                tbb::filter_mode::serial_in_order,
                [&publish, &hand_over](const std::shared_ptr<Item>& item) {
                  const std::lock_guard lock(hand_over);
                  publish(item->index, std::move(*item->result));
                }));
  });
}

}  // namespace moniker
