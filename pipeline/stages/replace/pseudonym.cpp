#include "replace/fallbacks.hpp"
#include "replace/placeholder.hpp"

namespace moniker::replace {

/// Every mention of a participant is one entity with one ID, in the talk as before a turn.
std::string apply_pseudonym(const ToReplace& what, const Generalisations&, const OperatorKeys&) {
  if (!what.participant.empty()) return in_style(what, what.participant);
  std::string name = placeholder_name(what);
  if (!what.keyed.empty())
    name.append("_").append(what.keyed);
  else if (what.number != 0)
    name += '_' + std::to_string(what.number);
  return in_style(what, name);
}

}  // namespace moniker::replace
