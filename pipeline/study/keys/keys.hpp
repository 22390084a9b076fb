#pragma once
#include <filesystem>

#include "base/secret.hpp"

namespace moniker::study {

/// What study.key is used for; each use has a key of its own, derived by crypto_kdf (context "moniker1").
enum class KeyUse : unsigned { registry = 1, work_identity = 2, audit = 3, surrogate = 4, date_shift = 5, shuffle = 6 };

/// study.key: one line of text, "MONIKER-STUDY-KEY-1" and 64 hex digits, mode 0600 (any other access is
/// refused).
Secret<32> read_study_key(const std::filesystem::path& file);
void write_study_key(const std::filesystem::path& file);  // a fresh one; refuses to overwrite
Secret<32> derive_key(const Secret<32>& study_key, KeyUse use);

}  // namespace moniker::study
