// Rule files from anybody, as a study's own are read: what has the shape of one is compiled beside a handful of rules.
#include "fuzz/few_rules.hpp"
#include "fuzz/fuzzing.hpp"
#include "rules/rule_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace moniker;
  static const test::SmallRules few(std::string(fuzz::few_labels) + fuzz::few_rules);
  static const std::filesystem::path own = few.folder() / "own.yaml";
  const std::string_view text = fuzz::text_of(data, size);
  if (!fuzz::takes([&] { rules::parse_rule_file(text, "own.yaml"); })) return 0;
  std::ofstream(own, std::ios::binary) << text;
  fuzz::takes([&] {
    const auto set = rules::RuleSet::load({.rules = few.folder(), .languages = {"xx"}, .extra = {own}});
    fuzz::hold(set.rules().size() >= 2 && set.digest().size() == 64);
  });
  return 0;
}
