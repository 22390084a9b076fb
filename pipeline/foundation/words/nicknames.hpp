#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace moniker::words {

struct ListFile;

/// Which given names are short for which: Katherine - Kate, Kath; all folded. Immutable once loaded:
/// any number of threads may ask, and what it gives are values but for all(), which points back.
class Nicknames {
 public:
  Nicknames() = default;
  /// A list with the columns "full name" and "short forms", these with commas between. Throws Error{usage} with file
  /// and line for anything else, and when the file cannot be read.
  static Nicknames load(const std::filesystem::path& file);
  /// The same from text. `file` is for messages.
  static Nicknames parse(std::string_view text, const std::string& file);

  enum class Kin { none, sibling, direct };  // sibling: both short for one name (Kate, Kath)
  /// How two folded given names belong together; equal names are direct.
  Kin kin(const std::string& a, const std::string& b) const;
  /// Folded forms that are short for it or that it is short for, sorted; without itself.
  std::vector<std::string> related(const std::string& folded) const;
  /// The same and the other short forms of its full names: every name the person may be called by.
  std::vector<std::string> all_forms(const std::string& folded) const;
  /// Its short forms, sorted: Kate and Kath of Katherine. None of what is no full name.
  std::set<std::string> shorts_of(const std::string& folded) const {
    const auto found = shorts_.find(folded);
    return found == shorts_.end() ? std::set<std::string>() : found->second;
  }
  bool is_short(const std::string& folded) const { return fulls_.contains(folded); }
  /// all_forms() as a function, which must not outlive this table.
  std::function<std::vector<std::string>(const std::string&)> all() const {
    return [this](const std::string& folded) { return all_forms(folded); };
  }

 private:
  static Nicknames of_list(const ListFile& list);

  std::unordered_map<std::string, std::set<std::string>> shorts_{}, fulls_{};
};

}  // namespace moniker::words
