// The numbers of a sentence that count people, and what each counts: passes that take numbers in, tell what they are
// parts of, and leave out what counts nobody.
#include "manuscript/sentence_counts.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/attributes.hpp"
#include "manuscript/count_labels.hpp"
#include "manuscript/counts_beside_counts.hpp"
#include "manuscript/counts_of_no_people.hpp"
#include "manuscript/implied_counts.hpp"
#include "manuscript/named_items.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_counted = 90;

bool inside(const std::vector<QuotedSpan>& spans, ByteRange bytes) {
  return std::any_of(spans.begin(), spans.end(), [&](const QuotedSpan& span) {
    return span.whole.begin <= bytes.begin && bytes.end <= span.whole.end;
  });
}

/// "n = 12", "12", "n=12, 27%", "27%", "12/45", "six", "nine participants": a bracket that says nothing but a count.
bool is_count_bracket(std::string_view inside, const PaperWords& words) {
  std::size_t digits = 0;
  for (const std::string& word : folded_words(inside)) {
    const bool number = is_ascii_digit(word.front()) || words.numbers[word].kind == words::NumberWord::Kind::small;
    const bool people = digits == 1 && is_one_of(word, words.respondents);
    digits += number;
    if (!number && !people && !is_one_of(word, words.count_bracket)) return false;
  }
  return digits > 0 && digits <= 4 && inside.size() < 40 && inside.find_first_of("<>") == std::string_view::npos;
}

/// "7 participants" of "farm practice, town; 7 participants": what a bracket ends in, where that says a count and the
/// rest has no number; else all of it.
std::string_view count_part(std::string_view inside, const PaperWords& words) {
  const std::size_t sign = inside.find_last_of(";,");
  if (sign == inside.npos) return inside;
  const std::string_view last = trimmed(inside.substr(sign + 1));
  const bool said = folded_words(last).size() > 1 && is_count_bracket(last, words);
  return said && counts_in(inside.substr(0, sign), words).empty() ? last : inside;
}

class SentenceReader {
 public:
  SentenceReader(const std::string& text, ByteRange sentence, const PaperWords& words, std::vector<QuotedSpan> quotes,
                 std::vector<QuotedSpan> brackets, std::vector<PaperId> ids, std::vector<Count> counts)
      : text_(text),
        sentence_(sentence),
        words_(words),
        quotes_(std::move(quotes)),
        brackets_(std::move(brackets)),
        ids_(std::move(ids)),
        counts_(std::move(counts)) {}

  std::vector<LabelledCount> read() {
    find_named_items();
    keep_last_of_items();
    for (std::size_t i = 0; i < counts_.size(); ++i) take(i);
    take_shares_beside(out_, text_);
    const ImplyingSentence implying{text_, sentence_, counts_, words_};
    take_fractions(implying);
    set_labels(out_, text_, sentence_, words_);
    for (LabelledCount& one : out_) one.begins_item = begins_item(one);
    label_named_items();
    add_articles();
    drop_places_between_brackets(out_, text_);
    std::erase_if(out_, [](const LabelledCount& one) { return one.fraction > 0 && !one.begins_item; });
    for (LabelledCount& one : out_) one.implied = one.implied || is_told_in_order(one);
    for (LabelledCount& one : out_) one.excepted = is_exception(one, implying);
    spread_each(out_, implying);
    drop_what_counts_nothing(out_, text_, words_);
    mark_hedged();
    const bool elliptical = leaves_verb_out();
    for (LabelledCount& one : out_) one.announces = announces_things(one);
    mark_announced();
    const auto with = std::count_if(out_.begin(), out_.end(), [&](const LabelledCount& one) {
      return one.label.size() > lead_of(one.label, words_.with).size() && !lead_of(one.label, words_.with).empty();
    });
    std::erase_if(out_, [&](const LabelledCount& one) {
      return !(with > 1 && is_one_of(one.label, words_.interviews)) &&
             counts_no_people(one, out_, elliptical, implying);  // 37 interviews: 20 with nurses ...
    });
    return std::move(out_);
  }

