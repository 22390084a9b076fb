#include "check/speaker_labels.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "words/edit_distance.hpp"

namespace moniker::check {

std::string label_key(std::string_view label) {
  const std::string folded = fold(label);
  std::string key;
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    if (is_word(point.value)) {
      if (blank && !key.empty()) key += ' ';
      blank = false;
      key.append(folded, at, length);
    } else if (point.value != U'\'') {  // O'Brien and OBrien are one
      blank = true;
    }
    at += length;
  }
  return key;
}

bool are_spellings(std::string_view one, std::string_view other) {
  constexpr std::size_t shortest = 5;
  const std::size_t a = count_code_points(one), b = count_code_points(other);
  if (std::min(a, b) < shortest || std::max(a, b) - std::min(a, b) > 1 || digits_of(one) != digits_of(other))
    return false;
  return words::edit_distance(one, other, 1) <= 1;
}

}  // namespace moniker::check
