// `moniker detect`: what is found in files, in lines of JSON or in standard input, as lines for people or as JSON. A
// file named is read as a transcript, twice, and printed as findings come; text from a pipe is kept, as it cannot be
// read again. Words are only printed where --show-text asks for them.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "base/bounded_json.hpp"
#include "base/display_name.hpp"
#include "base/utf8.hpp"
#include "cli/progress_bar.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "detect/seen_turns.hpp"
#include "look/detect_page.hpp"
#include "read/open_transcript.hpp"

namespace moniker::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Asked {
  bool jsonl_in = false, json_out = false, list = false, doubtful = false;
  look::SpanView view{};
};

/// Where findings go, and how.
struct Output {
  const rules::RuleSet& rules;
  const Register& people;
  const Asked& asked;
  Terminal& terminal;
  Watcher progress{};  // empty where findings go to a terminal: they show how far it is
  bool begun = false;  // a document was written
};

/// Writes the findings of one document as they come: lines for people, or one object of JSON.
class Printer {
 public:
  Printer(Output& to, const std::string& id, std::string shown, bool by_turn)
      : to_(to), shown_(std::move(shown)), view_(to.asked.view) {
    view_.by_turn = by_turn;
    if (!to_.asked.json_out) return;
    if (to_.asked.list) out_ = to_.begun ? ",\n" : "[\n";
    out_ += R"({"id":)" + Json(id).dump() + R"(,"spans":[)";
    to_.begun = true;
  }
  void take(const look::DetectedSpan& span, std::string_view text) {
    if (span.doubtful && !to_.asked.doubtful) return;
    if (to_.asked.json_out)
      out_ += (std::exchange(begun_, true) ? "," : "") + look::span_json(span, text, to_.rules, view_);
    else
      out_ += look::span_line(span, text, shown_, view_);
    if (out_.size() > flush_at) flush();
  }
  void finish() {
    if (to_.asked.json_out) out_ += to_.asked.list ? "]}" : "]}\n";
    flush();
  }

 private:
  static constexpr std::size_t flush_at = 60 * 1024;
  void flush() {
    to_.terminal.print(out_);
    out_.clear();
  }

  Output& to_;
  const std::string shown_;
  look::SpanView view_;
  std::string out_{};
  bool begun_ = false;
};

void in_text(const Output& to, std::string_view text, Printer& printer) {
  for (const look::DetectedSpan& span : look::detect_text(to.rules, to.people, text, to.asked.view.explain)) {
    printer.take(span, text.substr(span.begin, span.end - span.begin));
  }
  printer.finish();
}

void in_transcript(const Output& to, const std::filesystem::path& file, Printer& printer) {
  const KnowsWord knows = detect::SeenTurns(to.rules, to.people).knows();
  const auto open = [&] {
    return read::open_transcript(file, [](Issue) {}, {.language = to.rules.language(), .knows = knows});
  };
  look::detect_transcript(to.rules, to.people, open, to.asked.view.explain,
                          [&](const look::DetectedSpan& span, const Utterance& turn) {
                            printer.take(span, std::string_view(turn.text).substr(span.begin, span.end - span.begin));
                          });
  printer.finish();
}

[[noreturn]] void bad_line(const std::string& name, std::uint32_t number, std::string what) {
  throw Error::input(std::move(what), R"(each line is a JSON object {"id": "...", "text": "..."} in UTF-8)",
                     {name, {number, 1}});
}

/// How much of a file of documents was read, where its size is known.
class ReadSoFar {
 public:
  ReadSoFar(const Watcher& progress, std::uint64_t size) : progress_(progress), size_(size) {}
  void add(std::size_t bytes) {
    read_ += bytes;
    if (progress_ && size_ > mega)
      progress_({.step = "detect",
                 .done = std::min(read_, size_) / mega,
                 .total = size_ / mega,
                 .bytes = read_,
                 .unit = "MB"});
  }

 private:
  static constexpr std::uint64_t mega = 1'000'000;
  const Watcher& progress_;
  std::uint64_t size_, read_ = 0;
};

std::uint64_t size_of(const std::string& file) {
  std::error_code trouble;
  const auto size = std::filesystem::file_size(file, trouble);
  return trouble ? 0 : size;
}

void detect_lines(Output& to, std::istream& in, const std::string& name, std::uint64_t size = 0) {
  std::uint32_t number = 0;
  ReadSoFar so_far(to.progress, size);
  for (std::string line; std::getline(in, line);) {
    ++number;
    so_far.add(line.size() + 1);
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (find_invalid_utf8(line) != std::string::npos) bad_line(name, number, "the line is not UTF-8");
    const Json document = parse_any_json<Json>(line);
    if (!document.is_object() || !document.contains("id") || !document.contains("text") ||
        !document["text"].is_string()) {
      bad_line(name, number, "the line is not a document with id and text");
    }
    const std::string id = document["id"].is_string() ? document["id"].get<std::string>() : document["id"].dump();
    Printer printer(to, id, fmt::format("{}:{}", name, id), false);
    in_text(to, document["text"].get_ref<const std::string&>(), printer);
  }
}

void detect_in(Output& to, const std::string& operand) {
  const bool standard = operand == "-";
  if (to.asked.jsonl_in) {
    if (standard) return detect_lines(to, std::cin, "standard input");
    std::ifstream file(operand);
    if (!file) throw Error::input("cannot open the file", "check that it exists", {operand});
    return detect_lines(to, file, operand, size_of(operand));
  }
  if (!standard) {
    const std::string shown = display_name(operand, to.people);
    Printer printer(to, shown, shown, true);
    return in_transcript(to, operand, printer);
  }
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  if (find_invalid_utf8(text) != std::string::npos) {
    throw Error::input("is not UTF-8", "give the file by name: other encodings are converted then", {"standard input"});
  }
  Printer printer(to, "-", "-", false);
  in_text(to, text, printer);
}

}  // namespace

int run_detect(const Arguments& arguments, Terminal& terminal) {
  const bool list = arguments.has("json"), jsonl_out = is_jsonl(arguments, "output", "plain");
  const Asked asked{.jsonl_in = is_jsonl(arguments, "input", "transcripts"),
                    .json_out = list || jsonl_out,
                    .list = list,
                    .doubtful = arguments.has("doubtful"),
                    .view = {.show_text = arguments.has("show-text"), .explain = arguments.has("explain")}};
  if (asked.view.explain && !asked.json_out) {
    throw Error::usage("--explain goes with --output jsonl", "for a person, there is `moniker explain FILE:LINE`");
  }
  const auto [rules, people] = study_rules(arguments, terminal);
  const auto operands = arguments.rest.empty() ? std::vector<std::string>{"-"} : arguments.rest;
  ProgressBar bar(terminal, ProgressBar::From::a_second);
  Output to{rules, people, asked, terminal, Terminal::out_is_terminal() ? Watcher() : bar.watcher()};
  for (std::size_t i = 0; i < operands.size(); ++i) {
    detect_in(to, operands[i]);
    if (to.progress && !asked.jsonl_in) to.progress({.step = "detect", .done = i + 1, .total = operands.size()});
  }
  if (list) terminal.print(to.begun ? "\n]\n" : "[]\n");
  return 0;
}

}  // namespace moniker::cli
