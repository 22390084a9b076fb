#pragma once
#include <string>
#include <string_view>

namespace moniker {

/// Where bytes go, front to back. Throws Error when they cannot be kept.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual void write(std::string_view bytes) = 0;
};

/// Collects in memory: for tests and for small things.
class MemorySink : public ByteSink {
 public:
  void write(std::string_view bytes) override { bytes_.append(bytes); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace moniker
