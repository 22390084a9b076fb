// Plain text: the lines of the file are the lines of the talk, without the marks of Markdown.
#include <utility>

#include "read/formats/formats.hpp"
#include "read/turns/markdown_lines.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {
namespace {

class TxtReader : public Reader {
 public:
  TxtReader(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options)
      : source_(source),
        lines_([this] { return source_.next(); }, options.language),
        issues_(issues),
        turns_([this] { return lines_.next(); }, options, issues) {}
  std::optional<Utterance> next() override {
    if (auto turn = turns_.next()) return std::move(turn->utterance);
    if (std::exchange(told_, true)) return std::nullopt;
    for (const Issue& issue : {lines_.hidden(), lines_.columns()}) {
      if (issue.count > 0) issues_(issue);
    }
    return std::nullopt;
  }

 private:
  LineReader source_;
  MarkdownLines lines_;
  Sink<Issue> issues_;
  TurnReader turns_;
  bool told_ = false;
};

}  // namespace

bool claims_txt(const Head& head) { return head.text.find_first_not_of(" \t\r\n") != std::string_view::npos; }

std::unique_ptr<Reader> open_txt(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<TxtReader>(source, issues, options);
}

}  // namespace moniker::read
