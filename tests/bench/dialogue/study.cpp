// A whole study: its settings and its register. Every participant has agreed to everything.
#include <stdexcept>

#include "dialogue/writing.hpp"

namespace dialogue {
namespace {

constexpr std::string_view settings = R"(study: Generated interviews
register:
  file: participants.csv
  columns: {number: replace, name: replace, role: keep, gender: keep, consent_date: drop, consent_scope: drop, sessions: drop, interview_date: drop}
roles:
  Interviewer: {prefix: INT, consent: exempt}
consent: {required: [analysis]}
checks: {gap: 120}
write: [txt]
seal: {recipients: [keys/custodian.pub]}
)";

/// Which speaker label in which file is whom: every so manieth file is this participant's.
std::string sessions(const Options& options, std::uint64_t participant, const std::string& label) {
  std::string cell;
  for (std::uint64_t i = participant; i < options.count; i += options.participants) {
    if (!cell.empty()) cell += ';';
    cell += file_name(i + 1) + "=" + label;
  }
  return cell;
}

std::string dates(const std::string& sessions) {
  std::string cell;
  for (const char c : sessions) {
    if (c == '=') cell += cell.empty() ? "2026-03-02" : ";2026-03-02";
  }
  return cell;
}

void write_register(Interviews& interviews, const Options& options) {
  Output out(options.study / "participants.csv");
  out.write("number,name,role,gender,consent_date,consent_scope,sessions,interview_date\n");
  for (std::uint64_t i = 0; i < options.participants; ++i) {
    const Person person = interviews.participant(i);
    const std::string where = sessions(options, i, person.first);
    out.write("P" + std::to_string(i + 1) + "," + person.first + " " + person.last + ",Patient," +
              (i % 2 ? "female" : "male") + ",2026-01-20,analysis," + where + "," + dates(where) + "\n");
  }
  out.close();
}

}  // namespace

void write_study(Interviews& interviews, const Options& options) {
  std::filesystem::create_directories(options.study);
  Output yaml(options.study / "moniker.yaml");
  yaml.write(settings);
  yaml.close();
  write_register(interviews, options);
  write_files(interviews, options, options.study / "incoming");
}

}  // namespace dialogue
