// A proof is text: what is shown, the hashes on its way to the root, and the signed head that has the root.
#include "audit/proof.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "audit/log_events.hpp"
#include "audit/log_lines.hpp"
#include "moniker/error.hpp"
#include "seal/base64.hpp"

namespace moniker::audit {
namespace {

constexpr std::string_view first_line = "c2sp.org/tlog-proof@v1", extra = "extra ", index_of = "index ", old = "old ";

[[noreturn]] void no_proof(const char* what) {
  throw Error::integrity(what, "ask for another, from whoever holds the log");
}

std::string hash_lines(const Proof& proof) {
  std::string lines;
  for (const TreeHash& hash : proof) {
    lines += seal::base64({reinterpret_cast<const char*>(hash.data()), hash.size()}, seal::Padding::equals) + '\n';
  }
  return lines;
}

std::vector<TreeHash> leaves_below(const std::filesystem::path& log, const Checkpoint& head) {
  std::vector<TreeHash> leaves = leaves_of(log);
  if (head.size > leaves.size()) {
    throw Error::integrity(fmt::format("the log has {} records, and the head is of {}", leaves.size(), head.size),
                           "see what happened to it with `moniker audit verify`", {log.string()});
  }
  leaves.resize(head.size);
  return leaves;
}

/// Lines of a proof, taken from its front.
class ProofLines {
 public:
  explicit ProofLines(std::string_view text) : rest_(text) {}
  bool at_end() {
    while (rest_.starts_with('\n')) rest_.remove_prefix(1);
    return rest_.empty();
  }
  bool next_is(std::string_view begin) const { return rest_.starts_with(begin); }
  std::string_view line() {
    const std::size_t end = rest_.find('\n');
    if (end == rest_.npos) no_proof("the proof ends in the middle of a line");
    const std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end + 1);
    return line;
  }
  std::uint64_t number(std::string_view begin) {
    std::string_view digits = line();
    if (!digits.starts_with(begin)) no_proof("is no proof about an audit log");
    digits.remove_prefix(begin.size());
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (std::to_string(number) != digits) no_proof("a number of the proof is none");
    return number;
  }
  /// Up to the empty line behind them.
  Proof hashes() {
    Proof hashes;
    for (std::string_view text = line(); !text.empty(); text = line()) {
      const auto bytes = seal::from_base64(text, seal::Padding::equals);
      if (!bytes || bytes->size() != sizeof(TreeHash) || hashes.size() == 64 * 2)
        no_proof("a hash of the proof is none");
      std::copy(bytes->begin(), bytes->end(), hashes.emplace_back().begin());
    }
    return hashes;
  }
  seal::Note note() {
    seal::Note note;
    std::string text;
    for (std::string_view part = line(); !part.empty(); part = line()) text.append(part) += '\n';
    text += '\n';
    while (next_is("\xE2\x80\x94 ")) text.append(line()) += '\n';
    const auto notes = seal::parse_notes(text);
    if (notes.empty()) no_proof("the proof lacks its signed head");
    return notes.front();
  }

 private:
  std::string_view rest_;
};

class Verifying {
 public:
  Verifying(const LogKeys& keys, std::string_view cosigner) : keys_(keys), cosigner_(cosigner) {}

  Proved inclusion(ProofLines& lines) const {
    lines.line();
    Proved proved;
    if (!lines.next_is(extra)) no_proof("the proof does not hold the record that it is about");
    const auto record = seal::from_base64(lines.line().substr(extra.size()), seal::Padding::equals);
    if (!record) no_proof("the record in the proof is none");
    proved.record = *record;
    const std::uint64_t index = lines.number(index_of);
    proved.number = index + 1;
    const Proof proof = lines.hashes();
    const Checkpoint head = checkpoint(lines, proved);
    if (root_of_inclusion(leaf_hash(proved.record), index, head.size, proof) != head.root)
      no_proof("the record is not in the log that was signed");
    return proved;
  }

  Proved consistency(ProofLines& lines) const {
    Proved proved;
    proved.before = lines.number(old);
    const Proof proof = lines.hashes();
    const Checkpoint now = checkpoint(lines, proved);
    if (lines.at_end()) no_proof("the proof lacks the earlier head");
    const Checkpoint before = checked_checkpoint(lines.note(), keys_);
    if (before.size != *proved.before || !is_consistent(before.size, before.root, now.size, now.root, proof))
      no_proof("the log does not begin with the one of the earlier head");
    return proved;
  }

 private:
  Checkpoint checkpoint(ProofLines& lines, Proved& proved) const {
    Checkpoint head = checked_checkpoint(lines.note(), keys_);
    if (!cosigner_.empty()) proved.cosigned.push_back(seal::verify_cosignature(head.note, cosigner_));
    proved.size = head.size;
    return head;
  }

  const LogKeys& keys_;
  std::string_view cosigner_;
};

}  // namespace

std::string inclusion_proof_text(const std::filesystem::path& log, std::uint64_t number, const Checkpoint& head) {
  if (number == 0 || number > head.size) {
    throw Error::usage(fmt::format("there is no record {} below the signed head, which is of {}", number, head.size),
                       "`moniker audit show` numbers them; records that are not signed yet cannot be proved");
  }
  std::string record;
  std::uint64_t at = 0;
  for_each_line(log, [&](const LogLine& line) {
    if (++at == number) record = line.text;
  });
  return fmt::format("{}\n{}{}\n{}{}\n{}\n{}", first_line, extra, seal::base64(record, seal::Padding::equals), index_of,
                     number - 1, hash_lines(inclusion_proof(leaves_below(log, head), number - 1)),
                     seal::to_text(head.note));
}

std::string consistency_proof_text(const std::filesystem::path& log, const Checkpoint& before, const Checkpoint& now) {
  if (before.size == 0 || before.size > now.size)
    throw Error::usage("the earlier head is of more records than the later one", "give the older one first");
  return fmt::format("{}{}\n{}\n{}\n{}", old, before.size,
                     hash_lines(consistency_proof(leaves_below(log, now), before.size)), seal::to_text(now.note),
                     seal::to_text(before.note));
}

std::vector<std::uint64_t> records_of(const std::filesystem::path& log, std::string_view transcript) {
  std::map<std::string, std::uint64_t> outputs;
  for_each_event(log, [&](const LoggedEvent& logged) {
    if (const auto* published = std::get_if<events::Published>(&logged.event)) {
      if (published->transcript == transcript) outputs[published->output] = logged.line;
    } else if (const auto* withdrawn = std::get_if<events::Withdrawn>(&logged.event)) {
      outputs.erase(withdrawn->output);
    }
  });
  std::vector<std::uint64_t> numbers;
  for (const auto& [output, line] : outputs) numbers.push_back(line);
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

std::vector<Proved> verify_proofs(std::string_view text, const LogKeys& keys, std::string_view cosigner_text) {
  const Verifying verifying(keys, cosigner_text);
  std::vector<Proved> all;
  for (ProofLines lines(text); !lines.at_end();)
    all.push_back(lines.next_is(first_line) ? verifying.inclusion(lines) : verifying.consistency(lines));
  if (all.empty()) no_proof("is no proof about an audit log");
  return all;
}

}  // namespace moniker::audit
