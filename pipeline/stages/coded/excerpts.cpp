// Programs write line ends and tabs of a text as blanks into a name, one or as many, and leave those at its ends out: a
// stretch of blanks is as good as another.
#include "coded/excerpts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

namespace moniker::coded {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// The name without what says that more follows.
std::string_view without_dots(std::string_view name) {
  for (const std::string_view dots : {"...", "\xE2\x80\xA6"}) {
    if (name.size() > dots.size() && name.ends_with(dots)) return name.substr(0, name.size() - dots.size());
  }
  return name;
}

struct Said {
  ByteRange in_text{}, in_name{};
};

/// The words of the text that the name says, where it says how the text begins.
std::optional<Said> said_words(std::string_view text, std::string_view name) {
  const std::size_t begin = behind_blanks(text, 0), first = behind_blanks(name, 0);
  std::size_t at = begin, i = first;
  if (i == name.size()) return std::nullopt;
  while (i < name.size()) {
    const std::size_t next = behind_blanks(name, i), behind = behind_blanks(text, at);
    if (next == name.size()) break;
    if (next > i && behind == at) return std::nullopt;
    if (next > i) {
      at = behind;
      i = next;
    }
    if (at == text.size() || text[at] != name[i]) return std::nullopt;
    ++at;
    ++i;
  }
  return Said{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)},
              {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(i)}};
}

std::string in_one_line(std::string text) {
  std::erase(text, '\r');
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

std::vector<Excerpt> excerpts(const Project& project, Counting counting) {
  std::map<std::size_t, std::size_t> names;  // element -> text
  for (std::size_t i = 0; i < project.texts.size(); ++i) {
    if (project.texts[i].attribute && project.texts[i].role == Role::name) names.emplace(project.texts[i].element, i);
  }
  std::vector<Excerpt> all;
  for (const Source& source : project.sources) {
    if (!source.text) continue;
    const CodedText& text = project.texts[*source.text];
    const Units units(text.text, counting, text.marked);
    for (const Selection& selection : source.selections) {
      const auto name = names.find(selection.element);
      if (name == names.end()) continue;
      const std::uint32_t begin = units.nearest_byte(selection.begin), end = units.nearest_byte(selection.end);
      if (begin >= end) continue;
      const std::string_view called = without_dots(project.texts[name->second].text);
      const auto said = said_words(std::string_view(text.text).substr(begin, end - begin), called);
      if (!said) continue;
      all.push_back({.name = name->second,
                     .text = *source.text,
                     .words = {begin + said->in_text.begin, begin + said->in_text.end},
                     .called = said->in_name});
    }
  }
  return all;
}

void rename_excerpts(const Project& project, const std::vector<Excerpt>& excerpts, Exchanged& exchanged) {
  std::map<std::size_t, EditedText> texts;
  for (const Excerpt& excerpt : excerpts) {
    const std::string& was = project.texts[excerpt.text].text;
    const EditedText& text = texts.try_emplace(excerpt.text, was, exchanged.edits[excerpt.text]).first->second;
    const ByteRange is = text.moved(excerpt.words).is;
    const std::string_view now = std::string_view(text.text()).substr(is.begin, is.size());
    Edits& edits = exchanged.edits[excerpt.name];
    edits.clear();
    if (now == std::string_view(was).substr(excerpt.words.begin, excerpt.words.size())) continue;
    edits.push_back({excerpt.called, in_one_line(std::string(now))});
  }
}

}  // namespace moniker::coded
