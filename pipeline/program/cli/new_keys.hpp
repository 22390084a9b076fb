#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/passphrase.hpp"
#include "base/style.hpp"

namespace moniker::cli {

/// Which keys to make, and where. Of both sides: the custodian's identity opens what the study's keys seal.
struct NewKeys {
  std::filesystem::path folder{};
  std::filesystem::path custodian_secret{};  // empty: custodian.key in the folder
  std::string only{};                        // custodian, study or signing; empty: all three
  Passphrase passphrase{};                   // of study.key; empty: under none
};

/// The files that were made, in the order to tell them.
struct KeysPage {
  struct File {
    std::string key{};  // custodian, study, signing
    std::filesystem::path file{};
    bool secret = false;
    std::string_view says{};
  };
  std::vector<File> files{};
};
std::string as_text(const KeysPage& page, const Style& style);
nlohmann::ordered_json as_json(const KeysPage& page);

/// All or nothing: a half-made set would be the worst of both. What was interrupted the same call completes. Throws
/// Error{usage} where one of the files is there already, and for a key that there is not.
KeysPage make_keys(const NewKeys& wanted);
/// The files that it would make, and makes none; throws as it does.
KeysPage keys_to_make(const NewKeys& wanted);

}  // namespace moniker::cli
