#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "base/style.hpp"
#include "seal/age.hpp"

namespace moniker::custodian {

struct ResealRequest {
  std::vector<seal::Identity> identities{};                         // that open what is sealed now
  std::vector<seal::Recipient> recipients{}, linkage_recipients{};  // who may open it afterwards
  bool armor = false;
  bool dry_run = false;                 // opens all, and seals, records and writes nothing
  std::string by{};                     // recorded
  std::filesystem::path signing_key{};  // signs the log
  std::filesystem::path public_key{};   // verifies it first
  std::filesystem::path witness{};      // where heads of the log are kept; or empty
};

struct ResealPage {
  std::size_t resealed = 0, unchanged = 0;
  std::vector<std::string> left{};   // paths in the study of what no identity opens: it stays as it is
  std::vector<std::string> would{};  // of a dry run, what would be sealed again
};
std::string as_text(const ResealPage& page, const Style& style);
nlohmann::ordered_json as_json(const ResealPage& page);

/// Seals all of out/ and linkage/ again, but for what was sealed to those recipients by a call before. Throws
/// Error{integrity} when the log is not as it was signed, or a file is not the one that it names: then nothing after
/// that was changed, and the same call goes on from there.
ResealPage reseal(const StudyLayout& layout, const ResealRequest& request, const Clock& clock);

}  // namespace moniker::custodian
