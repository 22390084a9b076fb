// What the world outside is, asked once at the beginning: terminals, pipes, the journal, the environment, the account.
#include "cli/terminal.hpp"

#include <fmt/core.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/shown_text.hpp"
#include "base/this_program.hpp"
#include "cli/display.hpp"
#include "cli/folded.hpp"

namespace moniker::cli {
namespace {

/// Whether what is written there goes to systemd's journal, which tells it by device and inode: systemd.exec(5).
bool is_journal(int descriptor) {
  const char* const stream = std::getenv("JOURNAL_STREAM");
  struct stat facts {};
  return stream != nullptr && ::fstat(descriptor, &facts) == 0 &&
         fmt::format("{}:{}", facts.st_dev, facts.st_ino) == stream;
}

/// In front of every line how grave it is: sd-daemon(3).
std::string with_priority(std::string_view text, char priority) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    out += fmt::format("<{}>{}", priority, text.substr(0, end));
    text.remove_prefix(end);
  }
  return out;
}
constexpr char of_errors = '3', of_warnings = '4';

std::string place_of(const Problem& problem) {
  std::string place = shown_text(problem.file);
  if (problem.at.line > 0) place += fmt::format(":{}", problem.at.line);
  if (problem.at.line > 0 && problem.at.column > 0) place += fmt::format(":{}", problem.at.column);
  return place.empty() ? place : place + ": ";
}

}  // namespace

Terminal::Terminal(const char* program) : program_(this_program()) {
  if (program_.empty()) program_ = program;
  err_is_terminal_ = ::isatty(STDERR_FILENO) == 1;
  err_is_journal_ = is_journal(STDERR_FILENO);
  can_redraw_ = err_is_terminal_ && !is_dumb();
  out_is_ascii_ = ::isatty(STDOUT_FILENO) == 1 && !locale_is_utf8();
  err_is_ascii_ = err_is_terminal_ && !locale_is_utf8();
  const int wanted = columns_wanted(), err = columns_of(STDERR_FILENO), out = columns_of(STDOUT_FILENO);
  width_ = wanted > 0 ? wanted : err > 20 ? err : 80;
  page_width_ = static_cast<std::size_t>(wanted > 0 ? wanted : out > 20 ? out : 0);
  if (wants_colour(STDOUT_FILENO)) out_style_ = terminal_style;
  if (wants_colour(STDERR_FILENO)) err_style_ = terminal_style;
}

void Terminal::print(std::string_view utf8) {
  const std::string ascii = out_is_ascii_ ? in_ascii(utf8) : std::string();
  const std::string_view text = out_is_ascii_ ? ascii : utf8;
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw Error::input(fmt::format("cannot be written: {}", std::strerror(errno)), "check where the output goes",
                       {"standard output"});
  }
}

void Terminal::print_page(std::string_view text) { page_width_ == 0 ? print(text) : print(folded(text, page_width_)); }

void Terminal::say(std::string_view utf8) {
  const std::string ascii = err_is_ascii_ ? in_ascii(utf8) : std::string();
  const std::string_view text = err_is_ascii_ ? ascii : utf8;
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

void Terminal::warn(std::string_view text) {
  say(err_is_journal_ ? with_priority(text, of_warnings) : std::string(text));
}

void Terminal::complain(const Problem& problem) {
  std::string text =
      fmt::format("moniker: {}error{}: {}{}\n", err_style_.red, err_style_.plain, place_of(problem), problem.what);
  if (!problem.remedy.empty())
    text += fmt::format("moniker: {}hint{}: {}\n", err_style_.bold, err_style_.plain, problem.remedy);
  say(err_is_journal_ ? with_priority(text, of_errors) : text);
  for (const Problem& other : problem.others) complain(other);
}

bool Terminal::out_is_file() const {
  struct stat facts {};
  return ::fstat(STDOUT_FILENO, &facts) == 0 && S_ISREG(facts.st_mode);
}

bool Terminal::in_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }

bool Terminal::out_is_terminal() { return ::isatty(STDOUT_FILENO) == 1; }

const std::string& Terminal::user() {
  static const std::string asked_once = [] {
    const passwd* account = ::getpwuid(::geteuid());
    std::string name = account != nullptr ? account->pw_name : fmt::format("user {}", ::geteuid());
    if (const char* before = std::getenv("SUDO_USER"); before != nullptr && *before != '\0')
      name += fmt::format(" for {}", before);
    return name;
  }();
  return asked_once;
}

std::filesystem::path Terminal::rules_folder(const std::string& option) const {
  if (!option.empty()) return option;
  if (const char* named = std::getenv("MONIKER_RULES"); named != nullptr && *named != '\0') return named;
  const auto here = program_.parent_path();
  for (const char* beside : {"../share/moniker/rules", "../../rules"}) {
    const auto folder = (here / beside).lexically_normal();
    if (std::filesystem::is_directory(folder / "lists")) return folder;
  }
  throw Error::usage("cannot find the rules", "give --rules FOLDER or set MONIKER_RULES");
}

std::filesystem::path Terminal::cache_folder() {
  if (const char* named = std::getenv("MONIKER_CACHE")) return named;
  const auto below = [](const char* variable, const char* folder) -> std::filesystem::path {
    const char* const value = std::getenv(variable);
    return value != nullptr && *value == '/' ? std::filesystem::path(value) / folder : std::filesystem::path();
  };
  for (const auto& folder :
       {below("CACHE_DIRECTORY", "."), below("XDG_CACHE_HOME", "moniker"), below("HOME", ".cache/moniker")}) {
    if (!folder.empty()) return folder.lexically_normal();
  }
  return {};
}

std::filesystem::path Terminal::study_variable() {
  const char* const named = std::getenv("MONIKER_STUDY");
  return named != nullptr ? std::filesystem::path(named) : std::filesystem::path();
}

std::filesystem::path Terminal::credential_folder() {
  const char* const folder = std::getenv("CREDENTIALS_DIRECTORY");
  return folder != nullptr && *folder == '/' ? std::filesystem::path(folder) : std::filesystem::path();
}

std::filesystem::path Terminal::credential(std::string_view name) {
  const auto folder = credential_folder();
  if (folder.empty()) return {};
  auto file = folder / name;
  return std::filesystem::exists(file) ? file : std::filesystem::path();
}

}  // namespace moniker::cli
