#include "inspect/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "inspect/metadata.hpp"
#include "inspect/tally.hpp"
#include "read/open_transcript.hpp"

namespace moniker::inspect {

Inspection inspect(const std::filesystem::path& file) {
  Inspection inspection;
  try {
    read::OpenedTranscript opened =
        read::open_transcript(file, [&](Issue issue) { inspection.issues.push_back(issue); });
    inspection.format = opened.format;
    Tally tally(inspection);
    while (const auto utterance = opened.reader->next()) tally.take(*utterance);
  } catch (const Error& error) {
    inspection.failure = error.problem();
  }
  // Also of a file that no reader takes to its end: what it tells of people is there all the same.
  inspection.metadata = metadata_of(inspection.format, file);
  return inspection;
}

std::string shape_of(std::string_view label) {
  if (label.empty()) return "nobody named";
  std::size_t words = 0, letters = 0, digits = 0;
  bool inside = false;
  for (std::size_t at = 0; at < label.size();) {
    const CodePoint point = code_point_at(label, at);
    at += std::max<std::size_t>(1, point.length);
    const bool digit = point.value >= U'0' && point.value <= U'9';
    const bool word = is_word(point.value);
    words += word && !inside;
    inside = word || point.value == U'\'' || point.value == U'-';
    digits += digit;
    letters += word && !digit;
  }
  constexpr std::string_view small[] = {"no word", "one word", "two words", "three words"};
  std::string shape = words < std::size(small) ? std::string(small[words]) : fmt::format("{} words", words);
  if (words == 1 && letters == 1) shape = "a letter";
  if (words == 1 && letters == 0)
    shape = "a number";
  else if (digits > 0)
    shape += " and digits";
  return shape;
}

}  // namespace moniker::inspect
