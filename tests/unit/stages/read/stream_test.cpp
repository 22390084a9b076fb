// Transcripts of any length in bounded memory, and nothing lost on the way.
#include <catch2/catch.hpp>
#include <fstream>
#include <random>

#include "docx_fixture.hpp"
#include "read/turns/text_turns.hpp"
#include "reading.hpp"

using namespace reading;

using namespace moniker::read;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

/// A line of /proc/self/status in bytes: "VmHWM:" is the most memory this program ever held.
std::size_t status_of(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != field) continue;
    std::size_t kib = 0;
    status >> kib;
    return kib * 1024;
  }
  return 0;
}

/// Begins a new count of the most memory held, where the system lets a program do so.
void forget_peak() { std::ofstream("/proc/self/clear_refs") << "5"; }

/// `head` once, then `block` again and again until `size` bytes are given. Both are the caller's: a source that held
/// them would be what the measuring finds.
class EndlessSource : public ByteSource {
 public:
  EndlessSource(std::string_view head, std::string_view block, std::size_t size)
      : now_(head), block_(block), left_(size) {}
  std::size_t read(std::span<char> into) override {
    std::size_t done = 0;
    while (done < into.size() && left_ > 0) {
      if (now_.empty()) now_ = block_;
      const std::size_t n = std::min({into.size() - done, now_.size(), left_});
      std::copy_n(now_.data(), n, into.data() + done);
      now_.remove_prefix(n);
      done += n, left_ -= n;
    }
    return done;
  }

 private:
  std::string_view now_, block_;
  std::size_t left_;
};

struct Told {
  std::size_t utterances = 0, bytes = 0, longest = 0;
  std::uint64_t issues = 0;
};

Told drain(std::unique_ptr<ByteSource> source) {
  Told told;
  auto opened = open_transcript(std::move(source), [&](Issue) { ++told.issues; }, {.language = test::english()});
  while (auto utterance = opened.reader->next()) {
    ++told.utterances;
    told.bytes += utterance->text.size();
    told.longest = std::max(told.longest, utterance->text.size());
  }
  return told;
}

constexpr std::size_t mib = std::size_t{1} << 20;
const std::string sentence = "And so we went to the hospital, and nobody there knew who we were. ";

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

}  // namespace

TEST_CASE("a transcript is never held: of one without end three mebibytes at most") {
  const std::size_t size = 4 * mib;
  const std::string cue = "\n00:00:01.000 --> 00:00:02.000\n<v Kate Shaw>" + sentence + "\n";
  const auto [name, head, block] = GENERATE_COPY(table<const char*, std::string, std::string>({
      {"txt", "", repeated("I1: " + sentence + "\nR: " + sentence + sentence + "\n", mib)},
      {"one turn without end", "I1: Yes.\nR: ", repeated(sentence + "\n", mib)},
      {"one line without end", "I1: Yes.\nR: ", repeated(sentence, mib)},
      {"one word without end", "I1: Yes.\nR: ", std::string(mib, 'x')},
      {"empty lines without end", "I1: Yes.\n", std::string(mib, '\n')},
      {"times without words", "I1: Yes.\n", repeated("[00:00:01]\n", mib)},
      {"labels without words", "I1: Yes.\n", repeated("Kate:\nWill:\n", mib)},
      {"vtt", "WEBVTT\n", repeated(cue, mib)},
      {"one caption without end", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n", repeated(sentence + "\n", mib)},
      {"one line of a caption without end", "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v ", std::string(mib, 'x')},
      {"a note without end", "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nNOTE\n", repeated(sentence + "\n", mib)},
      {"captions without words", "WEBVTT\n\n00:01.000 --> 00:02.000\na\n",
       repeated("\n00:00:01.000 --> 00:00:02.000\n<v Kate>\n", mib)},
      {"captions of one letter", "WEBVTT\n", repeated("\n00:01.000 --> 00:02.000\na\n", mib)},
  }));
  CAPTURE(name);
  drain(std::make_unique<EndlessSource>(head, block, 64 * 1024));  // what a first reading makes for good
  forget_peak();
  const std::size_t before = status_of("VmRSS:");
  const Told told = drain(std::make_unique<EndlessSource>(head, block, size));
  const std::size_t peak = status_of("VmHWM:");
  CHECK(told.longest <= 64 * 1024);
  CHECK(told.utterances > 0);
  REQUIRE(before > 0);
  // Two of them are where each letter of a longest turn stood, while the list of places grows.
  if (!sanitized) CHECK(peak - std::min(peak, before) < 3 * mib);
}

TEST_CASE("a document of words is read with its archive and little beside it in memory") {
  const std::size_t size = 4 * mib;
  std::mt19937 random(7);
  const auto word = [&] {
    std::string out;
    for (int i = 0; i < 8; ++i) out += static_cast<char>('a' + random() % 26);
    return out;
  };
  std::string body;
  while (body.size() < size)
    body += said_line("I1: " + word() + " " + word()) + said_line("R: " + word() + word() + " " + word());
  auto source = std::make_unique<PiecewiseSource>(Docx{.body = std::exchange(body, {})}.bytes(), std::vector{mib});
  forget_peak();
  const std::size_t before = status_of("VmRSS:");
  const Told told = drain(std::move(source));
  const std::size_t peak = status_of("VmHWM:");
  CHECK(told.utterances > size / 400);
  if (!sanitized) CHECK(peak - std::min(peak, before) < 16 * mib);  // the archive is held: it is no file
}

TEST_CASE("of any text no word is lost, and each byte is found again in its source") {
  const std::vector<std::string> pieces = {
      "I1:",    "R: ",       "Kate Shaw: ", "\tKate",      "\n",     "\n\n",         "[00:00:01] ", "10:30 ",
      "words ", "Zo\u00EB ", "said: no. ",  "Date: 3 May", "\u2013", "#00:00:10-2#", "(laughs)",    "http://x.example ",
      "  ",     "\U0001F600"};
  std::mt19937 random(11);
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    std::size_t letters = 0;
    for (const TextTurn& turn : text_turns(text, test::english())) {
      const Utterance& utterance = turn.utterance;
      CHECK(text.substr(turn.label.begin, turn.label.end - turn.label.begin) == utterance.speaker);
      for (std::size_t i = 0; i < turn.runs.size(); ++i) {
        const std::size_t begin = turn.runs[i].text,
                          end = i + 1 < turn.runs.size() ? turn.runs[i + 1].text : utterance.text.size();
        std::string run = utterance.text.substr(begin, end - begin);
        if (i + 1 < turn.runs.size() && (run.ends_with('\n') || run.ends_with(' '))) run.pop_back();
        CHECK(text.compare(turn.runs[i].source, run.size(), run) == 0);
      }
      for (const std::string& all : {utterance.speaker, utterance.text}) {
        letters += static_cast<std::size_t>(
            std::count_if(all.begin(), all.end(), [](char c) { return c >= 'a' && c <= 'z'; }));
      }
    }
    CHECK(letters == static_cast<std::size_t>(
                         std::count_if(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; })));
  }
}
