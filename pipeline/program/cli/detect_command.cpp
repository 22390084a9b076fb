// `moniker detect`: what is found in files, in lines of JSON or in standard input, as lines for people or as JSON. A
// file named is read as a transcript, twice, and printed as findings come; text from a pipe is kept, as it cannot be
// read again. Words are only printed where --show-text asks for them.
#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/display_name.hpp"
#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "cli/why_json.hpp"
#include "config/config.hpp"
#include "look/detect_text.hpp"
#include "read/open_transcript.hpp"

namespace moniker::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Asked {
  bool jsonl_in = false, jsonl_out = false, show_text = false, doubtful = false, explain = false;
};

bool is_jsonl(const Arguments& arguments, std::string_view option, std::string_view other) {
  const std::string format = arguments.value(option, std::string(other));
  if (format == other || format == "jsonl") return format == "jsonl";
  throw Error({.fault = Fault::usage,
               .file = {},
               .at = {},
               .what = fmt::format("--{} does not know `{}`", option, format),
               .remedy = fmt::format("it takes {} or jsonl", other)});
}

/// Writes the findings of one document as they come: lines for people, or one line of JSON.
class Printer {
 public:
  Printer(const rules::RuleSet& rules, std::string id, std::string shown, bool by_turn, const Asked& asked,
          Terminal& terminal)
      : rules_(rules), shown_(std::move(shown)), by_turn_(by_turn), asked_(asked), terminal_(terminal) {
    if (asked_.jsonl_out) out_ = R"({"id":)" + Json(id).dump() + R"(,"spans":[)";
  }
  void take(const look::DetectedSpan& span, std::string_view text) {
    if (span.doubtful && !asked_.doubtful) return;
    if (asked_.jsonl_out)
      json(span, text);
    else
      line(span, text);
    if (out_.size() > flush_at) flush();
  }
  void finish() {
    if (asked_.jsonl_out) out_ += "]}\n";
    flush();
  }

 private:
  static constexpr std::size_t flush_at = 60 * 1024;
  void line(const look::DetectedSpan& span, std::string_view text) {
    fmt::format_to(std::back_inserter(out_), "{:<12} {:.2f}  {}:{}:{}  {}", span.label, span.score, shown_,
                   span.at.line, span.at.column, span.rule);
    if (asked_.show_text) out_.append("  ").append(text);
    out_ += '\n';
  }
  void json(const look::DetectedSpan& span, std::string_view text) {
    Json item = {{"start", span.begin},
                 {"end", span.end},
                 {"label", span.label},
                 {"score", std::round(span.score * 1000) / 1000.0},
                 {"rule", span.rule}};
    if (by_turn_) item["turn"] = span.turn, item["line"] = span.at.line;
    if (!span.subtype.empty()) item["subtype"] = span.subtype;
    if (span.doubtful) item["review"] = true;
    if (asked_.show_text) item["text"] = text;
    if (asked_.explain) item["why"] = why_json(rules_, span.why);
    if (std::exchange(begun_, true)) out_ += ',';
    out_ += item.dump();
  }
  void flush() {
    terminal_.print(out_);
    out_.clear();
  }

  const rules::RuleSet& rules_;
  const std::string shown_;
  const bool by_turn_;
  const Asked& asked_;
  Terminal& terminal_;
  std::string out_{};
  bool begun_ = false;
};

void in_text(const rules::RuleSet& rules, const Register& people, std::string_view text, const Asked& asked,
             Printer& printer) {
  for (const look::DetectedSpan& span : look::detect_text(rules, people, text, asked.explain)) {
    printer.take(span, text.substr(span.begin, span.end - span.begin));
  }
  printer.finish();
}

void in_transcript(const rules::RuleSet& rules, const Register& people, const std::filesystem::path& file,
                   const Asked& asked, Printer& printer) {
  const auto open = [&] { return read::open_transcript(file, [](Issue) {}); };
  look::detect_transcript(rules, people, open, asked.explain,
                          [&](const look::DetectedSpan& span, const Utterance& turn) {
                            printer.take(span, std::string_view(turn.text).substr(span.begin, span.end - span.begin));
                          });
  printer.finish();
}

[[noreturn]] void bad_line(const std::string& name, std::uint32_t number, std::string what) {
  throw Error({.fault = Fault::input,
               .file = name,
               .at = {number, 1},
               .what = std::move(what),
               .remedy = R"(each line is a JSON object {"id": "...", "text": "..."} in UTF-8)"});
}

void detect_lines(const rules::RuleSet& rules, const Register& people, std::istream& in, const std::string& name,
                  const Asked& asked, Terminal& terminal) {
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (find_invalid_utf8(line) != std::string::npos) bad_line(name, number, "the line is not UTF-8");
    const Json document = Json::parse(line, nullptr, false);
    if (!document.is_object() || !document.contains("id") || !document.contains("text") ||
        !document["text"].is_string()) {
      bad_line(name, number, "the line is not a document with id and text");
    }
    const std::string id = document["id"].is_string() ? document["id"].get<std::string>() : document["id"].dump();
    Printer printer(rules, id, fmt::format("{}:{}", name, id), false, asked, terminal);
    in_text(rules, people, document["text"].get_ref<const std::string&>(), asked, printer);
  }
}

void detect_in(const std::string& operand, const rules::RuleSet& rules, const Register& people, const Asked& asked,
               Terminal& terminal) {
  const bool standard = operand == "-";
  if (asked.jsonl_in) {
    if (standard) return detect_lines(rules, people, std::cin, "standard input", asked, terminal);
    std::ifstream file(operand);
    if (!file)
      throw Error({.fault = Fault::input,
                   .file = operand,
                   .at = {},
                   .what = "cannot open the file",
                   .remedy = "check that it exists"});
    return detect_lines(rules, people, file, operand, asked, terminal);
  }
  if (!standard) {
    const std::string shown = display_name(operand, people);
    Printer printer(rules, shown, shown, true, asked, terminal);
    return in_transcript(rules, people, operand, asked, printer);
  }
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  if (find_invalid_utf8(text) != std::string::npos) {
    throw Error({.fault = Fault::input,
                 .file = "standard input",
                 .at = {},
                 .what = "is not UTF-8",
                 .remedy = "give the file by name: other encodings are converted then"});
  }
  Printer printer(rules, "-", "-", false, asked, terminal);
  in_text(rules, people, text, asked, printer);
}

}  // namespace

int run_detect(const Arguments& arguments, Terminal& terminal) {
  const Asked asked{.jsonl_in = is_jsonl(arguments, "input", "transcripts"),
                    .jsonl_out = is_jsonl(arguments, "output", "plain"),
                    .show_text = arguments.has("show-text"),
                    .doubtful = arguments.has("doubtful"),
                    .explain = arguments.has("explain")};
  if (asked.explain && !asked.jsonl_out) {
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = "--explain goes with --output jsonl",
                 .remedy = "for a person, there is `moniker explain FILE:LINE`"});
  }
  const auto [rules, people] = study_rules(arguments, terminal);
  const auto operands = arguments.rest.empty() ? std::vector<std::string>{"-"} : arguments.rest;
  for (const std::string& operand : operands) detect_in(operand, rules, people, asked, terminal);
  return 0;
}

}  // namespace moniker::cli
