// WebVTT cue text, https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules, read leniently: a payload
// that breaks the rules keeps its words.
#include "read/formats/cue_text.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "read/turns/timestamp.hpp"

namespace moniker::read {
namespace {

struct Entity {
  std::string_view name, text;
};
constexpr Entity entities[] = {{"&amp;", "&"},  {"&lt;", "<"},        {"&gt;", ">"}, {"&quot;", "\""},
                               {"&apos;", "'"}, {"&nbsp;", "\u00A0"}, {"&lrm;", ""}, {"&rlm;", ""}};

/// Appends what the entity at the front of `text` means; gives its length, 0 where it is none.
std::size_t decode_entity(std::string_view text, std::string& out) {
  for (const Entity& entity : entities) {
    if (text.starts_with(entity.name)) return out += entity.text, entity.name.size();
  }
  if (!text.starts_with("&#")) return 0;
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  const std::string_view digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
  const std::size_t begin = hex ? 3 : 2, end = std::min(text.find_first_not_of(digits, begin), text.size());
  if (end == begin || end - begin > 7 || end == text.size() || text[end] != ';') return 0;
  const auto value =
      static_cast<char32_t>(std::stoul(std::string(text.substr(begin, end - begin)), nullptr, hex ? 16 : 10));
  const bool valid = value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  if (!valid) return 0;
  const bool shown = value >= 0x20 && (value < 0x7F || value >= 0xA0) && value != 0x200E && value != 0x200F;
  if (shown)
    append_utf8(out, value);
  else if (value == '\t' || value == '\n')
    out += ' ';
  return end + 1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t n = text[at] == '&' ? decode_entity(text.substr(at), out) : 0;
    if (n == 0) out += text[at];
    at += n == 0 ? 1 : n;
  }
  return out;
}

/// "v" of "<v.loud Kate>", with its annotation; empty for what is no tag of captions.
struct Tag {
  std::string name{};
  std::string_view annotation{};
  bool closes = false;
};

Tag tag_of(std::string_view inner) {
  Tag tag;
  if (inner.starts_with('/')) tag.closes = true, inner.remove_prefix(1);
  const std::size_t end = std::min(inner.find_first_of(" \t\n./"), inner.size());
  for (const char c : inner.substr(0, end)) tag.name += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  constexpr std::string_view known[] = {"",   "b",    "br", "c",    "em",     "font", "i", "lang",
                                        "rt", "ruby", "s",  "span", "strong", "u",    "v"};
  const bool time = clock_time_at(inner) && clock_time_at(inner)->length == inner.size();
  if (time)
    tag.name = "time";
  else if (!std::binary_search(std::begin(known), std::end(known), tag.name) || (tag.name.empty() && !tag.closes))
    return {};
  const std::size_t blank = inner.find_first_of(" \t\n", std::min(end, inner.size()));
  if (blank != std::string_view::npos) tag.annotation = inner.substr(blank);
  return tag;
}

}  // namespace

CueText parse_cue_text(std::string_view payload) {
  CueText cue;
  cue.voices.emplace_back();
  const auto words = [&]() -> std::string& { return cue.voices.back().text; };
  const auto part = [&](std::optional<std::string> speaker) { cue.voices.push_back({std::move(speaker), {}}); };
  for (std::size_t at = 0; at < payload.size();) {
    const std::string_view rest = payload.substr(at);
    if (rest[0] == '&') {
      if (const std::size_t n = decode_entity(rest, words()); n > 0) {
        at += n;
        continue;
      }
    } else if (rest.starts_with("{\\")) {
      if (const std::size_t end = rest.find('}'); end != std::string_view::npos) {
        at += end + 1;
        continue;
      }
    } else if (rest[0] == '<') {
      const std::size_t end = rest.find('>');
      const Tag tag = end == std::string_view::npos ? Tag{} : tag_of(rest.substr(1, end - 1));
      if (tag.name == "v")
        part(tag.closes ? std::nullopt : std::optional(std::string(trimmed(decoded(tag.annotation)))));
      const bool parts =
          tag.name == "br" || (tag.name == "rt" && !tag.closes);  // what stands above words is no part of them
      if (parts) words() += ' ';
      if (!tag.name.empty() || tag.closes) {
        at += end + 1;
        continue;
      }
      cue.broken = cue.broken || (end == std::string_view::npos && rest.size() > 1 && rest[1] != ' ');
    }
    words() += rest[0];
    ++at;
  }
  std::erase_if(cue.voices, [](const CueVoice& v) { return trimmed(v.text).empty(); });
  return cue;
}

}  // namespace moniker::read
