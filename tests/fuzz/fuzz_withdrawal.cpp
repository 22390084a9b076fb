// Records of withdrawals from anybody who can seal to the study: read, or refused; what was read is honoured in a
// register, whoever stands there.
#include "fuzz/fuzzing.hpp"
#include "fuzz/sealed_text.hpp"
#include "opened/withdrawals.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const StudyLayout layout{.root = folder.path()};
  folder.write("withdrawn/ID04.age", fuzz::sealed_text(fuzz::text_of(data, size)));
  fuzz::takes([&] {
    const auto records = study::read_withdrawals(layout, fuzz::study_identity());
    Register people;
    people.people.push_back({.number = "1", .name = "Kate Shaw"});
    const Register marked = study::honour_withdrawals(people, records);
    std::size_t withdrawn = 0;
    for (const Participant& person : marked.people) withdrawn += person.withdrawn.has_value();
    fuzz::hold(records.size() == 1 && withdrawn == 1);
  });
  return 0;
}
