// Names that survived. A list alone would flood: every word that stands for itself is somebody's name somewhere. So a
// capital has to be unexplained, and what stands beside it decides how grave it is; what a study never replaces (no
// place at all, say) is by its plan, and low.
#include "intruder/listed_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "intruder/seen_words.hpp"

namespace moniker::intruder {
namespace {

/// What a word may be by the lists.
enum class ListedKind { none, given, surname, place, known_place, organisation, unknown };

struct Named {
  std::size_t first = 0, count = 1;
  ListedKind kind = ListedKind::none;
  Risk risk = Risk::low;
  std::string why{};
};

class NameSearch {
 public:
  NameSearch(const SeenTurn& turn, const IntruderWords& words)
      : words_(words), turn_(turn), seen_(seen_words(turn, words)) {}

  std::vector<Named> found() {
    std::vector<Named> all;
    for (std::size_t i = 0; i < seen_.size();) {
      const auto named = named_at(i);
      if (named) all.push_back(*named);
      i += named ? named->count : 1;
    }
    return all;
  }
  std::string written(const Named& named) const {
    return words_at(turn_, {seen_[named.first].bytes.begin, seen_[named.first + named.count - 1].bytes.end});
  }

 private:
  std::optional<Named> named_at(std::size_t i) const {
    if (const auto organisation = organisation_at(i)) return organisation;
    const SeenWord& word = seen_[i];
    if (word.replaced || word.harmless || !word.letters || !word.capital || word.folded.size() < 3) return std::nullopt;
    if (is_person_context(i) && !word.upper && !words_.is_ordinary(word.folded))
      return Named{i, 1, is_listed_person(word) ? ListedKind::given : ListedKind::unknown, Risk::high,
                   "what stands before it says that a person is meant"};
    if (const auto pair = pair_at(i)) return pair;
    return single_at(i);
  }

  /// "Mrs _", "called _".
  bool is_person_context(std::size_t i) const {
    if (i == 0) return false;
    const bool near = between(turn_, seen_[i - 1], seen_[i]).find_first_not_of(" .") == std::string_view::npos;
    if (!near || seen_[i - 1].replaced) return false;
    if (words_.titles.contains(seen_[i - 1].folded) && seen_[i - 1].capital) return true;
    for (std::size_t count = 1; count <= std::min<std::size_t>(3, i); ++count) {
      if (words_.called.contains(phrase_of(seen_, i - count, count))) return true;
    }
    return false;
  }

  bool is_listed_person(const SeenWord& word) const {
    return words_.sure_given.contains(word.folded) || words_.sure_surnames.contains(word.folded);
  }
  /// A dictionary has "sheila".
  bool is_name_only(const std::string& folded) const {
    return words_.sure_given.contains(folded) || !words_.is_ordinary(folded);
  }

  /// "Siobhan Keane": side by side, both with a capital.
  std::optional<Named> pair_at(std::size_t i) const {
    if (i + 1 >= seen_.size() || between(turn_, seen_[i], seen_[i + 1]) != " ") return std::nullopt;
    const SeenWord &first = seen_[i], &second = seen_[i + 1];
    if (!second.capital || second.replaced || second.harmless || first.upper || second.upper) return std::nullopt;
    const bool given = words_.names.given.contains(first.folded), family = words_.names.is_surname(second.folded);
    if (!given || !family || !(is_name_only(first.folded) || is_name_only(second.folded))) return std::nullopt;
    if (words_.places.contains(phrase_of(seen_, i, 2))) return std::nullopt;
    return Named{i, 2, ListedKind::given, Risk::high, "a given name and a family name stand side by side"};
  }

  std::optional<Named> single_at(std::size_t i) const {
    const SeenWord& word = seen_[i];
    if (const auto place = place_at(i)) return place;
    if (word.upper || !is_name_only(word.folded)) return std::nullopt;
    if (words_.sure_given.contains(word.folded))
      return Named{i, 1, ListedKind::given, Risk::medium, "it is a given name and no word"};
    if (words_.sure_surnames.contains(word.folded))
      return Named{i, 1, ListedKind::surname, word.starts ? Risk::low : Risk::medium,
                   word.starts ? "it is a family name, at the begin of a sentence" : "it is a family name and no word"};
    if (word.tells() && !words_.places.contains(word.folded))
      return Named{i, 1, ListedKind::unknown, Risk::low, "it has a capital within a sentence, and no list knows it"};
    return std::nullopt;
  }

