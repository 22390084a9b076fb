// Names that are there in pieces: cut by a blank ("cart ledge"), or spelled by what their letters are called ("bee eye
// are tee"). The proof looks for neither: the pieces are words of any talk, and it would stop a study for a cart on a
// ledge.
#include <algorithm>

#include "base/fold.hpp"
#include "intruder/known_names.hpp"
#include "intruder/seen_words.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t most_pieces = 3, shortest_piece = 2, shortest_cut = 5, shortest_spelled = 4, longest_name = 30;

/// What is looked for, folded, without blanks. An ordinary word is no name in pieces: it is spelled for a reason alone.
struct WholeName {
  bool registered = false, ordinary = false;
};
using WholeNames = words::WordMap<WholeName>;

WholeNames whole_names(const std::vector<Original>& originals, const IntruderWords& words) {
  WholeNames whole;
  const auto add = [&](const std::string& written, bool registered) {
    for (const std::string& part : folded_words(written)) {
      if (part.size() < shortest_spelled) continue;
      WholeName& name = whole.try_emplace(part, WholeName{.ordinary = words.is_ordinary(part)}).first->second;
      name.registered = name.registered || registered;
    }
  };
  for (const Original& original : originals) {
    add(original.name, true);
    for (const std::string& alias : original.aliases) add(alias, true);
    if (original.label == "PERSON" || original.label == "LOCATION") add(original.form, false);
  }
  return whole;
}

struct BrokenHit {
  ByteRange bytes{};
  bool registered = false, spelled = false;
};

class BrokenSearch {
 public:
  BrokenSearch(const SeenTurn& turn, const IntruderWords& words, const WholeNames& whole)
      : turn_(turn), words_(words), whole_(whole), seen_(seen_words(turn, words)) {}

  std::vector<BrokenHit> found() {
    for (std::size_t i = 0; i < seen_.size(); ++i) look_for_cut(i);
    for (std::size_t i = 0; i < seen_.size();) i = look_for_spelled(i);
    return std::move(found_);
  }

 private:
  bool is_piece(std::size_t i) const { return !seen_[i].replaced && seen_[i].letters; }
  bool adjoins(std::size_t i, std::string_view may_stand_between) const {
    return between(turn_, seen_[i], seen_[i + 1]).find_first_not_of(may_stand_between) == std::string_view::npos;
  }

  void look_for_cut(std::size_t first) {
    std::string joined;
    for (std::size_t i = first; i < seen_.size() && i < first + most_pieces; ++i) {
      if (!is_piece(i) || seen_[i].folded.size() < shortest_piece || (i > first && !adjoins(i - 1, " \n"))) return;
      joined += seen_[i].folded;
      const WholeName* const name = i == first ? nullptr : words::find_word(whole_, joined);
      if (name && !name->ordinary && joined.size() >= shortest_cut)
        found_.push_back({{seen_[first].bytes.begin, seen_[i].bytes.end}, name->registered, false});
    }
  }

  struct Letters {
    std::string all{};
    std::vector<std::size_t> first{}, last{};  // words of each letter
  };

  /// Puts what a word says of letters behind the others: "double" says the next one twice, and with a u a w.
  std::size_t take_letter(std::size_t i, Letters& letters) const {
    if (!is_piece(i)) return 0;
    const std::size_t times = seen_[i].folded == "double"                                  ? 2
                              : seen_[i].folded == "treble" || seen_[i].folded == "triple" ? 3
                                                                                           : 1;
    const std::size_t at = times == 1 ? i : i + 1;
    if (at >= seen_.size() || !is_piece(at)) return 0;
    const char* const letter = words::find_word(words_.letters, seen_[at].folded);
    if (!letter) return 0;
    const std::string said = times == 2 && *letter == 'u' ? "w" : std::string(times, *letter);
    letters.all += said;
    letters.first.insert(letters.first.end(), said.size(), i);
    letters.last.insert(letters.last.end(), said.size(), at);
    return at - i + 1;
  }

  /// Behind the run of letters that begins here, or the next word.
  std::size_t look_for_spelled(std::size_t first) {
    Letters letters;
    std::size_t i = first;
    while (i < seen_.size() && (i == first || adjoins(i - 1, " \n,.-"))) {
      const std::size_t taken = take_letter(i, letters);
      if (taken == 0) break;
      i += taken;
    }
    for (std::size_t begin = 0; begin + shortest_spelled <= letters.all.size(); ++begin) {
      for (std::size_t size = std::min(letters.all.size() - begin, longest_name); size >= shortest_spelled; --size) {
        const WholeName* const name = words::find_word(whole_, std::string_view(letters.all).substr(begin, size));
        if (!name) continue;
        found_.push_back({{seen_[letters.first[begin]].bytes.begin, seen_[letters.last[begin + size - 1]].bytes.end},
                          name->registered,
                          true});
        break;
      }
    }
    return std::max(i, first + 1);
  }

  const SeenTurn& turn_;
  const IntruderWords& words_;
  const WholeNames& whole_;
  std::vector<SeenWord> seen_;
  std::vector<BrokenHit> found_{};
};

}  // namespace

std::vector<Suspicion> broken_names(const SeenOutputs& seen, const std::vector<Original>& originals,
                                    const IntruderWords& words) {
  const WholeNames whole = whole_names(originals, words);
  std::vector<Suspicion> all;
  for (const SeenTranscript& transcript : seen.transcripts) {
    for (std::size_t t = 0; t < transcript.turns.size(); ++t) {
      for (const BrokenHit& hit : BrokenSearch(transcript.turns[t], words, whole).found())
        all.push_back(
            {.attack = Attack::near_name,
             .risk = hit.registered ? Risk::medium : Risk::low,
             .says = std::string(hit.registered ? "a name of the register" : "a name that is replaced elsewhere") +
                     (hit.spelled ? ", spelled by what letters are called" : ", in pieces"),
             .why = hit.registered ? "read aloud it is the name" : "read aloud it is what was replaced",
             .where = {{.transcript = transcript.name, .turn = t + 1}},
             .words = words_at(transcript.turns[t], hit.bytes),
             .label = "PERSON"});
    }
  }
  return all;
}

}  // namespace moniker::intruder
