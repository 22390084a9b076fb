// A passphrase typed by a person: from /dev/tty, byte by byte, so that no buffer of the library keeps a copy, and with
// the echo off for as long as they type, also where they give up.
#include "cli/ask_passphrase.hpp"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>

#include "moniker/error.hpp"

namespace moniker::cli {
namespace {

/// Lines as they are, without an echo and without signals: they would end the program with the echo still off.
class QuietTerminal {
 public:
  QuietTerminal() : descriptor_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
    if (descriptor_ < 0 || ::tcgetattr(descriptor_, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    quiet.c_lflag |= ECHONL | ICANON;
    good_ = ::tcsetattr(descriptor_, TCSAFLUSH, &quiet) == 0;
  }
  ~QuietTerminal() {
    if (good_) ::tcsetattr(descriptor_, TCSAFLUSH, &before_);
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;

  bool good() const { return good_; }
  bool say(std::string_view text) {
    return ::write(descriptor_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }
  Passphrase line() {
    Passphrase typed;
    Secret<1> byte;
    for (;;) {
      const ssize_t got = ::read(descriptor_, byte.data(), 1);
      if (got < 0 && errno == EINTR) continue;
      const char c = static_cast<char>(*byte.data());
      if (got <= 0 || c == '\n' || c == '\r') return typed;
      if (c == '\x03') throw Error::usage("ended by Ctrl-C", "give the command again");
      typed.add(c);
    }
  }

 private:
  int descriptor_;
  termios before_{};
  bool good_ = false;
};

}  // namespace

std::optional<Passphrase> ask_passphrase(std::string_view prompt) {
  QuietTerminal terminal;
  if (!terminal.good() || !terminal.say(prompt)) return std::nullopt;
  Passphrase typed = terminal.line();
  if (typed.empty()) throw Error::usage("no passphrase was typed", "give the command again");
  return typed;
}

Passphrase ask_new_passphrase() {
  auto first = ask_passphrase("a new passphrase for study.key, several words: ");
  const auto again = first ? ask_passphrase("the same again: ") : std::nullopt;
  if (!first || !again)
    throw Error::usage("there is no terminal at which a passphrase could be asked for", "give it in a file");
  if (first->text() != again->text()) throw Error::usage("both passphrases differ", "give the command again");
  return std::move(*first);
}

}  // namespace moniker::cli
