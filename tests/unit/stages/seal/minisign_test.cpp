#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "base/atomic_file.hpp"
#include "moniker/error.hpp"
#include "seal/minisign.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::seal;
namespace {

using test::problem_of;

// Made with minisign 0.11 for this test: `minisign -G -W`, `minisign -S` over "hello\n", the key unused
// elsewhere.
const std::string peer_public =
    "untrusted comment: minisign public key 7AA92237622977A7\n"
    "RWSndyliNyKpekaIhxF6oY53F3eoLByURJX7ZXWWzEtPBTx8KiiUxYg3\n";
const std::string peer_signature =
    "untrusted comment: signature from minisign secret key\n"
    "RUSndyliNyKpeq6vh6r1oluJN3OTcsX/PoH/MNHgs1jlqPoAys8muDs213zhTyIvxXI+XtIkThUt8nE12nRHMU77ZSKuQyzpvgI=\n"
    "trusted comment: a trusted comment\n"
    "Zd3GG9VFq/G/gNnYVl7yTVUPtpjCBSozxrDZk4Uu8NtlCyyn8K5j0ZT3AAWJ5QNbNwi0r7ztVJLoxfdUlt8ZBQ==\n";

}  // namespace

TEST_CASE("a signature gives its trusted comment back") {
  const SigningKey key = SigningKey::generate();
  const std::string bytes = GENERATE(std::string(), std::string("hello\n"), std::string(100'000, 'x'));
  const std::string signature = key.sign(bytes, "12 records");
  CHECK(verify_signature(bytes, signature, key.public_text()) == "12 records");
  CHECK(read_trusted_comment(signature, key.public_text()) == "12 records");
  MemorySource source(bytes);
  CHECK(key.sign(prehash_of(source), "12 records") == signature);
}

TEST_CASE("what minisign signed is accepted, with its key file or the key alone") {
  CHECK(verify_signature("hello\n", peer_signature, peer_public) == "a trusted comment");
  CHECK(verify_signature("hello\n", peer_signature, peer_public.substr(peer_public.find('\n') + 1)) ==
        "a trusted comment");
}

TEST_CASE("every changed byte of what is signed is found") {
  const SigningKey key = SigningKey::generate();
  const std::string bytes = "the log", signature = key.sign(bytes, "c");
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string bad = bytes;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    CHECK(problem_of([&] { verify_signature(bad, signature, key.public_text()); }).what ==
          "was altered after it was signed");
  }
  for (std::size_t at = signature.find('\n'); at < signature.size(); ++at) {
    std::string bad = signature;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    CAPTURE(at);
    CHECK_THROWS_AS(verify_signature(bytes, bad, key.public_text()), Error);
  }
}

TEST_CASE("refusals say what is the matter") {
  const SigningKey key = SigningKey::generate();
  const std::string good = key.sign("x", "comment");
  std::string altered = good, legacy = peer_signature;
  altered.replace(altered.find("comment: comment"), 16, "comment: COMMENT");
  legacy.replace(legacy.find("RUSn"), 4, "RWSn");  // algorithm "Ed"
  struct Case {
    std::string signature, public_key, what;
  };
  const Case cases[] = {{"", key.public_text(), "is not a minisign signature"},
                        {good + "x\n", key.public_text(), "is not a minisign signature"},
                        {good, "", "is not a minisign public key"},
                        {good, "RWQ=", "is not a minisign public key"},
                        {altered, key.public_text(), "the signature or its trusted comment was altered"},
                        {legacy, peer_public, "is a signature of the old kind, which moniker does not accept"}};
  for (const Case& test : cases) {
    const Problem problem = problem_of([&] { verify_signature("x", test.signature, test.public_key); });
    CHECK(problem.fault == Fault::integrity);
    CHECK(problem.what == test.what);
    CHECK_FALSE(problem.remedy.empty());
  }
  CHECK_THAT(problem_of([&] { verify_signature("x", good, peer_public); }).what,
             Catch::EndsWith(", not with 7AA92237622977A7"));
}

TEST_CASE("a trusted comment is one line") {
  const SigningKey key = SigningKey::generate();
  CHECK_THROWS_AS(key.sign("x", "a\nb"), std::logic_error);
  CHECK_THROWS_AS(key.sign("x", "a\rb"), std::logic_error);
  CHECK_THROWS_AS(key.sign("x", std::string(8001, 'a')), std::logic_error);
}

TEST_CASE("a key is written once, privately, and read again") {
  test::TemporaryFolder folder;
  const auto secret = folder.path() / "s.key", open = folder.path() / "s.pub";
  const SigningKey key = SigningKey::generate();
  key.write(secret, open);
  struct stat status {};
  ::stat(secret.c_str(), &status);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(read_file(open) == key.public_text());
  CHECK(verify_signature("x", SigningKey::read(secret).sign("x", "c"), read_file(open)) == "c");
  const std::string before = read_file(secret);
  const Problem problem = problem_of([&] { SigningKey::generate().write(secret, folder.path() / "other.pub"); });
  CHECK(problem.what == "is there already and is never overwritten");
  CHECK(problem.file == secret.string());
  CHECK(problem_of([&] { SigningKey::generate().write(folder.path() / "other.key", open); }).file == open.string());
  CHECK_FALSE(std::filesystem::exists(folder.path() / "other.key"));
  CHECK_FALSE(std::filesystem::exists(folder.path() / "other.pub"));
  CHECK(read_file(secret) == before);
}

TEST_CASE("a secret key that others may read is refused") {
  test::TemporaryFolder folder;
  const auto secret = folder.path() / "s.key";
  SigningKey::generate().write(secret, folder.path() / "s.pub");
  const auto [mode, good] =
      GENERATE(table<unsigned, bool>({{0600, true}, {0400, true}, {0640, false}, {0604, false}, {0610, false}}));
  ::chmod(secret.c_str(), mode);
  if (good) {
    CHECK_NOTHROW(SigningKey::read(secret));
  } else {
    const Problem problem = problem_of([&] { SigningKey::read(secret); });
    CHECK(problem.fault == Fault::usage);
    CHECK_THAT(problem.what, Catch::StartsWith("is a secret, and others may read it (mode 0"));
    CHECK_THAT(problem.remedy, Catch::StartsWith("run `chmod 600 "));
  }
}

TEST_CASE("files that are no signing keys are refused") {
  test::TemporaryFolder folder;
  const auto secret = folder.path() / "s.key";
  SigningKey::generate().write(secret, folder.path() / "s.pub");
  const std::string good = read_file(secret);
  const auto line = good.find('\n') + 1;
  std::string damaged = good, encrypted = good;
  damaged[line + 120] = damaged[line + 120] == 'A' ? 'B' : 'A';
  encrypted.replace(line, 8, "RWRTY0Iy");  // "Ed" "Sc" "B2": scrypt
  const auto [text, what] = GENERATE_COPY(table<std::string, std::string>(
      {{"", "is not a minisign secret key"},
       {peer_public, "is not a minisign secret key"},
       {good.substr(line), "is not a minisign secret key"},
       {good.substr(0, good.size() - 10), "is not a minisign secret key"},
       {encrypted, "is a secret key under a passphrase, which an unattended run cannot give"},
       {damaged, "is a damaged minisign secret key"}}));
  publish(secret, text);
  const Problem problem = problem_of([&] { SigningKey::read(secret); });
  CHECK(problem.what == what);
  CHECK(problem.file == secret.string());
}

}  // namespace moniker
