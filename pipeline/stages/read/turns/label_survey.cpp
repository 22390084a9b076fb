// Labels are judged by how often each is seen and in which style, once for the whole transcript. What another style
// names somebody by elsewhere is accepted, and told where prose may begin so.
#include "read/turns/label_survey.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/seen_text.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/label_aside.hpp"
#include "read/turns/label_words.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_labels = 4096;
constexpr std::uint32_t never = ~0U, established = 8;

/// How often a label must be seen: a row a style (colon, tab, timed, stamped, line, bold, set off), a column a
/// shape (none, lower, mixed, name, role). "Kate Shaw:" needs no second sight; "Kate Shaw" alone on a line may be a
/// heading.
constexpr std::array<std::array<std::uint32_t, 5>, 7> needed = {{{never, 3, 2, 1, 1},
                                                                 {never, never, 3, 2, 1},
                                                                 {never, 3, 2, 1, 1},
                                                                 {never, never, 3, 2, 1},
                                                                 {never, never, 3, 2, 2},
                                                                 {never, never, 3, 2, 1},
                                                                 {never, never, never, 2, 1}}};

std::uint32_t need(LabelStyle style, LabelShape shape) {
  return needed[static_cast<std::size_t>(style)][static_cast<std::size_t>(shape)];
}

/// What ends or holds a label and hardly stands in prose: "Kate; ", "Kate> ", "(Kate) ".
bool has_strong_mark(std::string_view line, const LabelCandidate& candidate) {
  const std::size_t mark = skip_all_blanks(line, candidate.label.end);
  return mark < line.size() && std::string_view(";>])}.|=").find(line[mark]) != std::string_view::npos;
}

/// "[NAME 2]", "[DATE_3]": somebody or something that was masked, in the middle of what is said.
bool masks_somebody(std::string_view label, const words::Language& language) {
  const auto list = split_words(label);
  return std::all_of(list.begin(), list.end(), [&](std::string_view word) {
    const std::string key = fold(word);
    const std::size_t under = word.rfind('_');
    const bool mark = under != std::string_view::npos && under > 1 && is_number(word.substr(under + 1)) &&
                      fold(word.substr(0, under)) != word.substr(0, under);
    return mark || language.masked.contains(key) || language.stand_ins.contains(key) || is_numbering(word);
  });
}

}  // namespace

void LabelSurvey::note(std::string_view line, const LabelCandidate& candidate, bool first, bool asked) {
  const std::string label = seen_label(line.substr(candidate.label.begin, candidate.label.size()));
  if (is_head_field(label, language_)) return;
  if (candidate.style == LabelStyle::set_off && candidate.adorned) return;
  const std::pair key{candidate.style, std::string(label_core(label))};
  const auto found = seen_.find(key);
  if (found == seen_.end() && seen_.size() >= most_labels) return;
  Seen& seen = found == seen_.end() ? seen_[key] : found->second;
  seen.shape = candidate.shape;
  ++seen.count;
  seen.asked += asked;
  if (candidate.style == LabelStyle::set_off) {
    set_off_labels_ += seen.count == 1;
    ++set_off_;
    return;
  }
  if (candidate.style == LabelStyle::line) {
    bare_ += seen.count == 2 ? 2 : seen.count > 2;
    bare_asked_ += seen.count == 2 ? seen.asked : seen.count > 2 && asked;
    bare_labels_ += seen.count == 2;
    return;
  }
  adorned_ += candidate.adorned && candidate.style == LabelStyle::colon;
  marked_ += candidate.shape >= LabelShape::name || seen.count > 1;
  if (seen.count < need(candidate.style, candidate.shape)) return;
  ++styled_[static_cast<std::size_t>(candidate.style)];
  evidence_ += first || candidate.shape == LabelShape::role ? 2 : 1;
}

std::uint32_t LabelSurvey::count(std::string_view line, const LabelCandidate& candidate) const {
  const std::string label = seen_label(line.substr(candidate.label.begin, candidate.label.size()));
  const auto found = seen_.find({candidate.style, std::string(label_core(label))});
  return found == seen_.end() ? 0 : found->second.count;
}

