#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/zip_package.hpp"
#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/reader.hpp"
#include "read/turns/text_turns.hpp"

namespace moniker::read {

/// Where in a package words were taken from, for those who put others in their place.
struct DocxPlace {
  std::uint64_t element = 0;                         // XmlPull::elements() at its start
  std::uint32_t paragraph = 0, begin = 0, size = 0;  // bytes in the paragraph
};
struct DocxSource {
  std::string name{};  // of the part, in the package
  Part part{};
  std::vector<DocxPlace> places{};        // ascending by element
  std::vector<std::string> paragraphs{};  // by number; what was taken of each
};

/// A turn whose runs point at (paragraph << 32 | byte) of a part.
struct DocxTurn {
  TextTurn turn{};
  std::size_t source = 0;  // which DocxSource
};

/// A Word document's turns as open_docx gives them, knowing where each word stands.
class DocxTurns {
 public:
  /// With `sources` every word taken is noted there: memory goes with the document then, not with a paragraph.
  DocxTurns(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options,
            std::vector<DocxSource>* sources = nullptr);
  ~DocxTurns();
  std::optional<DocxTurn> next();
  /// Where words came first that stand in no element of a part: those of an imported chunk.
  std::optional<Position> imported() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::read
