// Plain text: the lines of the file are the lines of the talk, without the marks of Markdown.
#include "read/formats/formats.hpp"
#include "read/turns/markdown.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {
namespace {

class TxtReader : public Reader {
 public:
  TxtReader(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options)
      : lines_(source), turns_([this] { return line(); }, options, issues) {}
  std::optional<Utterance> next() override {
    auto turn = turns_.next();
    return turn ? std::optional(std::move(turn->utterance)) : std::nullopt;
  }

 private:
  std::optional<Line> line() {
    auto line = lines_.next();
    return line ? std::optional(without_markdown(std::move(*line))) : std::nullopt;
  }

  LineReader lines_;
  TurnReader turns_;
};

}  // namespace

bool claims_txt(const Head& head) { return head.text.find_first_not_of(" \t\r\n") != std::string_view::npos; }

std::unique_ptr<Reader> open_txt(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<TxtReader>(source, issues, options);
}

}  // namespace moniker::read
