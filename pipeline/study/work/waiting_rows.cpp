#include "work/waiting_rows.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t most_bytes = 256 * 1024;

}  // namespace

WaitingRows::~WaitingRows() {
  std::error_code ignored;
  if (many_) std::filesystem::remove(file_, ignored);
}

void WaitingRows::add(std::string_view body) {
  if (!many_ && bytes_ + body.size() > most_bytes) {
    many_ = std::make_unique<SealedLines>(file_, recipient_);
    for (const std::string& one : few_) many_->add(one);
    few_.clear();
  }
  if (many_) return many_->add(body);
  bytes_ += body.size();
  few_.emplace_back(body);
}

void WaitingRows::for_each(const seal::Identity& identity, const std::function<void(std::string_view)>& take) {
  for (const std::string& body : few_) take(body);
  if (!many_) return;
  many_->finish();
  many_->file().rename_now();  // read back by this very process: nothing of it need outlive the power
  SealedLineReader lines(file_, identity);
  while (const auto body = lines.next()) take(*body);
}

}  // namespace moniker::study
