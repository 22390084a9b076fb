#include "replace/fallbacks.hpp"

namespace moniker::replace {

std::string apply_participant(const ToReplace& what, const Generalisations& tables, const OperatorKeys& keys) {
  if (!what.participant.empty()) return std::string(what.participant);
  return apply_pseudonym(what, tables, keys);
}

}  // namespace moniker::replace
