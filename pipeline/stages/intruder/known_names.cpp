// The proof searched each turn for what was known when it was written. This searches again, by all that the linkage
// table knows by now, and where the proof did not look: over turns, and in what lies beside the talk.
#include "intruder/known_names.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "prove/prover.hpp"

namespace moniker::intruder {
namespace {

constexpr std::string_view left_alone[] = {"AGE", "DATE", "TIME", "NATIONALITY", "OCCUPATION"};
constexpr std::size_t reach = 80;  // bytes of a turn that a name over two turns may take

/// One prover for what is of one gravity.
struct KnownSort {
  prove::Prover prover;
  Risk risk{};
  std::string_view says{}, why{}, label{};
  bool registered = false;
};

/// Of what was taken for a name without being registered much is a slip of the tongue ("wha"): a name has a word that
/// the lists know as one.
bool is_like_a_name(const std::string& form, const IntruderWords& words) {
  const auto folded = folded_words(form);
  return std::any_of(folded.begin(), folded.end(), [&](const std::string& word) {
    return !words.is_ordinary(word) && (words.names.is_given(word) || words.names.is_surname(word));
  });
}

std::vector<KnownSort> sorts_of(const std::vector<Original>& originals, const IntruderWords& words) {
  const prove::IsWord is_word = [&](std::string_view folded) {
    return words.ordinary.contains(folded) || words.function_words.contains(folded);
  };
  Register people;
  std::vector<prove::KnownName> others, doubtful, things;
  for (const Original& original : originals) {
    if (!original.name.empty()) people.people.push_back({.name = original.name, .aliases = original.aliases});
    if (!original.name.empty() || original.form.empty()) continue;
    if (std::find(std::begin(left_alone), std::end(left_alone), original.label) != std::end(left_alone)) continue;
    prove::KnownName name{.text = original.form, .word = words.is_ordinary(fold(original.form)), .full = false};
    auto& sort = original.label != "PERSON" ? things : is_like_a_name(original.form, words) ? others : doubtful;
    sort.push_back(std::move(name));
  }
  std::vector<KnownSort> sorts;
  sorts.push_back({prove::Prover(prove::known_names(people, words.names.nicknames.all(), is_word), is_word), Risk::high,
                   "a name of the register", "whoever knows the person, or looks for the name, has found them",
                   "PERSON", true});
  sorts.push_back({prove::Prover(others, is_word), Risk::high, "a name that is replaced elsewhere",
                   "beside its pseudonym elsewhere it tells who that is", "PERSON"});
  sorts.push_back({prove::Prover(doubtful, is_word), Risk::low, "a word that is replaced elsewhere",
                   "it was taken for a name, and no list knows it as one", "PERSON"});
  sorts.push_back({prove::Prover(things, is_word), Risk::medium,
                   "a place, a number or a thing that is replaced elsewhere",
                   "beside what stands for it elsewhere it tells what that is", "LOCATION"});
  return sorts;
}

/// The end of a turn and the begin of another, as one text.
struct JoinedTurns {
  SeenTurn turn{};
  std::uint32_t seam = 0;
};
std::uint32_t on_letter(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return static_cast<std::uint32_t>(at);
}
JoinedTurns joined(const SeenTurn& first, const SeenTurn& second) {
  JoinedTurns both;
  const std::uint32_t from = on_letter(first.text, first.text.size() > reach ? first.text.size() - reach : 0);
  const std::uint32_t to = on_letter(second.text, std::min(reach, second.text.size()));
  both.turn.text = first.text.substr(from) + "\n";
  both.seam = static_cast<std::uint32_t>(both.turn.text.size());
  both.turn.text += second.text.substr(0, to);
  for (const SeenMark& mark : first.marks) {
    if (mark.bytes.end > from)
      both.turn.marks.push_back(
          {{std::max(mark.bytes.begin, from) - from, mark.bytes.end - from}, mark.label, mark.entity});
  }
  for (const SeenMark& mark : second.marks) {
    if (mark.bytes.begin < to)
      both.turn.marks.push_back(
          {{both.seam + mark.bytes.begin, both.seam + std::min(mark.bytes.end, to)}, mark.label, mark.entity});
  }
  return both;
}

/// What stands in square brackets is a placeholder, in whatever format.
std::vector<ByteRange> bracketed(std::string_view text) {
  std::vector<ByteRange> ranges;
  for (std::size_t at = 0; (at = text.find('[', at)) != text.npos;) {
    const std::size_t end = text.find(']', at);
    if (end == text.npos) break;
    ranges.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)});
    at = end + 1;
  }
  return ranges;
}

class KnownSearch {
 public:
  KnownSearch(const SeenOutputs& seen, const KnownSort& sort, const IntruderWords& words)
      : seen_(seen), sort_(sort), words_(words) {}

  std::vector<Suspicion> found() {
    for (const SeenTranscript& transcript : seen_.transcripts) {
      for (std::size_t t = 0; t < transcript.turns.size(); ++t) {
        search_turn(transcript, t);
        if (t + 1 < transcript.turns.size()) search_over(transcript, t, t + 1);
        if (t + 2 < transcript.turns.size() && transcript.turns[t].speaker == transcript.turns[t + 2].speaker)
          search_over(transcript, t, t + 2);
      }
    }
    for (const SeenPart& part : seen_.parts) search_part(part);
    return std::move(found_);
  }

