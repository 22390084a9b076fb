// Word documents: the main text as turns, then notes, comments, headers and footers, so that every word of
// the delivery is searched. Streams: one paragraph and libxml2's buffers are held.
#include <utility>

#include "moniker/error.hpp"
#include "read/formats/docx_text.hpp"
#include "read/formats/docx_turns.hpp"
#include "read/turns/document_lines.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {
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

}  // namespace

/// One part being read; each member uses the one before.
struct OpenDocxPart {
  OpenDocxPart(const ZipPackage& package, const std::string& name, Part part_kind, const DocxStyles& styles,
               DocxTally& tally)
      : part(part_kind),
        source(package.open(name)),
        xml(*source, part_in_words(part) + " of the .docx"),
        chunks(package, name),
        shapes(styles.tables.empty() ? DocxTableShapes() : read_table_shapes(package, name)),
        text(xml, styles, shapes, tally) {
    text.import_from(chunks);
  }
  Part part;
  std::unique_ptr<ByteSource> source;
  XmlPull xml;
  DocxChunks chunks;
  DocxTableShapes shapes;
  DocxText text;
};

struct DocxTurns::State {
  State(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options,
        std::vector<DocxSource>* sources)
      : issues_(issues),
        sources_(sources),
        package_(package),
        parts_(find_docx_parts(package_)),
        styles_(read_docx_styles(package_, parts_)) {
    report_docx_cargo(package_, issues_);
    open(parts_.main, Part::talk);
    lines_.emplace([this] { return open_->text.next(); }, options.language);
    turns_.emplace([this] { return lines_->next(); }, options, issues_);
  }

  std::optional<DocxTurn> next() {
    if (turns_) {
      if (auto turn = turns_->next()) return numbered(std::move(*turn));
      columns_ = lines_->columns();
      turns_.reset();
      lines_.reset();
      end_part();
    }
    while (open_ || side_ < parts_.side.size()) {
      if (!open_) {
        const DocxSidePart& side = parts_.side[side_++];
        open(side.name, side.part);
      }
      if (auto turn = next_of_side()) return numbered(std::move(*turn));
      end_part();
    }
    tell();
    return std::nullopt;
  }

  std::optional<Position> imported() const {
    return tally_.imports.count > 0 ? std::optional(tally_.imports.at) : std::nullopt;
  }

 private:
  DocxTurn numbered(TextTurn turn) {
    turn.utterance.number = number_++;
    return {std::move(turn), opened_ - 1};
  }

  void open(const std::string& name, Part part) {
    open_.emplace(package_, name, part, styles_, tally_);
    ++opened_;
    if (!sources_) return;
    sources_->push_back({.name = name, .part = part});
    open_->text.watch([this](DocxPut put) { note(put); });
  }

  void end_part() {
    tally_.chunks.count += open_->chunks.unread();
    tally_.repaired.count += open_->xml.repaired();
    open_.reset();
  }

  void note(const DocxPut& put) {
    DocxSource& source = sources_->back();
    if (source.paragraphs.size() <= put.paragraph) source.paragraphs.resize(put.paragraph + 1);
    source.paragraphs[put.paragraph] += put.text;
    source.places.push_back({put.element, put.paragraph, put.begin, static_cast<std::uint32_t>(put.text.size())});
  }

  /// A paragraph, or a row of a table, of the part beside the text.
  std::optional<TextTurn> next_of_side() {
    while (auto block = open_->text.next()) {
      TextTurn turn;
      Utterance& utterance = turn.utterance;
      utterance.part = open_->part;
      for (const DocumentCell& cell : block->cells) {
        for (const DocumentParagraph& paragraph : cell) {
          if (paragraph.text.find_first_not_of(" \t\n") == std::string::npos) continue;
          if (utterance.at.line == 0) utterance.at = {paragraph.number, paragraph.column};
          if (!utterance.text.empty()) utterance.text += '\t';
          turn.runs.push_back({static_cast<std::uint32_t>(utterance.text.size()),
                               (std::uint64_t{paragraph.number} << 32) + paragraph.offset});
          utterance.text += paragraph.text;
        }
      }
      if (utterance.text.empty()) continue;
      const bool marginal = utterance.part == Part::header || utterance.part == Part::footer;
      if (marginal && margins_.count++ == 0) margins_.at = utterance.at;
      return turn;
    }
    return std::nullopt;
  }

  void tell() {
    if (std::exchange(told_, true)) return;
    for (const Issue& issue : {tally_.insertions, tally_.deletions, tally_.hidden, tally_.chunks, tally_.comments,
                               tally_.repaired, margins_, columns_}) {
      if (issue.count > 0) issues_(issue);
    }
  }

  Sink<Issue> issues_;
  std::vector<DocxSource>* sources_;
  std::size_t opened_ = 0;
  const ZipPackage& package_;
  DocxParts parts_;
  DocxStyles styles_;
  DocxTally tally_{};
  Issue columns_{.code = IssueCode::table_columns, .count = 0};
  Issue margins_{.code = IssueCode::document_headers_footers, .count = 0};
  std::optional<OpenDocxPart> open_{};
  std::optional<DocumentLines> lines_{};
  std::optional<TurnReader> turns_{};
  std::size_t side_ = 0;
  std::uint64_t number_ = 0;
  bool told_ = false;
};

DocxTurns::DocxTurns(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options,
                     std::vector<DocxSource>* sources)
    : state_(std::make_unique<State>(package, issues, options, sources)) {}

DocxTurns::~DocxTurns() = default;

std::optional<Position> DocxTurns::imported() const { return state_->imported(); }

std::optional<DocxTurn> DocxTurns::next() { return state_->next(); }

}  // namespace moniker::read
