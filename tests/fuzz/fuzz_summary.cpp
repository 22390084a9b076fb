// Summaries of scans from anybody who can seal to the study: what was read, written and read once more is written the
// same.
#include "fuzz/fuzzing.hpp"
#include "fuzz/sealed_text.hpp"
#include "support/temporary_folder.hpp"
#include "work/work_files.hpp"

using namespace moniker;

namespace {

/// Reads one file, writes it again to another, and gives what stands there.
std::string written_again(const std::filesystem::path& from, const std::filesystem::path& to) {
  const seal::Identity& identity = fuzz::study_identity();
  const study::ScanSummary summary = study::read_summary(from, identity);
  const auto [record, vocabulary] = study::read_vocabulary(from, identity);
  study::SealedLines lines(to, identity.recipient());
  study::write_summary(lines, summary, vocabulary);
  lines.publish();
  std::string text;
  study::SealedLineReader reader(to, identity);
  while (const auto line = reader.next()) text.append(*line) += '\n';
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const auto first = folder.write("ab.summary.age", fuzz::sealed_text(fuzz::text_of(data, size)));
  const auto second = folder.path() / "cd.summary.age", third = folder.path() / "ef.summary.age";
  fuzz::takes([&] { study::read_record(first, fuzz::study_identity()); });
  std::string text;
  if (!fuzz::takes([&] { text = written_again(first, second); })) return 0;
  fuzz::hold(fuzz::takes([&] { fuzz::hold(written_again(second, third) == text); }));
  return 0;
}
