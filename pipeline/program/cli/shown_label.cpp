#include "cli/shown_label.hpp"

#include <fmt/format.h>

#include "inspect/inspection.hpp"
#include "words/role_label.hpp"

namespace moniker::cli {

std::string shown_label(const std::string& label, std::size_t place, bool show_text) {
  if (label.empty()) return "nobody named";
  if (show_text) return label;
  if (const auto role = words::role_label(label)) return *role;
  return fmt::format("speaker {} ({})", place + 1, inspect::shape_of(label));
}

}  // namespace moniker::cli
