#pragma once
#include <string>
#include <vector>

#include "nights/night.hpp"

namespace moniker::study {

/// Gauges in the text format that Prometheus' node_exporter collects from a folder; the label `study` is the folder's
/// last name. https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
std::string metrics_of(const std::vector<Night>& nights, const std::vector<int>& statuses);

}  // namespace moniker::study
