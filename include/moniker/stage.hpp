#pragma once
#include <functional>
#include <utility>

namespace moniker {

/// Where a stage puts what it gives on.
template <class T>
using Sink = std::function<void(T)>;

/// Takes items one by one and gives on zero or more for each, in order, keeping back no more than it
/// documents; finish() gives on the rest, once. Throws Error when it cannot go on.
template <class S, class In, class Out>
concept Stage = requires(S& stage, In item, const Sink<Out>& out) {
  stage.take(std::move(item), out);
  stage.finish(out);
};

}  // namespace moniker