 private:
  void search_turn(const SeenTranscript& transcript, std::size_t t) {
    const SeenTurn& turn = transcript.turns[t];
    const Utterance said{.number = t, .speaker = turn.speaker, .text = turn.text};
    for (const prove::ProofHit& hit : sort_.prover.search(said, replaced_in(turn))) {
      const bool label = hit.bytes.size() == 0;
      const std::string words = label ? turn.speaker : words_of(turn.text, hit.bytes);
      in_talk_.emplace(transcript.name, fold(words));
      add({.transcript = transcript.name, .turn = t + 1}, words, label ? " in the name of a speaker" : "");
    }
  }

  void search_over(const SeenTranscript& transcript, std::size_t a, std::size_t b) {
    const JoinedTurns both = joined(transcript.turns[a], transcript.turns[b]);
    for (const prove::ProofHit& hit : sort_.prover.search({.text = both.turn.text}, replaced_in(both.turn))) {
      if (hit.bytes.begin >= both.seam || hit.bytes.end <= both.seam) continue;
      const Spot where{.transcript = transcript.name, .turn = a + 1};
      add(where, words_of(both.turn.text, hit.bytes), ", over two turns", advice_over(where, b));
    }
  }

  void search_part(const SeenPart& part) {
    for (const prove::ProofHit& hit : sort_.prover.search({.text = part.text}, bracketed(part.text))) {
      const std::string words = words_of(part.text, hit.bytes);
      // The talk itself stands in most files, and was searched turn by turn, where its sentences are known.
      if (!is_only_words(words) && !in_talk_.contains({part.transcript, fold(words)}))
        add({.transcript = part.transcript, .part = part.name}, words, ", beside the talk");
    }
  }

  bool is_only_words(const std::string& found) const {
    const auto folded = folded_words(found);
    return std::all_of(folded.begin(), folded.end(),
                       [&](const std::string& word) { return word.size() < 3 || words_.is_ordinary(word); });
  }

  /// Why a hit that is no name of the register is not grave; empty where it is.
  std::string_view excuse_of(const std::string& found) const {
    std::string folded = fold(found);
    if (folded.ends_with("'s")) folded.resize(folded.size() - 2);
    const char* const kind = words::find_word(words_.places, folded);
    if (words_.countries.contains(folded) || words_.harmless.contains(folded) || (kind && *kind == 'c'))
      return "it is where very many live, or known to everybody";
    if (is_letters(found)) return "letters alone stand for many things";
    if (is_only_words(found)) return "they are words of any talk";
    const bool small = !is_upper(code_point_at(found, 0).value) && folded.find(' ') == std::string::npos;
    return small && !words_.sure_given.contains(folded) ? "it has a small letter" : std::string_view();
  }
  /// "PRM", "GPs".
  static bool is_letters(std::string_view found) {
    if (found.ends_with('s')) found.remove_suffix(1);
    return found.size() <= 5 && found.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
  }

  static std::string words_of(const std::string& text, ByteRange bytes) {
    std::string words = text.substr(bytes.begin, bytes.size());
    std::replace(words.begin(), words.end(), '\n', ' ');
    return words;
  }

  /// A decision is about words of one turn.
  static std::string advice_over(const Spot& where, std::size_t other) {
    return "a piece stands in each turn: `moniker decide STUDY replace PIECE --label PERSON --in " + where.transcript +
           " --turn " + std::to_string(where.turn) + "`, and the other with `--turn " + std::to_string(other + 1) + "`";
  }

  void add(Spot where, std::string words, std::string_view how, std::string advice = {}) {
    const bool mendable = where.turn > 0;
    if (advice.empty() && !mendable) advice = "delete the file and run the study again; report this";
    const std::string_view excuse = sort_.registered ? std::string_view() : excuse_of(words);
    found_.push_back({.attack = Attack::known_name,
                      .risk = excuse.empty() ? sort_.risk : Risk::low,
                      .says = std::string(sort_.says).append(how),
                      .why = std::string(excuse.empty() ? sort_.why : excuse),
                      .where = {std::move(where)},
                      .words = std::move(words),
                      .label = mendable ? std::string(sort_.label) : std::string(),
                      .advice = std::move(advice)});
  }

  const SeenOutputs& seen_;
  const KnownSort& sort_;
  const IntruderWords& words_;
  std::vector<Suspicion> found_{};
  std::set<std::pair<std::string, std::string>> in_talk_{};
};

}  // namespace

std::vector<Suspicion> known_names(const SeenOutputs& seen, const std::vector<Original>& originals,
                                   const IntruderWords& words) {
  std::vector<Suspicion> all;
  for (const KnownSort& sort : sorts_of(originals, words)) {
    for (Suspicion& one : KnownSearch(seen, sort, words).found()) all.push_back(std::move(one));
  }
  return all;
}

}  // namespace moniker::intruder
