// Formats that say where a turn begins and ends: tables, JSON lines, and what recognisers write.
#include <catch2/catch.hpp>

#include "read/formats/talk_columns.hpp"
#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

using namespace moniker::read;

namespace {

/// The same whatever pieces the bytes come in.
Result read_alike(const std::string& bytes) {
  const Result whole = read_all(bytes);
  for (const std::size_t piece : {1U, 7U}) {
    const Result pieces = read_all(std::make_unique<PiecewiseSource>(bytes, std::vector<std::size_t>{piece}));
    CHECK(lines_of(pieces) == lines_of(whole));
  }
  return whole;
}

}  // namespace

TEST_CASE("tables are read by the names of their columns") {
  const auto [bytes, expected] = GENERATE(table<std::string, Lines>({
      {"speaker,text\nKate,Hello\nTom,\"Well, yes\"\n", {"Kate | Hello", "Tom | Well, yes"}},
      {"Start Time;End Time;Speaker Name;Transcript\r\n0:00:01;0:00:02.5;Kate;\"Hello; there\";;\r\n",
       {"Kate 1000-2500 | Hello; there"}},
      {"speaker,text\n\"Kate\nShaw\",Hello\n", {"Kate Shaw | Hello"}},
      {"start\tend\ttext\n0\t2500\tHello \"you\"\n2500\t4000\tYes.\n",
       {" 0-2500 | Hello \"you\"", " 2500-4000 | Yes."}},
      {"Timespan,Content,Speaker\n00:01 - 00:03,Hello,Kate\n", {"Kate 1000-3000 | Hello"}},
      {"speaker,start_ms,text\nKate,1500,Hello\n", {"Kate 1500-1500 | Hello"}},
      {"speaker,start (s),text\nKate,1.5,Hello\n", {"Kate 1500-1500 | Hello"}},
      {"\xEF\xBB\xBFWho,Utterance\nKate,\"two\r\nlines\"\n\n,\nTom,\n", {"Kate | two/lines"}},
      {"id,speaker,text,note\n1,Kate,Hello,said by Ann\n",
       {"Kate | Hello", "comment:  | 1", "comment:  | said by Ann"}},
      {"speaker,start,text\nKate,soon,Hello\n", {"Kate | Hello"}},
  }));
  INFO(bytes);
  const Result result = read_alike(bytes);
  CHECK(result.format == "csv");
  CHECK(lines_of(result) == expected);
}

TEST_CASE("prose with commas is no table") {
  const auto bytes = GENERATE(as<std::string>{}, "Well, yes.\nNo, no.\n", "Kate: text, speaker\nTom: yes\n",
                              "Transcript, 1 May\n\nKate: Hello, Tom\n", "Name, please?\nKate, I said.\nOh, Kate.\n");
  CHECK(read_all(bytes).format == "txt");
}

TEST_CASE("a broken table is refused at its place") {
  CHECK(refusal_of("speaker,text\nKate,Hello\nTom\n") ==
        "3:1: a row has fewer columns than the first / give every row all columns, or put cells that hold separators "
        "in quotes");
  CHECK(refusal_of("speaker,text\nKate,Hello\nTom,Well,yes\n") ==
        "3:10: a row has more columns than the first / put cells that hold separators in quotes, or give the column a "
        "name");
  CHECK(refusal_of("speaker,text\nKate,\"Hello\nTom,Yes\n") ==
        "2:6: the quote that opens here is never closed / close the cell with a quote");
}

TEST_CASE("columns beside the talk are searched, told and not talk") {
  const Result result = read_all("speaker,text,note\nKate,Hello,x\n");
  CHECK(count_of(result, IssueCode::table_columns) == 1);
}

TEST_CASE("JSON lines are turns") {
  const auto [bytes, expected] = GENERATE(table<std::string, Lines>({
      {R"({"n":0,"speaker":"ID04","start":1000,"end":2500,"text":"a\nb"})"
       "\n"
       R"({"n":1,"speaker":"","start":null,"end":null,"part":"matter","text":"c"})"
       "\n",
       {"ID04 1000-2500 | a/b", "matter:  | c"}},
      {R"({"speaker":"Kate","text":"Hello","start":1.5,"end":2.25})"
       "\n\n"
       R"({"speaker":"Tom","text":"Yes"})",
       {"Kate 1500-2250 | Hello", "Tom | Yes"}},
      {R"({"name":"Kate","utterance":"Hello","timestamp":"00:00:01.500"})"
       "\n",
       {"Kate 1500-1500 | Hello"}},
      {R"({"speaker":2,"content":"Siobh\u00e1n \ud83d\ude00 \u0000x"})"
       "\n",
       {"Speaker 2 | Siobh\xC3\xA1n \xF0\x9F\x98\x80 x"}},
      {R"({"text":"Hello","words":[{"text":"no","start":1}],"speaker":"K\nS"})"
       "\n",
       {"K S | Hello"}},
      {R"({"text":"Hello","speaker":{"name":"Kate","id":7}})"
       "\n"
       R"({"text":"Yes","content":"Yes","speaker":null})"
       "\n",
       {"Kate | Hello", " | Yes"}},
  }));
  INFO(bytes);
  const Result result = read_alike(bytes);
  CHECK(result.format == "jsonl");
  CHECK(lines_of(result) == expected);
}

