// The few lines that a terminal gets, and all of it for machines.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/proportion_bound.hpp"
#include "check/issue_page.hpp"
#include "dossier/dossier_page.hpp"
#include "dossier/sections.hpp"
#include "html/tables.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

Json counts_json(const Counts& counts) {
  Json object = Json::object();
  for (const auto& [name, count] : counts) object[name] = count;
  return object;
}

Json transcripts_json(const Dossier& dossier) {
  Json list = Json::array();
  for (const Outcome& outcome : dossier.run.outcomes) {
    Json issues = Json::array();
    for (const ReportIssue& issue : outcome.issues) issues.push_back(check::issue_json(issue));
    const auto day = dossier.sealed_on.find(outcome.transcript);
    Json one{{"transcript", outcome.transcript}, {"came_as", kind_of_file(outcome)}};
    one["state"] = outcome.state == Outcome::State::published ? "published" : "quarantined";
    one["sealed"] = day == dossier.sealed_on.end() ? Json(nullptr) : Json(day->second);
    one["words"] = outcome.words;
    one["replaced"] = outcome.replaced;
    one["doubtful"] = outcome.doubtful;
    one["issues"] = std::move(issues);
    list.push_back(std::move(one));
  }
  return list;
}

/// What is expected and not there, without the names of files.
Json delivery_json(const Dossier& dossier) {
  Json list = Json::array();
  for (const auto& [file, issue] : dossier.run.delivery) list.push_back(check::issue_json(issue));
  return list;
}

Json consent_json(const ConsentMatrix& matrix) {
  constexpr std::string_view states[] = {"given", "exempt", "lacking", "withdrawn"};
  Json people = Json::array();
  for (const ConsentRow& row : matrix.rows) {
    Json interviews = Json::array();
    for (const auto& one : row.interviews)
      interviews.push_back(
          {{"transcript", one.transcript}, {"date", one.dated}, {"before_consent", one.before_consent}});
    people.push_back({{"who", row.who},
                      {"role", row.role},
                      {"state", states[static_cast<std::size_t>(row.state)]},
                      {"date", row.dated},
                      {"covers", row.covers},
                      {"covers_more", row.covers_more},
                      {"interviews", std::move(interviews)}});
  }
  return {{"required", matrix.required},
          {"scopes", matrix.scopes},
          {"dates_dropped", matrix.dates_dropped},
          {"people", std::move(people)}};
}

Json labels_json(const Dossier& dossier) {
  Json list = Json::array();
  for (const LabelAccount& label : dossier.labels) {
    list.push_back({{"label", label.label},
                    {"becomes", label.operation},
                    {"replaced", label.count},
                    {"rules", counts_json(label.rules)},
                    {"transcripts", label.by_transcript}});
  }
  return list;
}

Json decisions_json(const Dossier& dossier) {
  Json list = Json::array(), questions = Json::array(), overrides = Json::object();
  for (const DecisionTold& one : dossier.decisions) {
    list.push_back({{"number", one.number},
                    {"day", one.day},
                    {"who", one.who},
                    {"act", one.act},
                    {"what", one.what},
                    {"why", one.why},
                    {"undone", one.undone},
                    {"opinion", one.opinion}});
  }
  for (const OpenQuestion& question : dossier.run.questions) {
    questions.push_back({{"transcript", question.transcript},
                         {"turn", question.turn},
                         {"taken_for", question.taken_for},
                         {"could_be", question.could_be}});
  }
  for (const auto& [name, operation] : dossier.run.overrides) overrides[name] = operation;
  return {{"decisions", std::move(list)},
          {"lists", {{"names", dossier.always_masked}, {"keep", dossier.always_kept}}},
          {"overrides", std::move(overrides)},
          {"open_questions", std::move(questions)}};
}

