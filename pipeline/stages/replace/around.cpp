#include "replace/around.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "replace/spelling.hpp"
#include "words/placed_words.hpp"

namespace moniker::replace {
namespace {

constexpr std::size_t far_enough = 120;  // bytes: more words than anybody asks for
constexpr std::size_t most_words = 10;

bool begins_a_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

std::string_view last_part(std::string_view text) {
  std::size_t from = text.size() > far_enough ? text.size() - far_enough : 0;
  while (!begins_a_character(text, from)) ++from;
  text.remove_prefix(from);
  const std::size_t stop = text.find_last_of(".?!\n");
  return stop == std::string_view::npos ? text : text.substr(stop + 1);
}

}  // namespace

AboutIt about(std::string_view text, ByteRange finding) {
  const ByteRange core = core_of(text, finding);
  return {text.substr(0, core.begin), text.substr(core.end), true};
}

Around words_around(const AboutIt& about) {
  Around around;
  const std::string_view after = about.after;
  const auto words = words::placed_words(last_part(about.before));
  for (auto word = words.rbegin(); word != words.rend() && around.before.size() < most_words; ++word) {
    around.before.push_back(word->folded);
  }
  around.begins = words.empty();
  std::size_t at = skip_blanks(after, 0);
  if (at == 0 && !after.empty() && is_hyphen(code_point_at(after, 0).value)) at = code_point_at(after, 0).length;
  std::size_t end = at;
  while (end < after.size() && end < at + far_enough && is_word(code_point_at(after, end).value)) {
    end += code_point_at(after, end).length;
  }
  const auto next = words::placed_words(after.substr(at, end - at));
  if (!next.empty()) around.next = next.front().folded;
  return around;
}

}  // namespace moniker::replace
