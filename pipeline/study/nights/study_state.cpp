// A study looked at between runs. Each delivered file is asked of the ledger and of what its scan left, as the steps
// would ask; days come from the log. Where the ledger cannot be had the last run's report stands in, once the log has
// vouched for it.
#include "nights/study_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "audit/log_events.hpp"
#include "base/iso_date.hpp"
#include "base/lock.hpp"
#include "check/issue_words.hpp"
#include "nights/last_report.hpp"
#include "opened/log_memory.hpp"
#include "opened/study_keys.hpp"
#include "opened/transcripts.hpp"
#include "rights/retention.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;
using Days = std::chrono::sys_days;

/// Since when a file is what it is, by its key.
class SinceWhen {
 public:
  explicit SinceWhen(const fs::path& log) {
    if (!fs::exists(log)) return;
    audit::for_each_event(log, [&](const audit::LoggedEvent& logged) {
      day_ = logged.day;
      std::visit([&](const auto& event) { take(event); }, logged.event);
    });
  }
  /// Of what is published: when it was last.
  std::string published(const std::string& key) const { return day_in(published_, key); }
  /// Of what is not: since it was taken back, or failed its proof, or came with these bytes.
  std::string stopped(const std::string& key) const {
    const std::string taken_back = day_in(taken_back_, key);
    return taken_back.empty() ? day_in(came_, key) : taken_back;
  }
  std::string last_run{};

 private:
  void take(const auto&) {}
  void take(const audit::events::Scanned& event) {
    auto& [input, day] = came_[event.file];
    if (input != event.input) day = day_;
    input = event.input;
  }
  void take(const audit::events::Published& event) {
    taken_back_.erase(event.file);
    published_[event.file] = {"", day_};
  }
  void take(const audit::events::Withdrawn& event) { taken_back_[event.file] = {"", day_}; }
  void take(const audit::events::Quarantined& event) { taken_back_.try_emplace(event.file, "", day_); }
  void take(const audit::events::Finished&) { last_run = iso_date(day_); }

  using ByKey = std::map<std::string, std::pair<std::string, Days>>;
  static std::string day_in(const ByKey& days, const std::string& key) {
    const auto found = days.find(key);
    return found == days.end() ? std::string() : iso_date(found->second.second);
  }
  ByKey came_{}, taken_back_{}, published_{};
  Days day_{};
};

std::string reasons_of(const std::vector<ReportIssue>& issues) {
  std::string why;
  for (const ReportIssue& issue : issues) {
    if (issue.severity == Severity::error)
      why += fmt::format("{}{} ({})", why.empty() ? "" : "; ", issue.sentence, issue.code);
  }
  return why;
}

class Looking {
 public:
  Looking(const Study& study, const StudyKeys& keys, const Ledger& ledger)
      : study_(study), keys_(keys), ledger_(ledger), since_(study.layout.audit_log()) {
    if (fs::exists(study.layout.assignment())) map_ = read_study_map(study.layout, keys.work_identity);
    if (!map_) return;
    for (const resolve::Question& question : map_->assignment.questions) ++questions_[question.file];
  }

  void look(StudyState& state) {
    const DisplayNames names(study_.people);
    std::set<std::string> there;
    for (const Delivered& file : delivered(study_.layout, keys_.registry)) {
      there.insert(file.key);
      TranscriptStanding one = look_at(file);
      one.shown = shown_name_of(file, names);
      state.transcripts.push_back(std::move(one));
    }
    for (const LedgerEntry& entry : ledger_.all("apply")) {
      const ApplyRecord record = apply_record_from_json(entry.output);
      if (there.contains(entry.transcript) || record.outputs.empty()) continue;
      TranscriptStanding one;
      settle(one, entry.transcript, record);
      state.transcripts.push_back(std::move(one));
    }
    state.last_run = since_.last_run;
  }

 private:
  TranscriptStanding look_at(const Delivered& file) const {
    TranscriptStanding one;
    if (!map_ || !ledger_.find("scan", file.key) || !fs::exists(study_.layout.summary(file.key))) return one;
    const auto number = map_->assignment.transcripts.find(file.file);
    if (number == map_->assignment.transcripts.end()) return one;
    one.transcript = number->second;
    const ScanRecord scanned = read_record(study_.layout, file.key, keys_.work_identity);
    const auto content = content_of(file);
    one.at = TranscriptAt::changed;
    if (content && *content != scanned.content) return one;
    const auto issues = issues_of(*map_, file.file, scanned.issues);
    if (is_quarantined(study_.config, issues)) {
      one.at = TranscriptAt::quarantined;
      one.why = reasons_of(check::in_words(issues, scanned.failure, study_.config.checks));
      one.since = since_.stopped(file.key);
      return one;
    }
    const auto applied = ledger_.find("apply", file.key);
    if (!applied) return one;
    const auto asked = questions_.find(file.file);
    one.questions = asked == questions_.end() ? 0 : asked->second;
    settle(one, file.key, apply_record_from_json(applied->output));
    return one;
  }

