// Pseudonyms that follow their originals: who knows a list of names in order needs no other key. Each way to follow is
// a pair of numbers for each name; whether they go together is asked by ranks, and how sure by permuting. All ways that
// could be tried count as tried (Holm), so that of a hundred clean studies one has an alarm.
#include "intruder/linked_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "intruder/permutation.hpp"

namespace moniker::intruder {
namespace {

constexpr double sure_enough = 0.01, nearly_all = 0.9;

/// ID and 4 of ID04.
struct Numbered {
  std::string prefix{};
  std::uint64_t number = 0;
};
std::optional<Numbered> numbered(const std::string& pseudonym) {
  const std::size_t digits = pseudonym.find_first_of("0123456789");
  Numbered out{.prefix = pseudonym.substr(0, digits)};
  if (digits == 0 || digits == std::string::npos) return std::nullopt;
  const char* const end = pseudonym.data() + pseudonym.size();
  const auto read = std::from_chars(pseudonym.data() + digits, end, out.number);
  return read.ec == std::errc() && read.ptr == end ? std::optional(out) : std::nullopt;
}

/// What stands behind a pseudonym, in folded words.
std::vector<std::string> original_words(const Original& original) {
  return folded_words(original.name.empty() ? original.form : original.name);
}

/// Two numbers a name.
struct Pairs {
  std::vector<double> a{}, b{};
  void add(double x, double y) { a.push_back(x), b.push_back(y); }
};

/// One way to follow; `low` where it is as moniker.yaml asks, and so no more than to be known.
struct Way {
  std::string says{}, advice{};
  Pairs pairs{};
  bool by_plan = false;
};

/// Places of words in the alphabet.
std::vector<double> alphabetical(const std::vector<std::string>& words) {
  const std::set<std::string> sorted(words.begin(), words.end());
  std::vector<double> places;
  for (const std::string& word : words)
    places.push_back(static_cast<double>(std::distance(sorted.begin(), sorted.find(word))));
  return places;
}

constexpr std::string_view shuffle_advice = "in a new study: `numbering: {order: shuffled}` in moniker.yaml";
constexpr std::string_view surrogate_advice =
    "in a new study: `PERSON: pseudonym` in moniker.yaml; report this, surrogates are drawn by a secret key";

void add_numbers(const std::string& prefix, const std::vector<std::pair<std::uint64_t, const Original*>>& people,
                 std::vector<Way>& ways) {
  std::vector<std::string> first, last, numbers;
  std::vector<double> given;
  for (const auto& [number, original] : people) {
    const auto words = original_words(*original);
    if (words.empty()) continue;
    given.push_back(static_cast<double>(number));
    first.push_back(words.front());
    last.push_back(words.back() + " " + words.front());
    numbers.push_back(original->number);
  }
  ways.push_back({.says = fmt::format("the numbers of {} go in the alphabetical order of first names", prefix),
                  .advice = std::string(shuffle_advice),
                  .pairs = {given, alphabetical(first)}});
  ways.push_back({.says = fmt::format("the numbers of {} go in the alphabetical order of last names", prefix),
                  .advice = std::string(shuffle_advice),
                  .pairs = {given, alphabetical(last)}});
  const bool own = std::none_of(numbers.begin(), numbers.end(), [](const std::string& n) { return n.empty(); });
  for (std::string& number : numbers) number.insert(0, 12 - std::min<std::size_t>(12, number.size()), '0');
  if (own)
    ways.push_back({.says = fmt::format("the numbers of {} go in the order of the study's own numbers", prefix),
                    .advice = std::string(shuffle_advice),
                    .pairs = {given, alphabetical(numbers)},
                    .by_plan = true});
}

void add_surrogates(const std::vector<Original>& originals, std::vector<Way>& ways) {
  Pairs lengths, letters;
  std::vector<std::string> was, is;
  for (const Original& original : originals) {
    const auto words = original_words(original), called = folded_words(original.surrogate);
    if (original.label != "PERSON" || words.empty() || called.empty()) continue;
    was.push_back(words.back());
    is.push_back(called.back());
    lengths.add(static_cast<double>(count_code_points(words.back())),
                static_cast<double>(count_code_points(called.back())));
    letters.add(static_cast<unsigned char>(words.front().front()), static_cast<unsigned char>(called.front().front()));
  }
  const auto way = [&](std::string says, Pairs pairs) {
    ways.push_back({.says = std::move(says), .advice = std::string(surrogate_advice), .pairs = std::move(pairs)});
  };
  way("surrogates are as long as the names that they stand for", std::move(lengths));
  way("surrogates begin with letters that follow those of the names that they stand for", std::move(letters));
  way("surrogates go in the alphabetical order of the names that they stand for",
      {alphabetical(was), alphabetical(is)});
}

Suspicion suspicion_of(const Way& way, const Linked& linked, double p) {
  const bool all = std::abs(linked.rho) >= nearly_all;
  return {.attack = Attack::order,
          .risk = way.by_plan ? Risk::low
                  : all       ? Risk::high
                              : Risk::medium,
          .says = fmt::format("{} (rho {:.2f}, {} of them, p = {:.4f})", way.says, linked.rho, linked.n, p),
          .why = way.by_plan ? "who knows in which order people were recruited knows who is who"
                 : all       ? "who has a list of the names knows who is who"
                             : "who has a list of the names can guess better than by chance",
          .advice = way.advice};
}

}  // namespace

std::vector<Suspicion> linked_order(const std::vector<Original>& originals) {
  std::map<std::string, std::vector<std::pair<std::uint64_t, const Original*>>> by_prefix;
  for (const Original& original : originals) {
    const auto id = numbered(original.pseudonym);
    if (id && original.label == "PERSON") by_prefix[id->prefix].emplace_back(id->number, &original);
  }
  std::vector<Way> ways;
  for (auto& [prefix, people] : by_prefix) add_numbers(prefix, people, ways);
  add_surrogates(originals, ways);
  std::erase_if(ways, [](const Way& way) { return way.pairs.a.size() < fewest_linked; });

  std::vector<Linked> linked;
  std::vector<double> p;
  for (const Way& way : ways) {
    linked.push_back(rank_link(way.pairs.a, way.pairs.b));
    p.push_back(linked.back().p);
  }
  const auto adjusted = holm(p);
  std::vector<Suspicion> found;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    if (adjusted[i] <= sure_enough) found.push_back(suspicion_of(ways[i], linked[i], adjusted[i]));
  }
  return found;
}

}  // namespace moniker::intruder
