#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "fuzz/fuzzing.hpp"
#include "read/open_transcript.hpp"
#include "support/english.hpp"

// What holds for every delivery, whatever its bytes: it is refused with a remedy or read; read in small
// pieces it gives the same; texts are UTF-8 of bounded length, numbered in order, with captions in order.
namespace moniker::fuzz {

using namespace moniker::read;

/// Gives few bytes a call, a pipe's way.
class SmallPieces : public ByteSource {
 public:
  SmallPieces(std::string_view bytes, std::size_t piece) : bytes_(bytes), piece_(piece) {}
  std::size_t read(std::span<char> into) override {
    const std::size_t n = std::min({into.size(), bytes_.size(), piece_});
    bytes_.copy(into.data(), n);
    bytes_.remove_prefix(n);
    return n;
  }

 private:
  std::string_view bytes_;
  std::size_t piece_;
};

struct Seen {
  std::string all{};
  std::vector<Issue> issues{};
  bool operator==(const Seen&) const = default;
};

/// All that a reader gives, each turn as it has to be.
inline void read_to_end(Reader& reader, const ReadOptions& options, Seen& seen) {
  std::uint64_t number = 0;
  while (auto utterance = reader.next()) {
    hold(utterance->number == number++);
    hold(find_invalid_utf8(utterance->text) == std::string::npos);
    hold(find_invalid_utf8(utterance->speaker) == std::string::npos);
    hold(utterance->part != Part::talk || utterance->text.size() <= options.longest_turn);
    std::uint32_t last = 0;
    for (const Cue& cue : utterance->cues) {
      hold(cue.begin >= last && cue.begin <= utterance->text.size());
      last = cue.begin;
    }
    seen.all += utterance->speaker + '\x1E' + utterance->text + '\x1F';
  }
}

inline Seen read_in_pieces(std::string_view bytes, std::size_t piece) {
  const ReadOptions options{.language = test::english(), .longest_turn = 256};
  Seen seen;
  try {
    auto opened = open_transcript(
        std::make_unique<SmallPieces>(bytes, piece), [&](Issue issue) { seen.issues.push_back(issue); }, options);
    read_to_end(*opened.reader, options, seen);
  } catch (const Error& error) {
    hold(!error.problem().what.empty() && !error.problem().remedy.empty());
    seen.all += error.problem().what;
  }
  return seen;
}

inline void read_alike(std::string_view bytes) { hold(read_in_pieces(bytes, 1U << 20) == read_in_pieces(bytes, 3)); }

}  // namespace moniker::fuzz
