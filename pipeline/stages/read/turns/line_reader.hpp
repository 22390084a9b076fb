#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/byte_source.hpp"
#include "moniker/utterance.hpp"
#include "read/turns/text_turns.hpp"

namespace moniker::read {

/// A line of a delivered file, or a paragraph of a document, on its way to become part of a turn.
struct Line {
  std::string text{};        // UTF-8, without its line end
  Position at{1, 1};         // of its first byte
  std::uint64_t source = 0;  // where its first byte stands in the input
  bool continues = false;    // a further piece of a line too long to hold
  // What only a document can tell:
  std::uint32_t emphasis = 0;            // so many leading bytes are bold or have a style of their own
  std::optional<std::string> speaker{};  // known without looking, from a table's first cell
  SourceRange speaker_source{};          // where that cell's words stand
  std::vector<SourceRun> pieces{};       // where its words stand, when not in one piece at `source`
  std::optional<TimeSpan> time{};        // known without looking, likewise
  bool sealed = false;                   // no label is looked for in it
  bool matter = false;                   // known to be no talk
};

/// Lines ended by \n, \r\n or \r, whatever sizes the source is read in. A line of more than `longest` bytes
/// comes in pieces, cut between code points, so memory is bounded by `longest` and one block.
class LineReader {
 public:
  explicit LineReader(ByteSource& source, std::size_t longest = 64 * 1024, std::size_t block = 64 * 1024);
  std::optional<Line> next();

 private:
  bool more();
  Line take(std::size_t length, bool ends);

  ByteSource& source_;
  std::size_t longest_, block_;
  std::string buffer_{};
  std::size_t at_ = 0;        // of the first byte not given yet
  std::uint64_t offset_ = 0;  // of buffer_[0] in the input
  Position place_{1, 1};
  bool inside_ = false, at_end_ = false;
};

}  // namespace moniker::read
