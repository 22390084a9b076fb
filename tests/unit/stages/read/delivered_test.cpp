// Deliveries with one oddity each, as real programs and people make them (delivered/): who speaks in them, and when.
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

namespace {

Result read_delivered(const std::string& name) {
  std::ifstream file(std::string(MONIKER_SOURCE_DIR "/tests/unit/stages/read/delivered/") + name, std::ios::binary);
  REQUIRE(file);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return read_all(bytes.str());
}

/// Talk and matter; what is searched and never written is counted elsewhere.
Lines written_lines(const Result& result) {
  Lines lines;
  for (const Utterance& one : result.utterances) {
    if (is_written(one.part)) lines.push_back(line_of(one));
  }
  return lines;
}

struct Delivery {
  const char* file;
  Lines expected;
};

const std::vector<Delivery>& deliveries() {
  static const Lines quarry = {
      "Morag Tennant | How long were you at the quarry?", "Tegwen Maddock | Eleven years, until the slate ran out.",
      "Morag Tennant | And after that?", "Tegwen Maddock | Then we all went down to the coast."};
  static const std::vector<Delivery> all = {
      {"bold-labels-colon-outside.txt", quarry},
      {"bold-labels.txt",
       {"Morag Tennant 12000-12000 | How long were you at the quarry?",
        "Tegwen Maddock | Eleven years, until the slate ran out.", "Morag Tennant | And after that?",
        "Tegwen Maddock 106000-106000 | Then we all went down to the coast."}},
      {"front-matter.txt",
       {"matter:  | ---/title: The slate run out/speakers:/- Tegwen Maddock/- Morag Tennant/date: "
        "2021-11-16/transcript_by: Ifan Prosser/tags:/- quarry/---",
        quarry[0], quarry[1], quarry[2], quarry[3]}},
      {"labels-in-brackets.txt",
       {"P01 | Eleven years, until the slate ran out.", "P02 | I was there for nine.", "P01 | And your brother too.",
        "P02 | He drove the lorry."}},
      {"labels-with-dashes.docx",
       {"matter:  | Interview with the client/[I] \u2013 Interviewer \t[C] \u2013 Client",
        "I | Good afternoon, and thank you for seeing me.", "C | You are welcome.",
        "I | How long have you had the shop?", "C | Since my mother gave it up, so nine years in May.",
        "I | And who works here?", "C | My brother, and a girl on Saturdays.", "I | Thank you.", "C | Not at all."}},
      {"phone-label.vtt",
       {"Delyth Penhale 1000-3000 | Who is on the phone?", "+447700900123 3000-6000 | It is me, in the car.",
        "Delyth Penhale 6000-8000 | Great.", "07700900123 8000-10000 | Carry on then."}},
      {"dialogue-dashes.srt",
       {"Delyth 1000-3000 | Where do you live?", "Si\u00E2n 1000-3000 | Near the park, with Ottoline.",
        "Delyth 3000-5000 | And then?", "Si\u00E2n 3000-5000 | To Hexham."}},
      {"label-with-and-without-colon.csv",
       {"MT 0-0 | How long were you at the quarry?", "TM 4000-4000 | Eleven years, until the slate ran out.",
        "MT 9000-9000 | And after that?", "TM | Then we all went down to the coast.", "MT 21000-21000 | Right."}},
      {"student-and-utterance.csv",
       {"M 4200-9100 | Eleven years until the slate ran out.", "G 9200-9900 | And after that?",
        "M 10000-12000 | Then we went down to the coast."}},
      {"text-and-times-without-head.csv",
       {" 140-3940 | Eleven years until the slate ran out.", " 4100-6200 | My uncle spoke for me.",
        " 6400-8800 | Then we went down to the coast."}},
      {"days-and-times.tsv",
       {"Interviewer 0-0 | How long were you at the quarry?",
        "Interviewee 4000-4000 | Eleven years, until the slate ran out.", "Interviewer 9000-9000 | And after that?",
        "Interviewee 12000-12000 | Then we all went down to the coast."}},
      {"times-on-few-rows.csv",
       {"MT 0-0 | How long were you at the quarry?", "TM | Eleven years, until the slate ran out.",
        "MT | And after that?", "TM | Then we all went down to the coast.", "MT 130000-130000 | Who went with you?",
        "TM | My brother."}},
      {"rolling.vtt", {" 800-5000 | so my name is ottoline threlkeld from hexham"}},
      {"unpadded-times.vtt",
       {"Delyth 63540-67850 | Talk number 1 about the clinic.",
        "Si\u00E2n 123540-127850 | Talk number 2 about the clinic.",
        "Delyth 183540-187850 | Talk number 3 about the clinic.",
        "Si\u00E2n 243540-247850 | Talk number 4 about the clinic."}},
      {"utterances.json",
       {"A 1000-3000 | Where do you live?", "B 3000-6000 | By the park.", "C 6000-7000 | Hello there."}},
      {"one-digit-minutes.srt",
       {"Interviewer 1000-3000 | How long were you there?", "Respondent 120013-123873 | Eleven years.",
        "Interviewer 125000-126000 | And after that?"}},
      {"region-block-old-form.vtt",
       {"Interviewer 1000-3000 | How long were you there?", "Respondent 3500-6000 | Eleven years."}},
      {"style-with-empty-line.vtt",
       {"Interviewer 1000-3000 | How long were you there?", "Respondent 3500-6000 | Eleven years."}},
      {"codes-below-talk.eaf",
       {"Tegwen 2000-8000 | Eleven years, until the slate ran out. My uncle spoke for me. Then we all went down to the "
        "coast."}},
      {"reference-numbers-above-talk.eaf",
       {"TM 2000-8000 | Eleven years, until the slate ran out. My uncle spoke for me. Then we all went down to the "
        "coast."}},
      {"point-tier.TextGrid",
       {"Delyth 0-3000 | Where do you live?", "Si\u00E2n 4000-4000 | Near the park with Ottoline."}},
      {"empty-tier-beside-aligned-words.TextGrid",
       {"Tegwen Maddock 0-1550 | SLATE WAGONS", "Interviewer 1350-3040 | HARBOUR YES",
        "Tegwen Maddock 2940-4290 | RUNNING"}},
      {"notes-beside-aligned-words.TextGrid",
       {"Tegwen Maddock 0-1550 | SLATE WAGONS", "Interviewer 1350-3040 | HARBOUR YES",
        "Tegwen Maddock 2940-4290 | RUNNING"}},
  };
  return all;
}

}  // namespace

