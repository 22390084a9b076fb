#include "replace/operators.hpp"

namespace moniker::replace {

std::string apply_keep(const ToReplace& what, const Generalisations&, const Secret<32>&) {
  return std::string(what.surface);
}

}  // namespace moniker::replace
