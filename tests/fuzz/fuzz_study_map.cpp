// The assignment's file, a line of JSON a part, from anybody who can seal to the study: what was read, written and read
// once more has the same digest.
#include "fuzz/fuzzing.hpp"
#include "fuzz/sealed_text.hpp"
#include "support/temporary_folder.hpp"
#include "work/study_map.hpp"

using namespace moniker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const StudyLayout layout{.root = folder.path()};
  const seal::Identity& identity = fuzz::study_identity();
  folder.write("work/assignment.age", fuzz::sealed_text(fuzz::lines_as_parts(fuzz::text_of(data, size))));
  Digest written{};
  if (!fuzz::takes([&] {
        const study::StudyMap map = study::read_study_map(layout, identity);
        written = study::write_study_map(layout, identity, map);
      }))
    return 0;
  fuzz::hold(fuzz::takes([&] {
    const study::StudyMap map = study::read_study_map(layout, identity);
    fuzz::hold(study::write_study_map(layout, identity, map) == written);
  }));
  return 0;
}
