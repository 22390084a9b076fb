#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "nights/night.hpp"

namespace moniker::study {

/// A mail's lines: what is new for a person, and how it is done, first; then what waits since when, what is solved,
/// what was sealed. With `unless_same`, nothing where nothing changed.
std::string summary_of(const Night& night, bool unless_same = false);
/// Of several studies: those with something new first; those of which there is nothing to say in one line.
std::string summary_of(const std::vector<Night>& nights, const std::string& folder, bool unless_same);

nlohmann::ordered_json as_json(const Night& night);
/// The same in one line, as `--log json` has it, with what the run ended with.
std::string log_line(const Night& night, int status);

/// "1 quarantined (T05), 3 doubtful findings in T01 and T02": what stands on standard error where nothing else does.
std::string in_one_line(const std::vector<Matter>& matters);

}  // namespace moniker::study
