#include "work/waiting_parts.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t most_bytes = 256 * 1024;

}  // namespace

void WaitingParts::add(std::string_view part) {
  if (!many_ && bytes_ + part.size() > most_bytes) {
    many_ = std::make_unique<SealedParts>(file_, study_);
    for (const std::string& one : few_) many_->add(one);
    few_.clear();
  }
  if (many_) return many_->add(part);
  bytes_ += part.size();
  few_.emplace_back(part);
}

std::unique_ptr<AtomicFile> WaitingParts::release() {
  if (!many_) return nullptr;
  many_->finish();
  return many_->release();
}

WaitingRows::~WaitingRows() {
  std::error_code ignored;
  if (many_) std::filesystem::remove(file_, ignored);
}

void WaitingRows::for_each(const std::function<void(std::string_view)>& take) {
  for (const std::string& body : rows_.few()) take(body);
  many_ = rows_.release();
  if (!many_) return;
  many_->rename_now();  // read back by this very process: nothing of it need outlive the power
  SealedPartReader rows(file_, study_);
  while (const auto body = rows.next()) take(*body);
}

}  // namespace moniker::study
