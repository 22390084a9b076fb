#include "replace/operators.hpp"
#include "replace/placeholder.hpp"

namespace moniker::replace {

std::string apply_redact(const ToReplace& what, const Generalisations&, const OperatorKeys&) {
  return in_style(what, "REDACTED");
}

}  // namespace moniker::replace
