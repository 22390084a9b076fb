// read_words FILE...: what each file says, as the readers give it, a JSON object a line: every utterance with its part,
// speaker, time and words, every issue with its code and count, or why the file is refused. For tests alone: the
// program itself never prints a transcript.
#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "check/checker.hpp"
#include "moniker/error.hpp"
#include "read/open_transcript.hpp"
#include "support/english.hpp"

namespace {

using namespace moniker;
using Json = nlohmann::ordered_json;

Json told(const Issue& issue) {
  return {{"issue", check::issue_entry(issue.code).name}, {"count", issue.count}, {"line", issue.at.line}};
}

Json said(const Utterance& utterance) {
  constexpr const char* parts[] = {"talk", "matter", "footnote", "header", "footer", "comment"};
  Json json{{"part", parts[static_cast<std::size_t>(utterance.part)]},
            {"speaker", utterance.speaker},
            {"text", utterance.text}};
  if (utterance.time) json["time"] = {utterance.time->begin.count(), utterance.time->end.count()};
  return json;
}

Json account(const char* file) {
  Json out{{"file", file}, {"said", Json::array()}, {"told", Json::array()}};
  try {
    const Sink<Issue> issues = [&](const Issue& issue) { out["told"].push_back(told(issue)); };
    const auto opened = read::open_transcript(std::filesystem::path(file), issues, {.language = test::english()});
    out["format"] = opened.format;
    while (const auto utterance = opened.reader->next()) out["said"].push_back(said(*utterance));
  } catch (const Error& error) {
    out["refused"] = error.problem().what;
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) fmt::print("{}\n", account(argv[i]).dump());
}
