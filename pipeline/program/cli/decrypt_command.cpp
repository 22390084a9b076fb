#include "cli/identities.hpp"
#include "cli/show.hpp"
#include "outputs/open_sealed.hpp"

namespace moniker::cli {
namespace {

class TerminalSink : public ByteSink {
 public:
  explicit TerminalSink(Terminal& terminal) : terminal_(terminal) {}
  void write(std::string_view bytes) override { terminal_.print(bytes); }

 private:
  Terminal& terminal_;
};

custodian::OpeningKey opening_key(const Arguments& arguments) {
  if (arguments.has("identity") == arguments.has("passphrase-file")) {
    throw Error::usage("decrypt wants a key", "give either -i IDENTITY or --passphrase-file FILE");
  }
  if (arguments.has("identity")) return {.identities = identities(arguments), .passphrase = {}};
  return {.identities = {}, .passphrase = read_passphrase(arguments.value("passphrase-file"))};
}

}  // namespace

int run_decrypt(const Arguments& arguments, Terminal& terminal) {
  const std::string& file = arguments.rest.front();
  if (arguments.has("output")) {
    const std::string target = arguments.value("output");
    const std::uint64_t bytes = custodian::open_sealed_to(file, opening_key(arguments), target);
    if (arguments.has("json"))
      terminal.print(nlohmann::ordered_json{{"file", file}, {"output", target}, {"bytes", bytes}}.dump(2) + "\n");
    return 0;
  }
  if (arguments.has("json")) {
    throw Error::usage("--json goes with --output", "without it, standard output is what the file holds");
  }
  TerminalSink sink(terminal);
  custodian::open_sealed(file, opening_key(arguments), sink);
  return 0;
}

}  // namespace moniker::cli
