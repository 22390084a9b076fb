#pragma once
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace moniker {

/// Something that is costly to make and seldom needed: made by whoever asks first, and all threads share it.
template <class Thing>
class MadeOnce {
 public:
  using Make = std::function<std::unique_ptr<const Thing>()>;
  explicit MadeOnce(Make make) : make_(std::move(make)) {}

  const Thing& get() const {
    std::call_once(once_, [this] { thing_ = make_(); });
    return *thing_;
  }

 private:
  Make make_;
  mutable std::once_flag once_{};
  mutable std::unique_ptr<const Thing> thing_{};
};

}  // namespace moniker
