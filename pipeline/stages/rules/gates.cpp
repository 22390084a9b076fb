// Which expressions a text can match at all, from its words. FilteredRE2 tells which literals a match must hold; from
// these, up to three disjoint sets are chosen, of each of which one must be there, the rarest literals first. A word
// opens a row of bits, a text's rows are joined by OR and its levels by AND. It may let too much through, and never too
// little: an expression without a telling literal is open to every text.
#include "rules/gates.hpp"

#include <re2/filtered_re2.h>

#include <algorithm>
#include <array>
#include <bit>

#include "base/text.hpp"

namespace moniker::rules {
namespace {

bool is_alnum(char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'z'); }
bool has_digit(std::string_view piece) { return std::any_of(piece.begin(), piece.end(), is_ascii_digit); }

/// The longest run of letters and digits in a literal: whatever text holds the literal has a word that holds this.
std::string piece_of(const std::string& literal) {
  std::string longest, run;
  for (const char c : literal + " ") {
    if (is_alnum(c)) {
      run += c;
      continue;
    }
    if (run.size() > longest.size()) longest = run;
    run.clear();
  }
  return longest;
}

/// Words, and parts of words, that stand in every other utterance.
constexpr std::string_view everyday[] = {
    "the",   "and",  "you",   "was",  "that", "for",   "have", "with",  "this", "they",      "but",   "not",
    "are",   "just", "like",  "what", "know", "think", "yeah", "there", "were", "had",       "one",   "all",
    "about", "can",  "would", "when", "get",  "out",   "then", "some",  "them", "work",      "right", "her",
    "his",   "him",  "she",   "who",  "how",  "now",   "may",  "age",   "man",  "something", "end"};

/// How many utterances a piece is expected in, on a rough scale; those that are in most say nothing.
constexpr int says_nothing = 1000;
int commonness(std::string_view piece) {
  if (piece.empty() || (piece.size() < 3 && !has_digit(piece))) return says_nothing;
  if (has_digit(piece)) return piece.size() == 1 ? 60 : 30;
  const bool common = std::find(std::begin(everyday), std::end(everyday), piece) != std::end(everyday);
  return common ? 100 : piece.size() == 3 ? 20 : 10;
}

/// One expression's literals and the question whether it may match where some of them stand.
class Literals {
 public:
  explicit Literals(const std::string& pattern) : filter_(1) {
    RE2::Options options;
    options.set_log_errors(false);
    int id = 0;
    if (filter_.Add(pattern, options, &id) != RE2::NoError) return;
    filter_.Compile(&literals_);
    for (const std::string& literal : literals_) pieces_.push_back(piece_of(literal));
    used_.assign(literals_.size(), false);
  }

  /// The next set of literals, disjoint from those before, without which there is no match; the most telling such set.
  /// Empty when there is none.
  std::vector<std::string> next() {
    if (literals_.empty() || passes(used_)) return {};
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < literals_.size(); ++i) {
      if (!used_[i]) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return commonness(pieces_[a]) > commonness(pieces_[b]); });
    std::vector<bool> there = used_;  // grows by all that can be there without a match
    std::vector<std::string> set;
    for (const std::size_t i : order) {
      there[i] = true;
      if (!passes(there)) continue;
      there[i] = false;
      used_[i] = true;
      set.push_back(pieces_[i]);
    }
    return set;
  }

 private:
  bool passes(const std::vector<bool>& there) {
    std::vector<int> numbers, matches;
    for (std::size_t i = 0; i < there.size(); ++i) {
      if (there[i]) numbers.push_back(static_cast<int>(i));
    }
    filter_.AllPotentials(numbers, &matches);
    return !matches.empty();
  }

  re2::FilteredRE2 filter_;
  std::vector<std::string> literals_{}, pieces_{};
  std::vector<bool> used_{};
};

}  // namespace

Gates::Needs Gates::needs_of(const std::string& pattern) {
  Literals literals(pattern);
  Needs needs;
  for (std::size_t tries = 0; tries < 2 * levels && needs.size() < levels; ++tries) {
    std::vector<std::string> set = literals.next();
    if (set.empty()) break;
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
    if (std::none_of(set.begin(), set.end(), [](const auto& piece) { return commonness(piece) == says_nothing; })) {
      needs.push_back(std::move(set));
    }
  }
  return needs;
}

Gates::Gates(std::vector<Needs> needs)
    : needs_(std::move(needs)), blocks_((needs_.size() + 63) / 64), given_(blocks_ * levels) {
  for (std::uint32_t i = 0; i < needs_.size(); ++i) {
    for (std::uint32_t level = 0; level < levels; ++level) {
      if (level >= needs_[i].size()) {
        if (level > 0) given_[level * blocks_ + i / 64] |= std::uint64_t{1} << (i % 64);
        continue;
      }
      for (const std::string& piece : needs_[i][level]) {
        pieces_[piece].push_back({i, level});
        longest_ = std::max(longest_, piece.size());
      }
    }
  }
}

bool Gates::of(std::string_view written, std::string_view folded, std::vector<std::uint64_t>& row) const {
  row.assign(row_size(), 0);
  bool any = false;
  std::string small(written);
  const bool ascii =
      std::all_of(small.begin(), small.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  for (char& c : small) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  open_all(small, row, any);
  // Letters such as the Kelvin sign match their plain ones where case does not count.
  if (!ascii) open_all(folded, row, any);
  return any;
}

void Gates::open_all(std::string_view text, std::vector<std::uint64_t>& row, bool& any) const {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    for (std::size_t size = 1; size <= longest_ && begin + size <= text.size(); ++size) {
      const auto found = pieces_.find(text.substr(begin, size));
      if (found == pieces_.end()) continue;
      any = true;
      for (const Place place : found->second)
        row[place.level * blocks_ + place.expression / 64] |= std::uint64_t{1} << (place.expression % 64);
    }
  }
}

void Gates::candidates(const words::Words& words, std::vector<std::uint32_t>& found) const {
  found.clear();
  constexpr std::size_t most = 64;  // blocks handled without an allocation
  std::array<std::uint64_t, most> few{};
  std::vector<std::uint64_t> many;
  std::uint64_t* const opened = row_size() <= most ? few.data() : (many.resize(row_size()), many.data());
  bool any = false;
  for (const words::Token& token : words.tokens) {
    const std::uint64_t* gates = token.word->gates;
    if (!gates) continue;
    any = true;
    for (std::size_t i = 0; i < row_size(); ++i) opened[i] |= gates[i];
  }
  if (!any) return;
  for (std::size_t block = 0; block < blocks_; ++block) {
    std::uint64_t all = ~std::uint64_t{0};
    for (std::size_t level = 0; level < levels; ++level)
      all &= opened[level * blocks_ + block] | given_[level * blocks_ + block];
    for (; all != 0; all &= all - 1)
      found.push_back(static_cast<std::uint32_t>(block * 64 + static_cast<std::size_t>(std::countr_zero(all))));
  }
}

}  // namespace moniker::rules
