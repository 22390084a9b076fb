#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "seal/minisign.hpp"

namespace moniker::seal {

/// Signed notes (https://c2sp.org/signed-note), which transparency logs sign their heads with: Ed25519 over the text
/// itself, and cosignatures with a time (https://c2sp.org/tlog-cosignature). Keys are minisign's, by another form.

/// A text, and lines of who signed it: "— NAME BASE64".
struct Note {
  std::string text{};  // ends in a line feed
  struct Signature {
    std::string name{}, bytes{};  // bytes: four of the key's ID, then the signature
  };
  std::vector<Signature> signatures{};
};

/// All notes of a text, with empty lines between. Throws Error{integrity} where it is none, or more than 64 MiB.
std::vector<Note> parse_notes(std::string_view text);
std::string to_text(const Note& note);

/// How a key of a log, and of one who cosigns, is called in notes: "moniker-audit-log/" and minisign's number of the
/// key.
std::string log_name(std::string_view public_key_text);
std::string cosigner_name(std::string_view public_key_text);
/// As other programs take it: NAME+ID+BASE64.
std::string log_verifier_key(std::string_view public_key_text);
std::string cosigner_verifier_key(std::string_view public_key_text);

void sign_note(Note& note, const SigningKey& key);
void cosign_note(Note& note, const SigningKey& key, std::uint64_t seconds);

/// Throws Error{integrity} unless the log's key signed it.
void verify_note(const Note& note, std::string_view public_key_text);
/// When this key cosigned it, in seconds since 1970. Throws Error{integrity} unless it did.
std::uint64_t verify_cosignature(const Note& note, std::string_view public_key_text);

}  // namespace moniker::seal
