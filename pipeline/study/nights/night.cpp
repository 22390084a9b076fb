// Tonight beside what was told before: by transcript what its outputs were made of, by matter the hashes of its parts.
// What is not in the memory is new, so that nothing is ever kept back because a memory was lost.
#include "nights/night.hpp"

#include <algorithm>

#include "base/iso_date.hpp"
#include "base/lock.hpp"
#include "config/config.hpp"
#include "config/retention.hpp"
#include "keys/keys.hpp"
#include "work/apply_record.hpp"

namespace moniker::study {
namespace {

using Days = std::chrono::sys_days;

constexpr std::size_t made_digits = 16;

/// Of every transcript in out/ the digest of all that it was made of.
std::map<std::string, std::string> made_now(const Ledger& ledger) {
  std::map<std::string, std::string> made;
  for (const LedgerEntry& entry : ledger.all("apply")) {
    for (const std::string& output : apply_record_from_json(entry.output).outputs)
      made[output.substr(0, output.find('.'))] = hex(entry.input).substr(0, made_digits);
  }
  return made;
}

bool has_rules(const Retention& rules) {
  const auto ends = [](const RetentionRule& rule) { return rule.kind != RetentionRule::Kind::keep; };
  return ends(rules.deliveries) || ends(rules.quarantine) || ends(rules.work) || ends(rules.linkage) ||
         ends(rules.outputs) || ends(rules.attributes) || ends(rules.withdrawn);
}

/// Looking for it reads every sealed file: only where something has an end at all.
std::vector<RetentionItem> due_items(const OpenedStudy& opened) {
  return has_rules(read_retention(opened.study.layout.root)) ? retention_items(opened) : std::vector<RetentionItem>();
}

void compare_outputs(const NightMemory& before, Night& night) {
  for (const auto& [transcript, of] : night.now.made) {
    const auto then = before.made.find(transcript);
    if (then == before.made.end())
      night.sealed.push_back(transcript);
    else if (then->second != of)
      night.sealed_anew.push_back(transcript);
  }
  for (const auto& [transcript, of] : before.made) {
    if (!night.now.made.contains(transcript)) night.gone.push_back(transcript);
  }
}

std::uint64_t how_many_are_not_in(const std::vector<std::string>& parts, const std::vector<std::string>& others) {
  return static_cast<std::uint64_t>(std::count_if(parts.begin(), parts.end(), [&](const std::string& part) {
    return !std::binary_search(others.begin(), others.end(), part);
  }));
}

void compare_matters(std::vector<Matter> matters, const NightMemory& before, const Secret<32>& roots,
                     const std::string& day, Night& night) {
  for (Matter& matter : matters) {
    const std::pair what{std::string(words_of(matter.kind).name), matter.transcript};
    ToldMatter& told = night.now.waits[what];
    for (const std::string& part : matter.parts) told.parts.push_back(hash_of_part(roots, part));
    std::sort(told.parts.begin(), told.parts.end());
    const auto then = before.waits.find(what);
    const bool known = then != before.waits.end();
    told.since = known ? then->second.since : day;
    const std::uint64_t fresh = known ? how_many_are_not_in(told.parts, then->second.parts) : matter.parts.size();
    night.waiting.push_back({std::move(matter), fresh, told.since});
  }
  for (const auto& [what, told] : before.waits) {
    const auto still = night.now.waits.find(what);
    const std::uint64_t parts =
        still == night.now.waits.end() ? told.parts.size() : how_many_are_not_in(told.parts, still->second.parts);
    if (parts > 0) night.solved.push_back({what.first, what.second, parts});
  }
}

StandingCounts counts_of(const StudyReport& report, const std::vector<Waiting>& waiting) {
  StandingCounts counts{.transcripts = report.outcomes.size(), .questions = report.questions.size()};
  for (const Outcome& outcome : report.outcomes) {
    counts.doubtful += outcome.doubtful;
    const bool asks = std::any_of(report.questions.begin(), report.questions.end(),
                                  [&](const OpenQuestion& q) { return q.transcript == outcome.transcript; });
    if (outcome.state == Outcome::State::quarantined)
      ++counts.quarantined;
    else if (outcome.draft)
      ++counts.draft;
    else if (outcome.doubtful > 0 || asks)
      ++counts.review;
    else
      ++counts.sealed;
  }
  for (const Waiting& one : waiting) {
    if (one.matter.kind == MatterKind::overdue) counts.overdue += one.matter.parts.size();
  }
  return counts;
}

}  // namespace

bool Night::has_news() const {
  return failure || std::any_of(waiting.begin(), waiting.end(), [](const Waiting& one) { return one.fresh > 0; });
}

bool Night::has_changed() const {
  return has_news() || failed_before || !solved.empty() || !sealed.empty() || !sealed_anew.empty() || !gone.empty();
}

Night night_of(const OpenedStudy& opened, const StudyReport& report) {
  const auto now = opened.options.clock();
  const auto today = std::chrono::floor<std::chrono::days>(now);
  const auto before = read_night_memory(opened.books.ledger, opened.keys.roots);
  Night night{.study = report.study, .time = iso_time(now), .audit_records = report.audit_records};
  if (before) night.last_day = before->day;
  night.failed_before = read_failed_nights(opened.study.layout);
  night.now.day = iso_date(today);
  night.now.made = made_now(opened.books.ledger);
  compare_outputs(before.value_or(NightMemory{}), night);
  compare_matters(matters_of(report, due_items(opened), today), before.value_or(NightMemory{}), opened.keys.roots,
                  night.now.day, night);
  night.counts = counts_of(report, night.waiting);
  return night;
}

Night failed_night(const std::string& folder, const Problem& problem, std::string time) {
  return {.folder = folder,
          .time = std::move(time),
          .failure = problem,
          .failed_before = read_failed_nights(StudyLayout{folder})};
}

namespace {

/// One that others kept from working will be given again, and says nothing of the study.
void remember_failure(const StudyLayout& layout, const Night& night) {
  if (night.failure->fault != Fault::busy) keep_failed_night(layout, night.time.substr(0, 10));
}

}  // namespace

void remember_night(OpenedStudy& opened, const Night& night) {
  if (night.failure) return remember_failure(opened.study.layout, night);
  keep_night_memory(opened.books.ledger, opened.keys.roots, night.now);
  forget_failed_nights(opened.study.layout);
}

void remember_night(const std::filesystem::path& folder, const StudyKey& key, const Night& night) {
  const StudyLayout layout{folder};
  if (night.failure) return remember_failure(layout, night);
  const StudyConfig config = read_config(folder);
  const Secret<32> roots = derive_key(key.of(config.study_key), KeyUse::roots);
  const Lock lock(layout.lock());
  Ledger ledger(layout.ledger(), Ledger::Use::alone);
  keep_night_memory(ledger, roots, night.now);
  forget_failed_nights(layout);
}

int gravest_of(const std::vector<int>& statuses) {
  for (const int status : {4, 3, 2, 5, 1, same_as_before}) {
    if (std::find(statuses.begin(), statuses.end(), status) != statuses.end()) return status;
  }
  return 0;
}

int status_of(const Night& night) {
  if (night.failure) return static_cast<int>(night.failure->fault);
  return night.has_news() ? 1 : night.waiting.empty() ? 0 : same_as_before;
}

}  // namespace moniker::study
