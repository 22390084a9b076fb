// The log read once, from its beginning. A transcript that is written again has its replacements logged anew before its
// outputs, so that whatever was counted before the last outputs no longer stands.
#include "dossier/log_account.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "audit/log_events.hpp"
#include "audit/log_lines.hpp"
#include "audit/replacement_rows.hpp"
#include "base/bounded_json.hpp"
#include "base/iso_date.hpp"
#include "base/json_number.hpp"
#include "base/keyed_hash.hpp"
#include "base/layout.hpp"
#include "moniker/error.hpp"
#include "work/kept_transcript.hpp"

namespace moniker::study {
namespace {

using namespace audit::events;

class LogAccountReading {
 public:
  void take(const audit::LoggedEvent& logged) {
    if (account.first == std::chrono::sys_days{}) account.first = logged.day;
    account.last = logged.day;
    std::visit([&](const auto& event) { take(event); }, logged.event);
  }
  LogAccount account{};

 private:
  void take(const auto&) {}

  void take(const Replaced& event) {
    const nlohmann::json fields = parse_json("{" + std::string(event.body) + "}");
    const auto& transcript = fields.at(audit::replaced_transcript).get_ref<const std::string&>();
    if (written_.erase(transcript) > 0) account.replaced[transcript].clear();  // that was what stood before
    auto& counts = account.replaced[transcript];
    std::vector<std::uint64_t> by_kind(fields.at(audit::replaced_kinds).size());
    for (const auto& row : fields.at(audit::replaced_rows)) ++by_kind.at(whole_number<std::size_t>(row.at(2)));
    for (std::size_t i = 0; i < by_kind.size(); ++i) {
      const auto& kind = fields.at(audit::replaced_kinds).at(i).get_ref<const std::string&>();
      const std::size_t slash = std::min(kind.find('/'), kind.size());
      counts[{kind.substr(0, slash), kind.substr(std::min(slash + 1, kind.size()))}] += by_kind[i];
    }
  }

  void take(const Published& event) {
    std::set<std::string>& outputs = written_[event.transcript];
    if (!outputs.insert(event.output).second) {  // written again, and nothing was replaced
      account.replaced.erase(event.transcript);
      outputs = {event.output};
    }
    account.outputs["out/" + event.output] = {event.transcript, event.digest, event.version, event.rules, account.last};
  }
  void take(const Sealed& event) {
    const std::string folder =
        event.output.starts_with("linkage") || event.output.ends_with(kept_part) ? "linkage/" : "out/";
    account.outputs[folder + event.output] = {{}, event.digest.value_or(""), {}, {}, account.last};
  }
  void take(const Withdrawn& event) {
    account.outputs.erase((event.output.ends_with(kept_part) ? "linkage/" : "out/") + event.output);
  }

  void take(const Decided& event) { account.decided[event.number] = event.digest; }
  void take(const Relinked& event) { act("saw who it is", event.id, event.by, event.reason); }
  void take(const Compared& event) {
    const std::string what = event.delivered ? "saw before and after" : "saw after";
    act(event.page == "none" ? what : fmt::format("{}, on a {} page", what, event.page), event.transcript, event.by,
        event.reason);
  }
  void take(const Exported& event) {
    act("exported",
        fmt::format("{}: {} transcripts{}", event.package, event.transcripts, event.sealed ? "" : ", not sealed"),
        event.by.value_or(""));
  }
  void take(const Consulted& event) {
    if (event.what == "deposit" && event.written > 0)
      return act(fmt::format("made a deposit of {} files", event.written), "who agreed to archiving", event.by,
                 event.reason);
    act(fmt::format("worked out {}{}", event.what, event.ids ? ", with IDs" : ""), "all participants", event.by,
        event.reason);
  }
  void take(const WithdrawalBegun& event) { act("withdrew", event.participant, event.by, event.reason); }
  void take(const Deleted& event) {
    account.outputs.erase(event.name);
    if (event.rule == goes_with_delivery) return;  // told by the event that says how many
    act("deleted", event.what + (event.name.empty() ? "" : ": " + event.name), {}, event.rule);
  }
  void take(const PutAway& event) {
    act("put away", fmt::format("transcripts whose delivered files are gone: {}", event.transcripts));
  }
  void take(const DeletedForWithdrawal& event) { act("deleted", event.what, {}, "withdrawal"); }

  void act(std::string_view what, std::string about, std::string who = {}, std::string why = {}) {
    account.acts.push_back(
        {iso_date(account.last), std::string(what), std::move(about), std::move(who), std::move(why)});
  }

  std::map<std::string, std::set<std::string>> written_{};  // by transcript, since its last replacements
};

}  // namespace

LogAccount read_log_account(const std::filesystem::path& log) {
  LogAccountReading reading;
  audit::for_each_event(log, [&](const audit::LoggedEvent& logged) {
    try {
      reading.take(logged);
    } catch (const std::exception&) {  // rows of replacements that are none; the library's own words quote them
      throw Error::integrity("is no record of an audit log", "see what happened to it with `moniker audit verify`",
                             {log.string(), {static_cast<std::uint32_t>(logged.line), 0}});
    }
  });
  audit::for_each_line(log, [&](const audit::LogLine& line) {
    if (line.whole) reading.account.head = hex(digest_of(line.text));
  });
  return std::move(reading.account);
}

}  // namespace moniker::study
