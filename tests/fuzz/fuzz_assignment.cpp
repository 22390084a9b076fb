// The assignment's lines from anybody: what was read, written and read once more is written the same.
#include "fuzz/fuzzing.hpp"
#include "resolve/assignment_lines.hpp"

using namespace moniker;

namespace {

std::string lines_of(const resolve::Assignment& assignment) {
  std::string lines;
  resolve::assignment_lines(assignment, [&](std::string_view line) { lines.append(line) += '\n'; });
  return lines;
}

/// Whether it is whole.
bool read_lines(std::string_view text, resolve::Assignment& into) {
  resolve::AssignmentReader reader;
  while (!text.empty() && !reader.ended()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (reader.ended()) into = reader.finish();
  return reader.ended();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::takes([&] {
    resolve::Assignment first, second;
    if (!read_lines(fuzz::text_of(data, size), first)) return;
    const std::string lines = lines_of(first);
    fuzz::hold(read_lines(lines, second) && lines_of(second) == lines);
  });
  return 0;
}
