#include "read/formats/docx_parts.hpp"
#include "read/formats/docx_turns.hpp"
#include "read/formats/formats.hpp"

namespace moniker::read {
namespace {

class DocxReader : public Reader {
 public:
  DocxReader(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options)
      : turns_(package, issues, options) {}
  std::optional<Utterance> next() override {
    auto next = turns_.next();
    if (!next) return std::nullopt;
    return std::move(next->turn.utterance);
  }

 private:
  DocxTurns turns_;
};

}  // namespace

bool claims_docx(const ZipPackage& package) { return is_docx(package); }

std::unique_ptr<Reader> open_docx(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<DocxReader>(package, issues, options);
}

}  // namespace moniker::read
