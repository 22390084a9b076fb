#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::intruder {

/// What stands for something: bytes of a turn's text.
struct SeenMark {
  ByteRange bytes{};
  std::string label{}, entity{};
};
struct SeenTurn {
  std::string speaker{};  // an ID, or nothing
  std::string text{};
  std::vector<SeenMark> marks{};  // ascending
};
struct SeenTranscript {
  std::string name{};  // T03
  std::vector<SeenTurn> turns{};
};
/// What lies beside the talk: a part of an output, its properties, a report.
struct SeenPart {
  std::string transcript{};  // where it is of one
  std::string name{};        // as Spot::part
  std::string text{};
};
/// Finished outputs, as whoever opens them reads them.
struct SeenOutputs {
  std::vector<SeenTranscript> transcripts{};
  std::vector<SeenPart> parts{};
  std::string participant_prefix = "ID";
  std::vector<std::string> columns{};
  struct Person {
    std::string id{};
    std::vector<std::string> values{};
  };
  std::vector<Person> people{};  // participants who speak, by what is published of them
};

/// A row of the linkage table: what stands behind a pseudonym.
struct Original {
  std::string pseudonym{}, label{};
  std::string name{}, number{};        // of the register's people
  std::vector<std::string> aliases{};  // of them
  std::string form{};                  // of others: folded, as it was found
  std::string surrogate{};             // what stands in the text where that is no pseudonym
};

/// The bytes of a turn that stand for something, ascending.
std::vector<ByteRange> replaced_in(const SeenTurn& turn);
inline bool is_replaced(const SeenTurn& turn, ByteRange bytes) {
  for (const SeenMark& mark : turn.marks) {
    if (mark.bytes.overlaps(bytes)) return true;
  }
  return false;
}

}  // namespace moniker::intruder
