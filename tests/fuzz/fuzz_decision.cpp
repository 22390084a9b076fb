// Decisions from anybody who can seal to the study, cut where a byte is 0: the first and the second of a book. What was
// read is written the same for ever, since its digest stands in the next one and in the log.
#include "decisions/decision_book.hpp"
#include "fuzz/fuzzing.hpp"
#include "fuzz/sealed_text.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const StudyLayout layout{.root = folder.path()};
  const auto parts = fuzz::parts_of(fuzz::text_of(data, size), 2);
  const auto second = layout.decision(2);
  folder.write("decisions/000001.age", fuzz::sealed_text(parts[0]));
  std::filesystem::remove(second);
  if (!parts[1].empty()) folder.write("decisions/000002.age", fuzz::sealed_text(parts[1]));
  fuzz::takes([&] {
    const auto all = study::read_decisions(layout, fuzz::study_identity());
    for (study::Decision one : all) {
      one.undone_by = 0;
      fuzz::hold(study::decision_from(study::to_line(one)) == one);
      for (const study::Decision& other : all)
        fuzz::hold(study::same_object(one, other) == study::same_object(other, one));
    }
    fuzz::hold(study::in_force(all).size() <= all.size());
  });
  return 0;
}
