// What the proof does not look for, since it is seldom a name: what is nearly one, sounds like one, is its initials, or
// reads as one backwards. Ordinary words never count.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/fold.hpp"
#include "intruder/known_names.hpp"
#include "intruder/seen_words.hpp"
#include "words/likeness.hpp"
#include "words/near_names.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t shortest_part = 4;

/// The register as somebody looks for it who heard the names once.
struct HeardNames {
  std::set<std::string, std::less<>> parts{}, backwards{}, initials{};
  words::NearNames near{};
};

HeardNames heard_names(const std::vector<Original>& originals, const IntruderWords& words) {
  HeardNames heard;
  for (const Original& original : originals) {
    std::vector<std::string> names = original.aliases;
    if (!original.name.empty()) names.push_back(original.name);
    for (const std::string& name : names) {
      std::string initials;
      for (const std::string& part : folded_words(name)) {
        initials += part.front();
        if (part.size() < shortest_part) continue;
        heard.parts.insert(part);
        heard.backwards.insert(std::string(part.rbegin(), part.rend()));
        if (!words.is_ordinary(part)) heard.near.add(part);
      }
      if (initials.size() >= 2 && name == original.name) {
        heard.initials.insert(initials);
        heard.initials.insert({initials.front(), initials.back()});
      }
    }
  }
  return heard;
}

struct NearHit {
  ByteRange bytes{};
  Risk risk{};
  std::string_view says{}, why{};
};

class NearSearch {
 public:
  NearSearch(const SeenTurn& turn, const IntruderWords& words, const HeardNames& heard)
      : turn_(turn), words_(words), heard_(heard), seen_(seen_words(turn, words)) {}

  std::vector<NearHit> found() const {
    std::vector<NearHit> all;
    for (std::size_t i = 0; i < seen_.size(); ++i) {
      if (auto hit = initials_at(i)) all.push_back(*hit);
      if (auto hit = near_at(seen_[i])) all.push_back(*hit);
    }
    return all;
  }

 private:
  std::optional<NearHit> near_at(const SeenWord& word) const {
    if (word.replaced || word.harmless || !word.letters || word.folded.size() < shortest_part) return std::nullopt;
    if (words_.is_ordinary(word.folded) || heard_.parts.contains(word.folded)) return std::nullopt;
    if (heard_.backwards.contains(word.folded))
      return NearHit{word.bytes, Risk::medium, "a name of the register backwards", "it reads as one backwards"};
    if (!heard_.near.near(word.folded)) return std::nullopt;
    const bool somebody_else = words_.names.is_given(word.folded) || words_.names.is_surname(word.folded);
    if (!word.capital) return NearHit{word.bytes, Risk::low, "nearly a name of the register", "it has a small letter"};
    return NearHit{word.bytes, Risk::medium, "nearly a name of the register",
                   somebody_else ? "it is another name, or the same misheard" : "it is no word and no other name"};
  }

  /// "K.S.", "K S", "KS".
  std::optional<NearHit> initials_at(std::size_t i) const {
    const SeenWord& word = seen_[i];
    if (word.replaced || word.harmless || !word.capital) return std::nullopt;
    if (word.upper && heard_.initials.contains(word.folded) && !words_.is_ordinary(word.folded))
      return NearHit{word.bytes, Risk::low, "initials of the register", "letters alone are seldom somebody"};
    if (word.folded.size() != 1 || (i > 0 && is_letter_beside(i - 1, i))) return std::nullopt;
    std::string letters = word.folded;
    std::size_t last = i;
    bool dotted = false;
    while (last + 1 < seen_.size() && is_letter_beside(last, last + 1)) {
      dotted = dotted || between(turn_, seen_[last], seen_[last + 1]).find('.') != std::string_view::npos;
      letters += seen_[++last].folded;
    }
    if (!dotted || !heard_.initials.contains(letters) || words_.harmless.contains(letters)) return std::nullopt;
    return NearHit{{word.bytes.begin, seen_[last].bytes.end},
                   Risk::medium,
                   "initials of the register",
                   "they stand with full stops, as somebody's do"};
  }
  bool is_letter_beside(std::size_t a, std::size_t b) const {
    const auto is_initial = [&](const SeenWord& w) { return w.folded.size() == 1 && w.capital && !w.replaced; };
    return is_initial(seen_[a]) && is_initial(seen_[b]) &&
           between(turn_, seen_[a], seen_[b]).find_first_not_of(". ") == std::string_view::npos;
  }

  const SeenTurn& turn_;
  const IntruderWords& words_;
  const HeardNames& heard_;
  std::vector<SeenWord> seen_;
};

}  // namespace

std::vector<Suspicion> near_names(const SeenOutputs& seen, const std::vector<Original>& originals,
                                  const IntruderWords& words) {
  const HeardNames heard = heard_names(originals, words);
  std::vector<Suspicion> all;
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (std::size_t t = 0; t < transcript.turns.size(); ++t) {
      for (const NearHit& hit : NearSearch(transcript.turns[t], words, heard).found())
        all.push_back({.attack = Attack::near_name,
                       .risk = hit.risk,
                       .says = std::string(hit.says),
                       .why = std::string(hit.why),
                       .where = {{.transcript = transcript.name, .turn = t + 1}},
                       .words = words_at(transcript.turns[t], hit.bytes),
                       .label = "PERSON"});
    }
  }
  return all;
}

}  // namespace moniker::intruder
