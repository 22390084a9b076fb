#pragma once
#include <map>
#include <string>

// docs/formats.md says what each format holds; the tests hold it to that.
namespace roundtrip {

enum class Times { none, begin, both };

struct Holds {
  bool read = false, written = false, speakers = false, marks = false;
  Times times{};
};

/// By the format's name. Throws std::runtime_error where a row is not understood.
std::map<std::string, Holds> formats_page();

}  // namespace roundtrip