 private:
  /// "about 30"; of "60 or over (n = 4)" the four are exact.
  void mark_hedged() {
    for (LabelledCount& one : out_) {
      if (one.bracketed) continue;
      const std::string before = lowered_before(text_, one.bytes.begin, 20);
      for (const std::string& hedge : words_.hedges)
        one.hedged = one.hedged || before.ends_with(" " + hedge + " ") || before == hedge + " ";
    }
  }

  /// "four GPs, six nurses and a pharmacist": the last is one, if the language knows it for what people are.
  void add_articles() {
    const std::size_t latest = out_.size() < 3 ? 0 : out_.size() - 2;  // "and a pharmacist, who had 30 years ..."
    for (std::size_t i = out_.size(); i-- > latest && out_.size() > 1;) {
      if (add_article_behind(i)) return;
    }
  }

  /// In brackets, and behind a colon.
  void find_named_items() {
    const auto add = [&](std::uint32_t from, std::size_t to) {
      named_.merge(named_items(std::string_view(text_).substr(from, to - from), from, counts_, words_));
    };
    for (const QuotedSpan& bracket : brackets_) {
      if (sentence_.begin <= bracket.inside.begin && bracket.inside.end <= sentence_.end)
        add(bracket.inside.begin, bracket.inside.end);
    }
    const std::size_t colon = text_.find(": ", sentence_.begin);
    if (colon < sentence_.end) add(static_cast<std::uint32_t>(colon + 2), sentence_.end);
  }

  void label_named_items() {
    for (LabelledCount& one : out_) {
      const auto name = named_.find(one.bytes.begin);
      if (name == named_.end()) continue;
      one.label = name->second;
      one.begins_item = true;
    }
  }

  /// "Sessions: two or three, 8; four to six, 10; seven or more, 6": only what an item ends with counts.
  void keep_last_of_items() {
    const std::string_view said = trimmed(std::string_view(text_).substr(sentence_.begin, sentence_.size()), " .");
    const std::size_t colon = said.find(": ");
    if (colon == said.npos || said.find_first_of("(=%") != said.npos) return;
    const auto begin = static_cast<std::size_t>(said.data() - text_.data());
    std::vector<Count> last;
    for (std::size_t from = colon + 2; from < said.size();) {
      const std::size_t end = std::min(said.find("; ", from), said.size());
      const auto at_end = [&](const Count& one) {
        return one.bytes.end == begin + end && one.bytes.begin >= begin + from;
      };
      const auto count = std::find_if(counts_.begin(), counts_.end(), at_end);
      const std::string_view before =
          count == counts_.end() ? std::string_view() : said.substr(0, count->bytes.begin - begin);
      if (!before.ends_with(", ")) return;
      last.push_back(*count);
      from = end + 2;
    }
    if (last.size() > 1) counts_ = std::move(last);
  }

