#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "base/style.hpp"
#include "quotes/checked_quotes.hpp"

namespace moniker::custodian {

/// What is said of a manuscript, alone or beside a study. With a study it holds what people said.
struct QuotesPage {
  std::string file{};  // as it is shown
  ExaminedPaper paper{};
  std::optional<CheckedQuotes> checked{};

  std::size_t findings() const;  // of the paper and of its extracts
};

std::string as_text(const QuotesPage& page, const Style& style);
nlohmann::ordered_json as_json(const QuotesPage& page);
/// One page that needs nothing else: manuscript and transcript side by side.
std::string as_html(const QuotesPage& page);

}  // namespace moniker::custodian
