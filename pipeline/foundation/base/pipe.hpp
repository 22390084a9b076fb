#pragma once
#include <string>

#include "base/byte_sink.hpp"
#include "base/byte_source.hpp"

namespace moniker {

/// An open descriptor that somebody writes to while it is read. Unlike other sources it gives what is there, as soon as
/// something is; 0 still means the end. Does not own the descriptor. Throws Error{input}.
class PipeSource : public ByteSource {
 public:
  PipeSource(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  std::size_t read(std::span<char> into) override;

 private:
  int descriptor_;
  std::string name_;
};

/// An open descriptor that somebody reads from, and may cease to: then closed() is true and what is written goes
/// nowhere. That needs SIGPIPE to be ignored, which is the program's affair. Does not own the descriptor. Every write
/// goes out at once. Throws Error{input} for all else that goes wrong.
class PipeSink : public ByteSink {
 public:
  PipeSink(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  void write(std::string_view bytes) override;
  bool closed() const { return closed_; }

 private:
  int descriptor_;
  std::string name_;
  bool closed_ = false;
};

}  // namespace moniker