  /// One more of the list whose last is `i`, told by words at a place.
  bool add_one_at(std::size_t i, std::size_t at, std::size_t length, std::size_t next) {
    const auto begin = static_cast<std::uint32_t>(at);
    const std::string_view label = std::string_view(text_).substr(at + length, next - at - length);
    LabelledCount one{.bytes = {begin, begin + static_cast<std::uint32_t>(length)},
                      .value = 1,
                      .in_brackets = out_[i].in_brackets,
                      .begins_item = true};
    one.label = std::string(trimmed(label.substr(0, label.find_first_of(",;:.()"))));
    out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(one));
    return true;
  }

  bool add_article_behind(std::size_t i) {
    if (out_[i].bracketed || out_[i].percent || out_[i].label.empty()) return false;
    const LabelledCount last = out_[i];
    const std::size_t next = i + 1 < out_.size() ? out_[i + 1].bytes.begin : sentence_.end;
    if (next <= last.bytes.end) return false;
    const std::string_view behind = std::string_view(text_).substr(last.bytes.end, next - last.bytes.end);
    for (const std::string& other : words_.the_other_was) {  // "five were wives and the other was a daughter"
      const std::size_t at = lowered_before(behind, behind.size(), behind.size()).find(" " + other + " ");
      if (at > 60 || behind.substr(0, at).find_first_of(";:.()") != behind.npos) continue;
      return add_one_at(i, last.bytes.end + at + 1, other.size(), next);
    }
    for (const std::string& and_one : words_.and_one) {
      const std::string article = " " + and_one + " ";
      const std::size_t at = behind.find(article);
      if (at > 70 || behind.substr(0, at).find_first_of(";:.()") != behind.npos) continue;
      const std::size_t from = last.bytes.end + at + article.size();
      std::string_view label = std::string_view(text_).substr(from, next - from);
      const std::size_t sign = label.find_first_of(",;:.()");
      if (sign == label.npos && i + 1 < out_.size()) continue;  // "and a nurse of 30"
      label = trimmed(label.substr(0, sign));
      const auto told = attributes_of(label, 0, words_);
      const bool role = std::any_of(told.begin(), told.end(), [](const Attribute& one) {
        const bool kin = one.kind == "relation" || one.kind == "gender";
        return kin || (one.kind == "role" && one.value != "*");
      });
      if (!role || words_in(label) > 4) continue;
      const auto begin = static_cast<std::uint32_t>(from - 2);
      LabelledCount one{.bytes = {begin, begin + 1}, .value = 1, .in_brackets = last.in_brackets, .begins_item = true};
      one.label = std::string(label);
      out_.insert(out_.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::move(one));
      return true;
    }
    return false;
  }

  /// "..., another nine", "and for seven": and not "let two", "fewer than ten".
  bool begins_item(const LabelledCount& one) const {
    std::string_view before =
        trimmed(std::string_view(text_).substr(sentence_.begin, one.bytes.begin - sentence_.begin));
    for (;;) {
      if (before.empty() || std::string_view(",;:(").find(before.back()) != before.npos) return true;
      const char32_t dash = code_point_before(before, before.size()).value;
      if (dash == 0x2013 || dash == 0x2014 || dash == 0x2022) return true;
      if (before == "-" || before.ends_with(" -")) return true;
      const std::size_t at = before.find_last_of(" ,;:(") + 1;
      const std::string word = fold(before.substr(at));
      if (is_one_of(word, words_.item_before)) return true;
      if (!is_one_of(word, words_.item_leads)) return false;
      before = trimmed(before.substr(0, at));
    }
  }

  /// "in Dari, Arabic and English (9, 6 and 7 respectively)": a bracket of numbers alone, each of what stands before
  /// it.
  bool is_told_in_order(const LabelledCount& one) const {
    const QuotedSpan* bracket = one.in_brackets ? bracket_of(one.bytes) : nullptr;
    if (!bracket || one.percent) return false;
    const std::string said = fold(std::string_view(text_).substr(bracket->inside.begin, bracket->inside.size()));
    if (tail_of(said, words_.respectively).empty()) return false;
    const auto all =
        folded_words(std::string_view(said).substr(0, said.size() - tail_of(said, words_.respectively).size()));
    return all.size() > 3 && std::all_of(all.begin(), all.end(), [&](const std::string& word) {
             return is_ascii_digit(word.front()) || is_one_of(word, words_.conjunction) ||
                    words_.numbers[word].kind == words::NumberWord::Kind::small;
           });
  }

  const QuotedSpan* bracket_of(ByteRange bytes) const {
    for (const QuotedSpan& bracket : brackets_) {
      if (bracket.whole.begin <= bytes.begin && bytes.end <= bracket.whole.end) return &bracket;
    }
    return nullptr;
  }
  /// In their places; numbers that a fraction holds ("two thirds") count nothing.
  void take_fractions(const ImplyingSentence& in) {
    for (LabelledCount& one : fractions_in(in)) {
      if (inside(quotes_, one.bytes)) continue;
      std::erase_if(out_, [&](const LabelledCount& other) { return other.bytes.overlaps(one.bytes); });
      if (one.fraction <= 0) continue;  // "one third in secondary schools (n = 11)"
      const auto place = std::find_if(out_.begin(), out_.end(),
                                      [&](const LabelledCount& other) { return other.bytes.begin > one.bytes.begin; });
      out_.insert(place, std::move(one));
    }
  }

  /// But of "Altogether 20 people" it is a number.
  bool is_id(ByteRange bytes) const {
    const auto behind = folded_words(std::string_view(text_).substr(bytes.end, 24));
    const bool people = !behind.empty() && words_.people.contains(behind[0]);
    return std::any_of(ids_.begin(), ids_.end(), [&](const PaperId& id) {
      return id.bytes.overlaps(bytes) && (id.known || !people || id.separator != " ");
    });
  }

  /// "Eighteen described an ending that was planned, six one that was not": the word, and no number.
  bool is_one_of_those(std::size_t i) const {
    const ByteRange bytes = counts_[i].bytes;
    return i > 0 && counts_[i].value == 1 && counts_[i - 1].bytes.end + 1 == bytes.begin &&
           text_[bytes.begin - 1] == ' ' &&
           is_one_of(std::string_view(text_).substr(bytes.begin, bytes.size()), words_.one);
  }

  void take(std::size_t i) {
    const Count& count = counts_[i];
    const bool named = named_.contains(count.bytes.begin);
    if (inside(quotes_, count.bytes) || (is_id(count.bytes) && !named) || is_one_of_those(i)) return;
    const QuotedSpan* bracket = bracket_of(count.bytes);
    const std::string_view within =
        bracket ? count_part(std::string_view(text_).substr(bracket->inside.begin, bracket->inside.size()), words_)
                : "";
    if (!bracket || !is_count_bracket(within, words_)) {
      if (bracket && within.find('=') != within.npos && within.find("n") == within.npos) return;  // a statistic
      out_.push_back({.bytes = count.bytes,
                      .value = count.value,
                      .percent = count.percent,
                      .in_brackets = bracket != nullptr,
                      .decimals = count.decimals});
      return;
    }
    if (!out_.empty() && out_.back().bytes.end >= bracket->whole.begin && out_.back().bytes.begin <= bracket->whole.end)
      return add_share(out_.back(), count);
    // "31 women (69%)": the bracket says the number before it once more
    if (LabelledCount* whose = count.percent ? counted_before(bracket->whole.begin) : nullptr)
      return add_share(*whose, count);
    if (text_[bracket->whole.begin] == '[') return;  // a reference
    const bool n = within.find('n') != within.npos || within.find('N') != within.npos;
    if (!n && !count.percent && count.value > 0 && bracket->whole.begin > 0 && text_[bracket->whole.begin - 1] != ' ')
      return;
    out_.push_back({.bytes = bracket->whole,
                    .value = count.value,
                    .percent = count.percent,
                    .bracketed = true,
                    .decimals = count.decimals});
  }

  /// Whose percentage a bracket tells: of "nine had been qualified for less than ten years (38%)" it is nine.
  LabelledCount* counted_before(std::size_t at) {
    for (std::size_t i = out_.size(); i-- > 0;) {
      LabelledCount& one = out_[i];
      const bool near = at > one.bytes.end && at - one.bytes.end < longest_counted &&
                        std::string_view(text_).substr(one.bytes.end, at - one.bytes.end).find_first_of(",;(") ==
                            std::string_view::npos;
      if (one.bracketed || one.percent || !near) return nullptr;
      const auto behind = folded_words(std::string_view(text_).substr(one.bytes.end, 24));
      const bool unit = !behind.empty() && (words_.units.contains(behind[0]) || is_one_of(behind[0], words_.range));
      if (!unit) return &one;
    }
    return nullptr;
  }

  static void add_share(LabelledCount& to, const Count& count) {
    if (!count.percent || to.percent) return;
    to.share = count.value;
    to.share_decimals = count.decimals;
  }

  /// "Six taught history, five sciences and four languages": what stands behind the later numbers is not counted.
  bool leaves_verb_out() const {
    // "Of these seventeen, six taught science, five mathematics, ..."
    const std::string before =
        out_.empty()
            ? ""
            : fold(std::string_view(text_).substr(sentence_.begin, out_.front().bytes.begin - sentence_.begin));
    const std::size_t head = out_.size() > 3 && !lead_of(before, words_.whole_leads).empty() ? 1 : 0;
    if (out_.size() < head + 3) return false;
    const auto first = folded_words(out_[head].label);
    if (first.size() < 2 || !(is_one_of(first[0], words_.did) || is_past(first[0], words_))) return false;
    return std::all_of(out_.begin() + static_cast<std::ptrdiff_t>(head) + 1, out_.end(), [&](const LabelledCount& one) {
      const auto label = folded_words(one.label);
      return !one.bracketed && !one.percent && label.size() == 1 && !is_one_of(label[0], words_.year);
    });
  }

  /// "90 letters, of which ...", "48 visits: ...", "120 entries (55 ...": things that are then told apart.
  bool announces_things(const LabelledCount& one) const {
    const auto index = static_cast<std::size_t>(&one - out_.data());
    const auto label = folded_words(one.label);
    if (one.bracketed || one.percent || one.in_brackets || one.value < 3 || out_.size() < index + 3) return false;
    if (named_.contains(out_[index + 1].bytes.begin))
      return false;  // "three schools (Ashdown, 14; Birch Hill, 12; ...)"
    if (!label.empty() && is_one_of(label[0], words_.measures)) return false;
    const bool things = (!label.empty() && words_.units.contains(label[0])) ||
                        (label.size() > 1 && words_.units.contains(label[1]) && !words_.people.contains(label[0]));
    const std::uint32_t end = one.bytes.end, next = std::max(end, out_[index + 1].bytes.begin);
    const std::string_view between = std::string_view(text_).substr(end, next - end);
    return things && (between.find_first_of(":(") != between.npos || says_one_of(fold(between), words_.announces) ||
                      (out_[index + 1].bracketed && index == 0));
  }

  /// "Eleven schools took part: five primary schools, ...": of the things that were announced.
  void mark_announced() {
    const auto announcer = std::find_if(out_.begin(), out_.end(), [](const auto& one) { return one.announces; });
    if (announcer == out_.end()) return;
    const auto things = folded_words(announcer->label);
    const std::string& noun = words_.units.contains(things[0]) ? things[0] : things[1];
    for (auto one = announcer + 1; one != out_.end(); ++one) {
      const auto label = folded_words(one->label);
      const auto last = label.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(label.size(), 3));
      one->implied = one->implied || std::find(label.begin(), last, noun) != last;
    }
  }

  const std::string& text_;
  ByteRange sentence_;
  const PaperWords& words_;
  std::vector<QuotedSpan> quotes_, brackets_;
  std::vector<PaperId> ids_;
  std::vector<Count> counts_{};
  std::map<std::uint32_t, std::string> named_{};  // of what lists of names count, by where the number stands
  std::vector<LabelledCount> out_{};
};

}  // namespace

