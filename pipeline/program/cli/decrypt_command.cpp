#include "base/atomic_file.hpp"
#include "cli/command.hpp"
#include "seal/age.hpp"

namespace moniker::cli {
namespace {

class TerminalSink : public ByteSink {
 public:
  explicit TerminalSink(Terminal& terminal) : terminal_(terminal) {}
  void write(std::string_view bytes) override { terminal_.print(bytes); }

 private:
  Terminal& terminal_;
};

void copy(ByteSource& from, ByteSink& to) {
  std::string buffer(64 * 1024, '\0');
  while (const std::size_t n = from.read(buffer)) to.write(std::string_view(buffer).substr(0, n));
  sodium_memzero(buffer.data(), buffer.size());
}

std::vector<seal::Identity> identities(const Arguments& arguments) {
  std::vector<seal::Identity> all;
  for (const std::string& file : arguments.values("identity")) {
    for (seal::Identity& identity : seal::read_identities(file)) all.push_back(std::move(identity));
  }
  return all;
}

std::string passphrase(const std::string& file) {
  std::string text = read_file(file, 4096);
  text.resize(std::min(text.find_first_of("\r\n"), text.size()));
  return text;
}

std::unique_ptr<ByteSource> opened(const Arguments& arguments, ByteSource& sealed) {
  if (arguments.has("identity") == arguments.has("passphrase-file")) {
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = "decrypt wants a key",
                 .remedy = "give either -i IDENTITY or --passphrase-file FILE"});
  }
  if (arguments.has("identity")) return std::make_unique<seal::AgeReader>(sealed, identities(arguments));
  return std::make_unique<seal::AgeReader>(sealed, passphrase(arguments.value("passphrase-file")));
}

}  // namespace

int run_decrypt(const Arguments& arguments, Terminal& terminal) {
  const std::string& name = arguments.rest.front();
  try {
    FileSource file(name);
    const auto plain = opened(arguments, file);
    if (!arguments.has("output")) {
      TerminalSink sink(terminal);
      copy(*plain, sink);
      return 0;
    }
    AtomicFile target(arguments.value("output"), AtomicFile::IfThere::refuse);
    copy(*plain, target);
    target.commit();
    return 0;
  } catch (const Error& error) {
    Problem problem = error.problem();
    if (problem.file.empty() && problem.fault == Fault::integrity) problem.file = name;
    throw Error(std::move(problem));
  }
}

}  // namespace moniker::cli
