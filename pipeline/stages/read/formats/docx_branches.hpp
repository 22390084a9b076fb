#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "read/formats/xml_pull.hpp"

namespace moniker::read {

/// What a document says in several ways, of which a reader takes one (mc:AlternateContent, ECMA-376 part 3, 9.3): the
/// first whose needs Word knows, or the fallback. The others mostly say the same; what they say beyond it is counted.
class DocxBranches {
 public:
  void open() { open_.emplace_back(); }
  /// At the start of a Choice or a Fallback: whether it is read. One that is not is read to its end.
  bool enter(XmlPull& xml);
  /// Words of the part, shown or not.
  void note(std::string_view words);
  /// At the end of the whole: how many pieces of the other branches have words that the one which was read has not.
  std::size_t close();

 private:
  struct Branches {
    bool taken = false;
    std::set<std::string> said{};       // words of the branch that is read
    std::vector<std::string> others{};  // pieces of the others
  };
  std::vector<Branches> open_{};
};

}  // namespace moniker::read
