#include "work/found_before.hpp"

#include <utility>

#include "moniker/error.hpp"

namespace moniker::study {

FoundBefore::FoundBefore(const std::filesystem::path& file, const seal::Identity& study, const RuleNames& names)
    : lines_(file, study), names_(names) {
  advance();
}

std::vector<Finding> FoundBefore::in(std::uint64_t utterance) {
  if (ahead_.empty() || ahead_.front().utterance != utterance) return {};
  std::vector<Finding> found = std::move(ahead_);
  advance();
  return found;
}

void FoundBefore::finish() const {
  if (ahead_.empty()) return;
  throw Error::integrity("findings are left over that no utterance of the file bears",
                         "delete the study's work folder and run again");
}

void FoundBefore::advance() {
  const auto line = lines_.next();
  ahead_ = line ? parse_findings_line(names_, *line) : std::vector<Finding>{};
}

}  // namespace moniker::study
