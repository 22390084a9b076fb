// A shift keeps what lies between dates, and so keeps whatever else is tied to a day: its weekday, its feast, somebody
// else's telling of the same days. Each of these says by how much, at once or modulo a week.
#include "intruder/shifted_dates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "intruder/permutation.hpp"
#include "intruder/said_date.hpp"
#include "words/placed_words.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t weekday_reach = 24, feast_reach = 40;  // bytes beside a date
constexpr std::size_t fewest_aligned = 3, redrawn = 999;
constexpr double sure_of_alignment = 0.002;

struct PlacedDate {
  SaidDate date{};
  Spot where{};
  std::string owner{};  // who tells it
};

bool replaces_dates(const SeenOutputs& seen) {
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (const SeenTurn& turn : transcript.turns) {
      if (std::any_of(turn.marks.begin(), turn.marks.end(), [](const SeenMark& m) { return m.label == "DATE"; }))
        return true;
    }
  }
  return false;
}

/// What stands beside a date, as far as its sentence goes: before it and behind it.
std::pair<std::string, std::string> beside(const std::string& text, ByteRange bytes, std::size_t reach) {
  constexpr std::string_view ends = ".?!\n";
  const std::size_t from = bytes.begin > reach ? bytes.begin - reach : 0;
  std::string before = text.substr(from, bytes.begin - from), after = text.substr(bytes.end, reach);
  if (const std::size_t end = before.find_last_of(ends); end != before.npos) before.erase(0, end + 1);
  if (const std::size_t end = after.find_first_of(ends); end != after.npos) after.erase(end);
  return {before, after};
}

class TurnDates {
 public:
  TurnDates(const SeenTurn& turn, const Spot& where, const IntruderWords& words)
      : turn_(turn), where_(where), words_(words) {}

  std::vector<PlacedDate> shifted{};
  std::vector<Suspicion> found{};

  void look(bool study_replaces) {
    for (const SeenMark& mark : turn_.marks) {
      if (mark.label != "DATE") continue;
      const std::string said = turn_.text.substr(mark.bytes.begin, mark.bytes.size());
      const auto dates = said_dates(said, words_);
      if (dates.size() != 1) continue;
      look_for_weekday(mark, said, dates.front());
      look_for_feast(mark, said, dates.front());
      if (dates.front().is_full()) shifted.push_back({dates.front(), where_, turn_.speaker});
    }
    if (study_replaces) look_in_clear();
  }

 private:
  void add(Risk risk, std::string says, std::string why, ByteRange bytes, std::string advice) {
    found.push_back({.attack = Attack::dates,
                     .risk = risk,
                     .says = std::move(says),
                     .why = std::move(why),
                     .where = {where_},
                     .words = turn_.text.substr(bytes.begin, bytes.size()),
                     .label = advice.empty() ? "DATE" : "",
                     .advice = std::move(advice)});
  }

  void look_for_weekday(const SeenMark& mark, const std::string& said, const SaidDate& date) {
    if (!date.is_full()) return;
    const auto [before, after] = beside(turn_.text, mark.bytes, weekday_reach);
    for (const std::string& text : {said, before, after}) {
      for (const words::PlacedWord& word : words::placed_words(text)) {
        const auto weekday = words_.dates.weekday(word.folded);
        if (!weekday || weekday->in_short) continue;
        const unsigned is = std::chrono::weekday(std::chrono::sys_days(date.whole())).c_encoding();
        if (weekday->number == is) return;
        add(Risk::medium, "a weekday that is not that day's",
            "it tells by how many days, but for whole weeks, dates moved", mark.bytes,
            "`DATE: {operator: shift, weekdays: keep}` in moniker.yaml, or replace the weekday with the date");
        return;
      }
    }
  }

  /// A feast right beside a date, or in it.
  void look_for_feast(const SeenMark& mark, const std::string& said, const SaidDate& date) {
    const auto [before, after] = beside(turn_.text, mark.bytes, feast_reach);
    for (const auto& [name, feast] : words_.feasts) {
      const bool there = holds(said, name) || ends_with_feast(before, name) || begins_with_feast(after, name);
      if (!there || (feast.month == 0 && !date.is_full())) continue;
      const int year = date.is_full() ? static_cast<int>(date.year) : 2001;
      SaidDate in_year = date;
      in_year.year = static_cast<std::uint32_t>(year);
      if (!in_year.whole().ok() || std::chrono::sys_days(in_year.whole()) == day_of(feast, year)) continue;
      add(Risk::high, "a feast beside another day than its own",
          "it tells by how many days all dates of that person moved", mark.bytes,
          "replace the feast too: `moniker decide STUDY replace FEAST --label DATE`, or `DATE: generalise`");
      return;
    }
  }
  static std::vector<std::string> folded_of(const std::string& text) {
    std::vector<std::string> words;
    for (const words::PlacedWord& word : words::placed_words(text)) words.push_back(word.folded);
    return words;
  }
  static bool holds(const std::string& text, const std::string& phrase) {
    const auto words = folded_of(text), wanted = folded_of(phrase);
    return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
  }
  bool ends_with_feast(const std::string& text, const std::string& phrase) const {
    const auto wanted = folded_of(phrase);
    for (auto words = folded_of(text); words.size() >= wanted.size(); words.pop_back()) {
      if (std::equal(wanted.rbegin(), wanted.rend(), words.rbegin())) return true;
      if (!words_.beside_dates.contains(words.back())) return false;
    }
    return false;
  }
  bool begins_with_feast(const std::string& text, const std::string& phrase) const {
    const auto wanted = folded_of(phrase);
    for (auto words = folded_of(text); words.size() >= wanted.size(); words.erase(words.begin())) {
      if (std::equal(wanted.begin(), wanted.end(), words.begin())) return true;
      if (!words_.beside_dates.contains(words.front())) return false;
    }
    return false;
  }

