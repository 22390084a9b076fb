// Of a file with more to say than anybody reads, the first places are kept and the rest is counted.
#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "check/kept_issues.hpp"

using namespace moniker;

namespace {

std::uint64_t counted(const std::vector<Issue>& issues, IssueCode code) {
  return std::accumulate(issues.begin(), issues.end(), std::uint64_t{0},
                         [&](std::uint64_t sum, const Issue& i) { return i.code == code ? sum + i.count : sum; });
}

}  // namespace

TEST_CASE("issues of one kind are kept with their places up to a bound, and counted beyond it") {
  const std::uint32_t many = 3 * check::kept_places;
  std::vector<Issue> issues;
  const Sink<Issue> keep = check::keep_in(issues);
  for (std::uint32_t line = 1; line <= many; ++line) {
    keep({IssueCode::cue_malformed, {line, 1}, 1});
    if (line % 1000 == 0) keep({IssueCode::mark_inaudible, {line, 1}, line});
  }
  CHECK(issues.size() == check::kept_places + many / 1000);
  CHECK(counted(issues, IssueCode::cue_malformed) == many);
  CHECK(counted(issues, IssueCode::mark_inaudible) == many / 1000 * (many + 1000) / 2);
  CHECK(std::is_sorted(issues.begin(), issues.end(),
                       [](const Issue& a, const Issue& b) { return a.at.line < b.at.line; }));
  CHECK(issues[7] == Issue{IssueCode::cue_malformed, {8, 1}, 1});
}

TEST_CASE("what is put among kept issues by others is theirs") {
  std::vector<Issue> issues{{IssueCode::decision_lost, {}, 2}};
  const Sink<Issue> keep = check::keep_in(issues);
  for (std::uint32_t line = 0; line <= check::kept_places; ++line) keep({IssueCode::decision_lost, {line, 1}, 1});
  CHECK(issues.size() == 1 + check::kept_places);
  CHECK(issues.front().count == 2);
  CHECK(issues.back().count == 2);
}
