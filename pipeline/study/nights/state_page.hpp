#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "nights/study_state.hpp"

namespace moniker::study {

/// One study with its transcripts, or a line a study of many.
struct StatePage {
  std::vector<StudyState> studies{};
  bool is_of_one = true;
};
std::string as_text(const StatePage& page, const Style& style);
nlohmann::ordered_json as_json(const StatePage& page);

}  // namespace moniker::study