TEST_CASE("a long turn first is JSON lines all the same") {
  const std::string talk(9000, 'a');
  CHECK(read_all(R"({"n":0,"speaker":"ID04","start":null,"end":null,"text":")" + talk + "\"}\n").format == "jsonl");
  CHECK(read_all(R"({"speaker":"ID04","text":")" + talk + "\"}\n").format == "jsonl");
}

TEST_CASE("JSON lines are refused at their place") {
  const auto [bytes, at] = GENERATE(table<std::string, std::string>({
      {R"({"speaker":"Kate","text":"a"})"
       "\n{\"text\":\"b\",}\n",
       "2:13: is no valid JSON from here on"},
      {R"({"speaker":"Kate","text":"a"})"
       "\n{\"speaker\":\"Kate\"}\n",
       "2:1: an object has no text: a string by that name"},
      {R"({"speaker":"Kate","text":"a"})"
       "\n[1]\n",
       "2:1: is no JSON object"},
      {R"({"speaker":"Kate","text":"a","content":"b"})"
       "\n",
       "1:1: an object has two texts that differ"},
      {R"({"speaker":["Kate","Tom"],"text":"a"})"
       "\n",
       "1:1: a speaker is neither a string nor a number"},
      {R"({"speaker":"Kate","text":"a"})"
       "\n{\"text\":\"\\ud800\"}\n",
       "2:16: is no valid JSON from here on"},
  }));
  CHECK(refusal_of(bytes).substr(0, at.size()) == at);
}

TEST_CASE("what recognisers write becomes turns") {
  const auto [bytes, expected] = GENERATE(table<std::string, Lines>({
      // openai-whisper: nobody is named
      {R"({"text": " Hello there. I am", "segments": [{"id": 0, "seek": 0, "start": 0.0, "end": 2.5, "text": " Hello there.", "tokens": [1, 2], "temperature": 0.0},
           {"id": 1, "start": 2.5, "end": 4.0, "text": " I am", "words": [{"word": " I", "start": 2.5, "end": 3.0}]}], "language": "en"})",
       {" 0-4000 | Hello there. I am"}},
      // WhisperX: with speakers; the list of words is not talk again
      {R"({"segments": [{"start": 0, "end": 1.5, "text": "Hello", "speaker": "SPEAKER_00", "words": [{"word": "Hello", "speaker": "SPEAKER_01"}]},
           {"start": 1.5, "end": 3, "text": "Yes", "speaker": "SPEAKER_01"}, {"start": 3, "end": 4, "text": "Kate", "speaker": "SPEAKER_01"}],
           "word_segments": [{"word": "Hello", "text": "Hello", "start": 0}]})",
       {"SPEAKER_00 0-1500 | Hello", "SPEAKER_01 1500-4000 | Yes Kate"}},
      // whisper.cpp
      {R"({"systeminfo": "x", "model": {"type": "base", "text": {"ctx": 448}}, "result": {"language": "en"}, "transcription": [
           {"timestamps": {"from": "00:00:00,000", "to": "00:00:02,500"}, "offsets": {"from": 0, "to": 2500}, "text": " Hello"},
           {"timestamps": {"from": "00:00:02,500", "to": "00:00:04,000"}, "offsets": {"from": 2500, "to": 4000}, "text": " you"}]})",
       {" 0-4000 | Hello you"}},
      // a list alone, as faster-whisper's segments are dumped
      {R"([{"start": 0.5, "end": 1.0, "text": "Hello"}, {"start": 9.0, "end": 10.0, "text": "you", "speaker": "B"}])",
       {" 500-1000 | Hello", "B 9000-10000 | you"}},
      // milliseconds, where all are whole and no talk lasts so long
      {R"({"utterances": [{"speaker": "A", "start": 250, "end": 1250, "text": "Hello"}, {"speaker": "B", "start": 90000000, "end": 90001000, "text": "Yes"}]})",
       {"A 250-1250 | Hello", "B 90000000-90001000 | Yes"}},
      {R"({"results": {"utterances": [{"speaker": 0, "start": 0.25, "end": 1.25, "transcript": "Hello"}]}})",
       {"Speaker 0 250-1250 | Hello"}},
      {R"({"segments": [{"text": "no times"}, {"text": "at all", "speaker": "B"}]})", {" | no times", "B | at all"}},
  }));
  INFO(bytes);
  const Result result = read_alike(bytes);
  CHECK(result.format == "json");
  CHECK(lines_of(result) == expected);
}

TEST_CASE("JSON that is broken or holds no talk is refused at its place") {
  const auto [bytes, expected] = GENERATE(table<std::string, std::string>({
      {"{\"segments\": [\n{\"text\": \"Hello\", }]}", "2:19: is no valid JSON from here on"},
      {"{\"segments\": [{\"text\": 3}]}", "1:25: a text is a number where a string should stand"},
      {"{\"a\": " + std::string(600, '[') + std::string(600, ']') + "}", "1:518: is nested deeper than 512"},
      {"{\"segments\": []}", "is json without segments of talk"},
      {"{\"segments\": [{\"text\": \"Hello\"}", "1:31: is no valid JSON from here on"},
  }));
  CHECK(refusal_of(bytes).substr(0, expected.size()) == expected);
}
