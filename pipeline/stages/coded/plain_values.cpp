// REFI-QDA 1.5, Project.xsd: what its attributes may hold. What is not listed here is searched as words are.
#include "coded/plain_values.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "coded/project.hpp"

namespace moniker::coded {
namespace {

enum class Shape { guid, number, truth, moment, colour, word };

struct PlainAttribute {
  std::string_view name{};
  Shape shape{};
};

constexpr PlainAttribute plain[] = {{"guid", Shape::guid},
                                    {"targetGUID", Shape::guid},
                                    {"creatingUser", Shape::guid},
                                    {"creatingUserGUID", Shape::guid},
                                    {"modifyingUser", Shape::guid},
                                    {"modifyingUserGUID", Shape::guid},
                                    {"representedGUID", Shape::guid},
                                    {"sourceVertex", Shape::guid},
                                    {"targetVertex", Shape::guid},
                                    {"originGUID", Shape::guid},
                                    {"fromSyncPoint", Shape::guid},
                                    {"toSyncPoint", Shape::guid},
                                    {"creationDateTime", Shape::moment},
                                    {"modifiedDateTime", Shape::moment},
                                    {"startPosition", Shape::number},
                                    {"endPosition", Shape::number},
                                    {"page", Shape::number},
                                    {"firstX", Shape::number},
                                    {"firstY", Shape::number},
                                    {"secondX", Shape::number},
                                    {"secondY", Shape::number},
                                    {"begin", Shape::number},
                                    {"end", Shape::number},
                                    {"timeStamp", Shape::number},
                                    {"position", Shape::number},
                                    {"isCodable", Shape::truth},
                                    {"color", Shape::colour},
                                    {"typeOfVariable", Shape::word},
                                    {"direction", Shape::word},
                                    {"lineStyle", Shape::word},
                                    {"shape", Shape::word}};

/// Of the schema's enumerations.
constexpr std::string_view known_words[] = {
    "Text",      "Boolean",          "Integer", "Float",        "Date",          "DateTime",   "Associative",
    "OneWay",    "Bidirectional",    "dotted",  "dashed",       "solid",         "Person",     "Oval",
    "Rectangle", "RoundedRectangle", "Star",    "LeftTriangle", "RightTriangle", "UpTriangle", "DownTriangle",
    "Note"};

bool all_of(std::string_view text, std::string_view allowed) {
  return !text.empty() && text.find_first_not_of(allowed) == std::string_view::npos;
}

bool has_shape(std::string_view value, Shape shape) {
  switch (shape) {
    case Shape::guid:
      return value.empty() || is_guid(value);
    case Shape::number:
      return value.size() < 20 && all_of(value, "-0123456789.");
    case Shape::truth:
      return value == "true" || value == "false" || value == "0" || value == "1";
    case Shape::moment:
      return value.size() < 40 && all_of(value, "0123456789-+:.TZ");
    case Shape::colour:
      return value.size() < 10 && all_of(value, "#0123456789abcdefABCDEF");
    case Shape::word:
      return std::find(std::begin(known_words), std::end(known_words), value) != std::end(known_words);
  }
  return false;
}

}  // namespace

bool is_guid(std::string_view text) {
  if (text.size() == 38 && text.front() == '{' && text.back() == '}') text = text.substr(1, 36);
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
    const char small = static_cast<char>(text[i] | 0x20);
    if (hyphen ? text[i] != '-' : !is_ascii_digit(text[i]) && (small < 'a' || small > 'f')) return false;
  }
  return true;
}

bool is_plain_attribute(std::string_view name, std::string_view value) {
  return std::any_of(std::begin(plain), std::end(plain), [&](const PlainAttribute& attribute) {
    return attribute.name == name && has_shape(trimmed(value), attribute.shape);
  });
}

}  // namespace moniker::coded
