// The analysis programs. One more is one file, with its files and what the user is told to do with them, and its row
// below.
#include "export/exporters.hpp"

#include <algorithm>

#include "moniker/error.hpp"

namespace moniker::custodian {

Export export_nvivo, export_maxqda, export_atlasti, export_refi_qda;
Readme nvivo_readme, maxqda_readme, atlasti_readme, refi_qda_readme;

namespace {

constexpr Exporter table[] = {
    {"nvivo", export_nvivo, nvivo_readme},
    {"maxqda", export_maxqda, maxqda_readme},
    {"atlasti", export_atlasti, atlasti_readme},
    {"refi-qda", export_refi_qda, refi_qda_readme},
};

}  // namespace

std::span<const Exporter> exporters() { return table; }

const Exporter& exporter_named(std::string_view name) {
  const auto row = std::find_if(std::begin(table), std::end(table), [&](const Exporter& e) { return e.name == name; });
  if (row != std::end(table)) return *row;
  std::string known;
  for (const Exporter& e : table) known += (known.empty() ? "" : ", ") + std::string(e.name);
  throw Error::usage("there is no export for \"" + std::string(name) + "\"", "choose from " + known);
}

}  // namespace moniker::custodian
