#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "moniker/error.hpp"
#include "moniker/utterance.hpp"

namespace moniker {

/// What heads a written transcript: nothing of the source but this.
struct WriteHeader {
  std::string transcript{};  // T03
  std::string study{};
};

/// Takes rewritten utterances in order and gives bytes in one format; finish() once. Deterministic: no clock,
/// no host, no name of the source. Takes talk, matter and footnotes; anything else is a programming error,
/// and so is a speaker's label that is no ID (see speaker_id): both throw std::invalid_argument.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void take(const Utterance& utterance) = 0;
  virtual void finish() = 0;
};

struct WriteFormat {
  std::string_view name{};       // txt
  std::string_view extension{};  // .txt
  bool needs_times = false;      // vtt: skipped where the source has none
  std::unique_ptr<Writer> (*open)(ByteSink& sink, const WriteHeader& header);  // the sink outlives the writer
  std::string_view says{};
};
std::span<const WriteFormat> write_formats();
/// Throws Error{usage} naming the known formats.
const WriteFormat& write_format_named(std::string_view name, const std::string& file, Position at);

}  // namespace moniker
