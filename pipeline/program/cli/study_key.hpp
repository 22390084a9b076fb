#pragma once
#include "cli/command.hpp"
#include "keys/study_key.hpp"

namespace moniker::cli {

/// Whether a command that only wants to look asks a person for a passphrase.
enum class AskingForKey { allowed, never };

/// study.key for this call: what systemd hands in, or else the study's own; its passphrase by --passphrase-file, or
/// what systemd hands in, or whoever sits at the terminal. Nothing of it comes by an argument or the environment. Of
/// one study among several systemd hands in keys_NAME_study.key, by the name of its folder:
/// LoadCredential=keys:/etc/moniker calls the files of that folder so.
study::StudyKey study_key(const Arguments& arguments, const Terminal& terminal,
                          AskingForKey asking = AskingForKey::allowed, const std::filesystem::path& study = {});

}  // namespace moniker::cli