  void settle(TranscriptStanding& one, const std::string& key, const ApplyRecord& record) const {
    const auto is_draft = [](const std::string& name) { return name.find(draft_mark) != std::string::npos; };
    if (!record.proof.empty()) {
      std::vector<check::FileIssue> hits;
      for (const Issue& hit : record.proof) hits.push_back({.file = {}, .issue = hit});
      one.at = TranscriptAt::quarantined;
      one.why = reasons_of(check::in_words(hits, std::nullopt, study_.config.checks));
      one.since = since_.stopped(key);
      return;
    }
    if (one.transcript.empty() && !record.outputs.empty())
      one.transcript = record.outputs.front().substr(0, record.outputs.front().find('.'));
    one.doubtful = record.doubtful;
    const bool draft = std::any_of(record.outputs.begin(), record.outputs.end(), is_draft);
    one.at = draft                                   ? TranscriptAt::draft
             : one.doubtful > 0 || one.questions > 0 ? TranscriptAt::review
                                                     : TranscriptAt::sealed;
    one.since = since_.published(key);
  }

  const Study& study_;
  const StudyKeys& keys_;
  const Ledger& ledger_;
  SinceWhen since_;
  std::optional<StudyMap> map_{};
  std::map<std::string, std::uint64_t> questions_{};  // by file
};

void look_at_retention(const std::vector<RetentionItem>& items, Days today, StudyState& state) {
  for (const RetentionItem& item : items) {
    if (!item.due) continue;
    const std::string day = iso_date(*item.due);
    if (*item.due < today)
      ++state.overdue;
    else if (*item.due == today)
      ++state.due;
    else if (state.next_due.empty() || day < state.next_due)
      state.next_due = day;
    for (TranscriptStanding& one : state.transcripts) {
      if (!one.transcript.empty() && one.transcript == item.transcript && (one.due.empty() || day < one.due))
        one.due = day;
    }
  }
}

/// Without the ledger: as reports/run.json tells it.
void look_at_report(const StudyLayout& layout, StudyState& state) {
  state.is_of_last_run = true;
  const auto report = read_last_report(layout);
  if (!report) return;
  state.last_run = SinceWhen(layout.audit_log()).last_run;
  state.transcripts = report->transcripts;
  const std::size_t there = list_deliveries(layout).entries.size();
  if (there > state.transcripts.size()) state.fresh_unnamed = there - state.transcripts.size();
}

}  // namespace

std::string_view word_of(TranscriptAt at) {
  constexpr std::string_view words[] = {"new", "changed", "quarantined", "draft", "review", "sealed"};
  return words[static_cast<std::size_t>(at)];
}

std::uint64_t StudyState::count(TranscriptAt at) const {
  return static_cast<std::uint64_t>(std::count_if(transcripts.begin(), transcripts.end(),
                                                  [&](const TranscriptStanding& one) { return one.at == at; }));
}

StudyState state_of_study(const fs::path& folder, const StudyKey& key, const Clock& clock) {
  const StudyConfig config = read_config(folder);
  StudyState state{.folder = folder.string(), .title = config.title};
  if (!key.is_there(config.study_key)) {
    require_good_log(StudyLayout{folder}, config.signing_public_key, config.witness);
    look_at_report(StudyLayout{folder}, state);
    return state;
  }
  const Study study = read_study(folder, key);
  require_good_log(study.layout, config.signing_public_key, config.witness);
  std::optional<Lock> lock;
  try {
    lock.emplace(study.layout.lock());
  } catch (const Error& error) {
    if (error.problem().fault != Fault::busy) throw;
    state.is_worked_on = true;
    look_at_report(study.layout, state);
    return state;
  }
  const StudyKeys keys = read_keys(study.config, key);
  const Ledger ledger(study.layout.ledger(), Ledger::Use::alone);
  Looking(study, keys, ledger).look(state);
  if (fs::exists(study.layout.audit_log()))
    look_at_retention(retention_items(study, keys, ledger), std::chrono::floor<std::chrono::days>(clock()), state);
  return state;
}

std::vector<StudyState> states_of(const std::vector<fs::path>& folders, const KeyOf& key_of, const Clock& clock) {
  std::vector<StudyState> states;
  for (const fs::path& folder : folders) {
    try {
      states.push_back(state_of_study(folder, key_of(folder), clock));
    } catch (const Error& error) {
      states.push_back({.folder = folder.string(), .trouble = error.problem()});
    }
  }
  return states;
}

}  // namespace moniker::study
