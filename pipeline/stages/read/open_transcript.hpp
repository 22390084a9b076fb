#pragma once
#include <filesystem>
#include <memory>
#include <string_view>

#include "base/byte_source.hpp"
#include "base/zip_package.hpp"
#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/reader.hpp"

namespace moniker::read {

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
                                 const ReadOptions& options);
OpenedTranscript open_transcript(const std::filesystem::path& file, const Sink<Issue>& issues,
                                 const ReadOptions& options);

}  // namespace moniker::read
