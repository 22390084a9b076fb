#include "replace/operators.hpp"

namespace moniker::replace {

std::string apply_keep(const ToReplace& what, const Generalisations&, const OperatorKeys&) {
  return std::string(what.surface);
}

}  // namespace moniker::replace
