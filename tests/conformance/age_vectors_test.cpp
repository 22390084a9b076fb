#include <sodium.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <functional>
#include <map>

#include "age_vector.hpp"
#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"
#include "seal/age.hpp"
#include "seal/age_armor.hpp"
#include "seal/age_header.hpp"
#include "seal/age_stream.hpp"

namespace moniker {

using namespace moniker::seal;
namespace {

std::vector<AgeVector> all_vectors() {
  std::vector<AgeVector> vectors;
  for (const auto& entry : std::filesystem::directory_iterator(MONIKER_AGE_VECTORS)) {
    vectors.push_back(read_age_vector(entry.path()));
  }
  std::sort(vectors.begin(), vectors.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return vectors;
}

/// The vectors' word for a refusal. Armor that does not even begin as armor is no age file to moniker.
std::string kind_of(const std::string& what, bool armored) {
  const auto begins = [&](std::string_view text) { return what.starts_with(text); };
  if (begins("the age armor is damaged: ")) return "armor failure";
  if (begins("is not an age file")) return armored ? "armor failure" : "header failure";
  if (begins("the age header is damaged: ") || begins("is an age file of a version ")) return "header failure";
  if (begins("the age header asks for a passphrase work factor above ")) return "header failure";
  if (begins("the age header was altered ")) return "HMAC failure";
  if (begins("none of the keys given opens") || begins("the passphrase does not open")) return "no match";
  if (begins("is sealed with a passphrase, not") || begins("is sealed to a key, not")) return "no match";
  if (what.find("of the sealed text ") != what.npos || what.find("the sealed text is cut off") != what.npos ||
      what.find("the end of the sealed text") != what.npos) {
    return "payload failure";
  }
  return "unknown refusal: " + what;
}

std::string sha256_hex(const std::string& bytes) {
  unsigned char hash[32];
  crypto_hash_sha256(hash, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return hex(std::string_view(reinterpret_cast<const char*>(hash), sizeof hash));
}

struct Outcome {
  std::string kind{}, plaintext{};
};

/// Reads to the end or the failure. A piece divides the chunk, so no call straddles an open chunk and a
/// damaged one.
Outcome outcome_of(const AgeVector& vector, const std::function<AgeReader(ByteSource&)>& open, std::size_t piece_size) {
  Outcome outcome;
  std::string piece(piece_size, '\0');
  try {
    MemorySource source(vector.file);
    AgeReader reader = open(source);
    while (const std::size_t n = reader.read(piece)) outcome.plaintext.append(piece, 0, n);
    outcome.kind = "success";
  } catch (const Error& error) {
    REQUIRE(error.problem().fault == Fault::integrity);
    REQUIRE_FALSE(error.problem().remedy.empty());
    outcome.kind = kind_of(error.problem().what, vector.armored);
  }
  return outcome;
}

std::vector<std::function<AgeReader(ByteSource&)>> ways_to_open(const AgeVector& vector) {
  std::vector<std::function<AgeReader(ByteSource&)>> ways;
  if (!vector.identities.empty() || vector.passphrases.empty()) {
    ways.push_back([&vector](ByteSource& source) {
      std::vector<Identity> identities;
      for (const std::string& identity : vector.identities) identities.push_back(Identity::parse(identity));
      return AgeReader(source, identities);
    });
  }
  for (const std::string& passphrase : vector.passphrases) {
    ways.push_back([&passphrase](ByteSource& source) { return AgeReader(source, passphrase, 22); });
  }
  return ways;
}

FileKey file_key_of(const AgeVector& vector) {
  FileKey key;
  REQUIRE(vector.file_key.size() == key.size());
  std::copy(vector.file_key.begin(), vector.file_key.end(), key.data());
  return key;
}

std::string armored(const std::string& bytes) {
  MemorySink sink;
  ArmorSink armor(sink);
  armor.write(bytes);
  armor.finish();
  return sink.bytes();
}

std::string without_armor(const std::string& text) {
  MemorySource source(text);
  LineSource lines(source);
  ArmorSource armor(lines);
  return read_all(armor, std::size_t{64} << 20);
}

}  // namespace

TEST_CASE("every vector ends as it must, having given what it may") {
  for (const AgeVector& vector : all_vectors()) {
    for (const std::size_t piece_size : {std::size_t{4096}, chunk_size}) {
      for (const auto& open : ways_to_open(vector)) {
        INFO(vector.name);
        const Outcome outcome = outcome_of(vector, open, piece_size);
        CHECK(outcome.kind == vector.expect);
        if (vector.payload.empty())
          CHECK(outcome.plaintext.empty());
        else
          CHECK(sha256_hex(outcome.plaintext) == vector.payload);
      }
    }
  }
}

TEST_CASE("armor changes nothing about a vector") {
  for (AgeVector vector : all_vectors()) {
    if (vector.armored || vector.name == "empty") continue;  // "" in armor is a header failure like any other
    vector.file = armored(vector.file);
    for (const auto& open : ways_to_open(vector)) {
      INFO(vector.name);
      const Outcome outcome = outcome_of(vector, open, 4096);
      CHECK(outcome.kind == vector.expect);
    }
  }
}

TEST_CASE("headers, payloads and armor of good vectors are written again byte for byte") {
  std::size_t went_round = 0;
  for (const AgeVector& vector : all_vectors()) {
    if (vector.expect != "success") continue;
    INFO(vector.name);
    const std::string bytes = vector.armored ? without_armor(vector.file) : vector.file;
    if (vector.armored && vector.file.starts_with('-') && vector.file.find('\r') == std::string::npos) {
      const std::string text = vector.file.ends_with('\n') ? vector.file : vector.file + '\n';
      CHECK(armored(bytes) == text);
    }
    MemorySource source(bytes);
    LineSource lines(source);
    const AgeHeader header = read_header(lines);
    const FileKey key = file_key_of(vector);
    const std::string printed = print_header(header.stanzas, key);
    REQUIRE(bytes.starts_with(printed));
    check_mac(header, key);

    std::string nonce(payload_nonce_size, '\0');
    REQUIRE(lines.read(nonce) == nonce.size());
    StreamOpener opener(lines, payload_key(key, nonce));
    MemorySink sink;
    StreamSealer sealer(sink, payload_key(key, nonce));
    std::string piece(10'007, '\0');
    while (const std::size_t n = opener.read(piece)) sealer.write(std::string_view(piece).substr(0, n));
    sealer.finish();
    CHECK(bytes.substr(printed.size() + nonce.size()) == sink.bytes());
    ++went_round;
  }
  CHECK(went_round == 21);
}

TEST_CASE("as many vectors ran as there are") {
  std::map<std::string, int> counts;
  for (const AgeVector& vector : all_vectors()) {
    ++counts[vector.name.substr(0, vector.name.find('_'))];
    ++counts[vector.expect];
    ++counts["all"];
  }
  const std::map<std::string, int> expected = {
      {"all", 124},          {"armor", 32},   {"empty", 1},        {"header", 1},          {"hmac", 8},
      {"scrypt", 25},        {"stanza", 14},  {"stream", 28},      {"version", 1},         {"x25519", 14},
      {"success", 21},       {"no match", 8}, {"HMAC failure", 1}, {"header failure", 53}, {"payload failure", 19},
      {"armor failure", 22},
  };
  for (const auto& [what, count] : expected) {
    INFO(what);
    CHECK(counts[what] == count);
  }
  CHECK(counts.size() == expected.size());
}

}  // namespace moniker
