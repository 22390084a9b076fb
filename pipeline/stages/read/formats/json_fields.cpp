// Finds some fields of one line of JSON (RFC 8259) without making anything of the rest, so that whoever replaces their
// values can leave every other byte as it was. The grammar is checked to the end of the line; depth is bounded by a row
// of bits instead of the stack. Keys may be escaped; a wanted field that stands twice is given twice.
#include "read/formats/json_fields.hpp"

#include <algorithm>
#include <bitset>

#include "base/text.hpp"
#include "read/formats/json_text.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t deepest = 512;

/// Walks over one JSON text; each step gives false and notes the fault where it cannot go on.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  std::size_t at() const { return at_; }
  const LineFault& fault() const { return fault_; }
  bool ended() const { return at_ == text_.size(); }
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool fail(std::string_view what) {
    fault_ = {at_, what};
    return false;
  }

  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
  }
  bool skip(char c) {
    if (here() != c) return false;
    ++at_;
    return true;
  }

  struct String {
    std::size_t begin = 0, end = 0;
    bool escaped = false;
  };
  bool string(String& found) {
    if (!skip('"')) return fail("a string should stand here");
    found = {at_, at_, false};
    for (; at_ < text_.size(); ++at_) {
      const auto c = static_cast<unsigned char>(text_[at_]);
      if (c == '"') {
        found.end = at_++;
        return true;
      }
      if (c < 0x20) return fail("a control character in a string must be written as an escape");
      if (c != '\\') continue;
      found.escaped = true;
      if (!escape()) return false;
    }
    return fail("a string is not closed");
  }

  /// A value of any kind, with all that is in it.
  bool value() {
    std::bitset<deepest> objects;  // by depth: an object, else an array
    std::size_t depth = 0;
    while (true) {
      blanks();
      if (here() == '{' || here() == '[') {
        if (depth == deepest) return fail("it is nested more than 512 deep");
        const bool object = here() == '{';
        ++at_, blanks();
        if (!skip(object ? '}' : ']')) {
          objects[depth++] = object;
          if (object && !key()) return false;
          continue;
        }
      } else if (!scalar()) {
        return false;
      }
      while (depth > 0) {
        blanks();
        if (skip(',')) {
          blanks();
          if (objects[depth - 1] && !key()) return false;
          break;
        }
        if (!skip(objects[depth - 1] ? '}' : ']')) return fail("a comma or a closing bracket should stand here");
        --depth;
      }
      if (depth == 0) return true;
    }
  }

  bool colon() {
    blanks();
    return skip(':') || fail("a colon should stand here");
  }

 private:
  bool key() {
    String ignored;
    return string(ignored) && colon();
  }

  bool escape() {
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (c == 'u') {
      const std::string_view digits = text_.substr(std::min(at_ + 2, text_.size()), 4);
      if (digits.size() < 4 || digits.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) {
        return fail("an escape is not four hexadecimal digits");
      }
      at_ += 5;
      return true;
    }
    if (c == '\0' || std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos)
      return fail("there is no such escape");
    ++at_;
    return true;
  }

  bool scalar() {
    if (here() == '"') {
      String ignored;
      return string(ignored);
    }
    for (const std::string_view word : {"true", "false", "null"}) {
      if (text_.substr(at_).starts_with(word)) return at_ += word.size(), true;
    }
    return number();
  }

  bool digits() {
    const std::size_t from = at_;
    while (is_ascii_digit(here())) ++at_;
    return at_ > from || fail(at_ == text_.size() ? "it ends too early" : "this is no JSON value");
  }

  bool number() {
    skip('-');
    if (!skip('0') && !digits()) return false;
    if (skip('.') && !digits()) return false;
    if (here() != 'e' && here() != 'E') return true;
    ++at_;
    if (here() == '+' || here() == '-') ++at_;
    return digits();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  LineFault fault_{};
};

bool is_named(std::string_view written, bool escaped, const std::string& name) {
  if (!escaped) return written == name;
  JsonText decoded;
  return !decoded.decode(written) && decoded.text() == name;
}

}  // namespace

std::optional<LineFault> JsonFields::find(std::string_view line, std::vector<JsonField>& fields) const {
  fields.clear();
  Walker walker(line);
  walker.blanks();
  if (!walker.skip('{')) return LineFault{walker.at(), "the line is not a JSON object"};
  walker.blanks();
  for (bool first = true; !walker.skip('}'); first = false) {
    if (!first && !walker.skip(',')) return LineFault{walker.at(), "a comma or a closing bracket should stand here"};
    walker.blanks();
    Walker::String name;
    if (!walker.string(name) || !walker.colon()) return walker.fault();
    walker.blanks();
    const auto written = line.substr(name.begin, name.end - name.begin);
    const auto wanted = std::find_if(wanted_.begin(), wanted_.end(),
                                     [&](const Wanted& w) { return is_named(written, name.escaped, w.name); });
    if (wanted == wanted_.end() || (wanted->optional && line.substr(walker.at()).starts_with("null"))) {
      if (!walker.value()) return walker.fault();
    } else {
      if (walker.here() != '"') return LineFault{walker.at(), "the field is no string"};
      Walker::String value;
      if (!walker.string(value)) return walker.fault();
      fields.push_back({static_cast<std::size_t>(wanted - wanted_.begin()), value.begin, value.end, value.escaped});
    }
    walker.blanks();
  }
  walker.blanks();
  if (!walker.ended()) return LineFault{walker.at(), "something stands behind the JSON object"};
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    const bool there =
        std::any_of(fields.begin(), fields.end(), [i](const JsonField& field) { return field.wanted == i; });
    if (!there && !wanted_[i].optional) return LineFault{0, "the field is missing"};
  }
  return std::nullopt;
}

}  // namespace moniker::read