  /// The longest place that begins there; what is a person's name too is a place behind a preposition alone.
  std::optional<Named> place_at(std::size_t i) const {
    for (std::size_t count = std::min<std::size_t>(3, seen_.size() - i); count > 0; --count) {
      if (!all_capital(i, count)) continue;
      const char* const kind = words::find_word(words_.places, phrase_of(seen_, i, count));
      if (!kind) continue;
      const bool led = i > 0 && words_.before_places.contains(seen_[i - 1].folded);
      const bool person = is_listed_person(seen_[i]) && (*kind != 'c' || words_.sure_given.contains(seen_[i].folded));
      if (count == 1 && !led && (person || seen_[i].starts)) return std::nullopt;
      if (count == 1 && !is_name_only(seen_[i].folded)) return std::nullopt;
      if (*kind == 'c')
        return Named{i, count, ListedKind::known_place, Risk::low, "it is a city or a county, where very many live"};
      return Named{i, count, ListedKind::place, *kind == 's' ? Risk::medium : Risk::low,
                   *kind == 's' ? "it is a village or a part of a town, in which few live" : "it is a town"};
    }
    return std::nullopt;
  }
  bool all_capital(std::size_t i, std::size_t count) const {
    for (std::size_t k = i; k < i + count; ++k) {
      if (seen_[k].replaced || seen_[k].harmless || !seen_[k].letters) return false;
    }
    return seen_[i].capital && seen_[i + count - 1].capital;
  }

  std::optional<Named> organisation_at(std::size_t i) const {
    for (std::size_t count = std::min<std::size_t>(5, seen_.size() - i); count > 1; --count) {
      if (!all_capital(i, count) || !words_.organisations.contains(phrase_of(seen_, i, count))) continue;
      return Named{i, count, ListedKind::organisation, Risk::medium, "it is an organisation that can be looked up"};
    }
    return std::nullopt;
  }

  const IntruderWords& words_;
  const SeenTurn& turn_;
  std::vector<SeenWord> seen_;
};

struct KindRow {
  ListedKind kind;
  std::string_view says, label;
};
constexpr KindRow kind_rows[] = {{ListedKind::given, "a name of a person that the lists know", "PERSON"},
                                 {ListedKind::surname, "a family name that the lists know", "PERSON"},
                                 {ListedKind::place, "a place that the lists know", "LOCATION"},
                                 {ListedKind::known_place, "a place that the lists know", "LOCATION"},
                                 {ListedKind::organisation, "an organisation that the lists know", "ORG"},
                                 {ListedKind::unknown, "a name that no list knows", "PERSON"}};

bool replaces(const SeenOutputs& seen, std::string_view label) {
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (const SeenTurn& turn : transcript.turns) {
      if (std::any_of(turn.marks.begin(), turn.marks.end(), [&](const SeenMark& m) { return m.label == label; }))
        return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Suspicion> listed_names(const SeenOutputs& seen, const IntruderWords& words) {
  std::map<std::string_view, bool> by_plan;
  for (const KindRow& row : kind_rows) by_plan[row.label] = row.label != "PERSON" && !replaces(seen, row.label);
  std::vector<Suspicion> all;
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (std::size_t t = 0; t < transcript.turns.size(); ++t) {
      NameSearch search(transcript.turns[t], words);
      for (const Named& named : search.found()) {
        const KindRow& row = *std::find_if(std::begin(kind_rows), std::end(kind_rows),
                                           [&](const KindRow& r) { return r.kind == named.kind; });
        const bool plan = by_plan[row.label];
        const bool unsure = named.kind == ListedKind::unknown && named.risk == Risk::low;
        all.push_back({.attack = unsure ? Attack::rare_word : Attack::listed_name,
                       .risk = plan ? Risk::low : named.risk,
                       .says = std::string(row.says),
                       .why = plan ? fmt::format("{}; the study replaces no {}", named.why, row.label) : named.why,
                       .where = {{.transcript = transcript.name, .turn = t + 1}},
                       .words = search.written(named),
                       .label = std::string(row.label)});
      }
    }
  }
  return all;
}

}  // namespace moniker::intruder
