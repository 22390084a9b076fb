// What people, places and transcripts are called in a deposit. A new name is a place in an order that follows from a
// random key: without it nobody can tell which old name it was, and with the next key it is another one.
#include "deposit/new_names.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <span>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"

namespace moniker::custodian {
namespace {

constexpr std::string_view key_word = "MONIKER-DEPOSIT-KEY-1 ";
constexpr std::size_t key_line = key_word.size() + 64;

/// Its one line, wiped when it goes.
struct KeyText {
  KeyText() : text(key_line + 2, '\0') {}
  ~KeyText() { sodium_memzero(text.data(), text.size()); }
  KeyText(const KeyText&) = delete;
  KeyText& operator=(const KeyText&) = delete;
  std::string text;
};

/// No more than it holds.
std::size_t fill(seal::AgeReader& from, std::string& into) {
  std::size_t has = 0;
  while (has < into.size()) {
    const std::size_t n = from.read(std::span<char>(into.data() + has, into.size() - has));
    if (n == 0) break;
    has += n;
  }
  return has;
}

}  // namespace

Secret<32> draw_deposit_key() {
  Secret<32> key;
  randombytes_buf(key.data(), key.size());
  return key;
}

Secret<32> read_deposit_key(const std::filesystem::path& file, const std::vector<seal::Identity>& identities) {
  KeyText line;
  std::string_view text = line.text;
  try {
    FileSource sealed(file);
    seal::AgeReader plain(sealed, identities);
    text = text.substr(0, fill(plain, line.text));
  } catch (const Error& error) {
    throw error.in(file.string());
  }
  if (text.ends_with('\n')) text.remove_suffix(1);
  Secret<32> key;
  std::size_t read = 0;
  const bool whole =
      text.size() == key_line && text.starts_with(key_word) &&
      sodium_hex2bin(key.data(), key.size(), text.data() + key_word.size(), 64, nullptr, &read, nullptr) == 0 &&
      read == key.size();
  if (!whole) throw Error::integrity("is no key of a deposit", "give the file that --keep-key wrote", {file.string()});
  return key;
}

void keep_deposit_key(const std::filesystem::path& file, const Secret<32>& key,
                      const std::vector<seal::Identity>& identities) {
  std::vector<seal::Recipient> recipients;
  for (const seal::Identity& identity : identities) recipients.push_back(identity.recipient());
  MemorySink sink;
  seal::AgeWriter age(sink, recipients);
  std::string digits(65, '\0');
  sodium_bin2hex(digits.data(), digits.size(), key.data(), key.size());
  age.write(key_word);
  age.write(std::string_view(digits).substr(0, 64));
  age.write("\n");
  sodium_memzero(digits.data(), digits.size());
  age.finish();
  publish(file, sink.bytes(), AtomicFile::IfThere::refuse);
}

std::map<std::string, std::size_t> numbered_anew(const Secret<32>& key, std::string_view what,
                                                 const std::set<std::string>& names) {
  std::vector<std::pair<Digest, std::string>> order;
  for (const std::string& name : names) order.emplace_back(keyed_hash(key, what, name), name);
  std::sort(order.begin(), order.end());
  std::map<std::string, std::size_t> numbers;
  for (std::size_t i = 0; i < order.size(); ++i) numbers[order[i].second] = i + 1;
  return numbers;
}

std::string padded_number(std::size_t number, std::size_t most) {
  return fmt::format("{:0{}}", number, std::max<std::size_t>(2, std::to_string(most).size()));
}

std::string letters_of_number(std::size_t number) {
  std::string letters;
  for (; number > 0; number = (number - 1) / 26) letters += static_cast<char>('A' + (number - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters;
}

}  // namespace moniker::custodian
