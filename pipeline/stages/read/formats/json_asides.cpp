#include "read/formats/json_asides.hpp"

#include <algorithm>

#include "base/letters.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_noted = std::size_t{64} << 20;  // bytes; what is more counts

/// What programs say of themselves in a word.
bool is_technical(std::string_view key) {
  constexpr std::string_view ends[] = {"id",     "type", "language", "lang",   "model",    "version",
                                       "status", "task", "format",   "kind",   "channel",  "word",
                                       "token",  "tag",  "part",     "source", "sentiment"};
  std::string plain(key);
  std::transform(plain.begin(), plain.end(), plain.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return plain.ends_with(end); });
}

bool is_code(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || c == '_' || c == '/'; });
}

}  // namespace

void JsonAsides::note(std::string_view key, std::string_view text, bool beside_talk) {
  const bool several = text.find_first_of(" \t\n") != std::string_view::npos;
  if (!has_letter(text) || (!several && (!beside_talk || is_technical(key) || is_code(text)))) return;
  bytes_ += text.size();
  if (bytes_ > most_noted)
    ++too_many_;
  else
    noted_.emplace_back(text);
}

void JsonAsides::said(std::string_view talk) {
  folded_.read(talk);
  for (std::string_view word; folded_.next(word);) words_.emplace(word);
}

std::uint64_t JsonAsides::count() {
  std::uint64_t more = std::exchange(too_many_, 0);
  for (const std::string& text : std::exchange(noted_, {})) {
    folded_.read(text);
    bool all = true;
    for (std::string_view word; all && folded_.next(word);) all = words_.contains(std::string(word));
    more += !all;
  }
  words_.clear();
  bytes_ = 0;
  return more;
}

}  // namespace moniker::read
