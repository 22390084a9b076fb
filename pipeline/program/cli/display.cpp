#include "cli/display.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <string>
#include <string_view>

namespace moniker::cli {
namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

}  // namespace

bool is_dumb() { return variable("TERM").empty() || variable("TERM") == "dumb"; }

/// https://no-color.org, https://bixense.com/clicolors
bool wants_colour(int descriptor) {
  if (!variable("NO_COLOR").empty()) return false;
  const std::string_view forced = variable("CLICOLOR_FORCE");
  if (!forced.empty() && forced != "0") return true;
  return ::isatty(descriptor) == 1 && variable("CLICOLOR") != "0" && !is_dumb();
}

/// As locale(7) asks them: the first that says something counts. Where none does the terminal is trusted.
bool locale_is_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    std::string said(variable(name));
    if (said.empty()) continue;
    std::transform(said.begin(), said.end(), said.begin(), [](unsigned char c) { return std::tolower(c); });
    return said.find("utf-8") != std::string::npos || said.find("utf8") != std::string::npos;
  }
  return true;
}

int columns_of(int descriptor) {
  winsize size{};
  return ::isatty(descriptor) == 1 && ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// COLUMNS, where somebody exports it, is meant.
int columns_wanted() {
  const std::string_view said = variable("COLUMNS");
  int columns = 0;
  const auto read = std::from_chars(said.data(), said.data() + said.size(), columns);
  return read.ec == std::errc{} && read.ptr == said.data() + said.size() && columns >= 20 ? columns : 0;
}

}  // namespace moniker::cli
