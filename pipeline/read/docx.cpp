// Word documents: the main text as turns, then notes, comments, headers and footers, so that every word of
// the delivery is searched. Streams: one paragraph and libxml2's buffers are held.
#include <utility>

#include "moniker/error.hpp"
#include "read/document_lines.hpp"
#include "read/docx_text.hpp"
#include "read/formats.hpp"
#include "read/turn_reader.hpp"

namespace moniker {
namespace {

std::string part_in_words(Part part) {
  switch (part) {
    case Part::footnote:
      return "notes";
    case Part::comment:
      return "comments";
    case Part::header:
      return "page header";
    case Part::footer:
      return "page footer";
    default:
      return "main text";
  }
}

/// One part being read; each member uses the one before.
struct OpenPart {
  OpenPart(const ZipPackage& package, const std::string& name, Part part_kind, const DocxStyles& styles,
           DocxTally& tally)
      : part(part_kind),
        source(package.open(name)),
        xml(*source, part_in_words(part) + " of the .docx"),
        text(xml, styles, tally) {}
  Part part;
  std::unique_ptr<ByteSource> source;
  XmlPull xml;
  DocxText text;
};

class DocxReader : public Reader {
 public:
  DocxReader(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options)
      : issues_(issues),
        package_(package),
        parts_(find_docx_parts(package_)),
        styles_(read_docx_styles(package_, parts_)) {
    report_docx_cargo(package_, issues_);
    open_.emplace(package_, parts_.main, Part::talk, styles_, tally_);
    lines_.emplace([this] { return open_->text.next(); });
    turns_.emplace([this] { return lines_->next(); }, options, issues_);
  }

  std::optional<Utterance> next() override {
    if (turns_) {
      if (auto turn = turns_->next()) return numbered(std::move(turn->utterance));
      turns_.reset();
      lines_.reset();
      open_.reset();
    }
    while (open_ || side_ < parts_.side.size()) {
      if (!open_) {
        const DocxSidePart& side = parts_.side[side_++];
        open_.emplace(package_, side.name, side.part, styles_, tally_);
      }
      if (auto utterance = next_of_side()) return numbered(std::move(*utterance));
      open_.reset();
    }
    tell();
    return std::nullopt;
  }

 private:
  Utterance numbered(Utterance utterance) {
    utterance.number = number_++;
    return utterance;
  }

  /// A paragraph, or a row of a table, of the part beside the text.
  std::optional<Utterance> next_of_side() {
    while (auto block = open_->text.next()) {
      Utterance utterance{.part = open_->part};
      for (const DocumentCell& cell : block->cells) {
        for (const DocumentParagraph& paragraph : cell) {
          if (paragraph.text.find_first_not_of(" \t\n") == std::string::npos) continue;
          if (utterance.at.line == 0) utterance.at = {paragraph.number, paragraph.column};
          if (!utterance.text.empty()) utterance.text += '\t';
          utterance.text += paragraph.text;
        }
      }
      if (utterance.text.empty()) continue;
      const bool marginal = utterance.part == Part::header || utterance.part == Part::footer;
      if (marginal && margins_.count++ == 0) margins_.at = utterance.at;
      return utterance;
    }
    return std::nullopt;
  }

  void tell() {
    if (std::exchange(told_, true)) return;
    for (const Issue& issue :
         {tally_.insertions, tally_.deletions, tally_.hidden, tally_.comments, margins_}) {
      if (issue.count > 0) issues_(issue);
    }
  }

  Sink<Issue> issues_;
  const ZipPackage& package_;
  DocxParts parts_;
  DocxStyles styles_;
  DocxTally tally_{};
  Issue margins_{.code = IssueCode::docx_headers_footers, .count = 0};
  std::optional<OpenPart> open_{};
  std::optional<DocumentLines> lines_{};
  std::optional<TurnReader> turns_{};
  std::size_t side_ = 0;
  std::uint64_t number_ = 0;
  bool told_ = false;
};

}  // namespace

bool claims_docx(const ZipPackage& package) { return is_docx(package); }

std::unique_ptr<Reader> open_docx(const ZipPackage& package, const Sink<Issue>& issues,
                                  const ReadOptions& options) {
  return std::make_unique<DocxReader>(package, issues, options);
}

}  // namespace moniker
