#include "seal/note.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>

#include "base/raw_bytes.hpp"
#include "moniker/error.hpp"
#include "seal/base64.hpp"

namespace moniker::seal {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";
constexpr char by_log = 1, by_cosigner = 4;
constexpr std::size_t id_bytes = 4, signature_bytes = 64, time_bytes = 8, most_bytes = std::size_t{64} << 20;

[[noreturn]] void no_note() { throw Error::integrity("is no signed note", "give the file as it was written, whole"); }

std::string_view take_note_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  if (end == rest.npos) no_note();
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return line;
}

Note::Signature parse_note_signature(std::string_view line) {
  line.remove_prefix(dash.size());
  const std::size_t blank = line.find(' ');
  if (blank == line.npos || blank == 0) no_note();
  auto bytes = from_base64(line.substr(blank + 1), Padding::equals);
  if (!bytes || bytes->size() <= id_bytes) no_note();
  return {std::string(line.substr(0, blank)), std::move(*bytes)};
}

struct NoteKey {
  std::string name, point;
  char kind;
  std::string id() const {
    unsigned char hash[crypto_hash_sha256_BYTES];
    const std::string covered = name + '\n' + kind + point;
    crypto_hash_sha256(hash, raw(covered), covered.size());
    return {reinterpret_cast<const char*>(hash), id_bytes};
  }
  std::string verifier() const {
    return fmt::format("{}+{}+{}", name, hex(id()), base64(kind + point, Padding::equals));
  }
};

NoteKey log_key(std::string_view text) { return {log_name(text), public_point(text), by_log}; }
NoteKey cosigner_key(std::string_view text) { return {cosigner_name(text), public_point(text), by_cosigner}; }

std::string time_in(std::string_view bytes) {
  std::uint64_t seconds = 0;
  for (const char byte : bytes) seconds = seconds << 8 | static_cast<unsigned char>(byte);
  return std::to_string(seconds);
}

std::string cosigned(std::string_view time, const Note& note) {
  return fmt::format("cosignature/v1\ntime {}\n{}", time, note.text);
}

/// The bytes behind the key's ID. Of this key there may be one signature alone.
std::string_view signature_by(const Note& note, const NoteKey& key, std::size_t size) {
  const auto by_key = [&](const Note::Signature& s) { return s.name == key.name && s.bytes.starts_with(key.id()); };
  const auto found = std::find_if(note.signatures.begin(), note.signatures.end(), by_key);
  if (found == note.signatures.end() || found->bytes.size() != id_bytes + size) {
    throw Error::integrity(fmt::format("was not signed by {}", key.name),
                           "give the public key of whoever signed it, or find out who made it");
  }
  return std::string_view(found->bytes).substr(id_bytes);
}

void check_signature(std::string_view signature, std::string_view covered, const NoteKey& key) {
  if (crypto_sign_verify_detached(raw(signature), raw(covered), covered.size(), raw(key.point)) == 0) return;
  throw Error::integrity("was altered after it was signed", "restore it from a copy, and find out who changed it");
}

}  // namespace

std::vector<Note> parse_notes(std::string_view text) {
  if (text.size() > most_bytes) no_note();
  std::vector<Note> notes;
  while (!text.empty()) {
    if (text.starts_with('\n')) {
      text.remove_prefix(1);
      continue;
    }
    Note note;
    for (std::string_view line = take_note_line(text); !line.empty(); line = take_note_line(text))
      note.text.append(line) += '\n';
    while (text.starts_with(dash)) note.signatures.push_back(parse_note_signature(take_note_line(text)));
    if (note.signatures.empty()) no_note();
    notes.push_back(std::move(note));
  }
  return notes;
}

std::string to_text(const Note& note) {
  std::string text = note.text + '\n';
  for (const Note::Signature& s : note.signatures)
    text += fmt::format("{}{} {}\n", dash, s.name, base64(s.bytes, Padding::equals));
  return text;
}

std::string log_name(std::string_view text) { return "moniker-audit-log/" + public_number(text); }
std::string cosigner_name(std::string_view text) { return "moniker-cosigner/" + public_number(text); }
std::string log_verifier_key(std::string_view text) { return log_key(text).verifier(); }
std::string cosigner_verifier_key(std::string_view text) { return cosigner_key(text).verifier(); }

void sign_note(Note& note, const SigningKey& key) {
  const NoteKey named = log_key(key.public_text());
  note.signatures.push_back({named.name, named.id() + key.sign_itself(note.text)});
}

void cosign_note(Note& note, const SigningKey& key, std::uint64_t seconds) {
  const NoteKey named = cosigner_key(key.public_text());
  std::string time(time_bytes, '\0');
  for (std::size_t i = 0; i < time_bytes; ++i) time[time_bytes - 1 - i] = static_cast<char>(seconds >> (8 * i));
  std::erase_if(note.signatures, [&](const Note::Signature& s) { return s.name == named.name; });
  note.signatures.push_back({named.name, named.id() + time + key.sign_itself(cosigned(std::to_string(seconds), note))});
}

void verify_note(const Note& note, std::string_view public_key_text) {
  const NoteKey key = log_key(public_key_text);
  check_signature(signature_by(note, key, signature_bytes), note.text, key);
}

std::uint64_t verify_cosignature(const Note& note, std::string_view public_key_text) {
  const NoteKey key = cosigner_key(public_key_text);
  const std::string_view bytes = signature_by(note, key, time_bytes + signature_bytes);
  const std::string time = time_in(bytes.substr(0, time_bytes));
  check_signature(bytes.substr(time_bytes), cosigned(time, note), key);
  return std::stoull(time);
}

}  // namespace moniker::seal
