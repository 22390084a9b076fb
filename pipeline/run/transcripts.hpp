#pragma once
#include <functional>
#include <vector>

#include "run/opened_study.hpp"

namespace moniker {

/// A delivered file as the steps see it. A study may have many: it holds what cannot be told from the name.
struct Delivered {
  std::string file{};  // name without folder or bundle
  std::uint64_t bytes = 0;
  std::filesystem::path place{};  // may go through a bundle: open_delivery
};
/// In study order; of a shard, its own.
std::vector<Delivered> delivered(const OpenedStudy& study);

/// Works on items 0..count-1 in parallel, at most twice as many in flight as threads, and hands the results to
/// `publish` one at a time in order. An exception ends the whole.
template <class Result>
void in_order(unsigned threads, std::size_t count, const std::function<Result(std::size_t)>& work,
              const std::function<void(std::size_t, Result)>& publish);

/// Digest of a file's bytes.
Digest digest_of_file(const std::filesystem::path& file);

}  // namespace moniker

#include "run/in_order.ipp"
