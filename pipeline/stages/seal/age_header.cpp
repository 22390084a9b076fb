// The header of an age file (https://c2sp.org/age, "Header"): a version line, stanzas, and a MAC over everything up to
// its own dashes, by a key that HKDF-SHA-256 (RFC 5869) derives from the file key with the info "header". The parser is
// as strict as the specification: canonical base64 without padding, lines of 64 and one shorter, visible ASCII; and
// bounded, since it reads before anything is authenticated.
#include "seal/age_header.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <string_view>

#include "base/raw_bytes.hpp"
#include "moniker/error.hpp"
#include "seal/base64.hpp"
#include "seal/hkdf.hpp"

namespace moniker::seal {
namespace {

constexpr std::string_view version_line = "age-encryption.org/v1";
constexpr std::size_t line_width = 64;
constexpr std::size_t longest_line = 4096;                    // the longest that the specification knows has 1,564
constexpr std::size_t largest_header = std::size_t{1} << 20;  // room for ten thousand recipients

/// Takes lines, counts what they weigh and keeps them for the MAC.
class HeaderParser {
 public:
  explicit HeaderParser(LineSource& source) : source_(source) {}

  AgeHeader parse() {
    check_version();
    std::string_view line = next_line();
    while (line.starts_with("->")) {
      Stanza stanza{.arguments = parse_arguments(line), .line = source_.line_number()};
      stanza.body = parse_body();
      header_.stanzas.push_back(std::move(stanza));
      line = next_line();
    }
    parse_end(line);
    return std::move(header_);
  }

 private:
  [[noreturn]] void refuse(std::string_view what) const { refuse_header(source_.line_number(), what); }

  std::string_view next_line() {
    const LineSource::Line line = source_.next_line(longest_line);
    if (line.end == LineSource::End::source) refuse("it ends too soon");
    if (line.end == LineSource::End::limit) refuse(fmt::format("a line has more than {} characters", longest_line));
    if (header_.covered.size() + line.text.size() >= largest_header) {
      refuse(fmt::format("it is larger than {} bytes", largest_header));
    }
    // The MAC covers the last line's dashes only; parse_end() cuts the rest off again.
    header_.covered.append(line.text).append(1, '\n');
    return line.text;
  }

  void check_version() {
    const std::string_view line = next_line();
    if (line == version_line) return;
    constexpr std::string_view family = "age-encryption.org/";
    if (line.starts_with(family) && line.find('\r') == line.npos) {
      throw Error::integrity("is an age file of a version that moniker does not know",
                             "have it written again in age's version 1");
    }
    refuse("its first line is not age-encryption.org/v1");
  }

  std::vector<std::string> parse_arguments(std::string_view line) {
    if (!line.starts_with("-> ")) refuse("a stanza names no recipient");
    std::vector<std::string> arguments(1);
    for (const char c : line.substr(3)) {
      if (c == ' ') {
        arguments.emplace_back();
        if (arguments[arguments.size() - 2].empty()) refuse("a stanza has an empty argument");
      } else if (c < 0x21 || c > 0x7E) {
        refuse("a stanza's argument holds a character other than visible ASCII");
      } else {
        arguments.back() += c;
      }
    }
    if (arguments.back().empty()) refuse("a stanza has an empty argument");
    return arguments;
  }

  /// Lines of 64 characters, then one of fewer, perhaps none.
  std::string parse_body() {
    std::string body;
    for (;;) {
      const std::string_view line = next_line();
      if (line.size() > line_width) refuse("a stanza's line has more than 64 characters");
      const auto bytes = from_base64(line, Padding::none);
      if (!bytes) refuse("a stanza's body is not canonical base64");
      body += *bytes;
      if (line.size() < line_width) return body;
    }
  }

  void parse_end(std::string_view line) {
    constexpr std::string_view dashes = "---";
    if (!line.starts_with(dashes)) refuse("neither a stanza nor the end stands here");
    if (header_.stanzas.empty()) refuse("it names no recipient");
    if (line.size() != 47 || line[3] != ' ') refuse("its MAC is missing or has the wrong length");
    const auto mac = from_base64(line.substr(4), Padding::none);
    if (!mac) refuse("its MAC is not canonical base64");
    std::copy(mac->begin(), mac->end(), header_.mac.begin());
    header_.covered.resize(header_.covered.size() - (line.size() + 1) + dashes.size());
  }

  LineSource& source_;
  AgeHeader header_;
};

std::array<unsigned char, 32> mac_of(std::string_view covered, const FileKey& key) {
  Secret<32> mac_key;
  hkdf_sha256({key.data(), key.size()}, "", "header", {mac_key.data(), mac_key.size()});
  std::array<unsigned char, 32> mac;
  crypto_auth_hmacsha256(mac.data(), raw(covered), covered.size(), mac_key.data());
  return mac;
}

}  // namespace

AgeHeader read_header(LineSource& source) { return HeaderParser(source).parse(); }

void check_mac(const AgeHeader& header, const FileKey& key) {
  const auto mac = mac_of(header.covered, key);
  if (crypto_verify_32(mac.data(), header.mac.data()) == 0) return;
  throw Error::integrity("the age header was altered after it was written: its MAC is wrong",
                         "fetch the file again from where it was made, and find out who changed it");
}

std::string print_header(const std::vector<Stanza>& stanzas, const FileKey& key) {
  std::string text = fmt::format("{}\n", version_line);
  for (const Stanza& stanza : stanzas) {
    text += "->";
    for (const std::string& argument : stanza.arguments) text.append(1, ' ').append(argument);
    text += '\n';
    const std::string body = base64(stanza.body, Padding::none);
    // A body that fills its last line is followed by an empty one: every body ends with a line of fewer
    // than 64.
    for (std::size_t at = 0; at <= body.size(); at += line_width) text.append(body, at, line_width).append(1, '\n');
  }
  text += "---";
  const auto mac = mac_of(text, key);
  text.append(1, ' ').append(base64({reinterpret_cast<const char*>(mac.data()), mac.size()}, Padding::none));
  return text.append(1, '\n');
}

void refuse_header(std::uint32_t line, std::string_view what) {
  throw Error::integrity(fmt::format("the age header is damaged: {}", what),
                         "fetch the file again from where it was made", {.at = {.line = line}});
}

}  // namespace moniker::seal
