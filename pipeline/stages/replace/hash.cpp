// A short keyed hash (BLAKE2b-256 under a key of its own, cut to 32 bits by default): unlike a plain hash it
// cannot be found by hashing a list of names. The words are compared without case, accents, blanks,
// punctuation and possessive.
#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "replace/operators.hpp"
#include "replace/placeholder.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

std::string letters_and_digits(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    if (point.length == 0) break;
    if (is_word(point.value)) out += folded.substr(at, point.length);
    at += point.length;
  }
  return out;
}

}  // namespace

std::string apply_hash(const ToReplace& what, const Generalisations&, const OperatorKeys& keys) {
  const std::string form = letters_and_digits(fold(core_text(what.surface)));
  const std::string digest = hex(keyed_hash(keys.hash, what.label, form));
  const std::size_t length = number_setting(what, "length", 8);
  return in_style(what, placeholder_name(what) + '_' + digest.substr(0, length));
}

}  // namespace moniker::replace
