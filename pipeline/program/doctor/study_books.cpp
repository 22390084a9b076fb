// Keys are tried on what they made, as a run would find out that they are others; outputs are tried with every key that
// lies here, as whoever took this machine would try them.
#include "doctor/study_books.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "audit/log_events.hpp"
#include "base/byte_source.hpp"
#include "base/layout.hpp"
#include "keys/keys.hpp"
#include "moniker/version.hpp"
#include "opened/log_memory.hpp"
#include "opened/roots.hpp"
#include "opened/study_keys.hpp"
#include "seal/age.hpp"
#include "seal/minisign.hpp"

namespace moniker::doctor {
namespace {

namespace fs = std::filesystem;

template <class Do>
Observation judged(const std::string& name, const Do& act) {
  try {
    return act();
  } catch (const Error& error) {
    return {Standing::wrong, name, error.problem().what, error.problem().remedy};
  }
}

Observation signing_pair(const study::StudyConfig& config) {
  constexpr const char* name = "signing keys";
  if (!fs::exists(config.signing_key) || !fs::exists(config.signing_public_key))
    return {Standing::note, name, "one of the two is not there",
            "restore it, or `moniker keygen STUDY --only signing`"};
  return judged(name, [&]() -> Observation {
    constexpr std::string_view anything = "doctor";
    const auto key = seal::SigningKey::read(config.signing_key);
    if (seal::verifies_itself(anything, key.sign_itself(anything), read_file(config.signing_public_key)))
      return {Standing::good, name, "signing.key and signing.pub are a pair", {}};
    return {Standing::wrong, name, "signing.key and signing.pub are no pair: the log would not verify",
            "restore both from one backup"};
  });
}

Observation study_key_fits(const study::StudyConfig& config, const study::StudyKey& key) {
  constexpr const char* name = "registry";
  const StudyLayout layout{config.folder};
  if (!fs::exists(layout.registry())) return {Standing::good, name, "none yet: the first run makes it", {}};
  if (!key.is_there(config.study_key))
    return {Standing::note, name, "not looked at, without study.key", "run doctor as the account that has it"};
  return judged(name, [&]() -> Observation {
    const study::StudyKeys keys = study::read_keys(config, key);
    study::require_registry(layout, {keys.registry, keys.roots}, study::read_log_memory(layout));
    return {Standing::good, name, "is what the log names, by this study.key", {}};
  });
}

Observation who_opens(const study::StudyConfig& config, const study::StudyKey& key) {
  constexpr const char* name = "recipients";
  if (!key.is_there(config.study_key)) return {Standing::note, name, "not looked at, without study.key", {}};
  return judged(name, [&]() -> Observation {
    const study::StudyKeys keys = study::read_keys(config, key);
    return {Standing::good,
            name,
            fmt::format("{} may open transcripts, {} the linkage table", keys.recipients.size(),
                        keys.linkage_recipients.size()),
            {}};
  });
}

/// Every identity that lies in the study, and the study's own. A file that is none is none.
std::vector<seal::Identity> identities_here(const study::StudyConfig& config, const study::StudyKey& key) {
  std::vector<seal::Identity> all;
  const StudyLayout layout{config.folder};
  for (const fs::path& folder : {layout.keys(), layout.root}) {
    std::error_code unlisted;
    for (const auto& entry : fs::directory_iterator(folder, unlisted)) {
      const auto extension = entry.path().extension();
      if (extension != ".key" && extension != ".txt") continue;
      try {
        for (seal::Identity& one : seal::read_identities(entry.path())) all.push_back(std::move(one));
      } catch (const std::exception&) {  // no identity
      }
    }
  }
  if (key.is_there(config.study_key)) {
    try {
      study::StudyKeys keys = study::read_keys(config, key);
      all.push_back(std::move(keys.work_identity));
      all.push_back(std::move(keys.decisions_identity));
    } catch (const Error&) {  // told elsewhere
    }
  }
  return all;
}

Observation outputs_closed(const study::StudyConfig& config, const study::StudyKey& key) {
  constexpr const char* name = "outputs";
  const auto identities = identities_here(config, key);
  const StudyLayout layout{config.folder};
  std::size_t tried = 0;
  std::string opens;
  for (const fs::path& folder : {layout.out(), layout.linkage()}) {
    std::error_code unlisted;
    for (const auto& entry : fs::directory_iterator(folder, unlisted)) {
      if (entry.path().extension() != ".age" || identities.empty()) continue;
      ++tried;
      try {
        FileSource sealed(entry.path());
        const seal::AgeReader reader(sealed, identities);
        if (opens.empty()) opens = entry.path().filename().string();
      } catch (const Error&) {  // no key here opens it, as it should be
      }
    }
  }
  if (!opens.empty())
    return {Standing::wrong, name, "a key that lies in this study opens " + opens,
            "move the custodian's key off this machine; seal: recipients: must name no key of the study's"};
  return {Standing::good, name, fmt::format("no key here opens any of {}", tried), {}};
}

Observation versions(const study::StudyConfig& config) {
  constexpr const char* name = "versions";
  const StudyLayout layout{config.folder};
  if (!fs::exists(layout.audit_log())) return {Standing::good, name, "no run yet", {}};
  return judged(name, [&]() -> Observation {
    std::string last;
    audit::for_each_event(layout.audit_log(), [&](const audit::LoggedEvent& logged) {
      if (const auto* ended = std::get_if<audit::events::Finished>(&logged.event)) last = ended->version;
    });
    if (last.empty() || last == version) return {Standing::good, name, "this moniker ran it last, or none did", {}};
    return {Standing::note, name, fmt::format("moniker {} ran it last: the next run seals every transcript anew", last),
            "wanted after an upgrade; look at reports/run.md afterwards"};
  });
}

Observation next_run(const study::StudyConfig& config, const study::StudyKey& key) {
  constexpr const char* name = "next run";
  return judged(name, [&]() -> Observation {
    const auto state = study::state_of_study(config.folder, key, [] { return std::chrono::system_clock::now(); });
    if (state.is_worked_on) return {Standing::note, name, "another command is working on the study now", "wait for it"};
    const auto fresh = state.count(study::TranscriptAt::fresh) + state.fresh_unnamed;
    const auto changed = state.count(study::TranscriptAt::changed);
    std::string would = fmt::format("would read {} new and {} changed of {} delivered", fresh, changed,
                                    state.transcripts.size() + state.fresh_unnamed);
    const auto stopped = state.count(study::TranscriptAt::quarantined);
    if (state.overdue > 0)
      return {Standing::note, name, would + fmt::format("; {} should be gone by rule", state.overdue),
              "`moniker retention STUDY` shows what"};
    if (stopped > 0)
      return {Standing::note, name, would + fmt::format("; {} quarantined", stopped),
              "`moniker status STUDY` says why"};
    return {Standing::good, name, would, {}};
  });
}

}  // namespace

std::vector<Observation> study_books(const study::StudyConfig& config, const study::StudyKey& key) {
  return {signing_pair(config), study_key_fits(config, key), who_opens(config, key), outputs_closed(config, key),
          versions(config),     next_run(config, key)};
}

}  // namespace moniker::doctor
