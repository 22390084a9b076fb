// Held to a second opinion: the whole matrix, filled the plain way.
#include "align/align_words.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <tuple>

#include "align/anchors.hpp"
#include "align/assignment.hpp"
#include "align/banded.hpp"
#include "dialogue.hpp"

using namespace moniker::align;

namespace aligning {
namespace {

using Cost = std::pair<std::size_t, std::size_t>;  // errors, gaps

/// By the last step: 0 along the diagonal, 1 missing, 2 added.
Cost whole_matrix(WordIds said, WordIds written) {
  const Cost never{1'000'000, 0};
  const std::size_t n = said.size(), m = written.size();
  std::vector<std::array<Cost, 3>> cell((n + 1) * (m + 1), {never, never, never});
  const auto at = [&](std::size_t i, std::size_t j) -> std::array<Cost, 3>& { return cell[i * (m + 1) + j]; };
  const auto opened = [](Cost c) { return Cost{c.first + 1, c.second + 1}; };
  const auto longer = [](Cost c) { return Cost{c.first + 1, c.second}; };
  at(0, 0)[0] = {0, 0};
  for (std::size_t i = 0; i <= n; ++i) {
    for (std::size_t j = 0; j <= m; ++j) {
      if (i > 0 && j > 0) {
        const auto& c = at(i - 1, j - 1);
        const Cost best = std::min({c[0], c[1], c[2]});
        at(i, j)[0] = {best.first + (said[i - 1] == written[j - 1] ? 0 : 1), best.second};
      }
      if (i > 0) {
        const auto& c = at(i - 1, j);
        at(i, j)[1] = std::min({opened(c[0]), longer(c[1]), opened(c[2])});
      }
      if (j > 0) {
        const auto& c = at(i, j - 1);
        at(i, j)[2] = std::min({opened(c[0]), opened(c[1]), longer(c[2])});
      }
    }
  }
  const auto& last = at(n, m);
  return std::min({last[0], last[1], last[2]});
}

/// Only errors, two rows: for texts of thousands of words.
std::size_t levenshtein(WordIds said, WordIds written) {
  std::vector<std::size_t> above(written.size() + 1), row(written.size() + 1);
  for (std::size_t j = 0; j < above.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= said.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j < row.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (said[i - 1] == written[j - 1] ? 0 : 1)});
    }
    std::swap(above, row);
  }
  return above.back();
}

/// What the steps cost; fails where they are no alignment of the two.
Cost cost_of(const std::vector<Step>& steps, WordIds said, WordIds written) {
  Cost cost{0, 0};
  std::size_t i = 0, j = 0;
  Step before = Step::same;
  for (const Step step : steps) {
    const bool gap = step == Step::missing || step == Step::added;
    cost.first += step != Step::same;
    cost.second += gap && step != before;
    if (step != Step::added) REQUIRE(i < said.size());
    if (step != Step::missing) REQUIRE(j < written.size());
    if (!gap) REQUIRE((said[i] == written[j]) == (step == Step::same));
    i += step != Step::added;
    j += step != Step::missing;
    before = step;
  }
  REQUIRE(i == said.size());
  REQUIRE(j == written.size());
  return cost;
}

std::vector<WordId> random_words(Dice& dice, std::size_t length, std::size_t different) {
  std::vector<WordId> words;
  for (std::size_t i = 0; i < length; ++i) words.push_back(static_cast<WordId>(dice.below(different)));
  return words;
}

/// One word in `spared` is changed, left out, doubled, or the beginning of a passage that is left out.
std::vector<WordId> misheard(Dice& dice, const std::vector<WordId>& said, std::size_t spared, std::size_t different) {
  std::vector<WordId> written;
  for (std::size_t i = 0; i < said.size(); ++i) {
    const auto other = static_cast<WordId>(dice.below(different));
    if (!dice.one_in(spared))
      written.push_back(said[i]);
    else if (const std::size_t what = dice.below(7); what < 3)
      written.push_back(other);
    else if (what < 5)
      written.insert(written.end(), {said[i], other});
    else if (what == 5)
      i += dice.below(said.size() / 4 + 1);
  }
  return written;
}

TEST_CASE("the banded alignment costs what the whole matrix says") {
  for (unsigned seed = 0; seed < 2'000; ++seed) {
    Dice dice(seed);
    const std::size_t different = 1 + dice.below(30);
    const auto said = random_words(dice, dice.below(70), different);
    const auto written = dice.one_in(3) ? random_words(dice, dice.below(70), different)
                                        : misheard(dice, said, 2 + dice.below(10), different);
    INFO(seed);
    Alignment alignment;
    align_in_band(said, written, alignment);
    CHECK(alignment.exact);
    CHECK(cost_of(alignment.steps, said, written) == whole_matrix(said, written));
  }
}