SentenceCounts::SentenceCounts(const Block& block, const PaperWords& words)
    : block_(block),
      words_(words),
      quotes_(quotes_in(block.text)),
      brackets_(brackets_in(block.text)),
      ids_(ids_in(block.text, words)),
      counts_(counts_in(block.text, words)) {}

std::vector<LabelledCount> SentenceCounts::of(ByteRange sentence) const {
  const auto within = [&](auto all, const auto& bytes_of) {
    std::erase_if(all, [&](const auto& one) {
      return bytes_of(one).begin < sentence.begin || bytes_of(one).begin >= sentence.end;
    });
    return all;
  };
  const auto touching = [&](std::vector<QuotedSpan> all) {
    std::erase_if(all, [&](const QuotedSpan& one) { return !one.whole.overlaps(sentence); });
    return all;
  };
  auto counts = within(counts_, [](const Count& one) { return one.bytes; });
  if (counts.empty() && fractions_in({block_.text, sentence, counts, words_}).empty()) return {};  // "Half were paid."
  auto ids = within(ids_, [](const PaperId& one) { return one.bytes; });
  return SentenceReader(block_.text, sentence, words_, touching(quotes_), touching(brackets_), std::move(ids),
                        std::move(counts))
      .read();
}

}  // namespace moniker::custodian
