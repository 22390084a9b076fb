// Judged by the programs that others use: age and minisign open and verify what moniker writes, and moniker
// theirs.
#include <catch2/catch.hpp>
#include <random>

#include "base/atomic_file.hpp"
#include "peer.hpp"
#include "seal/age.hpp"
#include "seal/age_stream.hpp"
#include "seal/minisign.hpp"
#include "support/chance.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::seal;
namespace {

using test::random_bytes;

#define NEEDS(program)                                                   \
  INFO("this test needs " program ": install it as scripts/setup does"); \
  REQUIRE(is_installed(program))

constexpr std::size_t limit = std::size_t{64} << 20;

/// Keys in files of age's own, and a place for what goes to and fro.
struct Desk {
  test::TemporaryFolder folder;
  std::filesystem::path plain = folder.path() / "plain", sealed = folder.path() / "plain.age",
                        back = folder.path() / "back";

  std::filesystem::path key(int number) const { return folder.path() / ("key" + std::to_string(number) + ".txt"); }
  /// age makes no file for no plaintext.
  std::string take_back() const {
    if (!std::filesystem::exists(back)) return {};
    const std::string bytes = read_file(back, limit);
    std::filesystem::remove(back);
    return bytes;
  }
};

}  // namespace

TEST_CASE("age opens what moniker seals") {
  NEEDS("age");
  const std::size_t size = GENERATE(0, 1, chunk_size - 1, chunk_size, chunk_size + 1, 1 << 20);
  const int readers = GENERATE(1, 3);
  const bool armor = GENERATE(false, true);
  CAPTURE(size, readers, armor);
  Desk desk;
  std::vector<Recipient> recipients;
  for (int i = 0; i < readers; ++i) {
    const Identity identity = Identity::generate();
    publish(desk.key(i), "# a key of this test\n" + identity.secret_text() + "\n");
    recipients.push_back(identity.recipient());
  }
  AtomicFile file(desk.sealed);
  AgeWriter writer(file, recipients, armor);
  writer.write(random_bytes(size));
  writer.finish();
  file.commit();
  for (int i = 0; i < readers; ++i) {
    REQUIRE(run_peer({"age", "-d", "-i", desk.key(i).string(), "-o", desk.back.string(), desk.sealed.string()}) == 0);
    CHECK(desk.take_back() == random_bytes(size));
  }
}

TEST_CASE("moniker opens what age seals, with keys that age-keygen made") {
  NEEDS("age");
  NEEDS("age-keygen");
  const std::size_t size = GENERATE(0, 1, chunk_size - 1, chunk_size, chunk_size + 1, 1 << 20);
  const bool armor = GENERATE(false, true);
  CAPTURE(size, armor);
  Desk desk;
  publish(desk.plain, random_bytes(size));
  std::vector<std::string> command = {"age", "-e", "-o", desk.sealed.string()};
  if (armor) command.push_back("-a");
  for (int i = 0; i < 2; ++i) {
    REQUIRE(run_peer({"age-keygen", "-o", desk.key(i).string()}) == 0);
    command.insert(command.end(), {"-r", to_text(read_identities(desk.key(i)).at(0).recipient())});
  }
  command.push_back(desk.plain.string());
  REQUIRE(run_peer(command) == 0);
  for (int i = 0; i < 2; ++i) {
    FileSource source(desk.sealed);
    AgeReader reader(source, read_identities(desk.key(i)));
    CHECK(read_all(reader, limit) == random_bytes(size));
  }
}

TEST_CASE("age refuses what moniker did not finish") {
  NEEDS("age");
  Desk desk;
  const Identity identity = Identity::generate();
  publish(desk.key(0), identity.secret_text());
  AtomicFile file(desk.sealed);
  AgeWriter writer(file, {identity.recipient()});
  writer.write(random_bytes(chunk_size + 1));
  file.commit();
  CHECK(run_peer({"age", "-d", "-i", desk.key(0).string(), "-o", desk.back.string(), desk.sealed.string()}) != 0);
}

TEST_CASE("age opens what moniker seals under a passphrase") {
  NEEDS("age");
  Desk desk;
  AtomicFile file(desk.sealed);
  AgeWriter writer(file, "four words of mine", 10, GENERATE(false, true));
  writer.write(random_bytes(1000));
  writer.finish();
  file.commit();
  REQUIRE(run_peer({"age", "-d", "-o", desk.back.string(), desk.sealed.string()}, "four words of mine") == 0);
  CHECK(desk.take_back() == random_bytes(1000));
  CHECK(run_peer({"age", "-d", "-o", (desk.folder.path() / "none").string(), desk.sealed.string()}, "other words") !=
        0);
}

TEST_CASE("moniker opens what age seals under a passphrase") {
  NEEDS("age");
  Desk desk;
  publish(desk.plain, random_bytes(1000));
  REQUIRE(run_peer({"age", "-p", "-o", desk.sealed.string(), desk.plain.string()}, "four words of mine") == 0);
  FileSource source(desk.sealed);
  AgeReader reader(source, "four words of mine");
  CHECK(read_all(reader, limit) == random_bytes(1000));
}

TEST_CASE("minisign verifies what moniker signs") {
  NEEDS("minisign");
  Desk desk;
  const SigningKey key = SigningKey::generate();
  key.write(desk.folder.path() / "s.key", desk.folder.path() / "s.pub");
  publish(desk.plain, random_bytes(100'000));
  publish(desk.plain.string() + ".minisig", key.sign(random_bytes(100'000), "a trusted comment"));
  const std::vector<std::string> verify = {
      "minisign", "-V", "-p", (desk.folder.path() / "s.pub").string(), "-m", desk.plain.string()};
  CHECK(run_peer(verify) == 0);
  publish(desk.plain, random_bytes(99'999));
  CHECK(run_peer(verify) != 0);
}

TEST_CASE("moniker verifies what minisign signs, and either signs with the other's key") {
  NEEDS("minisign");
  Desk desk;
  publish(desk.plain, random_bytes(100'000));
  const std::string secret = (desk.folder.path() / "s.key").string(), open = (desk.folder.path() / "s.pub").string();
  if (GENERATE(true, false)) {
    REQUIRE(run_peer({"minisign", "-G", "-W", "-p", open, "-s", secret}) == 0);
  } else {
    SigningKey::generate().write(secret, open);
  }
  REQUIRE(run_peer({"minisign", "-S", "-s", secret, "-m", desk.plain.string(), "-t", "by night"}) == 0);
  const std::string theirs = read_file(desk.plain.string() + ".minisig");
  CHECK(verify_signature(random_bytes(100'000), theirs, read_file(open)) == "by night");
  const SigningKey key = SigningKey::read(secret);
  CHECK(key.public_text().substr(key.public_text().find('\n')) == read_file(open).substr(read_file(open).find('\n')));
  CHECK(verify_signature("x", key.sign("x", "c"), read_file(open)) == "c");
}

}  // namespace moniker