TEST_CASE("who speaks, and when, is read right in each odd delivery") {
  for (const Delivery& delivery : deliveries()) {
    CAPTURE(delivery.file);
    CHECK(written_lines(read_delivered(delivery.file)) == delivery.expected);
  }
}

TEST_CASE("an interview without labels names nobody, whatever short answers come back in it") {
  const auto [file, count] = GENERATE(table<const char*, std::size_t>({{"unlabelled-ending-alike.txt", 7},
                                                                       {"unlabelled-with-short-answers.txt", 16},
                                                                       {"unlabelled-with-short-answers.docx", 0}}));
  CAPTURE(file);
  const auto result = read_delivered(file);
  for (const Utterance& one : result.utterances) {
    CHECK(one.speaker.empty());
    CHECK(one.part == Part::talk);
  }
  if (count > 0) CHECK(result.utterances.size() == count);
}

TEST_CASE("what annotations hold beside the talk is searched, and told with its number") {
  const auto [file, count] =
      GENERATE(table<const char*, std::uint64_t>({{"codes-below-talk.eaf", 3},
                                                  {"reference-numbers-above-talk.eaf", 6},
                                                  {"empty-tier-beside-aligned-words.TextGrid", 23},
                                                  {"notes-beside-aligned-words.TextGrid", 24},
                                                  {"point-tier.TextGrid", 0}}));
  CAPTURE(file);
  const auto result = read_delivered(file);
  CHECK(count_of(result, IssueCode::annotations_aside) == count);
  const auto aside = std::count_if(result.utterances.begin(), result.utterances.end(),
                                   [](const Utterance& one) { return one.part == Part::comment; });
  CHECK(static_cast<std::uint64_t>(aside) == count);
}

TEST_CASE("a running number is no comment, and captions that roll are told") {
  for (const Utterance& one : read_delivered("days-and-times.tsv").utterances) CHECK(one.part == Part::talk);
  CHECK(count_of(read_delivered("rolling.vtt"), IssueCode::cue_repeated) == 3);
}
