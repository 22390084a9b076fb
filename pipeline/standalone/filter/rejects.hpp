#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "base/byte_sink.hpp"
#include "moniker/utterance.hpp"
#include "seal/age.hpp"

namespace moniker::filter {

/// Lines that could not be read, sealed: a row each of line number, column (0: none) and reason, then the line itself
/// byte for byte, with a tab between. Nothing of it ever lies anywhere in clear.
class Rejects {
 public:
  /// Throws Error{usage} where something is already, Error{input} where no file can be made.
  Rejects(const std::filesystem::path& file, const std::vector<seal::Recipient>& recipients);
  ~Rejects();
  /// The line's bytes are then written to what it gives back, and end() closes the row.
  ByteSink& begin(Position at, std::string_view why);
  void end();
  std::uint64_t count() const;
  /// The file appears, unless nothing was rejected. Without it nothing is left.
  void publish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::filter
