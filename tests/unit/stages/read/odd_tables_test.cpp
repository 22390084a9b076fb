// Tables and tiers whose names do not say at once what they hold: columns of ends, times in other units, who speaks on
// a tier of its own.
#include <catch2/catch.hpp>

#include "reading.hpp"
#include "xlsx_fixture.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

TEST_CASE("columns of beginnings and ends are known by the words of their names") {
  const auto [start, end] = GENERATE(table<std::string, std::string>({
      {"StartTime", "StopTime"},
      {"Start", "Stop"},
      {"TimeIn", "TimeOut"},
      {"TC In", "TC Out"},
      {"start_ts", "end_ts"},
      {"Begins", "Finishes"},
      {"From", "Until"},
      {"timestart", "timeend"},
      {"Started at", "Ended at"},
      {"tmin", "tmax"},
      {"Start timecode", "Stop Timecode"},
      {"Time", "TimeStop"},
  }));
  CAPTURE(start);
  const auto result = read_all(start + "," + end + ",Speaker,Text\n0.0,2.5,Tegwen,I was never there at all\n");
  CHECK(lines_of(result) == Lines{"Tegwen 0-2500 | I was never there at all"});
  CHECK(result.issues.empty());
}

TEST_CASE("what a number of a time counts is told by the talk beside it") {
  const auto [name, first, last] = GENERATE(table<std::string, std::string, std::string>({
      {"seconds", "2.5", "4"},
      {"milliseconds", "2500", "4000"},
      {"minutes", "0.0416667", "0.0666667"},
      {"hours", "0.00069444", "0.00111111"},
      {"parts of a day", "2.8935185E-05", "0.0000462963"},
  }));
  CAPTURE(name);
  const Lines expected{"Tegwen 0-2500 | I was never there at all", "Morag 2500-4000 | Yes you were"};
  CHECK(lines_of("Start,End,Speaker,Text\n0," + first + ",Tegwen,I was never there at all\n" + first + "," + last +
                 ",Morag,Yes you were\n") == expected);
  const Xlsx book{.sheets = {{{{"Start"}, {"End"}, {"Speaker"}, {"Text"}},
                              {{"0", "n"}, {first, "n"}, {"Tegwen"}, {"I was never there at all"}},
                              {{first, "n"}, {last, "n"}, {"Morag"}, {"Yes you were"}}}}};
  CHECK(lines_of(book.bytes()) == expected);
}

TEST_CASE("a table without a head whose talk is short is read, or refused") {
  CHECK(lines_of("0.0,1.0,Tegwen,Yes\n1.0,2.0,Morag,No\n2.0,3.0,Tegwen,Never\n3.0,4.0,Morag,...\n") ==
        Lines{"Tegwen 0-1000 | Yes", "Morag 1000-2000 | No", "Tegwen 2000-3000 | Never", "Morag 3000-4000 | ..."});
  CHECK(lines_of("Yes\t0:01\nNo\t0:02\nNever\t0:03\n") ==
        Lines{" 1000-1000 | Yes", " 2000-2000 | No", " 3000-3000 | Never"});
  for (const std::string unclear : {"0.0,1.0,Tegwen,Yes\n1.0,2.0,Morag,No\n",
                                    "0.0,1.0,SPEAKER_00\n1.0,2.0,SPEAKER_01\n2.0,3.0,SPEAKER_00\n3.0,4.5,SPEAKER_01\n"})
    CHECK(refusal_of(unclear).find("do not say who speaks") != std::string::npos);
}

