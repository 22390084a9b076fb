#include "detect/finding_spool.hpp"

#include <cerrno>
#include <cstring>
#include <type_traits>

#include "moniker/error.hpp"

namespace moniker::detect {
namespace {

static_assert(std::is_trivially_copyable_v<Finding>);
constexpr std::size_t most_kept = std::size_t{1} << 16;  // some 2 MiB

[[noreturn]] void fail() {
  throw Error::input(std::string("a temporary file cannot be used: ") + std::strerror(errno),
                     "see that there is room in the folder for temporary files (TMPDIR)");
}

}  // namespace

void FindingSpool::add(const std::vector<Finding>& findings) {
  some_.insert(some_.end(), findings.begin(), findings.end());
  if (some_.size() >= most_kept) spill();
}

void FindingSpool::spill() {
  if (!file_) file_.reset(std::tmpfile());
  if (!file_ || std::fwrite(some_.data(), sizeof(Finding), some_.size(), file_.get()) != some_.size()) fail();
  some_.clear();
}

void FindingSpool::rewind() {
  at_ = 0;
  if (!file_) return;
  spill();
  if (std::fflush(file_.get()) != 0) fail();
  std::rewind(file_.get());
}

bool FindingSpool::fill() {
  if (at_ < some_.size()) return true;
  if (!file_) return false;
  some_.resize(most_kept);
  some_.resize(std::fread(some_.data(), sizeof(Finding), most_kept, file_.get()));
  if (std::ferror(file_.get()) != 0) fail();
  at_ = 0;
  return !some_.empty();
}

std::vector<Finding> FindingSpool::take(std::uint64_t utterance) {
  std::vector<Finding> findings;
  while (fill() && some_[at_].utterance == utterance) findings.push_back(some_[at_++]);
  return findings;
}

}  // namespace moniker::detect
