#pragma once
#include <string_view>
#include <vector>

#include "base/layout.hpp"
#include "base/trust.hpp"
#include "config/config.hpp"

namespace moniker::study {

/// What of a study is relied on, and with what: a row of docs/keys.md. Not the witness of the log, which is kept where
/// others have it, and which heads and signatures judge; nor what lies in incoming/, which nobody believes.
struct TrustedFiles {
  std::string_view what{};
  Trust trust = Trust::decides;
  std::vector<std::filesystem::path> (*of)(const StudyConfig&, const StudyLayout&) = nullptr;
};
std::vector<TrustedFiles> trusted_files();
/// All of them in one study.
std::vector<Relied> relied_on(const StudyConfig& config);

/// The group of a study's folder, where moniker.yaml says that its members share the study, the folder is set up for
/// that (setgid), and this account is one of them. They trust one another: each may say what the others' commands do.
SharedGroup shared_group(const StudyConfig& config);

/// Before anything of a study is read: its folder, those that it lies in, and moniker.yaml. Throws Error{usage}.
void require_trusted_study(const StudyLayout& layout, Owners owners = Owners::trusted);
/// All the rest, when moniker.yaml has said where it is.
void require_trusted_files(const StudyConfig& config, Owners owners = Owners::trusted);

}  // namespace moniker::study
