// What people decided, found in talk. Decisions hold no words but keyed hashes of them, so each different word of the
// talk is hashed once and remembered by what it was written as; after that words are numbers, of which most are 0: no
// decision speaks of them. A word has up to three readings: itself, without what is joined to it (Kate's, Kate'll),
// and, with a capital, without a plural s.
#include "detect/decided.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

#include "base/fold.hpp"
#include "base/keyed_hash.hpp"
#include "detect/decided_text.hpp"
#include "moniker/text_hash.hpp"
#include "rules/compiled.hpp"
#include "rules/word_questions.hpp"
#include "words/name_table.hpp"

namespace moniker::detect {
HashedWords hashed_words(const Secret<32>& key, std::string_view text) {
  HashedWords words;
  for (const CutWord& word : cut_words(text)) words.push_back(hashed(key, bare(part(text, word.stem))));
  return words;
}

std::string hashed_text(const Secret<32>& key, std::string_view text) {
  std::string all;
  for (const CutWord& word : cut_words(text)) all.append(bare(part(text, word.bytes))).append(" ");
  return hashed(key, all);
}

bool needs_capital(const rules::RuleSet& rules, std::string_view text) {
  const std::vector<CutWord> words = cut_words(text);
  if (words.empty() || !has_capital(part(text, words.front().bytes))) return false;
  return std::all_of(words.begin(), words.end(), [&](const CutWord& word) {
    return rules::is_word_of(rules.compiled(), rules.compiled().ordinary, fold(part(text, word.stem)),
                             words::shape_cap | words::shape_mid);
  });
}

struct DecidedWords::State {
  const rules::RuleSet& rules;
  Secret<32> key{};
  std::vector<DecidedForm> forms;
  std::vector<DecidedPlace> places;
  std::map<std::string, std::uint32_t, std::less<>> numbers{};     // of the words that decisions speak of, from 1
  std::map<std::vector<std::uint32_t>, std::uint32_t> by_words{};  // -> index of the form; the later one stays
  std::set<std::vector<std::uint32_t>> begins{};                   // what longer ones begin with

