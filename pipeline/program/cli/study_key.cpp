#include "cli/study_key.hpp"

#include <fmt/format.h>

#include "base/shown_text.hpp"
#include "cli/ask_passphrase.hpp"

namespace moniker::cli {

study::StudyKey study_key(const Arguments& arguments, const Terminal& terminal, AskingForKey asking) {
  study::KeyAccess access;
  if (!arguments.has("key")) access.instead = Terminal::credential("study.key");
  std::filesystem::path file = arguments.value("passphrase-file");
  if (file.empty()) file = Terminal::credential("study.passphrase");
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
