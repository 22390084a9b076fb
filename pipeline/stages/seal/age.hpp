#pragma once
#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_sink.hpp"
#include "base/byte_source.hpp"
#include "base/secret.hpp"
#include "moniker/utterance.hpp"

namespace moniker::seal {

/// age v1, https://c2sp.org/age: X25519 and scrypt recipients, written with libsodium alone.

struct Recipient {  // age1...
  std::array<unsigned char, 32> point{};
  bool operator==(const Recipient&) const = default;
};
/// Throws Error{usage} ("is not an age recipient"); `file` and `at` say where the text stood.
Recipient parse_recipient(std::string_view text, const std::string& file = {}, Position at = {});
std::string to_text(const Recipient& recipient);
/// A recipient as somebody names it: itself, or a file of such, one a line, with # comments. Throws as parse_recipient.
std::vector<Recipient> recipients_named(const std::string& text_or_file);

/// A private key; AGE-SECRET-KEY-1...
class Identity {
 public:
  static Identity generate();
  static Identity from_scalar(Secret<32> scalar);  // the study's own key for the work folder
  static Identity parse(std::string_view text);    // one key; throws Error{usage}
  Recipient recipient() const;
  const Secret<32>& scalar() const { return scalar_; }
  /// The text form, for keygen alone, in a string that the caller wipes.
  std::string secret_text() const;

 private:
  explicit Identity(Secret<32> scalar) : scalar_(std::move(scalar)) {}
  Secret<32> scalar_;
};
/// An identity file as age-keygen writes it: comments and one or more keys. Throws Error{usage} with line.
std::vector<Identity> read_identities(const std::filesystem::path& file);

/// Encrypts what it is given, in 64 KiB chunks, to `sink`. finish() writes the last chunk; without it the
/// file is refused by every reader.
class AgeWriter : public ByteSink {
 public:
  AgeWriter(ByteSink& sink, const std::vector<Recipient>& recipients, bool armor = false);
  /// scrypt; log2 of the work factor.
  AgeWriter(ByteSink& sink, std::string_view passphrase, int log_n = 18, bool armor = false);
  /// For what is opened again by who sealed it, and by no other program (own_key.hpp).
  AgeWriter(ByteSink& sink, const Identity& own);
  ~AgeWriter() override;
  void write(std::string_view plaintext) override;
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Decrypts binary or armored age files as they are read. Throws Error{integrity}: not an age file, no key
/// fits, header MAC wrong, chunk damaged, truncated, trailing bytes. Bytes given before the error are
/// authentic.
class AgeReader : public ByteSource {
 public:
  AgeReader(ByteSource& source, std::span<const Identity> identities);
  AgeReader(ByteSource& source, std::string_view passphrase, int most_log_n = 22);
  ~AgeReader() override;
  std::size_t read(std::span<char> into) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::seal
