// Lines of findings from anybody: what was read and written reads the same, and each is of some bytes, surely or less
// so.
#include <cmath>

#include "fuzz/few_rules.hpp"
#include "fuzz/fuzzing.hpp"
#include "work/work_files.hpp"

using namespace moniker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::SmallRules few(std::string(fuzz::few_labels) + fuzz::few_rules);
  static const rules::RuleSet set = few.load();
  static const study::RuleNames names(set);
  fuzz::takes([&] {
    const auto read = study::parse_findings_line(names, fuzz::text_of(data, size));
    Marked marked{.utterance = {.number = read.front().utterance}, .findings = read};
    for (const Finding& finding : read)
      fuzz::hold(finding.bytes.begin <= finding.bytes.end && std::isfinite(finding.score));
    std::string line;
    study::findings_line(set, marked, line);
    const auto again = study::parse_findings_line(names, line);
    fuzz::hold(again.size() == read.size());
    for (std::size_t i = 0; i < read.size(); ++i) {
      fuzz::hold(again[i].bytes == read[i].bytes && again[i].label == read[i].label && again[i].rule == read[i].rule);
      fuzz::hold(again[i].score == read[i].score && again[i].utterance == read[i].utterance);
    }
  });
  return 0;
}
