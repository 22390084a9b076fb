#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "seal/age.hpp"

namespace moniker::custodian {

/// The key of one deposit, from which everything in it is named anew: drawn by chance, in memory alone.
Secret<32> draw_deposit_key();
/// One that was kept, opened. Throws Error as open_sealed(), and integrity where it is none.
Secret<32> read_deposit_key(const std::filesystem::path& file, const std::vector<seal::Identity>& identities);
/// Seals it to the identities themselves. Throws Error{usage} where something is already.
void keep_deposit_key(const std::filesystem::path& file, const Secret<32>& key,
                      const std::vector<seal::Identity>& identities);

/// Numbers from 1 for some names, in an order that follows from the key alone: it tells nothing of theirs.
std::map<std::string, std::size_t> numbered_anew(const Secret<32>& key, std::string_view what,
                                                 const std::set<std::string>& names);

/// 3 of 12 -> "03": as many digits as the most has, and two at least.
std::string padded_number(std::size_t number, std::size_t most);
/// 1 -> A, 27 -> AA.
std::string letters_of_number(std::size_t number);

}  // namespace moniker::custodian
