// yaml-cpp gives the syntax, as events; the tree is made here, because its own silently keeps both of two
// equal keys and follows aliases. Its marks count lines and bytes from 0; people count lines and characters
// from 1.
#include "yaml/yaml_tree.hpp"

#include <fmt/core.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <sstream>

#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker::yaml {
namespace {

constexpr std::size_t deepest = 64;

/// Turns yaml-cpp's marks into positions.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {
    lines_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') lines_.push_back(i + 1);
    }
  }

  Position of(const YAML::Mark& mark) const {
    if (mark.line < 0 || mark.column < 0) return {};
    const auto line = std::min(static_cast<std::size_t>(mark.line), lines_.size() - 1);
    const std::string_view rest = text_.substr(lines_[line]);
    const auto bytes = std::min(static_cast<std::size_t>(mark.column), rest.size());
    return {static_cast<std::uint32_t>(line + 1),
            static_cast<std::uint32_t>(count_code_points(rest.substr(0, bytes)) + 1)};
  }

  Position of_byte(std::size_t byte) const {
    const auto after = std::upper_bound(lines_.begin(), lines_.end(), byte);
    const auto line = static_cast<std::size_t>(after - lines_.begin());
    const std::string_view before = text_.substr(lines_[line - 1], byte - lines_[line - 1]);
    return {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(count_code_points(before) + 1)};
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_;  // where each begins
};

[[noreturn]] void refuse(const std::string& file, Position at, std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy), {file, at});
}

/// Makes the tree from yaml-cpp's events.
class TreeBuilder : public YAML::EventHandler {
 public:
  TreeBuilder(const std::string& file, const Places& places) : file_(file), places_(places) {}

  YamlNode root{};

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(plain(mark, "", anchor)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_reference(places_.of(mark)); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    YamlNode node = plain(mark, tag, anchor);
    // "?" is a plain scalar and "!" a quoted one: only the first can be the absence of a value.
    const bool absent = tag == "?" && (value.empty() || value == "~" || value == "null");
    if (!absent) node.kind = YamlNode::Kind::text;
    node.text = value;
    add(std::move(node));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::list, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlNode::Kind::map, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node{};
    std::optional<YamlNode::Entry> waiting{};  // a key whose value has not come yet
  };

  [[noreturn]] void refuse_reference(Position at) const {
    refuse(file_, at, "anchors, aliases and tags are not allowed here", "write the value out in every place");
  }

  YamlNode plain(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    YamlNode node;
    node.at = places_.of(mark);
    if (anchor != 0 || !(tag.empty() || tag == "?" || tag == "!")) refuse_reference(node.at);
    return node;
  }

  void open(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    YamlNode node = plain(mark, tag, anchor);
    node.kind = kind;
    if (open_.size() == deepest) refuse(file_, node.at, "is nested too deeply", "check the indentation");
    open_.push_back({std::move(node), std::nullopt});
  }

  void close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    add(std::move(node));
  }

  void add(YamlNode node) {
    if (open_.empty()) {
      root = std::move(node);
    } else if (open_.back().node.kind == YamlNode::Kind::list) {
      open_.back().node.items.push_back(std::move(node));
    } else if (!open_.back().waiting) {
      take_key(std::move(node));
    } else {
      YamlNode::Entry entry = std::move(*open_.back().waiting);
      open_.back().waiting.reset();
      if (node.kind == YamlNode::Kind::nothing) node.at = entry.at;  // yaml-cpp puts it on the next line
      entry.value = std::move(node);
      open_.back().node.entries.push_back(std::move(entry));
    }
  }

  void take_key(YamlNode key) {
    if (key.kind != YamlNode::Kind::text) {
      refuse(file_, key.at, "a key must be a word", "write `key: value`, the key in quotes where it is no plain word");
    }
    for (const YamlNode::Entry& entry : open_.back().node.entries) {
      if (entry.key != key.text) continue;
      refuse(file_, key.at, fmt::format("the key `{}` is given twice", key.text),
             fmt::format("keep one of them; the other is on line {}", entry.at.line));
    }
    open_.back().waiting = YamlNode::Entry{std::move(key.text), key.at, {}};
  }

  const std::string& file_;
  const Places& places_;
  std::vector<Open> open_{};
};

void check_bytes(std::string_view text, const std::string& file, const Places& places) {
  const std::size_t bad = std::min(find_invalid_utf8(text), text.find('\0'));
  if (bad == std::string_view::npos) return;
  refuse(file, places.of_byte(bad), "is not UTF-8 text", "save the file as UTF-8");
}

}  // namespace

YamlNode parse_yaml(std::string_view text, const std::string& file) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const Places places(text);
  check_bytes(text, file, places);
  std::istringstream stream{std::string(text)};
  TreeBuilder tree(file, places);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(tree);
    TreeBuilder more(file, places);
    if (parser.HandleNextDocument(more) && more.root.kind != YamlNode::Kind::nothing) {
      refuse(file, more.root.at, "holds a second document", "remove the line of three hyphens and merge the two");
    }
  } catch (const YAML::Exception& error) {
    // Some messages end in the character they stumbled over, which may be half of one.
    const std::string what = error.msg.substr(0, error.msg.find(": "));
    refuse(file, places.of(error.mark), fmt::format("is not correct YAML: {}", what),
           "check indentation, colons and quotes on this line and the one before");
  }
  return std::move(tree.root);
}

}  // namespace moniker::yaml
