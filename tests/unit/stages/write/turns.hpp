#pragma once
#include <string>
#include <vector>

#include "write/writer.hpp"

/// Short ways to make utterances and to write them.
using namespace moniker::write;

namespace turns {

using moniker::Part;
using moniker::Utterance;
using std::chrono::milliseconds;

inline Utterance turn(std::string speaker, std::string text, Part part = Part::talk) {
  return {.speaker = std::move(speaker), .text = std::move(text), .part = part};
}

inline moniker::TimeSpan span(int begin, int end) { return {milliseconds(begin), milliseconds(end)}; }

/// Numbered as they come; the header is empty unless given.
inline std::string written(const std::string& format, std::vector<Utterance> given,
                           moniker::write::WriteHeader header = {}) {
  moniker::MemorySink sink;
  const auto writer = moniker::write::write_format_named(format, {}, {}).open(sink, header);
  std::uint64_t number = 0;
  for (Utterance& utterance : given) {
    utterance.number = number++;
    writer->take(utterance);
  }
  writer->finish();
  return sink.bytes();
}

/// A focus group with everything that is awkward to write.
inline std::vector<Utterance> awkward() {
  return {turn("", "Focus group 3", Part::matter),
          turn("", "Date: a Monday", Part::matter),
          turn("INT1", "How are you?"),
          turn("ID04", "Fine.\nNote: I said \"fine\" & <meant> it --> so"),
          turn("", "who is this: me"),
          turn("ID05", "  two  blanks, a\ttab, Zoë, \U0001F600 \u05D0\u05D1 and [PERSON_3]'s "),
          turn("ID04", ""),
          turn("", "Second part", Part::matter),
          turn("ID04", "one\n\n\ntwo\r\nthree\u2028four"),
          turn("", "see: the protocol", Part::footnote),
          turn("ID05", "bye")};
}

}  // namespace turns
