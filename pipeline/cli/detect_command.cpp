#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "cli/why_json.hpp"
#include "read/reader.hpp"
#include "run/detect_text.hpp"
#include "study/config.hpp"
#include "study/display_name.hpp"

namespace moniker {
namespace {

using Json = nlohmann::ordered_json;

struct Asked {
  bool jsonl_in = false, jsonl_out = false, show_text = false, doubtful = false, explain = false;
};

bool is_jsonl(const Arguments& arguments, std::string_view option, std::string_view other) {
  const std::string format = arguments.value(option, std::string(other));
  if (format == other || format == "jsonl") return format == "jsonl";
  throw Error({.fault = Fault::usage, .file = {}, .at = {}, .what = fmt::format("--{} does not know `{}`", option, format),
               .remedy = fmt::format("it takes {} or jsonl", other)});
}

/// One document's findings, wherever they came from.
struct Found {
  std::string id{};                        // jsonl: the document's id
  std::string shown{};                     // plain: the file as it may be shown
  std::vector<DetectedSpan> spans{};
  std::vector<std::string> texts{};        // parallel to spans; filled only for --show-text
  bool by_turn = false;                    // offsets count from the begin of a turn, not of the document
};

void print(const RuleSet& rules, const Found& found, const Asked& asked, Terminal& terminal) {
  Json spans = Json::array();
  for (std::size_t i = 0; i < found.spans.size(); ++i) {
    const DetectedSpan& span = found.spans[i];
    if (span.doubtful && !asked.doubtful) continue;
    if (asked.jsonl_out) {
      Json item = {{"start", span.begin}, {"end", span.end}, {"label", span.label},
                   {"score", std::round(span.score * 1000) / 1000.0}, {"rule", span.rule}};
      if (found.by_turn) item["turn"] = span.turn, item["line"] = span.at.line;
      if (!span.subtype.empty()) item["subtype"] = span.subtype;
      if (span.doubtful) item["review"] = true;
      if (asked.show_text) item["text"] = found.texts[i];
      if (asked.explain) item["why"] = why_json(rules, span.why);
      spans.push_back(std::move(item));
      continue;
    }
    terminal.print(fmt::format("{:<12} {:.2f}  {}:{}:{}  {}{}\n", span.label, span.score, found.shown, span.at.line,
                               span.at.column, span.rule, asked.show_text ? "  " + found.texts[i] : ""));
  }
  if (asked.jsonl_out) terminal.print(Json{{"id", found.id}, {"spans", std::move(spans)}}.dump() + "\n");
}

Found in_text(const RuleSet& rules, const Register& people, std::string_view text, const Asked& asked) {
  Found found{.id = {}, .shown = {}, .spans = detect_text(rules, people, text, asked.explain), .texts = {}};
  if (asked.show_text) {
    for (const DetectedSpan& span : found.spans) found.texts.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return found;
}

Found in_transcript(const RuleSet& rules, const Register& people, const std::filesystem::path& file, const Asked& asked) {
  OpenedTranscript opened = open_transcript(file, [](Issue) {});
  std::vector<Utterance> turns;
  while (auto turn = opened.reader->next()) turns.push_back(std::move(*turn));
  Found found{.id = {}, .shown = {}, .spans = detect_turns(rules, people, turns, asked.explain), .texts = {}, .by_turn = true};
  if (asked.show_text) {
    for (const DetectedSpan& span : found.spans) {
      found.texts.push_back(turns.at(span.turn).text.substr(span.begin, span.end - span.begin));
    }
  }
  return found;
}

[[noreturn]] void bad_line(const std::string& name, std::uint32_t number, std::string what) {
  throw Error({.fault = Fault::input, .file = name, .at = {number, 1}, .what = std::move(what),
               .remedy = R"(each line is a JSON object {"id": "...", "text": "..."} in UTF-8)"});
}

void detect_lines(const RuleSet& rules, const Register& people, std::istream& in, const std::string& name,
                  const Asked& asked, Terminal& terminal) {
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    if (find_invalid_utf8(line) != std::string::npos) bad_line(name, number, "the line is not UTF-8");
    const Json document = Json::parse(line, nullptr, false);
    if (!document.is_object() || !document.contains("id") || !document.contains("text") || !document["text"].is_string()) {
      bad_line(name, number, "the line is not a document with id and text");
    }
    Found found = in_text(rules, people, document["text"].get_ref<const std::string&>(), asked);
    found.id = document["id"].is_string() ? document["id"].get<std::string>() : document["id"].dump();
    found.shown = fmt::format("{}:{}", name, found.id);
    print(rules, found, asked, terminal);
  }
}

void detect_in(const std::string& operand, const RuleSet& rules, const Register& people, const Asked& asked, Terminal& terminal) {
  const bool standard = operand == "-";
  if (asked.jsonl_in) {
    if (standard) return detect_lines(rules, people, std::cin, "standard input", asked, terminal);
    std::ifstream file(operand);
    if (!file) throw Error({.fault = Fault::input, .file = operand, .at = {}, .what = "cannot open the file", .remedy = "check that it exists"});
    return detect_lines(rules, people, file, operand, asked, terminal);
  }
  Found found;
  if (standard) {
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    if (find_invalid_utf8(text) != std::string::npos) {
      throw Error({.fault = Fault::input, .file = "standard input", .at = {}, .what = "is not UTF-8",
                   .remedy = "give the file by name: other encodings are converted then"});
    }
    found = in_text(rules, people, text, asked);
    found.shown = "-";
  } else {
    found = in_transcript(rules, people, operand, asked);
    found.shown = display_name(operand, people);
  }
  found.id = found.shown;
  print(rules, found, asked, terminal);
}

}  // namespace

int run_detect(const Arguments& arguments, Terminal& terminal) {
  const Asked asked{.jsonl_in = is_jsonl(arguments, "input", "transcripts"), .jsonl_out = is_jsonl(arguments, "output", "plain"),
                    .show_text = arguments.has("show-text"), .doubtful = arguments.has("doubtful"),
                    .explain = arguments.has("explain")};
  if (asked.explain && !asked.jsonl_out) {
    throw Error({.fault = Fault::usage, .file = {}, .at = {}, .what = "--explain goes with --output jsonl",
                 .remedy = "for a person, there is `moniker explain FILE:LINE`"});
  }
  const auto [rules, people] = study_rules(arguments, terminal);
  const auto operands = arguments.rest.empty() ? std::vector<std::string>{"-"} : arguments.rest;
  for (const std::string& operand : operands) detect_in(operand, rules, people, asked, terminal);
  return 0;
}

}  // namespace moniker
