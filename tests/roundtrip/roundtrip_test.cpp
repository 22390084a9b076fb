// What is read is written, and what is written is read again: utterances, speakers, times and text survive
// for every pair, but for what docs/formats.md says that a format does not hold.
#include <catch2/catch.hpp>

#include <set>

#include "read/formats/formats.hpp"
#include "roundtrip/encoders.hpp"
#include "roundtrip/formats_page.hpp"
#include "roundtrip/talk.hpp"
#include "unit/stages/read/reading.hpp"
#include "unit/stages/write/turns.hpp"
#include "write/turn_text.hpp"

using namespace moniker::read;

namespace {

using moniker::Utterance;
using Talk = std::vector<Utterance>;
using roundtrip::Times;

/// Blanks are one blank: whoever reads talk sees no difference, and most formats make none.
std::string words_of(const std::string& text) {
  std::string out;
  for (const char c : moniker::write::one_line(text)) {
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// A turn as one line, with what the formats hold in common.
std::vector<std::string> lines_of(const Talk& talk, bool speakers, Times times) {
  std::vector<std::string> lines;
  for (const Utterance& turn : talk) {
    if (turn.part != moniker::Part::talk) {
      lines.push_back("no talk");
      continue;
    }
    std::string line = speakers ? turn.speaker : "";
    if (times != Times::none) line += turn.time ? " " + std::to_string(turn.time->begin.count()) : " no time";
    if (times == Times::both && turn.time) line += "-" + std::to_string(turn.time->end.count());
    lines.push_back(line + " | " + words_of(turn.text));
  }
  return lines;
}

Talk read_back(const std::string& bytes, const std::string& format) {
  const auto result = reading::read_all(bytes);
  CHECK(result.format == format);
  return result.utterances;
}

void check_survives(const Talk& before, const Talk& after, Times times) {
  const auto expected = lines_of(before, true, times), found = lines_of(after, true, times);
  CHECK(found.size() == expected.size());
  for (std::size_t n = 0; n < std::min(found.size(), expected.size()); ++n) {
    if (found[n] == expected[n]) continue;
    CHECK(found[n] == expected[n]);  // the first turn that is another
    return;
  }
}

Times fewer(Times one, Times other) { return std::min(one, other); }

/// A talk as some program delivers it.
struct Delivery {
  std::string format, name, bytes;
  Talk talk;
};
using Words = roundtrip::Words;

/// What a page holds of a talk: accents are on their letters, a blank is a blank, and what runs from right to left gets
/// marks; that is left out here, as is a time, which counts as one at a line's beginning, and what the fixture has no
/// code for.
Talk printed(Talk talk) {
  const std::pair<std::string, std::string> rows[] = {
      {"e\u0301", "\u00E9"}, {"a\u00A0b", "a b"}, {"\u05D0\u05D1", "A"}, {"\U0001F600", "A"}, {"10:30", "A"}};
  for (moniker::Utterance& turn : talk) {
    for (const auto& [words, as] : rows) {
      for (std::size_t at = 0; (at = turn.text.find(words, at)) != std::string::npos; at += as.size())
        turn.text.replace(at, words.size(), as);
    }
  }
  return talk;
}

/// In every format, with all that its words can hold.
std::vector<Delivery> deliveries(std::uint32_t seed) {
  std::vector<Delivery> all;
  const auto page = roundtrip::formats_page();
  const Talk plain = roundtrip::made_talk(seed, Words::plain), marked = roundtrip::made_talk(seed, Words::with_marks);
  for (const auto& format : moniker::write::write_formats()) {
    const auto row = page.find(std::string(format.name));
    if (row == page.end() || !row->second.read) continue;
    const Talk& talk = row->second.marks ? marked : plain;
    all.push_back({row->first, row->first, turns::written(row->first, talk), talk});
  }
  for (const auto& encoder : roundtrip::encoders()) {
    const Talk talk = encoder.format == "pdf" ? printed(marked) : marked;
    all.push_back({std::string(encoder.format), std::string(encoder.variant), encoder.bytes(talk), talk});
  }
  return all;
}

}  // namespace

TEST_CASE("every format has its row in docs/formats.md") {
  const auto page = roundtrip::formats_page();
  std::set<std::string> read, written, said_read, said_written;
  for (const auto& format : moniker::read::formats()) read.insert(std::string(format.name));
  for (const auto& format : moniker::read::package_formats()) read.insert(std::string(format.name));
  for (const auto& format : moniker::write::write_formats()) written.insert(std::string(format.name));
  for (const auto& [name, holds] : page) {
    if (holds.read) said_read.insert(name);
    if (holds.written) said_written.insert(name);
  }
  CHECK(said_read == read);
  CHECK(said_written == written);
}

TEST_CASE("every format that is read can be made here") {
  std::set<std::string> made;
  for (const Delivery& delivery : deliveries(1)) made.insert(delivery.format);
  for (const auto& format : moniker::read::formats()) CHECK(made.contains(std::string(format.name)));
  for (const auto& format : moniker::read::package_formats()) CHECK(made.contains(std::string(format.name)));
}

TEST_CASE("what is delivered in a format is read: speakers, turns, times and words") {
  const auto page = roundtrip::formats_page();
  const std::uint32_t seed = GENERATE(range(0U, 40U));
  for (const Delivery& delivery : deliveries(seed)) {
    CAPTURE(seed, delivery.name);
    check_survives(delivery.talk, read_back(delivery.bytes, delivery.format), page.at(delivery.format).times);
  }
}

TEST_CASE("for every reader and writer, what both hold survives") {
  const auto page = roundtrip::formats_page();
  const std::uint32_t seed = GENERATE(range(100U, 110U));
  for (const Delivery& delivery : deliveries(seed)) {
    const Talk read = read_back(delivery.bytes, delivery.format);
    for (const auto& format : moniker::write::write_formats()) {
      const std::string name(format.name);
      const auto& holds = page.at(name);
      const Times times = fewer(page.at(delivery.format).times, holds.times);
      if (!holds.read || !(holds.marks || !page.at(delivery.format).marks) ||
          (format.needs_times && times == Times::none))
        continue;
      CAPTURE(seed, delivery.name, name);
      check_survives(read, read_back(turns::written(name, read), name), times);
    }
  }
}

TEST_CASE("what docs/formats.md says is lost is lost, so that it can be taken at its word") {
  const auto page = roundtrip::formats_page();
  for (const Delivery& delivery : deliveries(7)) {
    CAPTURE(delivery.name);
    const auto& holds = page.at(delivery.format);
    const Talk read = read_back(delivery.bytes, delivery.format);
    const bool timed = std::any_of(read.begin(), read.end(), [](const auto& turn) { return turn.time.has_value(); });
    CHECK(timed == (holds.times != Times::none));
    CHECK(holds.speakers);
  }
}

TEST_CASE("what is written twice over is written alike") {
  const Talk talk = roundtrip::made_talk(3, Words::with_marks);
  for (const auto& format : moniker::write::write_formats()) {
    const std::string name(format.name);
    CHECK(turns::written(name, talk) == turns::written(name, talk));
  }
}
