#include "inspect/inspection.hpp"

#include "check/kept_issues.hpp"
#include "inspect/metadata.hpp"
#include "inspect/tally.hpp"
#include "read/open_transcript.hpp"

namespace moniker::inspect {

Inspection inspect(const std::filesystem::path& file, const words::Language& language) {
  Inspection inspection;
  try {
    read::OpenedTranscript opened =
        read::open_transcript(file, check::keep_in(inspection.issues), {.language = language});
    inspection.format = opened.format;
    Tally tally(inspection);
    while (const auto utterance = opened.reader->next()) tally.take(*utterance);
  } catch (const Error& error) {
    inspection.failure = error.problem();
  }
  // Also of a file that no reader takes to its end: what it tells of people is there all the same.
  inspection.metadata = metadata_of(inspection.format, file);
  return inspection;
}

}  // namespace moniker::inspect
