#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "diff/aligned.hpp"
#include "outputs/asker.hpp"
#include "read/turns/reader.hpp"

namespace moniker::custodian {

/// Where a comparison goes: to the eyes of who asked, or into a file too.
enum class DiffPageKind : std::uint8_t { none, sealed, plain };

struct DiffRequest {
  std::string transcript{};  // T03
  Asker asker{};
  const read::ReadOptions& reading;        // as the study reads its deliveries
  DiffPageKind page = DiffPageKind::none;  // recorded
};

/// A turn before and after. Names people.
struct DiffTurn {
  std::uint64_t number = 0;  // of the written transcript, from 1
  std::optional<TimeSpan> time{};
  std::string was_speaker{}, speaker{};  // a label as delivered, and what stands for it; may be empty
  std::vector<DiffPiece> pieces{};
  bool changed() const;
};

/// A transcript before and after. Names people: for the eyes of who asked, and no file that they did not ask for.
struct Diff {
  std::string transcript{};
  bool delivered = false;  // what was delivered lay in incoming/, as the log knows it
  std::vector<DiffTurn> turns{};
  std::size_t changes() const;
};

/// Opens the marked copy of a transcript, finds in incoming/ the very bytes that it was made of, records who looked,
/// signs the log, and only then answers. Throws Error: usage where there is no such transcript, integrity when no
/// identity opens it, or it is not the file that the log names, or its turns are not those of what was delivered. When
/// the log cannot be written there is no answer.
Diff compare_transcript(const StudyLayout& layout, const DiffRequest& request, const Clock& clock);

}  // namespace moniker::custodian
