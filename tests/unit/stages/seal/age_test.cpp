#include <catch2/catch.hpp>
#include <random>

#include "base/atomic_file.hpp"
#include "moniker/error.hpp"
#include "seal/age.hpp"
#include "seal/age_stream.hpp"
#include "support/chance.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::seal;
namespace {

using test::random_bytes;

using test::problem_of;

constexpr std::size_t header_limit = 64 * 1024 * 1024;

std::vector<Identity> people(std::size_t count) {
  std::vector<Identity> identities;
  while (identities.size() < count) identities.push_back(Identity::generate());
  return identities;
}

std::vector<Recipient> recipients_of(const std::vector<Identity>& identities) {
  std::vector<Recipient> recipients;
  for (const Identity& identity : identities) recipients.push_back(identity.recipient());
  return recipients;
}

std::string sealed(const std::string& plaintext, const std::vector<Identity>& identities, bool armor = false) {
  MemorySink sink;
  AgeWriter writer(sink, recipients_of(identities), armor);
  writer.write(plaintext);
  writer.finish();
  return sink.bytes();
}

std::string opened(const std::string& file, const std::vector<Identity>& identities) {
  MemorySource source(file);
  AgeReader reader(source, identities);
  return read_all(reader, header_limit);
}

std::string under_passphrase(const std::string& plaintext, std::string_view passphrase, int log_n, bool armor = false) {
  MemorySink sink;
  AgeWriter writer(sink, passphrase, log_n, armor);
  writer.write(plaintext);
  writer.finish();
  return sink.bytes();
}

std::string refusal(const std::string& file, const std::vector<Identity>& identities) {
  return problem_of([&] { opened(file, identities); }).what;
}

}  // namespace

TEST_CASE("what is sealed is opened by each recipient, at every edge of a chunk") {
  const std::size_t size =
      GENERATE(0, 1, chunk_size - 1, chunk_size, chunk_size + 1, 2 * chunk_size, 2 * chunk_size + 1, 1 << 20);
  const bool armor = GENERATE(false, true);
  const auto all = people(3);
  const std::string plaintext = random_bytes(size);
  const std::string file = sealed(plaintext, all, armor);
  for (const Identity& identity : all) {
    std::vector<Identity> one;
    one.push_back(Identity::parse(identity.secret_text()));
    CHECK(opened(file, one) == plaintext);
  }
  CHECK(opened(file, all) == plaintext);
}

