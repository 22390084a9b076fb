#include "peer.hpp"

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <sstream>
#include <stdexcept>

namespace moniker {

namespace {

[[noreturn]] void become(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execvp(arguments[0], arguments.data());
  ::_exit(127);
}

int status_of(pid_t child) {
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Answers every prompt until the program closes its terminal.
void answer(int terminal, const std::string& typed) {
  std::string seen;
  char piece[256];
  for (ssize_t n; (n = ::read(terminal, piece, sizeof piece)) > 0;) {
    seen.append(piece, static_cast<std::size_t>(n));
    if (seen.find("passphrase") == seen.npos || seen.find(": ") == seen.npos) continue;
    seen.clear();
    const std::string line = typed + "\n";
    if (::write(terminal, line.data(), line.size()) < 0) break;
  }
}

}  // namespace

bool is_installed(const std::string& program) {
  std::istringstream path(::getenv("PATH") ? ::getenv("PATH") : "");
  for (std::string folder; std::getline(path, folder, ':');) {
    if (::access((std::filesystem::path(folder) / program).c_str(), X_OK) == 0) return true;
  }
  return false;
}

int run_peer(const std::vector<std::string>& command, const std::optional<std::string>& typed) {
  int terminal = -1;
  const pid_t child = typed ? ::forkpty(&terminal, nullptr, nullptr, nullptr) : ::fork();
  if (child < 0) throw std::runtime_error("cannot start a program");
  if (child == 0) {
    if (!typed) {
      const int nowhere = ::open("/dev/null", O_RDWR);
      for (const int stream : {0, 1, 2}) ::dup2(nowhere, stream);
    }
    become(command);
  }
  if (typed) {
    answer(terminal, *typed);
    ::close(terminal);
  }
  return status_of(child);
}

}  // namespace moniker
