#include "base/display_name.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "base/look_alikes.hpp"
#include "base/plain_file_names.hpp"
#include "base/seen_text.hpp"
#include "base/shown_text.hpp"
#include "base/utf8.hpp"

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

/// Every letter that looks like a Latin one is that, and what nobody sees is gone: a name made of them is read as the
/// other, whatever script it is in.
std::string as_looked_at(std::string_view text) {
  std::string looked;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    if (const char32_t latin = look_alike(point.value))
      append_utf8(looked, latin);
    else if (!is_unseen(point.value))
      looked.append(text, at, length);
    at += length;
  }
  return seen_text(looked).text;
}

std::string joined(const std::vector<std::string>& runs) {
  std::string all;
  for (const std::string& run : runs) all += run;
  return all;
}

constexpr std::size_t safe = 5;  // letters from which a part is seldom found within another word
constexpr std::string_view because = " (its name holds a name of the register)";
constexpr std::string_view unfit = " (its name cannot be shown)";
constexpr std::string_view perhaps = " (its name may be somebody's)";

}  // namespace

DisplayNames::DisplayNames(const Register& people) {
  const auto add_within = [&](std::string part) {
    if (part.size() < safe) return;
    longest_ = std::max(longest_, part.size());
    within_.insert(std::move(part));
  };
  const auto add = [&](const std::string& name) {
    const std::vector<std::string> parts = letter_runs(name);
    for (const std::string& part : parts) {
      if (part.size() >= 2) words_.insert(part);
      add_within(part);
    }
    add_within(joined(parts));
  };
  for (const Participant& person : people.people) {
    const auto add_both = [&](const std::string& name) {
      add(name);
      if (const std::string looked = as_looked_at(name); looked != name) add(looked);
    };
    add_both(person.name);
    std::for_each(person.aliases.begin(), person.aliases.end(), add_both);
  }
}

/// A name stands in the file's words, one of them alone or run together: shaw, oconnor, kshaw2.
bool DisplayNames::holds_registered_name(std::string_view file_name) const {
  if (holds_as_written(file_name)) return true;
  const std::string looked = as_looked_at(file_name);
  return looked != file_name && holds_as_written(looked);
}

bool DisplayNames::holds_as_written(std::string_view file_name) const {
  const std::vector<std::string> words = letter_runs(file_name);
  if (std::any_of(words.begin(), words.end(), [&](const std::string& word) { return words_.contains(word); }))
    return true;
  const std::string squeezed = joined(words);
  for (std::size_t begin = 0; begin < squeezed.size(); ++begin) {
    const std::size_t most = std::min(longest_, squeezed.size() - begin);
    for (std::size_t size = safe; size <= most; ++size) {
      if (within_.contains(squeezed.substr(begin, size))) return true;
    }
  }
  return false;
}

std::string DisplayNames::operator()(const std::filesystem::path& file) const {
  const std::string name = file.filename().string();
  return holds_registered_name(name) ? "a file" + std::string(because) : shown_text(name);
}

std::string DisplayNames::delivery(std::string_view name, bool odd, std::size_t place) const {
  const std::string_view why = holds_registered_name(name) ? because
                               : odd                       ? unfit
                               : !is_plain_file_name(name) ? perhaps
                                                           : "";
  if (why.empty()) return shown_text(name);
  if (place == not_there) return fmt::format("a file of incoming/{}", why);
  return fmt::format("file {} of incoming/{}", place + 1, why);
}

bool holds_registered_name(std::string_view file_name, const Register& people) {
  return DisplayNames(people).holds_registered_name(file_name);
}

std::string display_name(const std::filesystem::path& file, const Register& people) {
  return DisplayNames(people)(file);
}

}  // namespace moniker
