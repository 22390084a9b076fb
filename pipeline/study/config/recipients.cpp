#include "config/recipients.hpp"

#include <fmt/core.h>

#include "base/byte_source.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"
#include "yaml/yaml_fields.hpp"

namespace moniker::study {
namespace {

constexpr std::string_view blanks = " \t\r";

/// age writes secret keys in capitals and its plugins' likewise, but either case is valid Bech32.
bool is_secret(std::string_view text) {
  constexpr std::string_view mark = "AGE-SECRET-KEY-";
  if (text.size() < mark.size()) return false;
  for (std::size_t i = 0; i < mark.size(); ++i) {
    const char c = text[i];
    if ((c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c) != mark[i]) return false;
  }
  return true;
}

[[noreturn]] void refuse_secret(const std::string& file, Position at) {
  yaml::refuse_yaml(file, at, "holds a secret key where a public one is wanted",
                    "remove it, give it back to the custodian, and name the age1... key instead");
}

void read_line(std::string_view line, Position at, const std::string& shown, std::vector<RecipientText>& into) {
  const std::size_t begin = line.find_first_not_of(blanks);
  if (begin == std::string_view::npos || line[begin] == '#') return;
  const std::string_view key = line.substr(begin, line.find_last_not_of(blanks) + 1 - begin);
  at.column = static_cast<std::uint32_t>(count_code_points(line.substr(0, begin)) + 1);
  if (is_secret(key)) refuse_secret(shown, at);
  into.push_back({std::string(key), shown, at});
}

std::vector<RecipientText> read_key_file(const yaml::YamlNode& entry, const std::string& config_file,
                                         const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / entry.text;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path))) {
    yaml::refuse_yaml(config_file, entry.at, fmt::format("there is no key file {}", entry.text),
                      "run `moniker keygen`, or copy the custodian's public key there");
  }
  constexpr std::size_t limit = 64 * 1024;
  std::string text = read_file(path, limit);
  std::vector<RecipientText> keys;
  Position at{1, 1};
  for (std::size_t begin = 0; begin < text.size(); ++at.line) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    read_line(std::string_view(text).substr(begin, end - begin), at, path.string(), keys);
    begin = end + 1;
  }
  if (keys.empty()) {
    throw Error::usage("holds no key", "write one age1... key a line", {path.string()});
  }
  return keys;
}

}  // namespace

std::vector<RecipientText> read_recipients(const yaml::YamlNode& list, const std::string& config_file,
                                           const std::filesystem::path& folder, std::string_view what) {
  std::vector<RecipientText> all;
  for (const yaml::YamlNode* entry : yaml::yaml_texts(list, config_file, what)) {
    if (is_secret(entry->text)) refuse_secret(config_file, entry->at);
    if (entry->text.starts_with("age1")) {
      all.push_back({entry->text, config_file, entry->at});
      continue;
    }
    const auto keys = read_key_file(*entry, config_file, folder);
    all.insert(all.end(), keys.begin(), keys.end());
  }
  return all;
}

}  // namespace moniker::study
