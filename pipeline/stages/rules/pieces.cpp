// Parts of expressions that many rules share (how a digit is said, which words part a number) stand once, by a name.
#include "rules/pieces.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "moniker/error.hpp"

namespace moniker::rules {
namespace {

constexpr std::string_view opens = "{{", closes = "}}";
// Pieces of pieces of pieces: more than that is a circle.
constexpr int deepest = 8;

class Placing {
 public:
  Placing(const RuleSpec& rule, Position at, const std::vector<PieceSpec>& pieces)
      : rule_(rule), at_(at), pieces_(pieces) {}

  std::string put(std::string_view text, int depth) const {
    std::string out;
    while (true) {
      const std::size_t open = text.find(opens), close = text.find(closes, open);
      out += text.substr(0, open);
      if (open == std::string_view::npos) return out;
      if (close == std::string_view::npos)
        refuse(fmt::format("the pattern of rule `{}` opens the name of a piece and does not close it", rule_.id),
               "write it as {{name}}");
      const PieceSpec& piece = named(text.substr(open + opens.size(), close - open - opens.size()));
      if (depth == deepest) refuse(fmt::format("the piece `{}` is made of itself", piece.name), "write it out once");
      out += "(?:" + put(piece.text.text, depth + 1) + ")";
      text.remove_prefix(close + closes.size());
    }
  }

 private:
  const PieceSpec& named(std::string_view name) const {
    const auto found = std::find_if(pieces_.begin(), pieces_.end(), [&](const auto& one) { return one.name == name; });
    if (found == pieces_.end()) {
      refuse(fmt::format("the pattern of rule `{}` names the piece `{}`, which is nowhere", rule_.id, name),
             "write it under `pieces:` of a rule file, or name one that is there");
    }
    return *found;
  }
  [[noreturn]] void refuse(std::string what, std::string remedy) const {
    throw Error::usage(std::move(what), std::move(remedy), {rule_.file, at_});
  }

  const RuleSpec& rule_;
  Position at_;
  const std::vector<PieceSpec>& pieces_;
};

/// Whether a bracket of the expression counts as a group.
bool captures(std::string_view text) {
  bool set = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (set)
      set = text[i] != ']';
    else if (text[i] == '[')
      set = true;
    else if (text[i] == '(' && text.substr(i + 1, 1) != "?")
      return true;
  }
  return false;
}

}  // namespace

std::string with_pieces(const RuleSpec& rule, const Located& pattern, const std::vector<PieceSpec>& pieces) {
  return Placing(rule, pattern.at, pieces).put(pattern.text, 0);
}

void check_pieces(const std::vector<PieceSpec>& pieces) {
  std::set<std::string_view> known;
  for (const PieceSpec& piece : pieces) {
    const Position at = piece.text.at;
    if (!known.insert(piece.name).second)
      throw Error::usage(fmt::format("there are two pieces `{}`", piece.name), "give one of them another name",
                         {piece.file, at});
    if (captures(piece.text.text))
      throw Error::usage(fmt::format("the piece `{}` has a group of its own", piece.name),
                         "write (?: for (, so that a rule's group is counted in its own pattern", {piece.file, at});
  }
}

}  // namespace moniker::rules
