#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

#include "moniker/register.hpp"

namespace moniker {

/// Whether a word of the file's name belongs to the name or an alias of a registered person. Compared by
/// fold() and as a reader sees it (look-alike letters, unseen characters); single letters do not count, parts of five
/// letters and more count within a word too.
bool holds_registered_name(std::string_view file_name, const Register& people);

/// The file as messages may show it: its name without its folder, which may be called after somebody as well, and
/// escaped where it could fake a line; unless it holds a registered name: then "a file (its name holds ...)".
std::string display_name(const std::filesystem::path& file, const Register& people);

/// The same for many files of one study: the names are taken apart once, and the register is not needed afterwards.
/// Immutable; any number of threads may ask. What it gives may be shown anywhere.
class DisplayNames {
 public:
  explicit DisplayNames(const Register& people);
  bool holds_registered_name(std::string_view file_name) const;
  std::string operator()(const std::filesystem::path& file) const;
  /// Of an entry of incoming/ by the name that it has there and the place in which list_deliveries() gives it, from 0:
  /// "week-2/interview-03.txt", or "file 3 of incoming/ (its name may be somebody's)". A name is shown where it has a
  /// shape that is nobody's (is_plain_file_name) and holds none of the register: people who are not in it, diminutives
  /// and slips have names too.
  std::string delivery(std::string_view name, bool odd, std::size_t place) const;
  static constexpr std::size_t not_there = static_cast<std::size_t>(-1);  // what the register expects in vain

 private:
  bool holds_as_written(std::string_view file_name) const;

  std::unordered_set<std::string> words_{};   // parts of names
  std::unordered_set<std::string> within_{};  // parts and whole names that count within a word too
  std::size_t longest_ = 0;                   // of those
};

}  // namespace moniker
