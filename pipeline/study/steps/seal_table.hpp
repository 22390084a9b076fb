#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "config/retention.hpp"
#include "opened/books.hpp"
#include "opened/study.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// A table of people, sealed. Afresh only when the text changed, or when the log does not know the digest of the file
/// that is there: an unchanged study leaves unchanged files. The log first: what it does not know is not in its place.
void seal_table(const StudyConfig& config, Books& books, const std::filesystem::path& target,
                const std::vector<seal::Recipient>& recipients, const std::string& text);

/// What had to go by now, and is gone, is not made again.
bool is_over(const Study& study, const std::filesystem::path& file, const RetentionRule& rule, const Clock& clock);

}  // namespace moniker::study
