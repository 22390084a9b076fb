#include "dialogue/writing.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>

namespace dialogue {
namespace {

constexpr std::uint64_t usual_interview = 50'000;  // bytes: about an hour of talk

void add_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out += '\\', out += c;
    else if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  out += '"';
}

std::string numbered(std::string_view word, std::uint64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(word) + std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// Who speaks: "Interviewer" and, as --files or not, a given name or "Participant".
class Labels {
 public:
  Labels() = default;
  explicit Labels(std::string name) : name_(std::move(name)), named_(true) {}

  void add_turn(const Turn& turn, Marked& document) const {
    const std::size_t begin = document.text.size();
    document.text += turn.asks ? "Interviewer" : name_;
    if (named_ && !turn.asks) document.spans.push_back({begin, document.text.size(), "PERSON", "DIRECT"});
    document.text += ": ";
    add_words(turn, document);
    document.text += "\n\n";
  }
  static void add_words(const Turn& turn, Marked& document) {
    const std::size_t begin = document.text.size();
    document.text += turn.words.text;
    for (Span span : turn.words.spans) {
      span.begin += begin, span.end += begin;
      document.spans.push_back(span);
    }
  }

 private:
  std::string name_ = "Participant";
  bool named_ = false;
};

/// Turns of the interview until it has that many bytes.
void fill(Interviews& interviews, const Labels& labels, std::uint64_t bytes, Marked& document) {
  document.clear();
  do labels.add_turn(interviews.next(), document);
  while (document.text.size() < bytes);
}

/// One line an utterance, until the interview or all of it is long enough.
void write_turns(Interviews& interviews, std::uint64_t interview, std::uint64_t bytes, Output& out, Output* gold) {
  const std::uint64_t stop = std::min(bytes, out.written() + usual_interview);
  for (std::uint64_t n = 1; out.written() < stop; ++n) {
    const std::string id = numbered("i", interview + 1, 6) + numbered("-", n, 4);
    const Marked& words = interviews.next().words;
    out.write(json_line(id, words, false));
    if (gold) gold->write(json_line(id, words, true));
  }
}

}  // namespace

Output::Output(const std::filesystem::path& path) : file_(path.empty() ? stdout : std::fopen(path.c_str(), "wb")) {
  if (!file_) throw std::runtime_error("cannot write " + path.string());
}

void Output::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), file_.get()) != text.size())
    throw std::runtime_error("cannot write all of it");
  written_ += text.size();
}

void Output::close() {
  if (std::fflush(file_.get()) != 0) throw std::runtime_error("cannot write all of it");
}

std::string json_line(const std::string& id, const Marked& document, bool gold) {
  std::string line = "{\"id\": \"" + id + "\", \"text\": ";
  add_quoted(line, document.text);
  if (gold) {
    line += ", \"spans\": [";
    for (const Span& span : document.spans) {
      if (&span != document.spans.data()) line += ", ";
      line +=
          "{\"start\": " + std::to_string(span.begin) + ", \"end\": " + std::to_string(span.end) + ", \"label\": \"";
      line += std::string(span.label) + "\", \"type\": \"" + std::string(span.type) + "\"}";
    }
    line += "]";
  }
  return line + "}\n";
}

void write_one(Interviews& interviews, const Options& options) {
  Output out(options.out);
  std::optional<Output> gold;
  if (!options.gold.empty()) gold.emplace(options.gold);
  Marked document;
  for (std::uint64_t i = 0; out.written() < options.bytes; ++i) {
    interviews.begin(i, interviews.participant(i));
    if (options.jsonl && options.unit == Unit::utterance) {
      write_turns(interviews, i, options.bytes, out, gold ? &*gold : nullptr);
      continue;
    }
    fill(interviews, Labels(), std::min(usual_interview, options.bytes - out.written()), document);
    const std::string id = numbered("interview-", i + 1, 6);
    out.write(options.jsonl ? json_line(id, document, false) : document.text);
    if (gold) gold->write(json_line(id, document, true));
  }
  out.close();
  if (gold) gold->close();
}

std::string file_name(std::uint64_t number) { return numbered("interview-", number, 6) + ".txt"; }

void write_files(Interviews& interviews, const Options& options, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::optional<Output> gold;
  if (!options.gold.empty()) gold.emplace(options.gold);
  const std::uint64_t people = std::max<std::uint64_t>(options.participants, 1);
  Marked document;
  for (std::uint64_t i = 0; i < options.count; ++i) {
    const Person participant = interviews.participant(i % people);
    interviews.begin(i, participant);
    fill(interviews, Labels(participant.first), options.bytes / options.count, document);
    Output out(folder / file_name(i + 1));
    out.write(document.text);
    out.close();
    if (gold) gold->write(json_line(numbered("interview-", i + 1, 6), document, true));
  }
  if (gold) gold->close();
}

}  // namespace dialogue
