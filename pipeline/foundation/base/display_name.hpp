#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

#include "moniker/register.hpp"

namespace moniker {

/// Whether a word of the file's name belongs to the name or an alias of a registered person. Compared by
/// fold(); single letters do not count, parts of five letters and more count within a word too.
bool holds_registered_name(std::string_view file_name, const Register& people);

/// The file as messages may show it: its name, unless that holds a registered name; then
/// "file 3 of incoming/ (its name holds a name of the register)", counted as delivered_files() lists them.
std::string display_name(const std::filesystem::path& file, const Register& people);

/// The same for many files of one study: the names are taken apart once, and the register is not needed afterwards.
/// Immutable; any number of threads may ask. What it gives may be shown anywhere.
class DisplayNames {
 public:
  explicit DisplayNames(const Register& people);
  bool holds_registered_name(std::string_view file_name) const;
  std::string operator()(const std::filesystem::path& file) const;
  /// Of a file of incoming/ of which the place is known, from 0.
  std::string operator()(const std::filesystem::path& file, std::size_t place) const;

 private:
  std::unordered_set<std::string> words_{};   // parts of names
  std::unordered_set<std::string> within_{};  // parts and whole names that count within a word too
  std::size_t longest_ = 0;                   // of those
};

}  // namespace moniker
