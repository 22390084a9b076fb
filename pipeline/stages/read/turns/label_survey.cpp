#include "read/turns/label_survey.hpp"

#include <algorithm>
#include <array>

#include "base/seen_text.hpp"

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

}  // namespace

void LabelSurvey::note(std::string_view line, const LabelCandidate& candidate, bool first, bool asked) {
  const std::string label = seen_label(line.substr(candidate.label.begin, candidate.label.size()));
  if (is_head_field(label, language_)) return;
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
  if (candidate.style == LabelStyle::set_off && !set_off_throughout()) return false;
  const bool once = count(line, candidate) <= 1 && candidate.shape != LabelShape::role;
  if (candidate.style == LabelStyle::colon && once && lines_are_headed()) return false;
  const bool usual = styled_[static_cast<std::size_t>(candidate.style)] >= established;
  if (usual && candidate.shape == LabelShape::name && candidate.style != LabelStyle::line) return true;
  return std::max(count(line, candidate), 1U) >= need(candidate.style, candidate.shape);
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
