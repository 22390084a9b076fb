#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// A file of an export: its path below the export's folder, "/" between steps, and its bytes.
struct ExportFile {
  std::string path{}, bytes{};
};

using Export = std::vector<ExportFile>(const ExportedStudy& study);
/// How to import them: plain text.
using Readme = std::string_view();

/// One analysis program's package. The same study gives the same bytes: no clock, no chance.
struct Exporter {
  std::string_view name;  // as `moniker export` takes it
  Export* files;
  Readme* readme;
};
std::span<const Exporter> exporters();
/// Throws Error{usage} naming the known ones.
const Exporter& exporter_named(std::string_view name);

}  // namespace moniker::custodian
