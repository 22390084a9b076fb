#include "replace/fallbacks.hpp"

namespace moniker::replace {

std::string apply_participant(const ToReplace& what, const Generalisations& tables, const Secret<32>& hash_key) {
  if (!what.participant.empty()) return std::string(what.participant);
  return apply_pseudonym(what, tables, hash_key);
}

}  // namespace moniker::replace
