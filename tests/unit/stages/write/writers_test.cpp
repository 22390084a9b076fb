#include <catch2/catch.hpp>

#include <stdexcept>

#include "turns.hpp"
#include "write/turn_text.hpp"

using namespace turns;

TEST_CASE("formats are named, and an unknown one is told with the known") {
  for (const auto& format : moniker::write::write_formats()) {
    CHECK(&moniker::write::write_format_named(format.name, {}, {}) == &format);
    CHECK(format.extension == "." + std::string(format.name));
    CHECK_FALSE(format.says.empty());
    CHECK(format.needs_times == (format.name == "vtt" || format.name == "srt"));
  }
  try {
    moniker::write::write_format_named("doc", "moniker.yaml", {9, 5});
    FAIL("taken");
  } catch (const moniker::Error& error) {
    CHECK(error.problem().what == "there is no output format \"doc\"");
    CHECK(error.problem().remedy == "choose from txt, docx, odt, vtt, srt, csv, html, jsonl");
    CHECK(error.problem().file == "moniker.yaml");
    CHECK(error.problem().at == moniker::Position{9, 5});
    CHECK(static_cast<int>(error.problem().fault) == 2);
  }
}

TEST_CASE("what is no ID is never written as a speaker, nor a part that is never written") {
  const auto format = GENERATE(as<std::string>(), "txt", "docx", "odt", "vtt", "srt", "csv", "html", "jsonl");
  const auto speaker =
      GENERATE(as<std::string>(), "Kate", "Kate Shaw", "ID04:", "ZOË", "id04", "ID 04", "ID04\n", "<v");
  CAPTURE(format, speaker);
  auto given = turn(speaker, "hello");
  given.time = span(0, 1);
  CHECK_THROWS_WITH(written(format, {given}), "write: a speaker's label is no ID");
  for (const Part part : {Part::header, Part::footer, Part::comment}) {
    CHECK_THROWS_WITH(written(format, {turn("ID04", "hello", part)}), "write: a part that is never written out");
  }
}

TEST_CASE("a long label is cut where analysis programs cut it") {
  CHECK(moniker::write::speaker_id(std::string(80, 'A')) == std::string(63, 'A'));
  CHECK(moniker::write::speaker_id("PERSON_12") == "PERSON_12");
  CHECK(moniker::write::speaker_id("").empty());
}

TEST_CASE("lines are joined by one blank, and nothing else is changed") {
  const auto [text, line] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                      {"a", "a"},
                                                                      {"a\nb", "a b"},
                                                                      {"a \nb", "a b"},
                                                                      {"a\n b", "a b"},
                                                                      {"\na\n", "a"},
                                                                      {"a\r\n\r\nb", "a b"},
                                                                      {"a\vb\fc\u0085"
                                                                       "d\u2028e\u2029f",
                                                                       "a b c d e f"},
                                                                      {"  a  b  ", "  a  b  "},
                                                                      {"a\tb", "a\tb"}}));
  CHECK(moniker::write::one_line(text) == line);
}

TEST_CASE("the sink sees every byte once, in order, in small pieces") {
  struct Counting : moniker::ByteSink {
    std::string bytes{};
    std::size_t largest = 0;
    void write(std::string_view piece) override {
      bytes += piece;
      largest = std::max(largest, piece.size());
    }
  };
  for (const char* format : {"txt", "jsonl", "vtt"}) {
    Counting sink;
    const auto writer = moniker::write::write_format_named(format, {}, {}).open(sink, {});
    for (int i = 0; i < 500; ++i) {
      auto given = turn("ID04", "some words");
      given.time = span(i, i + 1);
      writer->take(given);
    }
    writer->finish();
    CHECK(sink.bytes.size() > 5000);
    CHECK(sink.largest < 200);
  }
}
