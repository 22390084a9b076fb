// One benchmark a stage, each over the same text as the stage before it leaves it. Bytes are always those of the
// delivered transcript, so that seconds per byte of the stages add up.
#include <benchmark/benchmark.h>
#include <stdlib.h>

#include <filesystem>

#include "audit/audit_log.hpp"
#include "audit/replacement_rows.hpp"
#include "check/checker.hpp"
#include "prove/prover.hpp"
#include "read/open_transcript.hpp"
#include "seal/age.hpp"
#include "stages/corpus.hpp"
#include "write/writer.hpp"

namespace moniker::bench {

using namespace moniker::audit;
using namespace moniker::check;
using namespace moniker::prove;
using namespace moniker::read;
using namespace moniker::seal;
using namespace moniker::write;
namespace {

class CountingSink : public ByteSink {
 public:
  void write(std::string_view bytes) override { count += bytes.size(); }
  std::size_t count = 0;
};

void count_bytes(benchmark::State& state) {
  state.SetBytesProcessed(static_cast<std::int64_t>(corpus().text.size()) *
                          static_cast<std::int64_t>(state.iterations()));
}

void count_findings(benchmark::State& state) {
  std::size_t findings = 0;
  for (const Marked& marked : corpus().marked) findings += marked.findings.size();
  state.counters["findings"] = static_cast<double>(findings);
}

void stage_read(benchmark::State& state) {
  const std::string& text = corpus().text;
  for (auto _ : state) {
    OpenedTranscript opened =
        open_transcript(std::make_unique<MemorySource>(text), [](Issue) {}, {.language = corpus().rules.language()});
    while (auto utterance = opened.reader->next()) benchmark::DoNotOptimize(utterance->text.data());
  }
  count_bytes(state);
}

void stage_check(benchmark::State& state) {
  const CheckRules rules;
  for (auto _ : state) {
    Checker checker(rules, corpus().people, corpus().rules.language(), "interview.txt", "txt", [](Issue) {});
    const Sink<Utterance> nowhere = [](Utterance utterance) { benchmark::DoNotOptimize(utterance.text.data()); };
    for (const Utterance& utterance : corpus().utterances) checker.take(utterance, nowhere);
    checker.finish(nowhere);
  }
  count_bytes(state);
}

void stage_detect(benchmark::State& state) {
  for (auto _ : state) {
    Detector detector(corpus().rules, corpus().people);
    const Sink<Marked> nowhere = [](Marked marked) { benchmark::DoNotOptimize(marked.findings.data()); };
    for (const Utterance& utterance : corpus().utterances) detector.take(utterance, nowhere);
    detector.finish(nowhere);
  }
  count_bytes(state);
  count_findings(state);
}

void stage_detect_again(benchmark::State& state) {
  const LearnedMatcher matcher(corpus().rules, corpus().learned);
  for (auto _ : state) {
    LearnedReader reader(matcher);
    for (const Marked& marked : corpus().marked) {
      benchmark::DoNotOptimize(reader.add(marked.utterance, marked.findings).data());
    }
  }
  count_bytes(state);
}

void stage_replace(benchmark::State& state) {
  for (auto _ : state) {
    for (std::size_t i = 0; i < corpus().marked.size(); ++i) {
      const Marked& marked = corpus().marked[i];
      const Rewritten rewritten = rewrite(marked.utterance, marked.findings, corpus().by[i], "ID01");
      benchmark::DoNotOptimize(rewritten.utterance.text.data());
    }
  }
  count_bytes(state);
}

Prover make_prover() {
  std::vector<KnownName> names;
  for (const auto& [key, name] : corpus().learned.all()) names.push_back({.text = name.form, .word = name.word});
  return Prover(names);
}

void stage_prove(benchmark::State& state) {
  const Prover prover = make_prover();
  for (auto _ : state) {
    for (const Rewritten& rewritten : corpus().rewritten) {
      std::vector<ByteRange> placeholders;
      for (const Replacement& replacement : rewritten.replacements) placeholders.push_back(replacement.is);
      benchmark::DoNotOptimize(prover.search(rewritten.utterance, placeholders).data());
    }
  }
  count_bytes(state);
}

void stage_write(benchmark::State& state, const char* name) {
  const WriteFormat& format = write_format_named(name, {}, {});
  for (auto _ : state) {
    CountingSink sink;
    const auto writer = format.open(sink, {.transcript = "T01", .study = "Benchmark"});
    for (const Rewritten& rewritten : corpus().rewritten) writer->take(rewritten.utterance);
    writer->finish();
    benchmark::DoNotOptimize(sink.count);
  }
  count_bytes(state);
}

void stage_seal(benchmark::State& state) {
  const std::vector<Recipient> recipients{Identity::generate().recipient()};
  for (auto _ : state) {
    CountingSink sink;
    AgeWriter writer(sink, recipients);
    for (const Rewritten& rewritten : corpus().rewritten) writer.write(rewritten.utterance.text);
    writer.finish();
    benchmark::DoNotOptimize(sink.count);
  }
  count_bytes(state);
}

std::vector<ReplacementRecord> audit_records() {
  std::vector<ReplacementRecord> records;
  for (const Rewritten& rewritten : corpus().rewritten) {
    const Marked& marked = corpus().marked[&rewritten - corpus().rewritten.data()];
    for (const Replacement& r : rewritten.replacements) {
      const Finding& finding = marked.findings[r.finding];
      records.push_back({.turn = rewritten.utterance.number,
                         .begin = r.is.begin,
                         .label = corpus().rules.label(finding.label).name,
                         .rule = corpus().rules.rule(finding.rule).id,
                         .by = r.by,
                         .score = finding.score,
                         .was = digest_of(r.by)});
    }
  }
  return records;
}

class AuditFolder {
 public:
  AuditFolder() { path_ = ::mkdtemp(path_.data()); }
  ~AuditFolder() { std::filesystem::remove_all(path_); }
  std::filesystem::path log() const { return std::filesystem::path(path_) / "audit.jsonl"; }

