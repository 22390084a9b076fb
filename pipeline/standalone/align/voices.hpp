#pragma once
#include "align/error_tally.hpp"

namespace moniker::align {

/// Which voice of the captions is which speaker of the transcript, and where the two are exchanged. Holds some bytes
/// for each change of speaker.
class Voices {
 public:
  explicit Voices(TalkComparison& into) : into_(into) {}
  void take(const Timed& step);
  /// Both files' speakers must stand in the comparison.
  void finish();

 private:
  struct Run {
    std::uint16_t voice = 0, speaker = 0;
    std::uint32_t line = 0;
    std::uint64_t words = 0;
    std::int64_t from = no_time, to = no_time;
  };
  void pair_up();
  void find_exchanges();
  bool is_wrong(const Run& run) const;
  void add_exchange(std::size_t first, std::size_t last);

  TalkComparison& into_;
  std::vector<Run> runs_{};
};

}  // namespace moniker::align
