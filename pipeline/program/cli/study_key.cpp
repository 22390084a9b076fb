#include "cli/study_key.hpp"

#include <fmt/format.h>

#include "base/shown_text.hpp"
#include "cli/ask_passphrase.hpp"

namespace moniker::cli {

namespace {

std::filesystem::path credential_of(const std::filesystem::path& study, const std::string& name) {
  if (!study.empty()) {
    const auto path = std::filesystem::absolute(study).lexically_normal();
    const auto folder = (path.has_filename() ? path : path.parent_path()).filename().string();
    if (auto own = Terminal::credential("keys_" + folder + "_" + name); !own.empty()) return own;
  }
  return Terminal::credential(name);
}

}  // namespace

study::StudyKey study_key(const Arguments& arguments, const Terminal& terminal, AskingForKey asking,
                          const std::filesystem::path& study) {
  study::KeyAccess access;
  if (!arguments.has("key")) access.instead = credential_of(study, "study.key");
  std::filesystem::path file = arguments.value("passphrase-file");
  if (file.empty()) file = credential_of(study, "study.passphrase");
  if (!file.empty()) {
    access.passphrase = [file](const std::filesystem::path&) { return read_passphrase(file); };
  } else if (asking == AskingForKey::allowed && terminal.err_is_terminal()) {
    access.passphrase = [](const std::filesystem::path& key) {
      auto typed = ask_passphrase(fmt::format("passphrase of {}: ", shown_text(key.string())));
      if (!typed)
        throw Error::usage("there is no terminal at which a passphrase could be asked for",
                           "give --passphrase-file FILE", {key.string()});
      return std::move(*typed);
    };
  }
  return study::StudyKey(std::move(access));
}

}  // namespace moniker::cli
