#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace moniker::read {

/// What is wrong with a line, and where: a byte of it. The words are ours.
struct LineFault {
  std::size_t offset = 0;
  std::string_view what{};
};

/// The string value of a wanted field, between its quotation marks, as written.
struct JsonField {
  std::size_t wanted = 0;  // which of the wanted ones
  std::size_t begin = 0, end = 0;
  bool escaped = false;  // there is a backslash in it
};

/// Finds the fields of a JSON object on one line by walking over it once: RFC 8259 to the letter, at most 512 deep,
/// nothing copied. Fields are those of the object itself, not of objects in it; their names may be written with
/// escapes, and a field that is there twice is given twice. `line` is valid UTF-8.
class JsonFields {
 public:
  /// A field may be null or missing only if `optional`.
  struct Wanted {
    std::string name{};
    bool optional = false;
  };
  explicit JsonFields(std::vector<Wanted> wanted) : wanted_(std::move(wanted)) {}
  /// Fills `fields`, in the line's order.
  std::optional<LineFault> find(std::string_view line, std::vector<JsonField>& fields) const;

 private:
  std::vector<Wanted> wanted_;
};

}  // namespace moniker::read
