// A transcript and captions from anybody, split where a byte is 0: every word of both is accounted for once, in all and
// by speaker; the errors are as many whichever of the two is called what was said; and a small window loses nothing.
#include "align/verdict.hpp"

#include <cstdint>
#include <cstdlib>

#include "fuzz/read_alike.hpp"
#include "support/english.hpp"

using namespace moniker::align;
using namespace moniker::read;

namespace {

using namespace moniker;
using namespace moniker::align;
using fuzz::hold;

void compare_bytes(std::string_view written, std::string_view said, std::size_t window, TalkComparison& into) {
  const auto open = [](std::string_view bytes) {
    return open_transcript(std::make_unique<fuzz::SmallPieces>(bytes, 1U << 20), [](Issue) {},
                           {.language = test::english()});
  };
  const WordOptions words{.language = test::english()};
  WordStream transcript(open(written), into.vocabulary, words), captions(open(said), into.vocabulary, words);
  compare(transcript, captions, {.words = words, .keep_words = true, .window = window}, into);
}

void account(const TalkComparison& seen) {
  hold(seen.all.said() == seen.said_words);
  hold(seen.all.same + seen.all.changed + seen.all.added == seen.written_words);
  ErrorCounts people;
  for (const Speaker& speaker : seen.speakers) {
    people.same += speaker.errors.same;
    people.changed += speaker.errors.changed;
    people.missing += speaker.errors.missing;
    people.added += speaker.errors.added;
  }
  hold(seen.speakers.empty() || people == seen.all);
  std::uint64_t in_common = 0, minutes = 0;
  for (const auto& row : seen.words_of) {
    for (const std::uint64_t words : row) in_common += words;
  }
  for (const auto& [number, errors] : seen.five_minutes) minutes += errors.same + errors.errors();
  hold(in_common == seen.all.same);
  hold(minutes <= seen.all.same + seen.all.errors());
  for (const Concern& concern : judge(seen, {}, [](std::size_t) { return std::string("somebody"); })) {
    hold(!concern.what.empty() && !concern.remedy.empty());
  }
}

void check_words(std::string_view text) {
  if (find_invalid_utf8(text) != std::string_view::npos) return;
  std::size_t last = 0;
  for (const NormalWord& word : normal_words(text, {.language = test::english()})) {
    hold(!word.text.empty() && word.text.find(' ') == std::string::npos &&
         find_invalid_utf8(word.text) == std::string::npos);
    hold(word.begin >= last && word.begin < text.size());
    last = word.begin;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view both(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = std::min(both.find('\0'), size);
  const std::string_view one = both.substr(0, cut), other = both.substr(std::min(cut + 1, size));
  check_words(one);
  try {
    TalkComparison there, back, through_window;
    compare_bytes(one, other, 0, there);
    compare_bytes(other, one, 0, back);
    compare_bytes(one, other, 16, through_window);
    account(there);
    account(back);
    account(through_window);
    hold(there.said_words == through_window.said_words && there.written_words == through_window.written_words);
    if (there.said_words * there.written_words > exact_cells) return 0;
    hold(there.exact && there.all.errors() == back.all.errors());
    hold(through_window.all.errors() >= there.all.errors());
  } catch (const Error& error) {
    hold(!error.problem().what.empty() && !error.problem().remedy.empty());
  }
  return 0;
}
