#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace moniker {

struct ProgramLimits {
  std::chrono::seconds time{60};                       // of the clock and of the processor
  std::size_t output_bytes = std::size_t{64} << 20;    // of its standard output
  std::size_t memory_bytes = std::size_t{1536} << 20;  // of its address space
};

/// How another program ended.
struct ProgramEnd {
  enum class How { well, badly, over_time, over_size };
  How how = How::badly;
  std::string output{};  // all of it where it ended well
};

/// Runs a program by its full path, without a shell, and hands it `input` as a file of memory: its standard input,
/// which it may seek in. It has no environment, opens no file of ours, and can write none (RLIMIT_FSIZE): what it is
/// given is never on a disk. Nothing where there is no such program. Throws Error{input} where the system refuses.
std::optional<ProgramEnd> run_program(const std::string& program, const std::vector<std::string>& arguments,
                                      std::string_view input, const ProgramLimits& limits = {});

}  // namespace moniker