bool LabelSurvey::accepts(std::string_view line, const LabelCandidate& candidate) const {
  const std::string label = seen_label(line.substr(candidate.label.begin, candidate.label.size()));
  if (is_head_field(label, language_) || !names_speakers()) return false;
  if (candidate.style == LabelStyle::line && !lines_are_labels()) return false;
  if (candidate.style == LabelStyle::set_off && (candidate.adorned || !set_off_throughout()))
    return accepts_odd(line, candidate, label);
  const auto colons = styled_[static_cast<std::size_t>(LabelStyle::colon)];
  const bool adorned_throughout = adorned_ >= established / 2 && adorned_ * 2 >= colons;
  if (candidate.adorned && (adorned_throughout || knows(label))) return true;
  if (candidate.style != LabelStyle::line && candidate.style != LabelStyle::colon && knows(label)) return true;
  const bool once = count(line, candidate) <= 1 && candidate.shape != LabelShape::role;
  if (candidate.style == LabelStyle::colon && once && lines_are_headed()) return false;
  const bool usual = styled_[static_cast<std::size_t>(candidate.style)] >= established;
  if (usual && candidate.shape == LabelShape::name && candidate.style != LabelStyle::line) return true;
  return std::max(count(line, candidate), 1U) >= need(candidate.style, candidate.shape);
}

/// A label set off where others have a colon: somebody who is called so elsewhere, or whose mark is no mark of prose
/// and comes back. "I - mean" goes on; "I - Did you?" asks.
bool LabelSurvey::accepts_odd(std::string_view line, const LabelCandidate& candidate, const std::string& label) const {
  if (lines_are_headed() || line.substr(candidate.label.end).starts_with('.')) return false;  // "Kate. Yes" calls her
  const std::string_view words = line.substr(candidate.talk);
  const bool word = label == "I" || label == "A";
  if (knows(label)) return !word || words.empty() || is_upper(code_point_at(words, 0).value);
  const std::size_t mark = skip_all_blanks(line, candidate.label.end);
  const bool of_no_prose = mark < line.size() && line[mark] == ';';
  return !candidate.adorned && of_no_prose && count(line, candidate) > 1;
}

void LabelSurvey::settle() {
  if (!names_speakers()) return;
  for (const auto& [key, seen] : seen_) {
    const auto& [style, label] = key;
    if (style == LabelStyle::set_off && !set_off_throughout()) continue;
    if (style == LabelStyle::line && !lines_are_labels()) continue;
    if (style == LabelStyle::colon && seen.count < 2 && seen.shape != LabelShape::role && lines_are_headed()) continue;
    if (seen.count < need(style, seen.shape)) continue;
    known_.insert(fold(parted_label(label, language_).who));
    codes_ = codes_ || (is_code(label) && is_ascii_digit(label.back()));
  }
}

bool LabelSurvey::knows(std::string_view label) const {
  return known_.contains(fold(parted_label(label_core(label), language_).who));
}

bool LabelSurvey::is_sure(std::string_view line, const LabelCandidate& candidate) const {
  if (candidate.label.size() == 0) return false;
  if (candidate.style == LabelStyle::bold) return count(line, candidate) > 1 || candidate.shape == LabelShape::role;
  return candidate.style != LabelStyle::set_off || (!candidate.adorned && set_off_throughout());
}

bool LabelSurvey::may_be(std::string_view line, const LabelCandidate& candidate) const {
  const std::string label = seen_label(line.substr(candidate.label.begin, candidate.label.size()));
  if (is_head_field(label, language_)) return false;
  if (candidate.style == LabelStyle::colon) return candidate.adorned;
  if (candidate.style != LabelStyle::set_off || masks_somebody(label, language_)) return false;
  if (candidate.adorned) return knows(label);
  const bool sentence = is_upper(code_point_at(line, candidate.talk).value);  // "Kate - So we left."
  return candidate.shape == LabelShape::role || sentence || has_strong_mark(line, candidate) || knows(label) ||
         count(line, candidate) > 1;
}

bool LabelSurvey::names_speakers() const { return evidence_ >= 2 || lines_are_labels() || set_off_throughout(); }

/// Labels stand alone on their lines, by themselves or beside a time: "First: the roof" is talk below them.
bool LabelSurvey::lines_are_headed() const {
  const auto styled = [&](LabelStyle style) { return styled_[static_cast<std::size_t>(style)]; };
  const std::uint32_t timed = styled(LabelStyle::timed) + styled(LabelStyle::stamped);
  return lines_are_labels() || (timed >= 4 && timed > 4 * styled(LabelStyle::colon));
}

/// At least two labels that come back, on one line of six and more often than any with a mark.
bool LabelSurvey::set_off_throughout() const {
  const bool come_back = set_off_ >= 2 * set_off_labels_ || set_off_ == lines_;
  return set_off_labels_ >= 2 && come_back && set_off_ * 6 >= lines_ && set_off_ > marked_;
}

}  // namespace moniker::read
