#include <catch2/catch.hpp>

#include "detect/finding_spool.hpp"

namespace moniker {

using namespace moniker::detect;
namespace {

TEST_CASE("findings come back in order, few or many") {
  const std::uint64_t utterances = GENERATE(0U, 3U, 60000U);
  FindingSpool spool;
  std::size_t added = 0;
  for (std::uint64_t n = 0; n < utterances; ++n) {
    std::vector<Finding> findings;
    for (std::uint32_t i = 0; i < n % 5; ++i) findings.push_back({.utterance = n, .bytes = {i, i + 3}, .score = 0.5F});
    added += findings.size();
    spool.add(findings);
  }
  spool.rewind();
  std::size_t taken = 0, right = 0;
  for (std::uint64_t n = 0; n < utterances; ++n) {
    const auto findings = spool.take(n);
    taken += findings.size();
    for (std::uint32_t i = 0; i < findings.size(); ++i)
      right += findings[i].utterance == n && findings[i].bytes.begin == i;
    if (findings.size() != n % 5) FAIL("utterance " << n);
  }
  CHECK(taken == added);
  CHECK(right == added);
  CHECK(spool.take(utterances).empty());
}

}  // namespace
}  // namespace moniker