namespace {

std::string text_grid(const std::vector<std::pair<std::string, std::vector<std::string>>>& tiers) {
  std::string text =
      "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0 10 <exists> " + std::to_string(tiers.size()) + "\n";
  for (const auto& [name, labels] : tiers) {
    text += "\"IntervalTier\" \"" + name + "\" 0 10 " + std::to_string(labels.size()) + "\n";
    for (std::size_t i = 0; i < labels.size(); ++i)
      text += std::to_string(i) + " " + std::to_string(i + 1) + " \"" + labels[i] + "\"\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a tier of turns is nobody's, and one of names says who speaks") {
  const std::vector<std::string> said{"I was never there.", "Yes you were."}, names{"Tegwen", "Morag"};
  const Lines known{"Tegwen 0-1000 | I was never there.", "Morag 1000-2000 | Yes you were."};
  const Lines nobody{" 0-2000 | I was never there. Yes you were."};
  for (const std::string name : {"turn", "turns", "Turns", "IPU", "Tier 1", "transcription"}) {
    CAPTURE(name);
    CHECK(lines_of(text_grid({{name, said}})) == nobody);
  }
  for (const std::string who : {"turns", "speaker", "Speakers", "who"}) {
    CAPTURE(who);
    CHECK(lines_of(text_grid({{who, names}, {"transcript", said}})) == known);
  }
  CHECK(lines_of(text_grid({{"Tegwen - turns", {said[0]}}}))[0] == "Tegwen 0-1000 | I was never there.");
}

TEST_CASE("Toolbox names who speaks on a tier of the same references") {
  const auto annotation = [](int id, const std::string& to, const std::string& words) {
    return "<ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"a" + std::to_string(id) + "\" ANNOTATION_REF=\"" + to +
           "\"><ANNOTATION_VALUE>" + words + "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>";
  };
  const auto aligned = [](int id, int slot, const std::string& words) {
    return "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"a" + std::to_string(id) + "\" TIME_SLOT_REF1=\"t" +
           std::to_string(slot) + "\" TIME_SLOT_REF2=\"t" + std::to_string(slot + 1) + "\"><ANNOTATION_VALUE>" + words +
           "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
  };
  const auto tier = [](const std::string& name, const std::string& parent, const std::string& content) {
    return "<TIER TIER_ID=\"" + name + "\"" + (parent.empty() ? "" : " PARENT_REF=\"" + parent + "\"") + ">" + content +
           "</TIER>";
  };
  const std::string begin =
      "<?xml version=\"1.0\"?>\n<ANNOTATION_DOCUMENT VERSION=\"2.7\"><TIME_ORDER><TIME_SLOT TIME_SLOT_ID=\"t1\" "
      "TIME_VALUE=\"0\"/><TIME_SLOT TIME_SLOT_ID=\"t2\" TIME_VALUE=\"1000\"/><TIME_SLOT TIME_SLOT_ID=\"t3\" "
      "TIME_VALUE=\"2000\"/></TIME_ORDER>";
  const std::string refs = aligned(1, 1, "talk.001") + aligned(2, 2, "talk.002");
  const std::string said = annotation(3, "a1", "I was never there.") + annotation(4, "a2", "Yes you were.");
  const std::string who = annotation(5, "a1", "Tegwen") + annotation(6, "a2", "Morag");
  const std::string below = annotation(5, "a3", "Tegwen") + annotation(6, "a4", "Morag");
  const auto talk_of = [&](const std::string& tiers) {
    Lines talk;
    for (const std::string& line : lines_of(begin + tiers + "</ANNOTATION_DOCUMENT>")) {
      if (!line.starts_with("comment")) talk.push_back(line);
    }
    return talk;
  };
  const Lines known{"Tegwen 0-1000 | I was never there.", "Morag 1000-2000 | Yes you were."};
  CHECK(talk_of(tier("ref", "", refs) + tier("tx", "ref", said) + tier("sp", "ref", who)) == known);
  CHECK(talk_of(tier("ref", "", refs) + tier("tx", "ref", said) + tier("ELANParticipant", "tx", below)) == known);
  CHECK(talk_of(tier("speaker", "", aligned(1, 1, "Tegwen") + aligned(2, 2, "Morag")) +
                tier("text", "", aligned(3, 1, "I was never there.") + aligned(4, 2, "Yes you were."))) == known);
  CHECK(talk_of(tier("Tegwen_ref", "", aligned(1, 1, "talk.001")) +
                tier("Tegwen_tx", "Tegwen_ref", annotation(3, "a1", "I was never there.")) +
                tier("ref_Morag", "", aligned(2, 2, "talk.002")) +
                tier("tx_Morag", "ref_Morag", annotation(4, "a2", "Yes you were."))) == known);
}
