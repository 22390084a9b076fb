#include "work/found_before.hpp"

#include <utility>

#include "moniker/error.hpp"

namespace moniker::study {

FoundBefore::FoundBefore(ScanReader& scanned, const RuleNames& names)
    : scanned_(scanned), names_(names), ahead_(scanned.findings(names)) {}

std::vector<Finding> FoundBefore::in(std::uint64_t utterance) {
  if (ahead_.empty() || ahead_.front().utterance != utterance) return {};
  return std::exchange(ahead_, scanned_.findings(names_));
}

void FoundBefore::finish() const {
  if (ahead_.empty()) return;
  throw Error::integrity("findings are left over that no utterance of the file bears",
                         "delete the study's work folder and run again");
}

}  // namespace moniker::study
