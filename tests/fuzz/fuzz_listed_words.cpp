// names.txt and keep.txt from anybody, cut where a byte is 0: each line is words, and a name has a label that there is.
#include "base/fold.hpp"
#include "decisions/listed_words.hpp"
#include "fuzz/fuzzing.hpp"
#include "support/shipped_labels.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const auto parts = fuzz::parts_of(fuzz::text_of(data, size), 2);
  folder.write("names.txt", parts[0]);
  folder.write("keep.txt", parts[1]);
  fuzz::takes([&] {
    for (const study::ListedWords& one : study::read_listed_words({.root = folder.path()}, test::shipped_labels())) {
      fuzz::hold(!folded_words(one.words).empty() && one.at.line > 0);
      fuzz::hold(one.label.empty() || label_named(test::shipped_labels(), one.label) != nullptr);
    }
  });
  return 0;
}