 private:
  std::string path_ = (std::filesystem::temp_directory_path() / "moniker-bench-XXXXXX").string();
};

void stage_audit(benchmark::State& state) {
  const AuditFolder folder;
  const std::vector<ReplacementRecord> records = audit_records();
  AuditLog log(folder.log(), [] { return std::chrono::system_clock::time_point(); });
  for (auto _ : state) {
    ReplacementRows rows("T01", [&](std::string_view body) { log.add(events::Replaced{body}); });
    for (const ReplacementRecord& record : records) rows.add(record);
    rows.finish();
    log.sync();
  }
  count_bytes(state);
  const auto findings = static_cast<double>(records.size()) * static_cast<double>(state.iterations());
  state.counters["bytes_per_finding"] = static_cast<double>(std::filesystem::file_size(folder.log())) / findings;
}

BENCHMARK(stage_read)->Name("read")->Unit(benchmark::kMillisecond);
BENCHMARK(stage_check)->Name("check")->Unit(benchmark::kMillisecond);
BENCHMARK(stage_detect)->Name("detect")->Unit(benchmark::kMillisecond);
BENCHMARK(stage_detect_again)->Name("detect again")->Unit(benchmark::kMillisecond);
BENCHMARK(stage_replace)->Name("replace")->Unit(benchmark::kMillisecond);
BENCHMARK(stage_prove)->Name("prove")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stage_write, txt, "txt")->Name("write txt")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stage_write, docx, "docx")->Name("write docx")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(stage_write, jsonl, "jsonl")->Name("write jsonl")->Unit(benchmark::kMillisecond);
BENCHMARK(stage_seal)->Name("seal")->Unit(benchmark::kMillisecond);
BENCHMARK(stage_audit)->Name("audit")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace moniker::bench

int main(int argc, char** argv) {
  if (sodium_init() < 0) return 1;
  benchmark::Initialize(&argc, argv);
  moniker::bench::corpus();
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
