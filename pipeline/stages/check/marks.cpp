// Marks that transcribers leave in the talk: where they heard nothing ([inaudible], (unclear), [crosstalk
// 00:12:03],
// [??]) and where they or their company masked something before delivery ([redacted], [name], @@...##, XXX,
// ____). They are counted, never changed.
#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "check/checks.hpp"
#include "check/marks.hpp"

namespace moniker::check {
namespace {

using Mark = std::optional<IssueCode>;

/// What stands between brackets: [inaudible 00:12:03], [place name 2], [??].
Mark judge_bracket(std::string_view inside, char opening, const words::Language& language) {
  const auto is_query = [](char c) { return c == '?' || c == ' '; };
  if (inside.find('?') != std::string_view::npos && std::all_of(inside.begin(), inside.end(), is_query)) {
    return IssueCode::mark_inaudible;
  }
  auto words = folded_words(inside);
  for (std::string& word : words) std::erase(word, '-');  // cross-talk, over-talking
  const auto any = [&](const words::WordSet& list) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return list.contains(word); });
  };
  const bool in_two_words =
      words.size() >= 2 && language.unheard.contains(words[0] + words[1]);  // cross talk, talking over
  if (any(language.unheard) || in_two_words) return IssueCode::mark_inaudible;
  if (any(language.masked)) return IssueCode::mark_masked;
  const bool only_stand_ins = std::all_of(
      words.begin(), words.end(), [&](const auto& w) { return language.stand_ins.contains(w) || is_number(w); });
  if (opening == '[' && any(language.stand_ins) && only_stand_ins) return IssueCode::mark_masked;
  return std::nullopt;
}

/// Walks over one text and gives each mark once.
class MarkFinder {
 public:
  MarkFinder(std::string_view text, const words::Language& language,
             const std::function<void(IssueCode, std::size_t)>& found)
      : text_(text), language_(language), found_(found) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      at = std::max({at + 1, bracket(at), at_signs(at), run_of(at)});
    }
  }

 private:
  /// Each of these tells what begins at `at` and gives the place behind it, or 0.
  std::size_t bracket(std::size_t at) const {
    constexpr std::size_t longest = 80;  // bytes; nobody writes a longer mark
    const char opening = text_[at];
    if (opening != '[' && opening != '(' && opening != '<' && opening != '{') return 0;
    const char closing = opening == '[' ? ']' : opening == '(' ? ')' : opening == '<' ? '>' : '}';
    const std::size_t end = text_.substr(at, longest).find(closing);
    if (end == std::string_view::npos) return 0;
    const Mark mark = judge_bracket(text_.substr(at + 1, end - 1), opening, language_);
    if (!mark) return 0;
    found_(*mark, at);
    return at + end + 1;
  }

  /// @@masked or to be masked##, a way of marking that the UK Data Service recommends to transcribers.
  std::size_t at_signs(std::size_t at) const {
    if (!text_.substr(at).starts_with("@@")) return 0;
    constexpr std::size_t longest = 2000;  // bytes
    const std::size_t end = text_.substr(at, longest).find("##");
    if (end == std::string_view::npos) return 0;
    found_(IssueCode::mark_masked, at);
    return at + end + 2;
  }

  /// XXX, ____, ****, ??? as words of their own.
  std::size_t run_of(std::size_t at) const {
    constexpr std::size_t shortest = 3;
    const char c = text_[at];
    if (c != 'X' && c != '_' && c != '*' && c != '?') return 0;
    const std::size_t end = std::min(text_.find_first_not_of(c, at), text_.size());
    const bool alone = !is_word(code_point_before(text_, at).value) && !is_word(code_point_at(text_, end).value);
    // ??? after a word only asks loudly
    const bool counts =
        end - at >= shortest && alone && (c != '?' || at == 0 || is_space(code_point_before(text_, at).value));
    if (counts) found_(c == '?' ? IssueCode::mark_inaudible : IssueCode::mark_masked, at);
    return end;
  }

  std::string_view text_;
  const words::Language& language_;
  const std::function<void(IssueCode, std::size_t)>& found_;
};

/// How many letters of a text were lost on its way: each gives its place. A question mark between letters counts where
/// what stands behind it goes on in small letters and is no shortened verb, and nothing around it is an address.
void find_lost_letters(std::string_view text, const words::Language& language,
                       const std::function<void(std::size_t)>& found) {
  for (std::size_t at = text.find_first_of("?\xEF"); at != std::string_view::npos;
       at = text.find_first_of("?\xEF", at + 1)) {
    if (text[at] != '?') {
      if (text.substr(at).starts_with("\uFFFD")) found(at);
      continue;
    }
    const std::size_t next = std::min(text.find_first_not_of('?', at), text.size());  // two may be one letter's bytes
    const CodePoint before = code_point_before(text, at), behind = code_point_at(text, next);
    if (!is_letter(before.value) || !is_letter(behind.value)) continue;
    std::size_t begin = at, end = next;
    while (begin > 0 && !is_white(text[begin - 1])) --begin;
    while (end < text.size() && !is_white(text[end])) ++end;
    if (text.substr(begin, end - begin).find_first_of("/=&@") != std::string_view::npos) continue;
    const std::string first = fold(text.substr(begin, at - begin)), second = fold(text.substr(next, end - next));
    const auto word = [&](const std::string& one) {
      return language.sentence_words.contains(one) || language.small_words.contains(one);
    };
    if (is_upper(behind.value) && !is_upper(before.value)) continue;  // "Really?Yes"
    if (!word(first) || !word(second)) found(at);
  }
}

/// Where the caption that holds this byte stands, or the turn.
Position place_of(const Utterance& utterance, std::size_t byte) {
  Position at = utterance.at;
  for (const Cue& cue : utterance.cues) {
    if (cue.begin <= byte) at = cue.at;
  }
  return at;
}

class MarkCheck : public TranscriptCheck {
 public:
  explicit MarkCheck(const CheckContext& context) : language_(context.language), issues_(context.issues) {}

  void take(const Utterance& utterance) override {
    find_lost_letters(utterance.text, language_, [&](std::size_t byte) { lost_.add(place_of(utterance, byte)); });
    if (utterance.part != Part::talk) return;
    find_marks(utterance.text, language_, [&](IssueCode code, std::size_t byte) {
      (code == IssueCode::mark_masked ? masked_ : unheard_).add(place_of(utterance, byte));
    });
  }

  void finish() override {
    lost_.tell(IssueCode::lost_letters, issues_);
    unheard_.tell(IssueCode::mark_inaudible, issues_);
    masked_.tell(IssueCode::mark_masked, issues_);
  }

 private:
  const words::Language& language_;
  const Sink<Issue>& issues_;
  Tally unheard_{}, masked_{}, lost_{};
};

}  // namespace

void find_marks(std::string_view text, const words::Language& language,
                const std::function<void(IssueCode, std::size_t)>& found) {
  MarkFinder(text, language, found).run();
}

std::unique_ptr<TranscriptCheck> make_mark_check(const CheckContext& context) {
  return std::make_unique<MarkCheck>(context);
}

}  // namespace moniker::check