Json risk_json(const Dossier& dossier) {
  Json risk{{"passages_read", dossier.passages.read},
            {"passages_with_misses", dossier.passages.missed},
            {"readers", counts_json(dossier.passages.readers)},
            {"bound", nullptr}};
  if (dossier.passages.read > 0) risk["bound"] = upper_bound_of_share(dossier.passages.missed, dossier.passages.read);
  risk["confidence"] = 0.95;
  risk["doubtful"] = dossier.doubtful();
  return risk;
}

Json acts_json(const Dossier& dossier) {
  Json list = Json::array();
  for (const LoggedAct& act : dossier.acts)
    list.push_back({{"day", act.day}, {"what", act.what}, {"of", act.about}, {"who", act.who}, {"why", act.why}});
  return list;
}

Json rules_json(const RulesTold& rules) {
  Json made = Json::array();
  for (const MadeWith& with : rules.made_with)
    made.push_back({{"version", with.version}, {"rules", with.rules}, {"transcripts", with.transcripts}});
  return {
      {"languages", rules.languages}, {"profile", rules.profile}, {"tagger", rules.tagger}, {"off", rules.off},
      {"own_files", rules.own_files}, {"rules", rules.rules},     {"labels", rules.labels}, {"digest", rules.digest},
      {"made_with", std::move(made)}};
}

Json log_json(const Dossier& dossier) {
  Json faults = Json::array(), files = Json::array();
  for (const audit::AuditFault& fault : dossier.log.verified.faults)
    faults.push_back({{"line", fault.line}, {"what", fault.what}, {"remedy", fault.remedy}});
  for (const SealedFile& file : dossier.sealed)
    files.push_back({{"path", file.path}, {"digest", file.digest}, {"day", file.day}});
  return {{"verified", dossier.good()},
          {"records", dossier.log.verified.records},
          {"signed", dossier.log.verified.signed_records},
          {"head", dossier.log.head},
          {"first_day", dossier.log.first_day},
          {"last_day", dossier.log.last_day},
          {"public_key", dossier.log.public_key},
          {"faults", std::move(faults)},
          {"files", std::move(files)}};
}

}  // namespace

std::string as_text(const Dossier& dossier, const Style& style) {
  using html::grouped;
  std::string text = fmt::format("{}{}{}\n", style.bold, dossier.run.study, style.plain);
  text += fmt::format("  transcripts  {} of {} sealed, {} words, {} replaced, {} doubtful\n", dossier.published(),
                      dossier.run.outcomes.size(), grouped(dossier.words()), grouped(dossier.replaced()),
                      grouped(dossier.doubtful()));
  text += dossier.decisions.empty() ? "  decisions    no decisions\n"
                                    : fmt::format("  decisions    {}\n", grouped(dossier.decisions.size()));
  text += fmt::format("  risk         {}\n", bound_in_words(dossier.passages));
  return text + fmt::format("  log          {}{}{}, {} records\n", dossier.good() ? style.green : style.red,
                            dossier.good() ? "verified" : "not verified", style.plain,
                            grouped(dossier.log.verified.records));
}

Json as_json(const Dossier& dossier) {
  Json all{{"study", dossier.run.study},
           {"made", dossier.made},
           {"version", dossier.version},
           {"participants", dossier.participants()},
           {"transcripts", transcripts_json(dossier)},
           {"delivery", delivery_json(dossier)},
           {"passed_over", dossier.run.passed_over},
           {"consent", consent_json(dossier.consent)},
           {"replaced", labels_json(dossier)}};
  all.update(decisions_json(dossier));
  all["risk"] = risk_json(dossier);
  all["acts"] = acts_json(dossier);
  Json keys = Json::array();
  for (const KeyTold& key : dossier.keys)
    keys.push_back({{"use", key.use}, {"fingerprint", key.fingerprint}, {"public_key", key.text}});
  all["keys"] = std::move(keys);
  all["rules"] = rules_json(dossier.rules);
  all["log"] = log_json(dossier);
  return all;
}

}  // namespace moniker::study
