#include "read/formats/rtf_tokens.hpp"

#include <algorithm>

namespace moniker::read {
namespace {

constexpr std::size_t longest_text = 4096, longest_word = 32;

bool is_letter(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(int c) { return c >= '0' && c <= '9'; }

int hex_value(int c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

int RtfTokens::peek() {
  if (taken_ == filled_) {
    taken_ = 0;
    filled_ = source_.read(block_);
    if (filled_ == 0) return -1;
  }
  return static_cast<unsigned char>(block_[taken_]);
}

char RtfTokens::take() {
  const char c = block_[taken_++];
  if (c == '\n') {
    ++at_.line;
    at_.column = 1;
  } else {
    ++at_.column;
  }
  return c;
}

RtfToken RtfTokens::next() {
  RtfToken token{.kind = RtfToken::Kind::text};
  for (int c = peek(); c >= 0; c = peek()) {
    if (c == '\r' || c == '\n' || c == '\0') {
      take();
      continue;
    }
    if (c != '{' && c != '}' && c != '\\') {
      token.bytes += take();
      if (token.bytes.size() == longest_text) return token;
      continue;
    }
    if (!token.bytes.empty()) return token;
    take();
    if (c == '\\') return escaped();
    token.kind = c == '{' ? RtfToken::Kind::open : RtfToken::Kind::close;
    return token;
  }
  if (token.bytes.empty()) token.kind = RtfToken::Kind::end;
  return token;
}

RtfToken RtfTokens::escaped() {
  const int c = peek();
  if (c < 0) return {.kind = RtfToken::Kind::end};
  if (is_letter(c)) return word();
  take();
  if (c == '\\' || c == '{' || c == '}')
    return {.kind = RtfToken::Kind::text, .bytes = std::string(1, static_cast<char>(c))};
  if (c != '\'') return {.kind = RtfToken::Kind::symbol, .bytes = std::string(1, static_cast<char>(c))};
  int value = 0;
  for (int digit = 0; digit < 2; ++digit) {
    const int hex = hex_value(peek());
    if (hex < 0) return {.kind = RtfToken::Kind::symbol, .bytes = "'"};  // a broken escape says nothing
    value = value * 16 + hex;
    take();
  }
  return {.kind = RtfToken::Kind::text, .bytes = std::string(1, static_cast<char>(value))};
}

RtfToken RtfTokens::word() {
  RtfToken token{.kind = RtfToken::Kind::control};
  while (is_letter(peek()) && token.bytes.size() < longest_word) token.bytes += take();
  bool minus = false;
  if (peek() == '-') {
    minus = true;
    take();
  }
  std::int64_t number = 0;
  while (is_digit(peek())) {
    number = std::min<std::int64_t>(number * 10 + (take() - '0'), 0x7FFFFFFF);
    token.has_number = true;
  }
  token.number = static_cast<int>(minus ? -number : number);
  if (peek() == ' ') take();
  if (token.bytes == "bin" && token.number > 0) skip(static_cast<std::uint64_t>(token.number));
  return token;
}

void RtfTokens::skip(std::uint64_t bytes) {
  while (bytes > 0 && peek() >= 0) {
    take();
    --bytes;
  }
}

}  // namespace moniker::read
