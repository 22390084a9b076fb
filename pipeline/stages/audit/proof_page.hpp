#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "audit/proof.hpp"
#include "base/style.hpp"

namespace moniker::audit {

/// What good proofs show.
struct ProofPage {
  std::vector<Proved> proved{};
};
std::string as_text(const ProofPage& page, const Style& style);
nlohmann::ordered_json as_json(const ProofPage& page);

/// A head that was cosigned, and the file where it is kept.
struct CosignPage {
  std::uint64_t size = 0;
  std::filesystem::path file{};
};
std::string as_text(const CosignPage& page, const Style& style);
nlohmann::ordered_json as_json(const CosignPage& page);

}  // namespace moniker::audit
