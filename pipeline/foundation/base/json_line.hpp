#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace moniker {

/// A line as append_json() and append_number() put it together, read from its front: texts and whole numbers in
/// brackets, ["form","PERSON","kate",3]. A study has a hundred thousand of them, and a tree of values for each would
/// cost more than what they say. Everything throws std::invalid_argument where the line does not go on so.
class JsonLine {
 public:
  /// The text outlives it.
  explicit JsonLine(std::string_view line);
  std::string text();
  std::uint64_t number();
  /// One that fits.
  template <class Number>
  Number number_as() {
    const std::uint64_t value = number();
    if (!std::in_range<Number>(value)) throw std::invalid_argument("number");
    return static_cast<Number>(value);
  }
  /// After the last value: nothing is left.
  void must_end();

 private:
  void take(char c);
  void begin_value();
  void take_escaped(std::string& out);

  std::string_view rest_;
  bool first_ = true;
};

}  // namespace moniker