TEST_CASE("the pieces in which words come and go make no difference") {
  std::mt19937 random(5);
  const auto all = people(1);
  const std::string plaintext = random_bytes(300'000);
  MemorySink sink;
  AgeWriter writer(sink, recipients_of(all));
  for (std::size_t at = 0; at < plaintext.size();) {
    const std::size_t n = std::min<std::size_t>(random() % 100'000, plaintext.size() - at);
    writer.write(std::string_view(plaintext).substr(at, n));
    at += n;
  }
  writer.finish();
  MemorySource source(sink.bytes());
  AgeReader reader(source, all);
  std::string back;
  for (;;) {
    std::string piece(1 + random() % 100'000, '\0');
    const std::size_t n = reader.read(piece);
    back.append(piece, 0, n);
    if (n < piece.size()) break;
  }
  CHECK(back == plaintext);
  std::string more(1, '\0');
  CHECK(reader.read(more) == 0);
}

TEST_CASE("no two files are alike") {
  const auto all = people(1);
  CHECK(sealed("words", all) != sealed("words", all));
}

TEST_CASE("every single changed byte of a file is refused") {
  const auto all = people(2);
  const std::string good = sealed("who said this", all);
  for (std::size_t at = 0; at < good.size(); ++at) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x01);
    CAPTURE(at);
    CHECK_THROWS_AS(opened(bad, all), Error);
  }
}

TEST_CASE("every cut-off end and every byte too many is refused") {
  const auto all = people(1);
  const bool armor = GENERATE(false, true);
  const std::string good = sealed("who said this", all, armor);
  const std::size_t whole = good.size() - (armor ? 1 : 0);  // the last line feed of armor may be missing
  for (std::size_t size = 0; size < whole; ++size) {
    CAPTURE(size);
    CHECK_THROWS_AS(opened(good.substr(0, size), all), Error);
  }
  CHECK_THROWS_AS(opened(good + "x", all), Error);
}

TEST_CASE("chunks cannot be moved, left out, repeated or taken from another file") {
  const auto all = people(1);
  const std::string plaintext = random_bytes(3 * chunk_size + 5);
  const std::string file = sealed(plaintext, all), other = sealed(plaintext, all);
  const std::size_t sealed_chunk = chunk_size + tag_size;
  const std::size_t start = file.size() - 3 * sealed_chunk - 5 - tag_size;
  const auto chunk = [&](const std::string& of, std::size_t i) {
    return of.substr(start + i * sealed_chunk, sealed_chunk);
  };
  const std::string head = file.substr(0, start);
  REQUIRE(opened(head + chunk(file, 0) + chunk(file, 1) + chunk(file, 2) + chunk(file, 3), all) == plaintext);
  const std::pair<std::string, std::string> cases[] = {
      {head + chunk(file, 1) + chunk(file, 0) + chunk(file, 2) + chunk(file, 3),
       "chunk 1 of the sealed text is damaged or cut off"},
      {head + chunk(file, 0) + chunk(file, 2) + chunk(file, 3), "chunk 2 of the sealed text is damaged or cut off"},
      {head + chunk(file, 0) + chunk(file, 0) + chunk(file, 1), "chunk 2 of the sealed text is damaged or cut off"},
      {head + chunk(other, 0) + chunk(file, 1) + chunk(file, 2) + chunk(file, 3),
       "chunk 1 of the sealed text is damaged or cut off"},
      {head + chunk(file, 0) + chunk(file, 1) + chunk(file, 2), "the sealed text is cut off after chunk 3"},
      {head + chunk(file, 0), "the sealed text is cut off after chunk 1"},
      {head, "the sealed text is cut off after chunk 0"},
      {file + chunk(file, 3), "chunk 4 of the sealed text is damaged or cut off"}};
  for (const auto& [bad, what] : cases) CHECK(refusal(bad, all) == what);
}

TEST_CASE("an unfinished file is refused, and gives what is authentic only") {
  const auto all = people(1);
  MemorySink sink;
  {
    AgeWriter writer(sink, recipients_of(all));
    writer.write(random_bytes(chunk_size + 10));
  }
  MemorySource source(sink.bytes());
  AgeReader reader(source, all);
  std::string piece(chunk_size, '\0');
  CHECK(reader.read(piece) == chunk_size);
  CHECK(piece == random_bytes(chunk_size + 10).substr(0, chunk_size));
  CHECK(problem_of([&] { (void)reader.read(piece); }).what == "the sealed text is cut off after chunk 1");
}

TEST_CASE("a writer that is done takes nothing more") {
  MemorySink sink;
  AgeWriter writer(sink, recipients_of(people(1)));
  writer.finish();
  CHECK_THROWS_AS(writer.write("x"), std::logic_error);
  CHECK_THROWS_AS(writer.finish(), std::logic_error);
}

TEST_CASE("refusals say what is the matter and what to do") {
  const auto ours = people(1), theirs = people(1);
  const std::string file = sealed("x", ours);
  struct Case {
    std::string file, what, remedy;
  };
  const auto mac = file.find("\n--- ") + 10;
  std::string altered = file;
  altered[mac] = altered[mac] == 'A' ? 'B' : 'A';
  const Case cases[] = {
      {sealed("x", theirs), "none of the keys given opens this file", "give the private key of one of its recipients"},
      {under_passphrase("x", "secret", 2), "is sealed with a passphrase, not to a key", "give the passphrase"},
      {"", "is not an age file", "name a file that ends in .age, as moniker or age wrote it"},
      {"hello\n", "is not an age file", "name a file that ends in .age, as moniker or age wrote it"},
      {"age-encryption.org/v2\n", "is an age file of a version that moniker does not know",
       "have it written again in age's version 1"},
      {"age-encryption.org/v1\n", "the age header is damaged: it ends too soon",
       "fetch the file again from where it was made"},
      {"age-encryption.org/v1\n-> X25519 " + std::string(5000, 'a') + "\n",
       "the age header is damaged: a line has more than 4096 characters",
       "fetch the file again from where it was made"},
      {altered, "the age header was altered after it was written: its MAC is wrong",
       "fetch the file again from where it was made, and find out who changed it"},
      {"-----BEGIN AGE ENCRYPTED FILE-----\n!\n", "the age armor is damaged: a line is not canonical base64",
       "fetch the file again and let no program change its lines"}};
  for (const Case& test : cases) {
    const Problem problem = problem_of([&] { opened(test.file, ours); });
    CHECK(problem.fault == Fault::integrity);
    CHECK(problem.what == test.what);
    CHECK(problem.remedy == test.remedy);
  }
}

TEST_CASE("a header without end is given up early") {
  std::string file = "age-encryption.org/v1\n";
  while (file.size() < (std::size_t{2} << 20)) file += "-> grease abc\n\n";
  CHECK(refusal(file, people(1)) == "the age header is damaged: it is larger than 1048576 bytes");
}

TEST_CASE("a passphrase opens what it closed") {
  const std::string plaintext = random_bytes(GENERATE(0, 100, chunk_size + 1));
  const std::string file = under_passphrase(plaintext, "four words of mine", 4, GENERATE(false, true));
  MemorySource source(file);
  AgeReader reader(source, "four words of mine");
  CHECK(read_all(reader, header_limit) == plaintext);
}

TEST_CASE("a passphrase is refused with a reason") {
  const auto open = [](const std::string& file, std::string_view passphrase, int most) {
    return problem_of([&] {
      MemorySource source(file);
      AgeReader reader(source, passphrase, most);
    });
  };
  const std::string file = under_passphrase("x", "right", 6);
  CHECK(open(file, "wrong", 22).what == "the passphrase does not open this file");
  CHECK(open(file, "right", 5).what == "the age header asks for a passphrase work factor above the limit of 2^5");
  CHECK(open(sealed("x", people(1)), "right", 22).what == "is sealed to a key, not with a passphrase");
  CHECK(problem_of([] { under_passphrase("x", "", 6); }).what == "the passphrase is empty");
  CHECK(problem_of([] { under_passphrase("x", "p", 0); }).what == "the passphrase work factor 2^0 is out of range");
  CHECK(problem_of([] { under_passphrase("x", "p", 31); }).fault == Fault::usage);
}

TEST_CASE("nobody cannot be sealed to") {
  MemorySink sink;
  const Problem problem = problem_of([&] { AgeWriter writer(sink, std::vector<Recipient>{}); });
  CHECK(problem.fault == Fault::usage);
  CHECK(problem.what == "nobody is named to seal the file to");
  CHECK(sink.bytes().empty());
}

TEST_CASE("keys have the texts that the specification shows") {
  // The identity of 32 bytes 0x42 in https://c2sp.org/age, "The X25519 recipient type".
  const Identity identity =
      Identity::parse("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX");
  for (const std::byte byte : identity.scalar().bytes()) CHECK(byte == std::byte{0x42});
  CHECK(to_text(identity.recipient()) == "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj");
  CHECK(identity.secret_text() == "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX");
  CHECK(parse_recipient(to_text(identity.recipient())) == identity.recipient());
}

TEST_CASE("what is no recipient is refused with its place and a remedy") {
  struct Case {
    std::string text, what, remedy;
  };
  const std::string whole = "copy the whole of the line that begins with age1, as `age-keygen` prints it";
  const auto test = GENERATE_COPY(values<Case>(
      {{"", "is not an age recipient", whole},
       {"age1", "is not an age recipient", whole},
       {"age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwx", "is not an age recipient", whole},
       {"AGE1ZVKYG2LQZRAA2LNJVQEJ32NKUU0UES2S82HZRYE869XEEXVN73EQUNUJWJ", "is not an age recipient", whole},
       {to_text(Recipient{}), "is not an age recipient", whole},  // the zero point, which shares nothing
       {"age1pq1abc", "is a post-quantum age recipient, which moniker cannot write to", "give a plain age1 recipient"},
       {"age1tag1abc", "is an age recipient of a hardware key, which moniker cannot write to",
        "give a plain age1 recipient"},
       {"ssh-ed25519 AAAA", "is an ssh key, not an age recipient", "give an age1 recipient, as `age-keygen` prints it"},
       {"AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
        "is a private key where a recipient belongs",
        "keep the private key off this machine and give its public half, as `age-keygen -y` prints it"}}));
  const Problem problem = problem_of([&] { parse_recipient(test.text, "moniker.yaml", {3, 7}); });
  CHECK(problem.fault == Fault::usage);
  CHECK(problem.file == "moniker.yaml");
  CHECK(problem.at == Position{3, 7});
  CHECK(problem.what == test.what);
  CHECK(problem.remedy == test.remedy);
}

TEST_CASE("identity files are read as age-keygen writes them") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "key.txt";
  const auto all = people(2);
  publish(file, "# created: 2026-11-23T02:14:40Z\r\n# public key: age1...\r\n" + all[0].secret_text() + "\r\n\n  " +
                    all[1].secret_text() + "  ");
  const auto back = read_identities(file);
  REQUIRE(back.size() == 2);
  CHECK(back[0].recipient() == all[0].recipient());
  CHECK(back[1].recipient() == all[1].recipient());
}

