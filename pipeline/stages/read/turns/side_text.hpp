#pragma once
#include <cstdint>
#include <string>

#include "moniker/issue.hpp"
#include "moniker/utterance.hpp"

namespace moniker::read {

/// Words that stand beside the talk: a note, a comment, a header or a footer.
struct SideText {
  Part part{};
  std::string text{};
  std::uint32_t paragraph = 0;
};

/// What a document holds that is no plain text, with where it was seen first.
struct DocumentTally {
  Issue insertions{.code = IssueCode::document_insertions, .count = 0};
  Issue deletions{.code = IssueCode::document_deletions, .count = 0};
  Issue comments{.code = IssueCode::document_comments, .count = 0};
  Issue hidden{.code = IssueCode::document_hidden_text, .count = 0};
  Issue margins{.code = IssueCode::document_headers_footers, .count = 0};
  Issue pictures{.code = IssueCode::document_pictures, .count = 0};
  Issue objects{.code = IssueCode::document_embedded_objects, .count = 0};
  Issue authors{.code = IssueCode::document_author_metadata, .count = 0};
  Issue repaired{.code = IssueCode::encoding_repaired, .count = 0};
};

}  // namespace moniker::read
