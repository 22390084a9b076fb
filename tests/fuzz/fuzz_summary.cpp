// A scan's work file from anybody who can seal to the study: what was read, written and read once more is written the
// same, and each finding is of some bytes, surely or less so.
#include <cmath>

#include "fuzz/few_rules.hpp"
#include "fuzz/fuzzing.hpp"
#include "fuzz/sealed_text.hpp"
#include "support/temporary_folder.hpp"
#include "work/work_files.hpp"

using namespace moniker;

namespace {

const rules::RuleSet& few_rules() {
  static const test::SmallRules few(std::string(fuzz::few_labels) + fuzz::few_rules);
  static const rules::RuleSet set = few.load();
  return set;
}

/// Reads one file, writes it again to another, and gives what stands there.
std::string written_again(const StudyLayout& layout, const std::string& from, const std::string& to) {
  const seal::Identity& identity = fuzz::study_identity();
  const study::RuleNames names(few_rules());
  study::ScanReader reader(layout, from, identity);
  study::ScanSummary summary{.record = reader.record()};
  reader.summary(summary);
  const study::SpokenWords vocabulary = reader.vocabulary();
  study::ScanWriter writer(layout, to, identity);
  while (true) {
    Marked marked;
    marked.findings = reader.findings(names);
    if (marked.findings.empty()) break;
    marked.utterance.number = marked.findings.front().utterance;
    for (const Finding& finding : marked.findings)
      fuzz::hold(finding.bytes.begin <= finding.bytes.end && std::isfinite(finding.score));
    writer.add(few_rules(), marked);
  }
  for (const auto& file : writer.finish(summary, vocabulary)) file->rename_now();
  std::string text;
  study::SealedPartReader parts(layout.summary(to), identity);
  while (const auto part = parts.next()) text.append(*part) += '\n';
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const StudyLayout layout{.root = folder.path()};
  folder.write("work/ab.summary.age", fuzz::sealed_text(fuzz::text_of(data, size)));
  fuzz::takes([&] { study::read_record(layout, "ab", fuzz::study_identity()); });
  std::string text;
  if (!fuzz::takes([&] { text = written_again(layout, "ab", "cd"); })) return 0;
  fuzz::hold(fuzz::takes([&] { fuzz::hold(written_again(layout, "cd", "ef") == text); }));
  return 0;
}
