#pragma once
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/style.hpp"
#include "moniker/error.hpp"
#include "opened/options.hpp"

namespace moniker::cli {

/// The world outside: standard streams, the environment, the clock. Only cli/ has one.
class Terminal {
 public:
  explicit Terminal(const char* program);
  void print(std::string_view text);       // standard output; throws Error when it cannot be written
  void print_page(std::string_view text);  // the same, for people: folded to a terminal's width, or to COLUMNS
  void say(std::string_view text);         // standard error
  void warn(std::string_view text);        // the same; in the journal as a warning
  void complain(const Problem& problem);   // the error and its hint
  const Style& out_style() const { return out_style_; }
  const Style& err_style() const { return err_style_; }
  /// Whether standard output is a regular file, in which things would stay.
  bool out_is_file() const;
  static bool in_is_terminal();
  static bool out_is_terminal();
  /// Who gave the command: the account, and behind sudo who became it.
  static const std::string& user();
  /// Whether the command is kept to its own files; main says so.
  bool is_confined() const { return is_confined_; }
  void set_confined(bool confined) { is_confined_ = confined; }
  bool err_is_terminal() const { return err_is_terminal_; }
  /// Whether a line of standard error can be drawn over: on a terminal that is not dumb.
  bool can_redraw() const { return can_redraw_; }
  int width() const { return width_; }
  /// For text that is made anew for its reader: as wide as the terminal, and nowhere more than 80.
  std::size_t page_width() const { return page_width_ == 0 ? 80 : std::min<std::size_t>(page_width_, 80); }
  /// The rules/ folder: --rules, else MONIKER_RULES, else beside the program (installed or in the build tree).
  std::filesystem::path rules_folder(const std::string& option) const;
  /// Where what can be made again is kept: MONIKER_CACHE (empty: nowhere), else what systemd gives a service, else the
  /// user's own cache folder. Empty where there is none.
  static std::filesystem::path cache_folder();
  /// What MONIKER_STUDY names. Empty where it names nothing.
  static std::filesystem::path study_variable();
  /// Where systemd puts what a service alone may read (LoadCredential=). Empty where there is no such folder.
  static std::filesystem::path credential_folder();
  /// A file that is handed to a service there under this name. Empty where there is none.
  static std::filesystem::path credential(std::string_view name);

 private:
  std::filesystem::path program_;
  bool err_is_terminal_ = false, can_redraw_ = false, err_is_journal_ = false, is_confined_ = false;
  bool out_is_ascii_ = false, err_is_ascii_ = false;  // terminals that would show UTF-8 as something else
  int width_ = 80;
  std::size_t page_width_ = 0;  // 0: nobody looks, and lines stay whole
  Style out_style_{}, err_style_{};
};

}  // namespace moniker::cli
