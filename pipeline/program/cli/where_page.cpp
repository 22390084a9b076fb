// Where somebody is, and what comes next: the first thing that is missing on the way from an empty folder to sealed
// transcripts, then what the last run left to a person.
#include "cli/where_page.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "base/bounded_json.hpp"
#include "base/byte_source.hpp"
#include "base/delivery_folder.hpp"
#include "base/json_number.hpp"
#include "base/layout.hpp"
#include "config/config.hpp"
#include "moniker/error.hpp"

namespace moniker::cli {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t longest_report = std::size_t{64} << 20;

/// What the last run left, by reports/run.json.
struct LastRun {
  fs::file_time_type at{};
  std::size_t transcripts = 0, quarantined = 0, doubtful = 0, questions = 0, waiting = 0;
};

std::optional<LastRun> last_run(const StudyLayout& layout) try {
  std::error_code failed;
  LastRun run{.at = fs::last_write_time(layout.report_json(), failed)};
  if (failed) return std::nullopt;
  const auto report = parse_json(read_file(layout.report_json(), longest_report));
  for (const auto& outcome : report.value("transcripts", nlohmann::json::array())) {
    ++run.transcripts;
    if (outcome.value("state", "") == "quarantined") ++run.quarantined;
    run.doubtful += whole_number(outcome, "doubtful", std::size_t{0});
  }
  run.questions = report.value("questions", nlohmann::json::array()).size();
  run.waiting = report.value("waiting", nlohmann::json::array()).size();
  return run;
} catch (const nlohmann::json::exception&) {  // no report of ours; `audit verify` is the one to say so
  return std::nullopt;
}

std::string count_of(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// Sealed transcripts, each once however many files it is written as: T01.txt.age and T01.docx.age are one.
std::size_t sealed_in(const fs::path& out) {
  std::set<std::string> numbers;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(out, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".age") && !name.starts_with("attributes")) numbers.insert(name.substr(0, name.find('.')));
  }
  return numbers.size();
}

std::size_t newer_than(const DeliveryFolder& deliveries, const LastRun& run) {
  return static_cast<std::size_t>(
      std::count_if(deliveries.entries.begin(), deliveries.entries.end(), [&](const DeliveryEntry& entry) {
        std::error_code failed;
        const auto at = fs::last_write_time(entry.place, failed);
        return !failed && at > run.at;
      }));
}

std::string day_of(fs::file_time_type at) {
  const auto time = std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::file_clock::to_sys(at));
  return fmt::format("{:%Y-%m-%d %H:%M}", fmt::localtime(time.time_since_epoch().count()));
}

bool is_file(const fs::path& file) {
  std::error_code ignored;
  return fs::exists(file, ignored);
}

/// moniker.yaml and the register, read as a command reads them; what is wrong with either is the next thing to do.
class Looking {
 public:
  explicit Looking(const fs::path& study) : layout_{study} { page_.study = study; }

  WherePage look() {
    read_papers();
    look_at_deliveries();
    look_at_results();
    return std::move(page_);
  }

 private:
  void next(std::string command, std::string says) { page_.next.push_back({std::move(command), std::move(says)}); }
  void fact(std::string_view name, std::string says) { page_.facts.push_back(fmt::format("{:<11} {}", name, says)); }

  /// A new key is another study: whatever began with one must get it back.
  void look_at_key(const fs::path& key) {
    if (is_file(key)) return;
    if (is_file(layout_.registry()))
      next("", "put study.key back, from its backup or its disk: the study cannot go on with another");
    else
      next("moniker keygen", "make the study's keys, and the custodian's");
  }

