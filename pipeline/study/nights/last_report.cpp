#include "nights/last_report.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "audit/log_events.hpp"
#include "base/bounded_json.hpp"
#include "base/byte_source.hpp"
#include "base/json_number.hpp"
#include "base/keyed_hash.hpp"

namespace moniker::study {
namespace {

using Parsed = nlohmann::ordered_json;

std::optional<std::string> digest_in_log(const StudyLayout& layout) {
  std::optional<std::string> digest;
  audit::for_each_event(layout.audit_log(), [&](const audit::LoggedEvent& logged) {
    if (const auto* finished = std::get_if<audit::events::Finished>(&logged.event))
      digest = finished->report.value_or("");
  });
  return digest;
}

TranscriptStanding told_state(const Parsed& outcome, const Parsed& questions) {
  TranscriptStanding one{.transcript = outcome.at("transcript").get<std::string>(),
                         .shown = outcome.at("file").get<std::string>(),
                         .doubtful = whole_number<std::uint64_t>(outcome.at("doubtful"))};
  for (const Parsed& question : questions)
    one.questions += question.at("transcript") == outcome.at("transcript") ? 1U : 0U;
  for (const Parsed& issue : outcome.at("issues")) {
    if (issue.at("severity") != "error") continue;
    one.why += fmt::format("{}{} ({})", one.why.empty() ? "" : "; ", issue.at("what").get<std::string>(),
                           issue.at("code").get<std::string>());
  }
  const std::string state = outcome.at("state").get<std::string>();
  one.at = state == "quarantined"                  ? TranscriptAt::quarantined
           : state == "draft"                      ? TranscriptAt::draft
           : one.doubtful > 0 || one.questions > 0 ? TranscriptAt::review
                                                   : TranscriptAt::sealed;
  if (one.at != TranscriptAt::quarantined) one.why.clear();
  return one;
}

}  // namespace

std::optional<LastReport> read_last_report(const StudyLayout& layout) {
  const auto file = layout.report_json();
  if (!std::filesystem::exists(layout.audit_log())) return std::nullopt;
  const auto named = digest_in_log(layout);
  if (!named) return std::nullopt;
  const std::string text = read_file(file);
  if (!named->empty() && hex(digest_of(text)) != *named) {
    throw Error::integrity("the report is not the one that the log names", "run `moniker run`: it is made anew",
                           {file.string()});
  }
  try {
    LastReport report;
    const Parsed json = parse_json<Parsed>(text);
    for (const Parsed& outcome : json.at("transcripts"))
      report.transcripts.push_back(told_state(outcome, json.at("questions")));
    return report;
  } catch (const Parsed::exception&) {
    throw Error::integrity("the report cannot be read", "run `moniker run`: it is made anew", {file.string()});
  }
}

}  // namespace moniker::study
