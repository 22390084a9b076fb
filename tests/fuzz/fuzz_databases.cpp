// registry.sqlite and ledger.sqlite from anybody: a database that is damaged, or none, is refused by an Error wherever
// that shows. The first byte chooses which.
#include "fuzz/fuzzing.hpp"
#include "opened/ledger.hpp"
#include "resolve/registry.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

Secret<32> some_key() {
  Secret<32> key;
  for (std::size_t i = 0; i < 32; ++i) key.data()[i] = static_cast<unsigned char>(i);
  return key;
}

void use_registry(const std::filesystem::path& file) {
  resolve::Registry registry(file, some_key());
  registry.begin();
  registry.find("PERSON", "kate shaw");
  registry.number("PERSON", "mary lloyd");
  registry.surrogates();
  registry.retired();
  registry.contents();
  registry.commit();
}

void use_ledger(const std::filesystem::path& file) {
  study::Ledger ledger(file, study::Ledger::Use::alone);
  ledger.find("scan", "ab");
  ledger.all("apply");
  ledger.contents({"scan", "apply"});
  ledger.set("scan", "ab", digest_of("x"), "y");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  if (size == 0) return 0;
  for (const char* beside : {"some.sqlite-wal", "some.sqlite-shm", "some.sqlite-journal"})
    std::filesystem::remove(folder.path() / beside);
  const auto file = folder.write("some.sqlite", fuzz::text_of(data + 1, size - 1));
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  fuzz::takes([&] { data[0] % 2 == 0 ? use_registry(file) : use_ledger(file); });
  return 0;
}
