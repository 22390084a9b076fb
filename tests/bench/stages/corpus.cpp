#include "stages/corpus.hpp"

#include <cstdlib>

#include "dialogue/writing.hpp"
#include "read/open_transcript.hpp"

namespace moniker::bench {

using namespace moniker::read;
namespace {

const std::filesystem::path source = MONIKER_SOURCE_DIR;

std::string transcript(std::uint64_t bytes) {
  dialogue::Interviews interviews(1, source / "tests/bench/dialogue", source / "rules/lists");
  std::string text;
  for (std::uint64_t i = 0; text.size() < bytes; ++i) {
    interviews.begin(i, interviews.participant(i));
    for (const std::size_t stop = text.size() + 50'000; text.size() < std::min<std::size_t>(stop, bytes);) {
      const dialogue::Turn& turn = interviews.next();
      text += (turn.asks ? "Interviewer: " : "Participant: ") + turn.words.text + "\n\n";
    }
  }
  return text;
}

void detect(Corpus& made) {
  Detector detector(made.rules, made.people);
  const Sink<Marked> keep = [&](Marked marked) { made.marked.push_back(std::move(marked)); };
  for (const Utterance& utterance : made.utterances) detector.take(utterance, keep);
  detector.finish(keep);
  made.learned = detector.learned();
}

/// Each wording its own number, as resolve does in small.
void replace(Corpus& made) {
  std::map<std::string, std::size_t> numbers;
  for (const Marked& m : made.marked) {
    auto& by = made.by.emplace_back();
    for (const Finding& finding : m.findings) {
      const std::string surface = m.utterance.text.substr(finding.bytes.begin, finding.bytes.size());
      const std::size_t number = numbers.emplace(surface, numbers.size() + 1).first->second;
      by.push_back("[" + made.rules.label(finding.label).name + "_" + std::to_string(number) + "]");
    }
    made.rewritten.push_back(rewrite(m.utterance, m.findings, by, "ID01"));
  }
}

}  // namespace

std::vector<Utterance> read_utterances(const std::string& text, const words::Language& language) {
  OpenedTranscript opened = open_transcript(std::make_unique<MemorySource>(text), [](Issue) {}, {.language = language});
  std::vector<Utterance> utterances;
  while (auto utterance = opened.reader->next()) utterances.push_back(std::move(*utterance));
  return utterances;
}

const Corpus& corpus() {
  static const Corpus made = [] {
    const char* bytes = std::getenv("MONIKER_BENCH_BYTES");
    Corpus c(transcript(bytes ? std::stoull(bytes) : 1'000'000), RuleSet::load({.rules = source / "rules"}));
    c.utterances = read_utterances(c.text, c.rules.language());
    detect(c);
    replace(c);
    return c;
  }();
  return made;
}

}  // namespace moniker::bench
