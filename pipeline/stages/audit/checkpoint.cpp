// Heads of a log: three lines and a signature. Held against the log they tell what the log itself cannot, as they were
// kept where whoever changed the log could not change them.
#include "audit/checkpoint.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <map>

#include "audit/log_lines.hpp"
#include "base/atomic_file.hpp"
#include "base/shared_folder.hpp"
#include "base/system_call.hpp"
#include "moniker/error.hpp"
#include "seal/base64.hpp"

namespace moniker::audit {
namespace {

std::string_view bytes_of(const TreeHash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

std::string head_text(std::string_view name, std::uint64_t size, const TreeHash& root) {
  return fmt::format("{}\n{}\n{}\n", name, size, seal::base64(bytes_of(root), seal::Padding::equals));
}

/// Reads what head_text() writes, and nothing else.
Checkpoint parse_head(const seal::Note& note, std::string_view name) {
  Checkpoint head{.note = note};
  const std::string_view text = note.text;
  const std::size_t first = std::min(text.find('\n'), text.size()), second = text.find('\n', first + 1);
  if (second != text.npos) {
    std::from_chars(text.data() + first + 1, text.data() + second, head.size);
    const auto root = seal::from_base64(text.substr(second + 1, text.size() - second - 2), seal::Padding::equals);
    if (root && root->size() == head.root.size()) std::copy(root->begin(), root->end(), head.root.begin());
  }
  if (head_text(name, head.size, head.root) == text) return head;
  throw Error::integrity("is no head of this audit log", "give the checkpoint of this study's log, and its public key");
}

/// Adds a head behind the first `whole` bytes: what follows them was torn, and is cut off first.
void append_bytes(const std::filesystem::path& file, std::uint64_t whole, std::string_view bytes) {
  const auto fail = [&](const char* doing) {
    throw Error::input(
        fmt::format("cannot {} the witness of the audit log: {}", doing, std::strerror(errno)),
        "see to the place that `audit: {witness: ...}` in moniker.yaml names: a head that is not kept there "
        "is not signed",
        {file.string()});
  };
  const int descriptor = open_file(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) fail("open");
  if (const unsigned mode = mode_in(file.parent_path(), 0600); mode != 0600) give_mode(descriptor, mode);
  struct stat facts {};
  const bool torn = ::fstat(descriptor, &facts) == 0 && static_cast<std::uint64_t>(facts.st_size) > whole;
  bool good = !torn || retried([&] { return ::ftruncate(descriptor, static_cast<off_t>(whole)); }) == 0;
  good = good && write_all(descriptor, bytes) == bytes.size() && retried([&] { return ::fsync(descriptor); }) == 0;
  const int error = errno;
  ::close(descriptor);
  errno = error;
  if (!good) fail("write");
  if (whole == 0) sync_folder(file.has_parent_path() ? file.parent_path() : ".");
}

}  // namespace

Checkpoint make_checkpoint(std::uint64_t size, const TreeHash& root, const seal::SigningKey& key) {
  Checkpoint head{.size = size, .root = root};
  head.note.text = head_text(seal::log_name(key.public_text()), size, root);
  seal::sign_note(head.note, key);
  return head;
}

Checkpoint checked_checkpoint(const seal::Note& note, const LogKeys& keys) {
  const LogKey* signer = &keys.trusted();
  for (const LogKey& key : keys.all()) {
    if (note.text.starts_with(seal::log_name(key.text) + "\n")) signer = &key;
  }
  Checkpoint head = parse_head(note, seal::log_name(signer->text));
  seal::verify_note(note, signer->text);
  if (head.size <= signer->until) return head;
  throw Error::integrity("was signed with a key that gave way to another before", "find out who has that key");
}

namespace {

/// Behind the last line of a signature that is whole, and the empty line after it: what was torn when power was lost
/// was never signed with.
std::size_t end_of_whole_notes(std::string_view text) {
  constexpr std::string_view signature = "\n\xE2\x80\x94 ";  // an em dash begins it
  std::size_t at = text.rfind(signature);
  while (at != text.npos && text.find('\n', at + 1) == text.npos)
    at = at == 0 ? text.npos : text.rfind(signature, at - 1);
  if (at == text.npos) return 0;
  const std::size_t end = text.find('\n', at + 1) + 1;
  return end < text.size() && text[end] == '\n' ? end + 1 : end;
}

/// Whether the text is the beginning of a head, up to somewhere in the line of its signature, and nothing else.
bool begins_head(std::string_view text, std::string_view name) {
  constexpr std::string_view digits = "0123456789", dash = "\xE2\x80\x94 ";
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
  const auto begins = [](std::string_view one, std::string_view other) {
    return one.substr(0, other.size()) == other.substr(0, one.size());
  };
  for (int line = 0; line < 5; ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const bool whole = end < text.size();
    const std::string_view now = text.substr(0, end);
    if (line == 0 && !(whole ? now == name : begins(now, name))) return false;
    if (line == 1 && now.find_first_not_of(digits) != now.npos) return false;
    if (line == 2 && now.find_first_not_of(letters) != now.npos) return false;
    if (line == 3 && !now.empty()) return false;
    if (line == 4) return !whole && begins(now, dash);
    if (!whole) return true;
    text.remove_prefix(end + 1);
  }
  return false;
}

/// How many bytes of a file of heads count. What follows the last whole one is a head that was torn, or it is left for
/// the reader to refuse.
std::size_t counted_bytes(std::string_view text, std::string_view name) {
  const std::size_t whole = end_of_whole_notes(text);
  return begins_head(text.substr(whole), name) ? whole : text.size();
}

}  // namespace

std::vector<Checkpoint> read_checkpoints(const std::filesystem::path& file, const LogKeys& keys) {
  try {
    std::string text = read_file(file);
    for (const LogKey& key : keys.all()) text.resize(counted_bytes(text, seal::log_name(key.text)));
    std::vector<Checkpoint> heads;
    for (const seal::Note& note : seal::parse_notes(text)) heads.push_back(checked_checkpoint(note, keys));
    return heads;
  } catch (const Error& error) {
    throw error.in(file.string());
  }
}

std::filesystem::path checkpoint_of(const std::filesystem::path& log) { return log.parent_path() / "checkpoint"; }

void append_to_witness(const std::filesystem::path& witness, const Checkpoint& head) {
  const std::string text = seal::to_text(head.note) + "\n";
  const std::string kept = std::filesystem::exists(witness) ? read_file(witness) : std::string();
  const std::size_t whole = end_of_whole_notes(kept);
  if (whole == kept.size() && kept.ends_with(text)) return;
  // The empty line between two heads may have been torn off alone.
  const bool lacks_line = whole > 0 && !std::string_view(kept).substr(0, whole).ends_with("\n\n");
  append_bytes(witness, whole, lacks_line ? "\n" + text : text);
}

std::vector<AuditFault> head_faults(const std::filesystem::path& log, std::string_view public_key_text,
                                    const std::vector<std::filesystem::path>& files) {
  std::vector<AuditFault> faults;
  const LogKeys keys(public_key_text, log);
  std::map<std::uint64_t, std::vector<std::pair<TreeHash, std::string>>> heads;
  for (const auto& file : files) {
    try {
      for (const Checkpoint& head : read_checkpoints(file, keys))
        heads[head.size].emplace_back(head.root, file.filename().string());
    } catch (const Error& error) {
      faults.push_back({0, fmt::format("the head in {}: {}", file.filename().string(), error.problem().what),
                        error.problem().remedy});
    }
  }
  const auto tell = [&](std::uint64_t size, const std::string& file, std::string_view what) {
    faults.push_back({0, fmt::format("{} has a head of {} records, and {}", file, size, what),
                      "restore the log from a copy, and find out who had access to it"});
  };
  TreeRoot tree;
  auto next = heads.begin();
  const auto compare = [&] {
    if (next == heads.end() || next->first != tree.size()) return;
    for (const auto& [root, file] : next->second) {
      if (root != tree.root()) tell(next->first, file, "the log does not begin with those: it was made anew");
    }
    ++next;
  };
  compare();
  for_each_line(log, [&](const LogLine& line) {
    if (!line.whole) return;
    tree.add(leaf_hash(line.text));
    compare();
  });
  for (; next != heads.end(); ++next) {
    for (const auto& [root, file] : next->second)
      tell(next->first, file, fmt::format("the log has {}: it was cut, or put back as it once was", tree.size()));
  }
  return faults;
}

std::vector<AuditFault> cosigner_faults(const std::vector<std::filesystem::path>& files, const LogKeys& keys,
                                        std::string_view cosigner_text) {
  std::vector<AuditFault> faults;
  for (const auto& file : files) {
    for (const Checkpoint& head : read_checkpoints(file, keys)) {
      try {
        seal::verify_cosignature(head.note, cosigner_text);
      } catch (const Error& error) {
        faults.push_back(
            {0, fmt::format("{}: the head of {} records {}", file.filename().string(), head.size, error.problem().what),
             error.problem().remedy});
      }
    }
  }
  return faults;
}

std::vector<TreeHash> leaves_of(const std::filesystem::path& log) {
  std::vector<TreeHash> leaves;
  for_each_line(log, [&](const LogLine& line) {
    if (line.whole) leaves.push_back(leaf_hash(line.text));
  });
  return leaves;
}

}  // namespace moniker::audit
