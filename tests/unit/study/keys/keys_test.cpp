#include "keys/keys.hpp"

#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>

#include "base/keyed_hash.hpp"
#include "keys/study_key.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

using test::problem_of;
using test::TemporaryFolder;
using test::told;

std::string hex_of(const Secret<32>& key) {
  return hex(std::string_view(reinterpret_cast<const char*>(key.data()), key.size()));
}
std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
const std::string good = "MONIKER-STUDY-KEY-1 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

TEST_CASE("a fresh study key is private, one line, and read back") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "study.key";
  write_study_key(file);
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(read(file) == "MONIKER-STUDY-KEY-1 " + hex_of(read_study_key(file)) + "\n");
  CHECK(told([&] { write_study_key(file); }).find("is there already and is never overwritten") != std::string::npos);

  const auto other = temp.path() / "other.key";
  write_study_key(other);
  CHECK(hex_of(read_study_key(file)) != hex_of(read_study_key(other)));
}

TEST_CASE("a study key is read in all its spellings") {
  const std::string bytes = GENERATE(as<std::string>{}, good, good + "\n", good + "\r\n");
  const TemporaryFolder temp;
  const auto file = temp.write("study.key", bytes);
  ::chmod(file.c_str(), 0400);
  CHECK("MONIKER-STUDY-KEY-1 " + hex_of(read_study_key(file)) == good);
}

TEST_CASE("what is no study key is refused and not shown") {
  const std::string bytes =
      GENERATE(std::string(), "hello\n", good + "\n\n", good + "00\n", good.substr(0, good.size() - 1),
               good.substr(0, good.size() - 1) + "g\n", "x" + good, good.substr(0, 20) + std::string(64, ' '));
  const TemporaryFolder temp;
  const auto file = temp.write("study.key", bytes);
  ::chmod(file.c_str(), 0600);
  CHECK(told([&] { read_study_key(file); }) ==
        file.string() +
            ": is not a study key / put the study's own key back; a new one would "
            "give everybody a new pseudonym");
}

TEST_CASE("a study key that others may use is refused") {
  const unsigned mode = GENERATE(0640U, 0604U, 0620U, 0601U);
  const TemporaryFolder temp;
  const auto file = temp.write("study.key", good);
  ::chmod(file.c_str(), mode);
  const Problem problem = problem_of([&] { read_study_key(file); });
  CHECK(problem.file == file.string());
  CHECK_THAT(problem.what, Catch::StartsWith("is a secret, and others may read it (mode 06"));
  CHECK(problem.remedy == "run `chmod 600 " + file.string() + "`; what to do if somebody has read it: docs/keys.md");
}

TEST_CASE("a study key that is not there") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "study.key";
  CHECK(told([&] { read_study_key(file); }) ==
        file.string() +
            ": there is no study key / put the study's key back there; a study that was never run gets one by `moniker "
            "keygen`");
}

TEST_CASE("each use has a key of its own, the same every time") {
  const TemporaryFolder temp;
  const auto file = temp.write("study.key", good);
  ::chmod(file.c_str(), 0600);
  const Secret<32> key = read_study_key(file);
  std::vector<std::string> derived{hex_of(key)};
  for (const KeyUseEntry& entry : key_uses()) derived.push_back(hex_of(derive_key(key, entry.use)));
  CHECK(hex_of(derive_key(key, KeyUse::registry)) == derived[1]);
  std::sort(derived.begin(), derived.end());
  CHECK(std::adjacent_find(derived.begin(), derived.end()) == derived.end());
}

TEST_CASE("docs/file-formats.md lists each use with its number") {
  std::string rows;
  for (const KeyUseEntry& entry : key_uses())
    rows += "| " + std::to_string(static_cast<unsigned>(entry.use)) + " | " + std::string(entry.says) + " |\n";
  CHECK_THAT(read(std::filesystem::path(MONIKER_SOURCE_DIR) / "docs" / "file-formats.md"), Catch::Contains(rows));
}

TEST_CASE("under a passphrase the key is an age file, which opens with it alone") {
  const TemporaryFolder temp;
  const auto file = temp.write("plain.key", good), under = temp.path() / "study.key";
  ::chmod(file.c_str(), 0600);
  const Secret<32> key = read_study_key(file);
  CHECK_FALSE(is_under_passphrase(file));
  write_study_key(under, key, Passphrase("open sesame"), AtomicFile::IfThere::refuse);
  CHECK(is_under_passphrase(under));
  CHECK(read(under).starts_with("-----BEGIN AGE ENCRYPTED FILE-----\n"));
  CHECK(hex_of(read_study_key(under, Passphrase("open sesame"))) == hex_of(key));
  CHECK(told([&] { read_study_key(under, Passphrase("open")); }) ==
        under.string() + ": the passphrase does not open this file / type it again, or find out who sealed the file");
  CHECK(told([&] { read_study_key(under); }).find("is not a study key") != std::string::npos);
}

TEST_CASE("a key under a passphrase is asked for once, and not at all where nobody is there") {
  const TemporaryFolder temp;
  const auto under = temp.path() / "study.key";
  write_study_key(under, fresh_study_key(), Passphrase("open sesame"), AtomicFile::IfThere::refuse);
  int asked = 0;
  const StudyKey held({.instead = {}, .passphrase = [&](const std::filesystem::path& file) {
                         CHECK(file == under);
                         ++asked;
                         return Passphrase("open sesame");
                       }});
  const StudyKey copy = held;
  CHECK(hex_of(held.of(under)) == hex_of(copy.of(under)));
  CHECK(asked == 1);
  CHECK(told([&] { StudyKey().of(under); }) ==
        under.string() +
            ": is under a passphrase, and nobody is there to give it / give --passphrase-file FILE, or "
            "let systemd hand it in as the credential study.passphrase");
}

TEST_CASE("what is handed in counts before the study's own") {
  const TemporaryFolder temp;
  const auto own = temp.path() / "study.key", handed = temp.path() / "handed.key";
  write_study_key(own);
  write_study_key(handed);
  const StudyKey held({.instead = handed, .passphrase = {}});
  CHECK(held.is_there(temp.path() / "nowhere.key"));
  CHECK(hex_of(held.of(own)) == hex_of(read_study_key(handed)));
}

// crypto_kdf is BLAKE2b with the use as salt and the context as personalisation
// (https://doc.libsodium.org/key_derivation), so it can be computed the other way.
TEST_CASE("derived keys are libsodium's crypto_kdf") {
  const TemporaryFolder temp;
  const auto file = temp.write("study.key", good);
  ::chmod(file.c_str(), 0600);
  const Secret<32> key = read_study_key(file);
  unsigned char salt[16] = {3}, personal[16] = "moniker1", expected[32];
  REQUIRE(crypto_generichash_blake2b_salt_personal(expected, 32, nullptr, 0, key.data(), 32, salt, personal) == 0);
  CHECK(hex_of(derive_key(key, KeyUse::audit)) == hex({reinterpret_cast<char*>(expected), 32}));
}

}  // namespace
}  // namespace moniker
