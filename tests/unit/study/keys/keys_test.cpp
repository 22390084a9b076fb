#include "keys/keys.hpp"

#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>

#include "base/keyed_hash.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

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
  CHECK(told([&] { read_study_key(file); }) == file.string() +
                                                   ": others than its owner may use the key / run `chmod 600` on it; "
                                                   "if they may have read it, ask for advice first");
}

TEST_CASE("a study key that is not there") {
  const TemporaryFolder temp;
  const auto file = temp.path() / "study.key";
  CHECK(told([&] { read_study_key(file); }) ==
        file.string() + ": there is no study key / run `moniker keygen`, or put the study's key back there");
}

TEST_CASE("each use has a key of its own, the same every time") {
  const TemporaryFolder temp;
  const auto file = temp.write("study.key", good);
  ::chmod(file.c_str(), 0600);
  const Secret<32> key = read_study_key(file);
  std::vector<std::string> derived{hex_of(key)};
  for (const KeyUse use : {KeyUse::registry, KeyUse::work_identity, KeyUse::audit})
    derived.push_back(hex_of(derive_key(key, use)));
  CHECK(hex_of(derive_key(key, KeyUse::registry)) == derived[1]);
  std::sort(derived.begin(), derived.end());
  CHECK(std::adjacent_find(derived.begin(), derived.end()) == derived.end());
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
