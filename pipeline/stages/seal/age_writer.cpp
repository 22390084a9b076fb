#include <stdexcept>

#include "moniker/error.hpp"
#include "seal/age.hpp"
#include "seal/age_armor.hpp"
#include "seal/age_header.hpp"
#include "seal/age_stream.hpp"
#include "seal/own_key.hpp"
#include "seal/recipients.hpp"
#include "seal/scrypt.hpp"

namespace moniker::seal {
namespace {

FileKey fresh_file_key() {
  FileKey key;
  randombytes_buf(key.data(), key.size());
  return key;
}

std::vector<Stanza> wrap_for_all(const std::vector<Recipient>& recipients, const FileKey& key) {
  if (recipients.empty()) {
    throw Error::usage("nobody is named to seal the file to", "give at least one age1 recipient");
  }
  std::vector<Stanza> stanzas;
  stanzas.reserve(recipients.size());
  for (const Recipient& recipient : recipients) stanzas.push_back(wrap_for(recipient, key));
  return stanzas;
}

}  // namespace

struct AgeWriter::State {
  State(ByteSink& sink, bool armored, const FileKey& key, const std::vector<Stanza>& stanzas)
      : armor(armored ? std::make_unique<ArmorSink>(sink) : nullptr),
        out(armor ? *armor : sink),
        sealer(out, start(key, stanzas)) {}

  /// Writes all that stands before the first chunk.
  Secret<32> start(const FileKey& key, const std::vector<Stanza>& stanzas) {
    out.write(print_header(stanzas, key));
    std::string nonce(payload_nonce_size, '\0');
    randombytes_buf(nonce.data(), nonce.size());
    out.write(nonce);
    return payload_key(key, nonce);
  }

  std::unique_ptr<ArmorSink> armor;
  ByteSink& out;
  StreamSealer sealer;
  bool finished = false;
};

AgeWriter::AgeWriter(ByteSink& sink, const std::vector<Recipient>& recipients, bool armor) {
  const FileKey key = fresh_file_key();
  state_ = std::make_unique<State>(sink, armor, key, wrap_for_all(recipients, key));
}

AgeWriter::AgeWriter(ByteSink& sink, std::string_view passphrase, int log_n, bool armor) {
  const FileKey key = fresh_file_key();
  state_ = std::make_unique<State>(sink, armor, key, std::vector{wrap_under(passphrase, log_n, key)});
}

AgeWriter::AgeWriter(ByteSink& sink, const Identity& own) {
  const FileKey key = fresh_file_key();
  state_ = std::make_unique<State>(sink, false, key, std::vector{wrap_by(own, key)});
}

AgeWriter::~AgeWriter() = default;

void AgeWriter::write(std::string_view plaintext) {
  if (state_->finished) throw std::logic_error("an age file was written to after its end");
  state_->sealer.write(plaintext);
}

void AgeWriter::finish() {
  if (state_->finished) throw std::logic_error("an age file was finished twice");
  state_->finished = true;
  state_->sealer.finish();
  if (state_->armor) state_->armor->finish();
}

}  // namespace moniker::seal
