#pragma once
// What each stage gets from the one before it, made once: generated talk, as the reader, the detector and the replacer
// leave it.
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detect/detector.hpp"
#include "moniker/replacement.hpp"
#include "replace/rewrite.hpp"

namespace moniker::bench {

using namespace moniker::detect;
using namespace moniker::replace;
using namespace moniker::rules;

struct Corpus {
  std::string text{};  // a transcript
  std::vector<Utterance> utterances{};
  RuleSet rules;
  Register people{};
  std::vector<Marked> marked{};  // by the first way
  LearnedNames learned{};
  std::vector<std::vector<std::optional<std::string>>> by{};  // per utterance: what replaces each finding
  std::vector<Rewritten> rewritten{};

  Corpus(std::string transcript, RuleSet loaded) : text(std::move(transcript)), rules(std::move(loaded)) {}
};

/// Made on the first call. MONIKER_BENCH_BYTES says of how much text: 1,000,000 unless set.
const Corpus& corpus();
std::vector<Utterance> read_utterances(const std::string& text, const words::Language& language);

}  // namespace moniker::bench
