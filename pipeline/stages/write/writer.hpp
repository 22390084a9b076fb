#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "moniker/error.hpp"
#include "moniker/finding.hpp"
#include "moniker/utterance.hpp"

namespace moniker::write {

/// What heads a written transcript: nothing of the source but this.
struct WriteHeader {
  std::string transcript{};  // T03
  std::string study{};
  std::string delivered{};  // digest of the delivered bytes, in hex: for the study's own copy alone
};

/// What stands in a turn in place of somebody's words. `entity` (ID04, PERSON_3) is empty where the study's choice for
/// the label keeps no two mentions together.
struct Mark {
  ByteRange bytes{};  // of the written text
  std::string label{}, subtype{}, entity{};
};

/// Takes rewritten utterances in order and gives bytes in one format; finish() once. Deterministic: no clock,
/// no host, no name of the source. Takes talk, matter and footnotes; anything else is a programming error,
/// and so is a speaker's label that is no ID (see speaker_id): both throw std::invalid_argument.
class Writer {
 public:
  virtual ~Writer() = default;
  virtual void take(const Utterance& utterance) = 0;
  /// The same with what was replaced in it, ascending: for the format that tells. Others pass over it.
  virtual void take_marked(const Utterance& utterance, std::span<const Mark>) { take(utterance); }
  virtual void finish() = 0;
};

using OpenWriter = std::unique_ptr<Writer>(ByteSink& sink, const WriteHeader& header);  // the sink outlives the writer

struct WriteFormat {
  std::string_view name{};       // txt
  std::string_view extension{};  // .txt
  bool needs_times = false;      // vtt: skipped where the source has none
  OpenWriter* open = nullptr;
  std::string_view says{};
};
std::span<const WriteFormat> write_formats();
/// The study's own copy, which every transcript gets whatever is chosen, and from which packages are made: see
/// marked.cpp.
const WriteFormat& marked_format();
/// Throws Error{usage} naming the known formats.
const WriteFormat& write_format_named(std::string_view name, const std::string& file, Position at);

}  // namespace moniker::write
