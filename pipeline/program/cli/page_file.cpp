#include "cli/page_file.hpp"

#include "base/atomic_file.hpp"
#include "base/byte_sink.hpp"

namespace moniker::cli {

std::filesystem::path page_file(const Arguments& arguments, bool sealed) {
  if (!arguments.has("page")) {
    if (arguments.has("plain")) throw Error::usage("--plain goes with --page", "name the page: --page FILE --plain");
    return {};
  }
  std::filesystem::path file = arguments.value("page");
  if (sealed && file.extension() != ".age") file += ".age";
  if (std::filesystem::exists(file))
    throw Error::usage("is there already", "name a file that is not there", {file.string()});
  return file;
}

void write_page(Terminal& terminal, const std::filesystem::path& file, const std::string& html,
                const std::vector<seal::Identity>& sealed_for) {
  MemorySink sink;
  if (!sealed_for.empty()) {
    std::vector<seal::Recipient> recipients;
    for (const seal::Identity& identity : sealed_for) recipients.push_back(identity.recipient());
    seal::AgeWriter age(sink, recipients);
    age.write(html);
    age.finish();
  }
  remove_stale(file.parent_path());  // of a call that was killed, and which may have held talk
  publish(file, sealed_for.empty() ? html : sink.bytes(), AtomicFile::IfThere::refuse);
  terminal.say("moniker: the page is " + file.string() + "\n");
}

}  // namespace moniker::cli
