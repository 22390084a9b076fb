#include "outputs/open_sealed.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "outputs/new_identity.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

/// An identity, and something sealed to it.
struct Sealed {
  Sealed() {
    custodian::make_identity(secret, recipient);
    std::ofstream(file, std::ios::binary) << seal_to(seal::recipients_named(recipient.string()));
  }
  static std::string seal_to(const std::vector<seal::Recipient>& recipients) {
    MemorySink sink;
    seal::AgeWriter age(sink, recipients);
    age.write("hello");
    age.finish();
    return sink.bytes();
  }
  test::TemporaryFolder folder{};
  std::filesystem::path secret = folder.path() / "custodian.key", recipient = folder.path() / "custodian.pub";
  std::filesystem::path file = folder.path() / "a.age";
};

}  // namespace

TEST_CASE("a new identity opens what is sealed to its public half") {
  const Sealed sealed;
  MemorySink out;
  CHECK(custodian::open_sealed(sealed.file, {.identities = seal::read_identities(sealed.secret), .passphrase = {}},
                               out) == 5);
  CHECK(out.bytes() == "hello");
  CHECK(test::problem_of([&] { custodian::make_identity(sealed.secret, sealed.recipient); }).fault == Fault::usage);
}

TEST_CASE("a passphrase opens what is sealed with it") {
  const Sealed sealed;
  MemorySink bytes, out;
  seal::AgeWriter age(bytes, "open sesame", 10);
  age.write("hello");
  age.finish();
  std::ofstream(sealed.file, std::ios::binary) << bytes.bytes();
  custodian::open_sealed(sealed.file, {.identities = {}, .passphrase = Passphrase("open sesame")}, out);
  CHECK(out.bytes() == "hello");
}

TEST_CASE("a file appears only when all of it was good, and never over another") {
  const Sealed sealed;
  const custodian::OpeningKey key{.identities = seal::read_identities(sealed.secret), .passphrase = {}};
  const auto target = sealed.folder.path() / "plain";
  std::filesystem::resize_file(sealed.file, std::filesystem::file_size(sealed.file) - 1);
  const Problem cut = test::problem_of([&] { custodian::open_sealed_to(sealed.file, key, target); });
  CHECK(cut.fault == Fault::integrity);
  CHECK(cut.file == sealed.file.string());
  CHECK_FALSE(std::filesystem::exists(target));

  std::ofstream(sealed.file, std::ios::binary) << Sealed::seal_to(seal::recipients_named(sealed.recipient.string()));
  CHECK(custodian::open_sealed_to(sealed.file, key, target) == 5);
  CHECK(test::problem_of([&] { custodian::open_sealed_to(sealed.file, key, target); }).fault == Fault::usage);
}
