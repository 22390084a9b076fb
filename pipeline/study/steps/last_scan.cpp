#include "steps/last_scan.hpp"

#include <utility>

#include "moniker/error.hpp"

namespace moniker::study {

void require_last_scan(const StudyLayout& layout, const std::string& key, const ScanRecord& left,
                       const Digest& last_inputs, std::string remedy) {
  if (left.inputs == last_inputs) return;
  throw Error::usage("what lies in work/ is not what the last scan left there", std::move(remedy),
                     {layout.summary(key).string()});
}

}  // namespace moniker::study
