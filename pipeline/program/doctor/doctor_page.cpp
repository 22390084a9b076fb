#include "doctor/doctor_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "moniker/version.hpp"

namespace moniker::doctor {
namespace {

std::string_view word_of(Standing standing) {
  constexpr std::string_view words[] = {"ok", "warn", "fail"};
  return words[static_cast<int>(standing)];
}

std::string_view colour_of(Standing standing, const Style& style) {
  const std::string_view colours[] = {style.green, style.yellow, style.red};
  return colours[static_cast<int>(standing)];
}

std::size_t count(const DoctorPage& page, Standing standing) {
  std::size_t all = 0;
  for (const Chapter& chapter : page.chapters) {
    all += static_cast<std::size_t>(std::count_if(chapter.findings.begin(), chapter.findings.end(),
                                                  [&](const Observation& one) { return one.standing == standing; }));
  }
  return all;
}

std::string lines_of(const Observation& finding, const Style& style) {
  std::string text = fmt::format("  {}{:<4}{}  {:<15}  {}\n", colour_of(finding.standing, style),
                                 word_of(finding.standing), style.plain, finding.name, finding.says);
  if (!finding.remedy.empty()) text += fmt::format("{:25}{}{}{}\n", "", style.dim, finding.remedy, style.plain);
  return text;
}

std::string library_lines(const DoctorPage& page) {
  std::string text, line;
  for (const auto& [name, version] : page.libraries) {
    const std::string one = name + " " + version;
    if (line.size() + one.size() > 74) text += "  " + std::exchange(line, {}) + "\n";
    line += (line.empty() ? "" : ", ") + one;
  }
  return text + "  " + line + "\n";
}

}  // namespace

bool DoctorPage::good() const { return count(*this, Standing::wrong) == 0; }

std::string as_text(const DoctorPage& page, const Style& style) {
  std::string text = fmt::format("moniker {} on {}\n", version, page.system);
  for (const Chapter& chapter : page.chapters) {
    text += fmt::format("\n{}{}{}\n", style.bold, chapter.title, style.plain);
    for (const Observation& finding : chapter.findings) text += lines_of(finding, style);
  }
  text += fmt::format("\n{}libraries{}\n{}", style.bold, style.plain, library_lines(page));
  return text + fmt::format("\n{} ok, {} warn, {} fail\n", count(page, Standing::good), count(page, Standing::note),
                            count(page, Standing::wrong));
}

nlohmann::ordered_json as_json(const DoctorPage& page) {
  auto findings = nlohmann::ordered_json::array();
  for (const Chapter& chapter : page.chapters) {
    for (const Observation& one : chapter.findings) {
      findings.push_back({{"of", chapter.title},
                          {"name", one.name},
                          {"standing", word_of(one.standing)},
                          {"says", one.says},
                          {"remedy", one.remedy}});
    }
  }
  nlohmann::ordered_json libraries = nlohmann::ordered_json::object();
  for (const auto& [name, version_of_it] : page.libraries) libraries[name] = version_of_it;
  return {{"version", version},
          {"system", page.system},
          {"good", page.good()},
          {"findings", std::move(findings)},
          {"libraries", std::move(libraries)}};
}

}  // namespace moniker::doctor