  void read_papers() {
    std::optional<study::StudyConfig> config;
    try {
      config = study::untrusted_config(layout_.root);
      page_.title = config->title;
      look_at_key(config->study_key);
    } catch (const Error& error) {
      look_at_key(layout_.study_key());
      if (page_.next.empty()) next("moniker doctor", fmt::format("moniker.yaml: {}", error.problem().what));
      return;
    }
    try {
      const std::size_t people = study::read_register(*config).people.size();
      fact("register", people == 1 ? "1 person" : fmt::format("{} people", people));
      if (people == 0)
        next("moniker register check", "when participants.csv says who takes part: it helps with the sheet");
    } catch (const Error& error) {
      const std::size_t faults = 1 + error.problem().others.size();
      fact("register",
           fmt::format("{} wrong with it", faults == 1 ? "something is" : fmt::format("{} things are", faults)));
      next("moniker register check", "what is wrong with the register, and what to write");
    }
  }

  void look_at_deliveries() {
    try {
      deliveries_ = list_deliveries(layout_);
    } catch (const Error&) {
      return;
    }
    fact("incoming/", count_of(deliveries_.entries.size(), "file"));
    if (deliveries_.entries.empty()) next("", "put the delivered transcripts into incoming/");
  }

  void look_at_results() {
    const auto run = last_run(layout_);
    if (!run) {
      fact("out/", "nothing yet: it was never run");
      if (deliveries_.entries.empty() || !page_.next.empty()) return;
      next("moniker check", "what is wrong with the delivery, before anything is done");
      next("moniker run", "all of it");
      return;
    }
    fact("out/",
         fmt::format("{}, last run {}", count_of(sealed_in(layout_.out()), "sealed transcript"), day_of(run->at)));
    if (const std::size_t newer = newer_than(deliveries_, *run); newer > 0)
      next("moniker run", fmt::format("{} came since the last run", count_of(newer, "file")));
    if (run->quarantined > 0)
      next("moniker check",
           fmt::format("{} in quarantine: why, and what to do", count_of(run->quarantined, "transcript")));
    if (run->waiting > 0)
      next("", fmt::format("{} not consented: reports/run.md", run->waiting == 1 ? "somebody has" : "people have"));
    if (run->doubtful + run->questions > 0)
      next("moniker review",
           fmt::format("{} for a person to decide", count_of(run->doubtful + run->questions, "place")));
    if (is_file(layout_.keys() / "custodian.key"))
      next("", "move keys/custodian.key to where the custodian keeps it: it opens everything");
    if (page_.next.empty()) {
      next("moniker report", "all of the study on one page that names nobody");
      next("moniker export nvivo -i custodian.key -o nvivo", "what an analysis program imports");
    }
  }

  StudyLayout layout_;
  WherePage page_{};
  DeliveryFolder deliveries_{};
};

WherePage in_no_study() {
  return {.study = {},
          .title = {},
          .facts = {},
          .next = {{"moniker init my-study", "a new one, explained in its README.txt"},
                   {"moniker init try --example", "a small one to play with, ready to be run"},
                   {"moniker help", "every command"}}};
}

}  // namespace

WherePage where_you_are(const fs::path& study) { return study.empty() ? in_no_study() : Looking(study).look(); }

std::string as_text(const WherePage& page, const Style& style) {
  std::string text = "moniker pseudonymises, seals and accounts for interview transcripts.\n\n";
  if (page.study.empty()) {
    text += "You are in no study.\n";
  } else {
    std::error_code ignored;
    const std::string name = fs::weakly_canonical(page.study, ignored).filename().string();
    text += fmt::format("{}{}{}{}{}\n\n", style.bold, name, style.plain, page.title.empty() ? "" : ": ", page.title);
    for (const std::string& fact : page.facts) text += fmt::format("  {}\n", fact);
  }
  text += "\nWhat comes next:\n\n";
  std::size_t widest = 0;
  for (const NextStep& step : page.next) widest = std::max(widest, step.command.size());
  for (const NextStep& step : page.next) {
    if (step.command.empty())
      text += fmt::format("  {}\n", step.says);
    else
      text += fmt::format("  {}{:<{}}{}  {}\n", style.bold, step.command, widest, style.plain, step.says);
  }
  return text + (page.study.empty() ? "\nA study elsewhere: go into its folder, or name it behind the command.\n"
                                    : "\n`moniker help` lists every command.\n");
}

}  // namespace moniker::cli
