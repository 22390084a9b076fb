#include "rights/log_dates.hpp"

#include <algorithm>

#include "audit/log_events.hpp"

namespace moniker::study {
namespace {

class Reading {
 public:
  explicit Reading(const StudyLayout& layout) : layout_(layout) {}

  void take(const audit::LoggedEvent& logged) {
    day_ = logged.day;
    std::visit([&](const auto& event) { take(event); }, logged.event);
  }
  LogDates dates{};

 private:
  void take(const auto&) {}
  void take(const audit::events::Scanned& event) { dates.scanned.try_emplace(event.file, day_); }
  void take(const audit::events::Published& event) {
    dates.sealed.try_emplace({event.file, event.input}, day_);
    dates.outputs[event.output] = {event.file, event.input, event.digest};
  }
  void take(const audit::events::Withdrawn& event) { dates.outputs.erase(event.output); }
  void take(const audit::events::Deleted& event) { dates.uncertified.push_back(event); }
  /// What was said of the transcript under its former name goes on under the new one.
  void take(const audit::events::Renamed& event) {
    for (auto& [name, output] : dates.outputs) {
      if (output.key == event.before && name.starts_with(event.transcript + ".")) output.key = event.file;
    }
    const auto begin = dates.sealed.lower_bound({event.before, ""});
    std::map<std::string, std::chrono::sys_days> sealed;
    for (auto at = begin; at != dates.sealed.end() && at->first.first == event.before; ++at)
      sealed.emplace(at->first.second, at->second);
    for (const auto& [input, day] : sealed) dates.sealed.try_emplace({event.file, input}, day);
    const auto seen = dates.scanned.find(event.before);
    if (seen == dates.scanned.end()) return;
    const auto day = seen->second;
    auto& now = dates.scanned.try_emplace(event.file, day).first->second;
    now = std::min(now, day);
  }
  /// What a withdrawal deletes has a certificate of its own.
  void take(const audit::events::Certified& event) {
    if (!event.certificate.starts_with("retention-")) return;
    const bool there = std::filesystem::exists(layout_.certificate_json(event.certificate));
    dates.begun_certificate = there ? std::string() : event.certificate;
    if (there) dates.uncertified.clear();
  }

  const StudyLayout& layout_;
  std::chrono::sys_days day_{};
};

}  // namespace

LogDates read_log_dates(const StudyLayout& layout) {
  Reading reading(layout);
  audit::for_each_event(layout.audit_log(), [&](const audit::LoggedEvent& logged) { reading.take(logged); });
  return std::move(reading.dates);
}

}  // namespace moniker::study
