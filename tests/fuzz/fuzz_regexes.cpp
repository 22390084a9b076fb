// A turn of talk: what the rules' expressions find where its words wake them is what RE2 finds in the whole of it.
#include <cstdlib>

#include "support/regex_oracle.hpp"

namespace {

const moniker::rules::RuleSet& english() {
  static const auto rules = moniker::rules::RuleSet::load({.rules = MONIKER_SOURCE_DIR "/rules"});
  return rules;
}

}  // namespace

/// Rules are compiled before any input is timed: watched, and beside other targets, that may take half a minute.
extern "C" int LLVMFuzzerInitialize(int* /*count*/, char*** /*words*/) {
  english();
  return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace moniker;
  const std::string text(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 4096));
  if (find_invalid_utf8(text) != std::string::npos) return 0;
  static test::RegexOracle oracle(english());
  const test::RegexOracle::Answers answers = oracle.ask(text);
  if (answers.fast != answers.slow) std::abort();
  return 0;
}