  void look_in_clear() {
    for (const SaidDate& date : said_dates(turn_.text, words_)) {
      if (is_replaced(turn_, date.bytes)) continue;
      add(date.is_full() ? Risk::medium : Risk::low, date.is_full() ? "a whole date in clear" : "a day in clear",
          date.is_full() ? "days can be looked up, and tell others of the same person"
                         : "many things are on one day of a year",
          date.bytes, "");
    }
  }

  const SeenTurn& turn_;
  const Spot& where_;
  const IntruderWords& words_;
};

using Days = std::vector<std::int64_t>;

/// The number of days other than 0 by which most of one's days are the other's, and of how many.
std::pair<std::int64_t, std::size_t> best_alignment(const Days& a, const Days& b) {
  std::map<std::int64_t, std::size_t> by_difference;
  for (const auto x : a) {
    for (const auto y : b) {
      if (x != y) ++by_difference[y - x];
    }
  }
  std::pair<std::int64_t, std::size_t> best;
  for (const auto& [difference, count] : by_difference) {
    if (count > best.second) best = {difference, count};
  }
  return best;
}

/// How often days drawn anywhere within the same span go together as well.
double chance_of_alignment(const Days& a, const Days& b, std::size_t found) {
  const auto [low, high] = std::minmax_element(b.begin(), b.end());
  FairDice dice(a.size() * 1000 + b.size());
  const auto span = static_cast<std::size_t>(*high - *low + 1);
  std::size_t as_good = 1;
  for (std::size_t i = 0; i < redrawn; ++i) {
    std::set<std::int64_t> drawn;
    while (drawn.size() < std::min(b.size(), span)) drawn.insert(*low + static_cast<std::int64_t>(dice.below(span)));
    as_good += best_alignment(a, Days(drawn.begin(), drawn.end())).second >= found ? 1 : 0;
  }
  return static_cast<double>(as_good) / static_cast<double>(redrawn + 1);
}

std::vector<Suspicion> aligned_dates(const std::vector<PlacedDate>& dates) {
  std::map<std::string, std::set<std::int64_t>> days;
  std::map<std::string, Spot> first;
  for (const PlacedDate& one : dates) {
    days[one.owner].insert(std::chrono::sys_days(one.date.whole()).time_since_epoch().count());
    first.try_emplace(one.owner, one.where);
  }
  std::vector<Suspicion> all;
  for (auto a = days.begin(); a != days.end(); ++a) {
    for (auto b = std::next(a); b != days.end(); ++b) {
      const Days of_a(a->second.begin(), a->second.end()), of_b(b->second.begin(), b->second.end());
      const auto [difference, count] = best_alignment(of_a, of_b);
      if (count < fewest_aligned) continue;
      const double p = chance_of_alignment(of_a, of_b, count);
      if (p > sure_of_alignment) continue;
      all.push_back({.attack = Attack::dates,
                     .risk = Risk::medium,
                     .says = fmt::format("{} days of {} are days of {}, moved by one number of days (p = {:.3f})",
                                         count, a->first, b->first, p),
                     .why = "they tell of the same days: who knows the days of one knows those of the other",
                     .where = {first[a->first], first[b->first]},
                     .advice = "`DATE: generalise` in moniker.yaml"});
    }
  }
  return all;
}

}  // namespace

std::vector<Suspicion> shifted_dates(const SeenOutputs& seen, const IntruderWords& words) {
  const bool replaces = replaces_dates(seen);
  std::vector<Suspicion> all;
  std::vector<PlacedDate> dates;
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (std::size_t t = 0; t < transcript.turns.size(); ++t) {
      const Spot where{.transcript = transcript.name, .turn = t + 1};
      TurnDates turn(transcript.turns[t], where, words);
      turn.look(replaces);
      all.insert(all.end(), turn.found.begin(), turn.found.end());
      dates.insert(dates.end(), turn.shifted.begin(), turn.shifted.end());
    }
  }
  for (Suspicion& one : aligned_dates(dates)) all.push_back(std::move(one));
  return all;
}

}  // namespace moniker::intruder
