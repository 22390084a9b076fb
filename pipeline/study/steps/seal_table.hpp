#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "config/retention.hpp"
#include "opened/books.hpp"
#include "opened/study.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// Tables of people, sealed. Afresh only when the text changed, or when the log does not know the digest of the file
/// that is there: an unchanged study leaves unchanged files. The bytes first, then the log, then the names, then the
/// ledger: what the log does not know is not in its place. Many share what is slow.
class TableSealer {
 public:
  TableSealer(const StudyConfig& config, Books& books, const std::vector<seal::Recipient>& recipients);
  ~TableSealer();
  void seal(const std::filesystem::path& target, const std::string& text);
  /// All that was sealed has its name. Without it the last ones are not.
  void publish();

 private:
  struct Sealed;
  const StudyConfig& config_;
  Books& books_;
  const std::vector<seal::Recipient>& recipients_;
  std::vector<std::unique_ptr<Sealed>> sealed_{};
};

/// One table.
void seal_table(const StudyConfig& config, Books& books, const std::filesystem::path& target,
                const std::vector<seal::Recipient>& recipients, const std::string& text);

/// What had to go by now, and is gone, is not made again.
bool is_over(const Study& study, const std::filesystem::path& file, const RetentionRule& rule, const Clock& clock);

}  // namespace moniker::study
