// Rewriting copies the text piece by piece: kept bytes as they are, replaced ones exchanged. Whatever the
// findings claim, a byte is either kept or lies in exactly one replaced range; a bad finding is refused,
// since guessing here could cut a name in two and leave half of it.
#include "replace/rewrite.hpp"

#include <stdexcept>

#include "base/utf8.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

bool on_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void require_sound(const Utterance& utterance, const std::vector<Finding>& findings,
                   const std::vector<std::optional<std::string>>& by) {
  if (findings.size() != by.size()) throw std::invalid_argument("rewrite: findings and replacements differ in number");
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const ByteRange bytes = findings[i].bytes;
    if (findings[i].utterance != utterance.number)
      throw std::invalid_argument("rewrite: a finding of another utterance");
    if (bytes.begin >= bytes.end || bytes.end > utterance.text.size()) {
      throw std::invalid_argument("rewrite: a finding is empty or lies outside the text");
    }
    if (bytes.begin < last) throw std::invalid_argument("rewrite: findings overlap or are out of order");
    if (!on_boundary(utterance.text, bytes.begin) || !on_boundary(utterance.text, bytes.end)) {
      throw std::invalid_argument("rewrite: a finding cuts a character");
    }
    if (by[i] && by[i]->empty()) throw std::invalid_argument("rewrite: nothing is given to stand in a finding's place");
    last = bytes.end;
  }
}

std::string_view words(std::string_view text, ByteRange bytes) { return text.substr(bytes.begin, bytes.size()); }

std::uint32_t length_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

/// Where a place of the delivered text lies in the rewritten one.
void move_cues(std::vector<Cue>& cues, const std::vector<Replacement>& replacements) {
  std::size_t next = 0;
  for (Cue& cue : cues) {
    while (next < replacements.size() && replacements[next].was.end <= cue.begin) ++next;
    if (next < replacements.size() && replacements[next].was.begin < cue.begin) {
      cue.begin = replacements[next].is.end;
    } else if (next > 0) {
      const Replacement& before = replacements[next - 1];
      cue.begin = before.is.end + (cue.begin - before.was.end);
    }
  }
}

}  // namespace

Rewritten rewrite(const Utterance& utterance, const std::vector<Finding>& findings,
                  const std::vector<std::optional<std::string>>& by, std::string speaker) {
  require_sound(utterance, findings, by);
  const std::string_view text = utterance.text;
  Rewritten out{.utterance = {.number = utterance.number,
                              .speaker = std::move(speaker),
                              .time = utterance.time,
                              .text = {},
                              .cues = utterance.cues,
                              .at = utterance.at,
                              .part = utterance.part},
                .replacements = {}};
  std::string& now = out.utterance.text;
  std::uint32_t kept_to = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const ByteRange was = core_of(text, findings[i].bytes);
    if (!by[i] || *by[i] == words(text, was) || *by[i] == words(text, findings[i].bytes)) continue;
    now.append(text.substr(kept_to, was.begin - kept_to));
    const std::uint32_t begin = length_of(now);
    now.append(*by[i]);
    out.replacements.push_back({.was = was, .is = {begin, length_of(now)}, .by = *by[i], .finding = i});
    kept_to = was.end;
  }
  now.append(text.substr(kept_to));
  move_cues(out.utterance.cues, out.replacements);
  return out;
}

}  // namespace moniker::replace
