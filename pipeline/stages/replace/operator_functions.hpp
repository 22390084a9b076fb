#pragma once
#include <string>

#include "replace/generalisations.hpp"
#include "replace/operators.hpp"

namespace moniker::replace {

/// The rows of the operator table, one file each.
std::string apply_pseudonym(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
std::string apply_participant(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
std::string apply_surrogate(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
std::string apply_generalise(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
std::string apply_shift(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
std::string apply_hash(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
std::string apply_redact(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);
std::string apply_keep(const ToReplace&, const Generalisations&, const Secret<32>& hash_key);

}  // namespace moniker::replace