TEST_CASE("longer texts too, up to what is aligned without pins") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Dice dice(seed);
    const auto said = random_words(dice, 200 + dice.below(700), 400);
    const auto written = misheard(dice, said, 3 + dice.below(20), 400);
    INFO(seed);
    Alignment alignment;
    align_words(said, written, alignment);
    CHECK(alignment.exact);
    CHECK(cost_of(alignment.steps, said, written) == whole_matrix(said, written));
  }
}

TEST_CASE("pins hardly cost anything") {
  for (unsigned seed = 0; seed < 6; ++seed) {
    Dice dice(seed);
    std::vector<WordId> said;
    for (int i = 0; i < 6'000; ++i) said.push_back(static_cast<WordId>(dice.below(1 + dice.below(3'000))));
    const auto written = misheard(dice, said, 4 + 3 * seed, 3'000);
    INFO(seed);
    REQUIRE(said.size() * written.size() > exact_cells);
    Alignment alignment;
    align_words(said, written, alignment);
    const std::size_t least = levenshtein(said, written), errors = cost_of(alignment.steps, said, written).first;
    CHECK(errors >= least);
    CHECK(errors <= least + least / 500 + 1);
  }
}

TEST_CASE("texts without anything in common are aligned all the same") {
  const std::vector<WordId> said(30'000, 1), written(20'000, 2);
  Alignment alignment;
  align_words(said, written, alignment);
  CHECK(cost_of(alignment.steps, said, written).first == 30'000);
}

TEST_CASE("phrases that two other talks share by chance bend nothing") {
  Dice dice(3);
  auto said = random_words(dice, 8'000, 2'000), written = random_words(dice, 7'000, 2'000);
  for (WordId phrase = 0; phrase < 60; ++phrase) {
    const std::size_t here = dice.below(7'900), there = dice.below(6'900), length = 5 + dice.below(8);
    for (WordId word = 0; word < length; ++word)
      said[here + word] = written[there + word] = 10'000 + phrase * 20 + word;
  }
  Alignment alignment;
  align_words(said, written, alignment);
  const std::size_t least = levenshtein(said, written);
  CHECK(cost_of(alignment.steps, said, written).first <= least + least / 50);
}

TEST_CASE("a text against nothing") {
  const std::vector<WordId> some{1, 2, 3};
  Alignment alignment;
  align_words(some, {}, alignment);
  align_words({}, some, alignment);
  align_words({}, {}, alignment);
  using enum Step;
  CHECK(alignment.steps == std::vector<Step>{missing, missing, missing, added, added, added});
  CHECK(alignment.exact);
}

TEST_CASE("pins ascend in both texts and hold them together") {
  Dice dice(7);
  const auto said = random_words(dice, 4'000, 2'000);
  const auto written = misheard(dice, said, 400, 2'000);
  const auto pins = find_pins(said, written);
  REQUIRE(pins.size() > 20);
  for (std::size_t i = 0; i < pins.size(); ++i) {
    CHECK(said[pins[i].said] == written[pins[i].written]);
    if (i > 0) CHECK((pins[i].said > pins[i - 1].said && pins[i].written > pins[i - 1].written));
  }
}

/// Every way to pair, tried.
std::uint64_t best_sum(const std::vector<std::vector<std::uint64_t>>& cells) {
  std::vector<std::size_t> columns(std::max(cells.size(), cells[0].size()));
  for (std::size_t i = 0; i < columns.size(); ++i) columns[i] = i;
  std::uint64_t best = 0;
  do {
    std::uint64_t sum = 0;
    for (std::size_t row = 0; row < cells.size(); ++row)
      sum += columns[row] < cells[row].size() ? cells[row][columns[row]] : 0;
    best = std::max(best, sum);
  } while (std::next_permutation(columns.begin(), columns.end()));
  return best;
}

TEST_CASE("the best pairs are the best of all") {
  for (unsigned seed = 0; seed < 300; ++seed) {
    Dice dice(seed);
    std::vector<std::vector<std::uint64_t>> cells(1 + dice.below(6), std::vector<std::uint64_t>(1 + dice.below(6)));
    for (auto& row : cells) std::generate(row.begin(), row.end(), [&] { return dice.one_in(3) ? 0 : dice.below(50); });
    const auto pairs = best_pairs(cells);
    INFO(seed);
    std::uint64_t sum = 0;
    std::vector<bool> taken(cells[0].size(), false);
    for (std::size_t row = 0; row < cells.size(); ++row) {
      if (!pairs[row]) continue;
      CHECK_FALSE(taken[*pairs[row]]);
      taken[*pairs[row]] = true;
      sum += cells[row][*pairs[row]];
    }
    CHECK(sum == best_sum(cells));
  }
  CHECK(best_pairs({}).empty());
}

}  // namespace
}  // namespace aligning
