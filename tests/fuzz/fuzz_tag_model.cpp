// Models of the tagger from anybody: read, or refused with the line; what was read gives weights that are numbers.
#include <cmath>

#include "fuzz/fuzzing.hpp"
#include "rules/tag_model.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace moniker;
  fuzz::takes([&] {
    const auto model = rules::TagModel::parse(fuzz::text_of(data, size), rules::names_tagger.labels, "own.cased.tsv");
    fuzz::hold(model.size() > 0);
    for (const char* feature : {"w0=mary", ">", ">none", ""}) {
      for (const float weight : model.weights(feature)) fuzz::hold(std::isfinite(weight));
    }
  });
  return 0;
}
