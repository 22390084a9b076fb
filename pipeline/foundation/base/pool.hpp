#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace moniker {

/// Things that are costly to make and belong to one thread at a time: taken for one transcript, given back for the
/// next. There are as many as threads ever worked at once.
template <class Thing>
class Pool {
 public:
  explicit Pool(std::function<std::unique_ptr<Thing>()> make) : make_(std::move(make)) {}
  using Taken = std::unique_ptr<Thing, std::function<void(Thing*)>>;

  /// Goes back by itself. The pool must outlive it.
  Taken take() {
    return {next().release(), [this](Thing* thing) {
              const std::lock_guard lock(mutex_);
              free_.emplace_back(thing);
            }};
  }

 private:
  std::unique_ptr<Thing> next() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return make_();
    auto thing = std::move(free_.back());
    free_.pop_back();
    return thing;
  }
  std::function<std::unique_ptr<Thing>()> make_;
  std::mutex mutex_{};
  std::vector<std::unique_ptr<Thing>> free_{};
};

}  // namespace moniker
