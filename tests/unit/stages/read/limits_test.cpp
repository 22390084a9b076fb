// What holds more than a transcript may is refused where that is seen, and told how to be let through.
#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <string>

#include "base/byte_source.hpp"
#include "moniker/limits.hpp"
#include "reading.hpp"
#include "support/refusal.hpp"

using namespace moniker;

namespace {

const std::string four_turns = "Ann: One two.\n\nBen: Three.\n\nAnn: Four.\n\nCat: Five six.\n";

Limits limits_with(std::uint64_t Limits::*which, std::uint64_t value) {
  Limits limits = Limits::of_streams();
  limits.*which = value;
  return limits;
}

struct Row {
  std::string_view name;
  std::uint64_t most;
  std::uint32_t line;  // where one more is seen; 0 where there is none
};

}  // namespace

TEST_CASE("words, turns and speakers beyond a limit are refused where they stand") {
  const auto [name, most, line] =
      GENERATE(Row{"words", 6, 0}, Row{"words", 5, 7}, Row{"words", 1, 1}, Row{"turns", 4, 0}, Row{"turns", 3, 7},
               Row{"speakers", 3, 0}, Row{"speakers", 2, 7}, Row{"speakers", 1, 3});
  CAPTURE(name, most);
  for (const LimitRow& row : limit_table) {
    if (row.name != name) continue;
    std::vector<Issue> issues;
    const auto problem = test::refused([&] {
      const read::OpenedTranscript opened = read::open_transcript(
          std::make_unique<MemorySource>(four_turns), [&](Issue issue) { issues.push_back(issue); },
          {.language = test::english(), .limits = limits_with(row.value, most)});
      while (opened.reader->next()) continue;
    });
    REQUIRE(problem.has_value() == (line != 0));
    if (!problem) continue;
    CHECK(problem->what == fmt::format("holds more than {} {}", most, name));
    CHECK(
        problem->remedy ==
        fmt::format("deliver one interview a file; if this is one, write `limits: {{{}: ...}}` in moniker.yaml", name));
    CHECK(problem->at.line == line);
    REQUIRE_FALSE(issues.empty());
    CHECK(issues.back().code == IssueCode::limit_exceeded);
  }
}

TEST_CASE("docs/formats.md holds the table of limits") {
  std::string table = "| limit | default | of |\n|---|---:|---|\n";
  for (const LimitRow& row : limit_table)
    table += fmt::format("| {} | {} | {} |\n", row.name, Limits{}.*row.value, row.meaning);
  INFO("docs/formats.md should hold:\n" << table);
  CHECK(read_file(MONIKER_SOURCE_DIR "/docs/formats.md").find(table) != std::string::npos);
}
