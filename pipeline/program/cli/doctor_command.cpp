#include <fmt/format.h>

#include "cli/reach.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "config/config.hpp"
#include "config/study_folder.hpp"
#include "doctor/doctor_page.hpp"
#include "doctor/machine.hpp"
#include "doctor/study_health.hpp"
#include "look/rules_page.hpp"

namespace moniker::cli {
namespace {

using doctor::Chapter;
using doctor::Observation;
using doctor::Standing;

/// What went wrong, as a finding among others.
template <class Do>
Observation found(const std::string& name, const Do& act) {
  try {
    return {Standing::good, name, act(), {}};
  } catch (const Error& error) {
    const Problem& problem = error.problem();
    const std::string place = problem.at.line > 0 ? fmt::format("line {}: ", problem.at.line) : "";
    return {Standing::wrong, name, place + problem.what, problem.remedy};
  }
}

/// Of the profile that counts, as `moniker rules test` proves them.
Observation examples_found(rules::RuleSources sources) {
  return found("rules' examples", [&] {
    const std::string profile = sources.profile;
    sources.cache.clear();
    const auto report = look::test_profiles(std::move(sources), {profile}).report;
    if (!report.failures.empty())
      throw Error::usage(fmt::format("{} of the rules' own {} examples fail", report.failures.size(), report.examples),
                         "`moniker rules test` tells which; install moniker anew, or mend rules of your own");
    return fmt::format("all {} of {} rules hold", report.examples, report.rules);
  });
}

rules::RuleSources sources_of(const Arguments& arguments, const Terminal& terminal, const study::StudyConfig* config) {
  rules::RuleSources sources = rule_sources(arguments, terminal);
  if (config != nullptr) {
    sources.languages = config->languages;
    sources.profile = config->profile;
    sources.extra = config->extra_rules;
    sources.off = config->rules_off;
    sources.tagger = config->tagger;
  }
  return sources;
}

Observation rules_found(const Arguments& arguments, const Terminal& terminal, const study::StudyConfig* config) {
  return found("rules and lists", [&] {
    const rules::RuleSources sources = sources_of(arguments, terminal, config);
    const std::string digest = rules::RuleSet::load(sources).digest();
    return fmt::format("{}, {}, {}, digest {}", sources.rules.string(), fmt::join(sources.languages, " and "),
                       sources.profile, digest.substr(0, 16));
  });
}

/// moniker.yaml and the register, or what is wrong with them; without the first nothing else can be said of a study.
std::vector<Observation> papers(const std::string& folder, std::optional<study::StudyConfig>& config) {
  std::vector<Observation> findings = {found("moniker.yaml", [&] {
    config = study::untrusted_config(folder);
    return std::string("is understood");
  })};
  if (!config) return findings;
  findings.push_back(
      found("register", [&] { return fmt::format("{} people", study::read_register(*config).people.size()); }));
  return findings;
}

}  // namespace

int run_doctor(const Arguments& arguments, Terminal& terminal) {
  if (!arguments.rest.empty()) study::require_study_folder(arguments.rest.front());
  doctor::DoctorPage page{.system = doctor::system_name(), .chapters = {}, .libraries = doctor::library_versions()};
  page.chapters = {doctor::sandbox_chapter(), doctor::machine_chapter(pdf_to_text())};
  std::optional<study::StudyConfig> config;
  std::vector<Observation> study_papers;
  if (!arguments.rest.empty()) study_papers = papers(arguments.rest.front(), config);
  page.chapters[1].findings.push_back(rules_found(arguments, terminal, config ? &*config : nullptr));
  if (page.chapters[1].findings.back().standing == Standing::good)
    page.chapters[1].findings.push_back(examples_found(sources_of(arguments, terminal, config ? &*config : nullptr)));
  if (!study_papers.empty()) {
    const auto key = study_key(arguments, terminal, AskingForKey::never, arguments.rest.front());
    Chapter study = config ? doctor::study_chapter(*config, key) : Chapter{"study", {}};
    study.findings.insert(study.findings.begin(), study_papers.begin(), study_papers.end());
    page.chapters.push_back(std::move(study));
  }
  show(arguments, terminal, page);
  return page.good() ? 0 : 1;
}

}  // namespace moniker::cli
