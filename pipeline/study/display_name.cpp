#include "study/display_name.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"
#include "study/layout.hpp"

namespace moniker {
namespace {

/// Folded runs of letters: "Kate_Shaw2.docx" -> kate, shaw, docx; "KateShaw" -> kate, shaw.
std::vector<std::string> letter_runs(std::string_view text) {
  std::vector<std::string> runs;
  std::string run;
  bool lower_before = false;
  const auto end_run = [&] {
    if (!run.empty()) runs.push_back(fold(run));
    run.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    const bool letter = is_letter(point.value), mark = is_mark(point.value);
    if (!letter && !mark) end_run();
    if (letter && is_upper(point.value) && lower_before) end_run();
    if (letter || mark) run.append(text, at, length);
    lower_before = mark ? lower_before : is_lower(point.value);
    at += length;
  }
  end_run();
  return runs;
}

std::string joined(const std::vector<std::string>& runs) {
  std::string all;
  for (const std::string& run : runs) all += run;
  return all;
}

/// Whether the name stands in the file's words, one of them alone or run together: shaw, oconnor, kshaw2.
bool stands_in(const std::string& name, const std::vector<std::string>& words, const std::string& squeezed) {
  const std::vector<std::string> parts = letter_runs(name);
  const auto is_word = [&](const std::string& part) {
    return part.size() >= 2 && std::find(words.begin(), words.end(), part) != words.end();
  };
  constexpr std::size_t safe = 5;  // letters from which a part is seldom found within another word
  const auto is_within = [&](const std::string& part) {
    return part.size() >= safe && squeezed.find(part) != std::string::npos;
  };
  return std::any_of(parts.begin(), parts.end(), is_word) ||
         std::any_of(parts.begin(), parts.end(), is_within) || is_within(joined(parts));
}

/// Folders other than incoming/ are not named: they may be called after somebody as well.
std::string place_of(const std::filesystem::path& file) {
  const auto folder = file.parent_path();
  if (folder.filename() != "incoming") return "a file";
  try {
    const auto siblings = delivered_files({.root = folder.parent_path()});
    const auto here = std::find(siblings.begin(), siblings.end(), file);
    if (here != siblings.end()) return fmt::format("file {} of incoming/", here - siblings.begin() + 1);
  } catch (const Error&) {
    // Whatever is wrong with the folder is somebody else's to say.
  }
  return "a file of incoming/";
}

}  // namespace

bool holds_registered_name(std::string_view file_name, const Register& people) {
  const std::vector<std::string> words = letter_runs(file_name);
  const std::string squeezed = joined(words);
  for (const Participant& person : people.people) {
    if (stands_in(person.name, words, squeezed)) return true;
    for (const std::string& alias : person.aliases) {
      if (stands_in(alias, words, squeezed)) return true;
    }
  }
  return false;
}

std::string display_name(const std::filesystem::path& file, const Register& people) {
  const std::string name = file.filename().string();
  if (!holds_registered_name(name, people)) return name;
  return place_of(file) + " (its name holds a name of the register)";
}

}  // namespace moniker
