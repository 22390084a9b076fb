// One child process with all of its doors shut: memfd_create(2) for what it reads, a pipe for what it says, limits for
// all that it may use. Between fork and exec only what is safe there is called (signal-safety(7)): threads may be
// running.
#include "base/run_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

#include "base/system_call.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {
    if (number_ < 0) {
      throw Error::input(std::string("cannot start another program: ") + std::strerror(errno),
                         "see that memory and processes are to be had, and try again");
    }
  }
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  int number() const { return number_; }

 private:
  int number_;
};

Descriptor memory_of(std::string_view bytes) {
  Descriptor memory(::memfd_create("input", MFD_CLOEXEC));
  if (write_all(memory.number(), bytes) < bytes.size()) return Descriptor(-1);
  ::lseek(memory.number(), 0, SEEK_SET);
  return Descriptor(::fcntl(memory.number(), F_DUPFD_CLOEXEC, 3));
}

void limit(int what, std::size_t most) {
  const rlimit both{most, most};
  ::setrlimit(static_cast<__rlimit_resource_t>(what), &both);
}

/// Kernels before 5.9 close them one by one.
void close_each_from(int first) {
  rlimit most{};
  const bool known = ::getrlimit(RLIMIT_NOFILE, &most) == 0 && most.rlim_cur < 1'048'576;
  const int end = known ? static_cast<int>(most.rlim_cur) : 1'048'576;
  for (int number = first; number < end; ++number) ::close(number);
}

[[noreturn]] void become(const char* program, char* const* arguments, int in, int out, const ProgramLimits& limits) {
  const int nowhere = ::open("/dev/null", O_WRONLY);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);  // what it complains of may quote the file
  if (::close_range(3, ~0U, 0) != 0) close_each_from(3);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_AS, limits.memory_bytes);
  limit(RLIMIT_CPU, static_cast<std::size_t>(limits.time.count()));
  char* const environment[] = {nullptr};
  ::execve(program, arguments, environment);
  ::_exit(127);
}

/// What it says until it has ended, or until it goes too far.
ProgramEnd listen(int from, const ProgramLimits& limits) {
  using Clock = std::chrono::steady_clock;
  ProgramEnd end{.how = ProgramEnd::How::well};
  const auto last = Clock::now() + limits.time;
  std::array<char, 64 * 1024> piece{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(last - Clock::now()).count();
    pollfd door{from, POLLIN, 0};
    const int ready = left > 0 ? ::poll(&door, 1, static_cast<int>(left)) : 0;
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return {ProgramEnd::How::over_time, {}};
    const ssize_t got = ::read(from, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return end;
    end.output.append(piece.data(), static_cast<std::size_t>(got));
    if (end.output.size() > limits.output_bytes) return {ProgramEnd::How::over_size, {}};
  }
}

}  // namespace

std::optional<ProgramEnd> run_program(const std::string& program, const std::vector<std::string>& arguments,
                                      std::string_view input, const ProgramLimits& limits) {
  if (::access(program.c_str(), X_OK) != 0) return std::nullopt;
  const Descriptor in = memory_of(input);
  int ends[2] = {-1, -1};
  if (::pipe2(ends, O_CLOEXEC) != 0) ends[0] = -1;
  const Descriptor from(ends[0]);
  Descriptor to(ends[1]);
  std::vector<std::string> words = arguments;
  words.insert(words.begin(), program);
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t child = ::fork();
  if (child == 0) become(program.c_str(), pointers.data(), in.number(), to.number(), limits);
  if (child < 0) Descriptor refused(-1);
  to.close();
  ProgramEnd end = listen(from.number(), limits);
  if (end.how != ProgramEnd::How::well) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const bool fine = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (end.how == ProgramEnd::How::well && !fine) end = {ProgramEnd::How::badly, {}};
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) end.how = ProgramEnd::How::over_time;
  return end;
}

}  // namespace moniker
