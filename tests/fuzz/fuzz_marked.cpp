// Marked copies from anybody, two of them, cut where a byte is 0, exported for every analysis program: whatever they
// call themselves and whoever speaks in them, no file of a package lies outside it or in another's place.
#include <set>

#include "export/exporters.hpp"
#include "fuzz/fuzzing.hpp"
#include "outputs/exported_study.hpp"

using namespace moniker;

namespace {

bool lies_within(const std::filesystem::path& path) {
  const auto plain = path.lexically_normal();
  return !plain.empty() && plain.is_relative() && *plain.begin() != ".." && *plain.begin() != ".";
}

void export_for_all(const custodian::ExportedStudy& study) {
  for (const custodian::Exporter& exporter : custodian::exporters()) {
    fuzz::takes([&] {
      std::set<std::string> seen;
      for (const custodian::ExportFile& file : exporter.files(study))
        fuzz::hold(lies_within(file.path) && seen.insert(file.path).second);
    });
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  custodian::ExportedStudy study{.title = "Made up", .space = "made-up"};
  study.columns = {"gender"};
  study.people.push_back({"ID01", {"f"}});
  for (const std::string_view part : fuzz::parts_of(fuzz::text_of(data, size), 2)) {
    fuzz::takes([&] {
      auto transcript = custodian::parse_marked(part);
      // As the name of its file has to be; it is the first that has a name.
      const bool named = custodian::is_numbered_id(transcript.name, "T");
      if (named && (study.transcripts.empty() || study.transcripts[0].name != transcript.name))
        study.transcripts.push_back(std::move(transcript));
    });
  }
  if (!study.transcripts.empty()) export_for_all(study);
  return 0;
}
