#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <memory>

namespace moniker {

template <class Result>
void in_order(unsigned threads, std::size_t count, const std::function<Result(std::size_t)>& work,
              const std::function<void(std::size_t, Result)>& publish) {
  struct Item {
    std::size_t index = 0;
    std::unique_ptr<Result> result{};
  };
  const int width = static_cast<int>(threads == 0 ? std::thread::hardware_concurrency() : threads);
  tbb::task_arena arena(std::max(1, width));
  std::size_t next = 0;
  arena.execute([&] {
    tbb::parallel_pipeline(
        static_cast<std::size_t>(std::max(1, width)) * 2,
        tbb::make_filter<void, std::size_t>(tbb::filter_mode::serial_in_order,
                                            [&next, count](tbb::flow_control& control) -> std::size_t {
                                              if (next == count) control.stop();
                                              return next == count ? 0 : next++;
                                            }) &
            tbb::make_filter<std::size_t, std::shared_ptr<Item>>(
                tbb::filter_mode::parallel,
                [&work](std::size_t index) {
                  auto item = std::make_shared<Item>();
                  item->index = index;
                  item->result = std::make_unique<Result>(work(index));
                  return item;
                }) &
            tbb::make_filter<std::shared_ptr<Item>, void>(
                tbb::filter_mode::serial_in_order,
                [&publish](const std::shared_ptr<Item>& item) { publish(item->index, std::move(*item->result)); }));
  });
}

}  // namespace moniker