  std::vector<std::uint32_t> numbered(const HashedWords& words) {
    std::vector<std::uint32_t> all;
    for (const std::string& word : words)
      all.push_back(numbers.emplace(word, static_cast<std::uint32_t>(numbers.size() + 1)).first->second);
    return all;
  }
};

DecidedWords::DecidedWords(const rules::RuleSet& rules, const Secret<32>& key, std::vector<DecidedForm> forms,
                           std::vector<DecidedPlace> places) {
  auto state = std::make_unique<State>(State{.rules = rules, .forms = std::move(forms), .places = std::move(places)});
  std::copy_n(key.data(), key.size(), state->key.data());
  for (std::size_t i = 0; i < state->forms.size(); ++i) {
    std::vector<std::uint32_t> words = state->numbered(state->forms[i].words);
    if (words.empty()) continue;
    state->by_words[words] = static_cast<std::uint32_t>(i);
    for (words.pop_back(); !words.empty(); words.pop_back()) state->begins.insert(words);
  }
  for (const DecidedPlace& place : state->places) state->numbered(place.words);
  state_ = std::move(state);
}

DecidedWords::~DecidedWords() = default;

bool DecidedWords::empty() const { return state_->by_words.empty() && state_->places.empty(); }

bool DecidedWords::has_places() const { return !state_->places.empty(); }

bool DecidedWords::keeps(std::string_view text) const {
  if (state_->by_words.empty()) return false;
  std::vector<std::uint32_t> words;
  for (const std::string& word : hashed_words(state_->key, text)) {
    const auto known = state_->numbers.find(word);
    if (known == state_->numbers.end()) return false;
    words.push_back(known->second);
  }
  const auto form = state_->by_words.find(words);
  return form != state_->by_words.end() && !state_->forms[form->second].label;
}

using Readings = std::array<std::uint32_t, 3>;  // numbers of words; 0: none that anybody decided about

/// Of a word as written and without a possessive ending.
Readings read_word(const DecidedWords::State& decided, std::string_view written, std::string_view stem, bool capital) {
  const auto number = [&](std::string_view word) {
    const auto known = decided.numbers.find(hashed(decided.key, word));
    return known == decided.numbers.end() ? 0 : known->second;
  };
  Readings all{};
  const std::string whole = bare(written);
  all[0] = number(whole);
  const std::string folded = fold(stem);
  std::string shorter(words::without_verb(folded));
  std::erase(shorter, '\'');
  if (shorter != whole) all[1] = number(shorter);
  if (shorter.size() > 3 && shorter.back() == 's' && capital)
    all[2] = number(std::string_view(shorter).substr(0, shorter.size() - 1));
  return all;
}

void DecidedWords::take_into(Hasher& hasher, const std::vector<std::string>& vocabulary) const {
  const State& s = *state_;
  for (const DecidedPlace& place : s.places) {
    hasher.take_field(std::to_string(place.number));
    hasher.take_field(place.label ? s.rules.label(*place.label).name : "keep");
  }
  if (s.by_words.empty()) return;
  std::set<std::uint32_t> sayable;
  for (const std::string& said : vocabulary) {
    for (const CutWord& word : cut_words(said)) {
      for (const std::uint32_t number : read_word(s, part(said, word.bytes), part(said, word.stem), true))
        sayable.insert(number);
    }
  }
  for (const auto& [words, index] : s.by_words) {
    if (!std::all_of(words.begin(), words.end(), [&](std::uint32_t number) { return sayable.contains(number); }))
      continue;
    const DecidedForm& form = s.forms[index];
    for (const std::string& word : form.words) hasher.take_field(word);
    hasher.take_field(form.capital ? "capital" : "any");
    hasher.take_field(form.label ? s.rules.label(*form.label).name : "keep");
  }
}

namespace {

struct WordRun {
  std::size_t first = 0, count = 0;
};

DecidedPlace place_at(const Secret<32>& key, std::string_view turn, const std::vector<CutWord>& words, WordRun run,
                      std::uint32_t occurrence) {
  const auto word_hash = [&](std::size_t i) { return hashed(key, bare(part(turn, words[i].stem))); };
  const std::size_t next = run.first + run.count;
  return {.occurrence = occurrence,
          .said = hashed_text(key, turn),
          .before = run.first == 0 ? std::string() : word_hash(run.first - 1),
          .after = next >= words.size() ? std::string() : word_hash(next)};
}

/// 3: in the turn as it was; 2: between the words that stood beside; 1: beside one of them, in a turn of that number;
/// 0: elsewhere.
int fit(const DecidedPlace& wanted, const DecidedPlace& here, std::uint64_t turns_away) {
  const bool nth = here.occurrence == wanted.occurrence;
  if (here.said == wanted.said && nth) return 3;
  const bool before = here.before == wanted.before, after = here.after == wanted.after;
  if (before && after) return 2;
  return (before || after) && nth && turns_away == 0 ? 1 : 0;
}

}  // namespace

struct DecidedReader::State {
  const DecidedWords::State& decided;
  std::unordered_map<std::string, Readings, TextHash, std::equal_to<>> memory{};
  std::vector<CutWord> words{};
  std::vector<Readings> readings{};
  std::uint64_t ahead = 0;
  struct Candidate {
    int fits = 0;
    std::uint64_t turn = 0, away = 0;
    ByteRange bytes{};
  };
  std::vector<std::optional<Candidate>> best{};          // of each place
  std::map<std::uint64_t, std::vector<Claim>> places{};  // by turn

  explicit State(const DecidedWords::State& of) : decided(of), best(of.places.size()) {}

  const Readings& readings_of(std::string_view text, const CutWord& word) {
    constexpr std::size_t most_words = 100'000;
    const std::string_view written = part(text, word.bytes);
    const auto known = memory.find(written);
    if (known != memory.end()) return known->second;
    if (memory.size() > most_words) memory.clear();
    return memory
        .emplace(std::string(written), read_word(decided, written, part(text, word.stem), has_capital(written)))
        .first->second;
  }

  void read(std::string_view text) {
    words = cut_words(text);
    readings.clear();
    for (const CutWord& word : words) readings.push_back(readings_of(text, word));
  }

  /// How many words from `first` are the form's: its number of words, or 0. A plural and a joined verb end it.
  bool is_here(std::string_view text, std::size_t first, const std::vector<std::uint32_t>& form) const {
    if (first + form.size() > words.size()) return false;
    for (std::size_t i = 0; i < form.size(); ++i) {
      const Readings& all = readings[first + i];
      const bool last = i + 1 == form.size();
      if (all[0] != form[i] && all[1] != form[i] && !(last && all[2] == form[i])) return false;
      if (!last && !side_by_side(text, words[first + i], words[first + i + 1])) return false;
    }
    return true;
  }

  ByteRange range(std::size_t first, std::size_t count) const {
    return {words[first].bytes.begin, words[first + count - 1].stem.end};
  }

