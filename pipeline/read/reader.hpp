#pragma once
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include "base/byte_source.hpp"
#include "base/zip_package.hpp"
#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "moniker/utterance.hpp"

namespace moniker {

/// Gives a transcript's utterances one by one; holds one utterance and a buffer, however long the file.
/// What a person should know about the delivery goes to the issue sink. Throws Error{input} with line and
/// column when the file cannot be read on.
class Reader {
 public:
  virtual ~Reader() = default;
  virtual std::optional<Utterance> next() = 0;  // nothing at the end
};

/// How captions are joined into turns and where a turn without end is cut.
struct ReadOptions {
  std::chrono::milliseconds longest_pause{2000};  // captions of one speaker further apart start a new turn...
  bool join_over_pause = true;                    // ...unless this is set: same speaker, same turn
  std::size_t longest_turn = 64 * 1024;           // bytes; cut at a sentence end, else a blank (line_overlong)
};

/// A transcript opened for reading: its format's name ("vtt", "docx", ...) and its reader.
struct OpenedTranscript {
  std::string_view format{};
  std::unique_ptr<ByteSource> source{};  // owned here, used by the reader; so is the package
  std::unique_ptr<ZipPackage> package{};
  std::unique_ptr<Reader> reader{};
};

/// Judges the format by the first bytes, never by the name. Throws Error{input}: unreadable, empty, not a
/// transcript. Issues may be given during the open and during next().
OpenedTranscript open_transcript(std::unique_ptr<ByteSource> source, const Sink<Issue>& issues,
                                 const ReadOptions& options = {});
OpenedTranscript open_transcript(const std::filesystem::path& file, const Sink<Issue>& issues,
                                 const ReadOptions& options = {});

}  // namespace moniker
