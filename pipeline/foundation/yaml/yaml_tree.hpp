#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker::yaml {

/// A piece of YAML as a plain tree in which everything knows its place. Scalars stay text: what `no` or `1.0`
/// means is for the one who asked for it.
struct YamlNode {
  enum class Kind { nothing, text, list, map };
  struct Entry;

  Kind kind = Kind::nothing;
  Position at{};                  // lines and columns from 1, columns in code points
  std::string text{};             // Kind::text
  std::vector<YamlNode> items{};  // Kind::list
  std::vector<Entry> entries;     // Kind::map, in the order of the file, no key twice
};
struct YamlNode::Entry {
  std::string key{};
  Position at{};  // of the key
  YamlNode value{};
};

/// The one document in `text`; an empty file is Kind::nothing. Throws Error{usage} with the place in `file`:
/// bytes that are not UTF-8, bad syntax, a key given twice, a key that is no text, an anchor, alias or tag
/// (they make a file mean more than it says), several documents, more than 64 levels.
YamlNode parse_yaml(std::string_view text, const std::string& file);

}  // namespace moniker::yaml
