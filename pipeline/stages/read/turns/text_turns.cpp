#include "read/turns/text_turns.hpp"

#include <algorithm>

#include "read/turns/markdown.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {

SourceRange TextTurn::source_of(ByteRange bytes) const {
  const auto place = [&](std::uint32_t at) -> std::uint64_t {
    const auto after = std::upper_bound(runs.begin(), runs.end(), at,
                                        [](std::uint32_t byte, const SourceRun& run) { return byte < run.text; });
    if (after == runs.begin()) return 0;
    const SourceRun& run = *(after - 1);
    return run.source + (at - run.text);
  };
  const std::uint64_t begin = place(bytes.begin);
  return {begin, bytes.end > bytes.begin ? place(bytes.end - 1) + 1 : begin};
}

std::vector<TextTurn> text_turns(std::string_view text, const words::Language& language) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  const std::size_t skipped = text.starts_with(mark) ? mark.size() : 0;
  MemorySource source(text.substr(skipped));
  constexpr std::size_t block = 64 * 1024;
  LineReader lines(source, block, std::min(block, text.size() + 1));  // most texts are short, and there are many
  const auto next_line = [&] {
    auto line = lines.next();
    if (line) line->source += skipped;
    return line ? std::optional(without_markdown(std::move(*line))) : std::nullopt;
  };
  TurnReader reader(next_line, ReadOptions{.language = language}, [](const Issue&) {});
  std::vector<TextTurn> turns;
  while (auto turn = reader.next()) turns.push_back(std::move(*turn));
  return turns;
}

}  // namespace moniker::read