  /// The longest form that begins here; its words, 0 where there is none.
  std::size_t longest(std::string_view text, std::size_t first, std::uint32_t& form) const {
    std::size_t found = 0;
    std::vector<std::uint32_t> so_far;
    const auto extend = [&](auto&& self, std::size_t at) -> void {
      if (at >= words.size()) return;
      for (const std::uint32_t number : readings[at]) {
        if (number == 0) continue;
        so_far.push_back(number);
        const auto whole = decided.by_words.find(so_far);
        if (whole != decided.by_words.end() && so_far.size() > found && written_so(text, first, whole->second)) {
          found = so_far.size();
          form = whole->second;
        }
        if (decided.begins.contains(so_far) && at + 1 < words.size() && side_by_side(text, words[at], words[at + 1]))
          self(self, at + 1);
        so_far.pop_back();
      }
    };
    extend(extend, first);
    return found;
  }

  bool written_so(std::string_view text, std::size_t first, std::uint32_t form) const {
    return !decided.forms[form].capital || has_capital(part(text, words[first].bytes));
  }
};

DecidedReader::DecidedReader(const DecidedWords& decided) : state_(std::make_unique<State>(decided.state())) {}
DecidedReader::~DecidedReader() = default;

void DecidedReader::look_ahead(const Utterance& turn) {
  State& s = *state_;
  const std::uint64_t number = s.ahead++;
  if (s.decided.places.empty()) return;
  s.read(turn.text);
  for (std::size_t p = 0; p < s.decided.places.size(); ++p) {
    const DecidedPlace& wanted = s.decided.places[p];
    std::vector<std::uint32_t> form;
    for (const std::string& word : wanted.words) form.push_back(s.decided.numbers.at(word));
    std::uint32_t occurrence = 0;
    for (std::size_t i = 0; i < s.words.size(); ++i) {
      if (!s.is_here(turn.text, i, form)) continue;
      const DecidedPlace here = place_at(s.decided.key, turn.text, s.words, {i, form.size()}, occurrence++);
      const std::uint64_t away = number > wanted.turn ? number - wanted.turn : wanted.turn - number;
      const int fits = fit(wanted, here, away);
      auto& best = s.best[p];
      if (fits == 0 || (best && (best->fits > fits || (best->fits == fits && best->away <= away)))) continue;
      best = State::Candidate{fits, number, away, s.range(i, form.size())};
    }
  }
}

std::optional<DecidedPlace> describe_place(const Secret<32>& key, std::string_view turn, const HashedWords& words,
                                           std::uint32_t occurrence) {
  const std::vector<CutWord> cut = cut_words(turn);
  std::uint32_t seen = 0;
  for (std::size_t i = 0; !words.empty() && i + words.size() <= cut.size(); ++i) {
    bool same = true;
    for (std::size_t w = 0; same && w < words.size(); ++w) {
      same = hashed(key, bare(part(turn, cut[i + w].stem))) == words[w] &&
             (w + 1 == words.size() || side_by_side(turn, cut[i + w], cut[i + w + 1]));
    }
    if (same && seen++ == occurrence) {
      DecidedPlace place = place_at(key, turn, cut, {i, words.size()}, occurrence);
      place.words = words;
      return place;
    }
  }
  return std::nullopt;
}

std::vector<std::uint64_t> DecidedReader::find_places() {
  State& s = *state_;
  std::vector<std::uint64_t> lost;
  for (std::size_t p = 0; p < s.best.size(); ++p) {
    const DecidedPlace& place = s.decided.places[p];
    if (!s.best[p]) {
      lost.push_back(place.number);
      continue;
    }
    auto& claims = s.places[s.best[p]->turn];
    const Claim claim{s.best[p]->bytes, place.label, true};
    std::erase_if(claims, [&](const Claim& earlier) { return earlier.bytes.overlaps(claim.bytes); });
    claims.push_back(claim);
  }
  return lost;
}

std::vector<Claim> DecidedReader::claims(const Utterance& seen, std::uint64_t turn) {
  State& s = *state_;
  std::vector<Claim> all;
  if (const auto here = s.places.find(turn); here != s.places.end()) all = here->second;
  const std::size_t of_places = all.size();
  if (!s.decided.by_words.empty()) {
    s.read(seen.text);
    for (std::size_t i = 0; i < s.words.size();) {
      std::uint32_t form = 0;
      const std::size_t count = s.longest(seen.text, i, form);
      if (count == 0) {
        ++i;
        continue;
      }
      const Claim claim{s.range(i, count), s.decided.forms[form].label};
      const bool free = std::none_of(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(of_places),
                                     [&](const Claim& place) { return place.bytes.overlaps(claim.bytes); });
      if (free) all.push_back(claim);
      i += count;
    }
  }
  std::sort(all.begin(), all.end(), [](const Claim& a, const Claim& b) { return a.bytes.begin < b.bytes.begin; });
  return all;
}

}  // namespace moniker::detect
