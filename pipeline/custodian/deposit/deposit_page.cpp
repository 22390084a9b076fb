// What came of a deposit, for who asked. The team's names of transcripts stand with those that do not go alone: beside
// a new name one would undo what was drawn.
#include "deposit/deposit_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "deposit/coarser.hpp"

namespace moniker::custodian {
namespace {

using Json = nlohmann::ordered_json;

std::string why_not(const TranscriptConsent& consent) {
  if (consent.why == WhyNot::nobody_agreed) return "nobody in it agreed to archiving";
  return fmt::format("{} of {} turns are of people who did not agree, or are not named", consent.others, consent.turns);
}

struct KindTotal {
  std::uint64_t all = 0, anew = 0;
  std::map<std::string, std::uint64_t> does{};
};

std::map<std::string, KindTotal> totals_of(const PreparedDeposit& prepared) {
  std::map<std::string, KindTotal> totals;
  for (const ReplacedKind& one : prepared.replaced) {
    KindTotal& total = totals[one.label];
    total.all += one.count;
    total.anew += one.anew ? one.count : 0;
    total.does[one.does] += one.count;
  }
  return totals;
}

std::string transcript_lines(const PreparedDeposit& prepared) {
  std::string text;
  for (const DepositTranscript& one : prepared.transcripts) {
    std::uint64_t words = 0;
    for (const auto& [id, n] : one.words) words += n;
    text += fmt::format("  {:<14} {:>2} participant{} {:>7} words{}\n", one.name, one.words.size(),
                        one.words.size() == 1 ? " " : "s", words,
                        one.left_out == 0 ? "" : fmt::format(", {} of others left out", counted(one.left_out, "turn")));
  }
  return text;
}

std::string replaced_lines(const PreparedDeposit& prepared) {
  std::string text;
  for (const auto& [label, total] : totals_of(prepared)) {
    std::string ways;
    for (const auto& [does, n] : total.does) ways += fmt::format("{}{} {}", ways.empty() ? "" : ", ", does, n);
    text += fmt::format("  {:<14} {:>5}: {}{}\n", label, total.all, ways,
                        total.anew == 0 ? "" : fmt::format("; {} found anew", total.anew));
  }
  return text;
}

std::string people_lines(const PreparedDeposit& prepared) {
  const DepositPeople& people = prepared.people;
  std::string text = people.columns.empty()
                         ? "  nothing is told of participants but their IDs\n"
                         : fmt::format("  {}: {} or more are alike\n", fmt::join(people.columns, ", "), people.k);
  for (const DepositPeople::Less& less : people.less)
    text += fmt::format("  {} {}: {:.0f} % of what it tells is lost\n", less.column, less.how, less.lost * 100);
  return text;
}

std::string end_of(const Deposit& deposit, const Style& style) {
  std::string text;
  for (const Unmet& unmet : deposit.unmet) {
    text += fmt::format("{}not met, for access {}: {}{}\n  {}\n", style.red, deposit.prepared.access, unmet.demand,
                        style.plain, unmet.remedy);
  }
  if (!deposit.prepared.missing.empty()) {
    text += fmt::format("{}missing under deposit: in moniker.yaml: {}{}\n", style.yellow,
                        fmt::join(deposit.prepared.missing, ", "), style.plain);
  }
  if (deposit.prepared.transcripts.empty())
    text += fmt::format("{}no transcript can be deposited{}\n", style.red, style.plain);
  if (deposit.written) {
    return text + fmt::format(
                      "written: {} files in {}/bag, the account of what was replaced in {}/apart\n"
                      "SHA-256 of bag/manifest-sha256.txt, as the log has it: {}\n",
                      deposit.files, deposit.folder.string(), deposit.folder.string(), deposit.digest);
  }
  return text + (deposit.digest.empty() ? "nothing was written\n" : "nothing was written: a dry run\n");
}

}  // namespace

std::string as_text(const Deposit& deposit, const Style& style) {
  const PreparedDeposit& prepared = deposit.prepared;
  std::string text = fmt::format("{}Deposit, access {}{}\n", style.bold, prepared.access, style.plain);
  text += fmt::format("  {} of {} participants agreed to archiving\n", deposit.agreed, deposit.speakers);
  text += transcript_lines(prepared);
  if (!deposit.not_deposited.empty()) {
    text += fmt::format("{}Not deposited{}\n", style.bold, style.plain);
    for (const NotDeposited& one : deposit.not_deposited)
      text += fmt::format("  {:<14} {}\n", one.transcript, why_not(one.consent));
  }
  if (!prepared.replaced.empty())
    text += fmt::format("{}Replaced{}\n{}", style.bold, style.plain, replaced_lines(prepared));
  if (!prepared.transcripts.empty())
    text += fmt::format("{}Data list{}\n{}", style.bold, style.plain, people_lines(prepared));
  return text + end_of(deposit, style);
}

Json as_json(const Deposit& deposit) {
  const PreparedDeposit& prepared = deposit.prepared;
  Json transcripts = Json::array(), not_deposited = Json::array(), replaced = Json::array(), less = Json::array(),
       unmet = Json::array();
  for (const DepositTranscript& one : prepared.transcripts) {
    std::uint64_t words = 0;
    for (const auto& [id, n] : one.words) words += n;
    transcripts.push_back({{"transcript", one.name},
                           {"group", one.group},
                           {"participants", one.words.size()},
                           {"words", words},
                           {"turns_left_out", one.left_out}});
  }
  for (const NotDeposited& one : deposit.not_deposited) {
    not_deposited.push_back({{"transcript", one.transcript},
                             {"agreed", one.consent.agreed},
                             {"turns", one.consent.turns},
                             {"turns_of_others", one.consent.others}});
  }
  for (const ReplacedKind& one : prepared.replaced) {
    replaced.push_back({{"transcript", one.transcript},
                        {"label", one.label},
                        {"becomes", one.does},
                        {"found_anew", one.anew},
                        {"count", one.count}});
  }
  for (const DepositPeople::Less& one : prepared.people.less)
    less.push_back({{"column", one.column}, {"how", one.how}, {"lost", one.lost}});
  for (const Unmet& one : deposit.unmet) unmet.push_back({{"demand", one.demand}, {"remedy", one.remedy}});
  return {{"access", prepared.access},
          {"marks", prepared.marks},
          {"participants", deposit.speakers},
          {"agreed", deposit.agreed},
          {"transcripts", std::move(transcripts)},
          {"not_deposited", std::move(not_deposited)},
          {"replaced", std::move(replaced)},
          {"data_list", {{"columns", prepared.people.columns}, {"k", prepared.people.k}, {"less", std::move(less)}}},
          {"unmet", std::move(unmet)},
          {"missing", prepared.missing},
          {"written", deposit.written},
          {"folder", deposit.folder.string()},
          {"files", deposit.files},
          {"manifest_sha256", deposit.digest.empty() ? Json(nullptr) : Json(deposit.digest)}};
}

}  // namespace moniker::custodian
