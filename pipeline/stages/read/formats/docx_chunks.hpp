#pragma once
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/zip_package.hpp"
#include "read/formats/package_relations.hpp"

namespace moniker::read {

/// A file inside a Word document whose text Word shows as part of the document (w:altChunk, ECMA-376 part 1, 17.17.2).
struct DocxChunk {
  std::vector<std::string> paragraphs{};
  std::uint64_t hidden = 0;  // pieces that are not shown
};

/// The chunks that one part of a document imports, by the type of their relation: wherever they lie, whatever they are
/// called.
class DocxChunks {
 public:
  /// The package outlives it.
  DocxChunks(const ZipPackage& package, const std::string& part);
  /// The words of one that is html or plain text of at most 4 MiB, a paragraph a block or a row of a table. Nothing for
  /// another: a document in a document, mail, rich text.
  std::optional<DocxChunk> read(const std::string& id);
  std::uint64_t unread() const;  // chunks of the package that nobody asked for

 private:
  const ZipPackage& package_;
  std::vector<Relation> relations_{};  // of chunks
  std::set<std::string> asked_{};
};

}  // namespace moniker::read
