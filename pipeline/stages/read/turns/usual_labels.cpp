#include "read/turns/usual_labels.hpp"

#include "base/text.hpp"

namespace moniker::read {
namespace {

bool is_plain_letter_of(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

}  // namespace

std::size_t UsualLabels::beginning(std::string_view line) {
  if (line.empty() || !is_plain_letter_of(line.front())) return 0;
  std::size_t at = 1;
  while (at < line.size() && at <= longest_label &&
         (is_plain_letter_of(line[at]) || is_ascii_digit(line[at]) || line[at] == '.' || line[at] == ' '))
    ++at;
  const bool talk = at + 2 < line.size() && line[at] == ':' && line[at + 1] == ' ' && is_plain_letter_of(line[at + 2]);
  return talk ? at + 2 : 0;
}

const LabelCandidate* UsualLabels::find(std::string_view beginning) const {
  const auto found = known_.find(beginning);
  return found == known_.end() ? nullptr : &found->second;
}

void UsualLabels::note(std::string_view beginning, const LabelCandidate& label) {
  const bool plain = label.style == LabelStyle::colon && !label.adorned && !label.time && label.label.begin == 0 &&
                     label.talk == beginning.size();
  if (plain && known_.size() < most) known_.emplace(beginning, label);
}

}  // namespace moniker::read
