// Which study is meant where none is typed. The folder comes before the variable: who went into a study means that one,
// whatever a shell's settings say.
#include "cli/study_here.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/layout.hpp"
#include "moniker/error.hpp"

namespace moniker::cli {
namespace {

namespace fs = std::filesystem;

bool is_study_folder(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(StudyLayout{folder}.config(), ignored);
}

/// ".", "..", "../..": as it would be typed.
fs::path nearest_study() {
  std::error_code failed;
  const fs::path here = fs::current_path(failed);
  if (failed) return {};
  fs::path folder = ".";
  for (fs::path left = here;; left = left.parent_path()) {
    if (is_study_folder(folder)) return folder;
    if (left == left.parent_path()) return {};
    folder = folder == "." ? fs::path("..") : folder / "..";
  }
}

constexpr std::string_view left_out = "[STUDY]";

/// How many operands stand before it; nothing where the command has none that may be left out.
std::optional<std::size_t> place_of_study(const Command& command) {
  std::size_t place = command.words == nullptr ? 0 : 1;
  for (std::string_view rest = command.operands; !rest.empty(); ++place) {
    if (rest.starts_with(left_out)) return place;
    rest.remove_prefix(std::min(rest.find(' '), rest.size() - 1) + 1);
  }
  return std::nullopt;
}

/// Where as many operands were typed as there can be, one of them is the study; else it is one that is a folder.
bool is_typed(const Command& command, const std::vector<std::string>& operands, std::size_t place) {
  std::error_code ignored;
  return operands.size() > place && (operands.size() == command.most || fs::is_directory(operands[place], ignored));
}

/// Some forms of a command are about no study.
bool does_without(const Command& command, const Arguments& arguments) {
  if (command.name == "check") return !arguments.rest.empty() || arguments.has("list");
  if (command.name == "quotes") return !arguments.has("identity");
  if (command.name == "audit") return !arguments.rest.empty() && arguments.rest.front() == "verify-proof";
  return command.name == "keygen" && arguments.has("folder");
}

}  // namespace

fs::path study_here() {
  if (const fs::path study = nearest_study(); !study.empty()) return study;
  const fs::path named = Terminal::study_variable();
  if (named.empty() || is_study_folder(named)) return named;
  throw Error::usage("MONIKER_STUDY names it, and it is no study: it has no moniker.yaml",
                     fmt::format("set MONIKER_STUDY to a study, or make one: `moniker init {}`", named.string()),
                     {named.string()});
}

void take_study_here(const Command& command, Arguments& arguments) {
  const auto place = place_of_study(command);
  if (!place || does_without(command, arguments) || is_typed(command, arguments.rest, *place)) return;
  const fs::path study = study_here();
  if (!study.empty() && arguments.rest.size() >= *place) {
    arguments.rest.insert(arguments.rest.begin() + static_cast<std::ptrdiff_t>(*place), study.string());
  } else if (command.reach & wants_study) {
    throw Error::usage(
        "no study is named, and you are in none",
        fmt::format("name it, as in `moniker {} {}`, or go into its folder; `moniker init my-study` makes one",
                    command.name, command.words == nullptr ? "my-study" : "... my-study"));
  }
}

}  // namespace moniker::cli