TEST_CASE("broken identity files are refused with their line, and never quoted") {
  test::TemporaryFolder folder;
  const auto file = folder.path() / "key.txt";
  struct Case {
    std::string text;
    std::uint32_t line;
    std::string what;
  };
  const auto test = GENERATE(values<Case>(
      {{"", 0, "holds no age private key"},
       {"# nothing\n", 0, "holds no age private key"},
       {"# a\nAGE-SECRET-KEY-1ABC\n", 2, "is not an age private key"},
       {"age-secret-key-1gfpyysjzgfpyysjzgfpyysjzgfpyysjzgfpyysjzgfpyysjzgfpq4egaex\n", 1, "is not an age private key"},
       {"age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj", 1,
        "is a recipient where a private key belongs"},
       {"AGE-SECRET-KEY-PQ-1XX\n", 1, "is an age key of a kind that moniker cannot use"},
       {"AGE-PLUGIN-YUBIKEY-1XX\n", 1, "is an age key of a kind that moniker cannot use"},
       {"age-encryption.org/v1\n-> scrypt\n", 1, "is itself encrypted"}}));
  publish(file, test.text);
  const Problem problem = problem_of([&] { read_identities(file); });
  CHECK(problem.fault == Fault::usage);
  CHECK(problem.file == file.string());
  CHECK(problem.at.line == test.line);
  CHECK(problem.what == test.what);
  CHECK_FALSE(problem.remedy.empty());
}

TEST_CASE("what somebody seals to themselves they alone open, and no other program can") {
  const Identity own = Identity::generate(), other = Identity::generate();
  MemorySink sink;
  AgeWriter writer(sink, own);
  writer.write("talk");
  writer.finish();
  CHECK(sink.bytes().find("-> moniker/own ") != std::string::npos);
  const auto opened = [](const std::string& bytes, const Identity& by) {
    MemorySource source(bytes);
    AgeReader reader(source, std::span(&by, 1));
    return read_all(reader, 100);
  };
  CHECK(opened(sink.bytes(), own) == "talk");
  CHECK(test::status_of([&] { opened(sink.bytes(), other); }) == 4);
  std::string shorter = sink.bytes();  // another salt, of 15 bytes
  shorter.replace(shorter.find("-> moniker/own ") + 15, 22, std::string(20, 'A'));
  CHECK(test::status_of([&] { opened(shorter, own); }) == 4);
  std::string changed = sink.bytes();
  changed.back() = static_cast<char>(changed.back() ^ 1);
  CHECK(test::status_of([&] { opened(changed, own); }) == 4);
}

}  // namespace moniker
