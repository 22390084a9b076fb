#include "audit/sign.hpp"

#include <fmt/core.h>

#include <charconv>

#include "audit/checkpoint.hpp"
#include "audit/log_keys.hpp"
#include "audit/log_lines.hpp"
#include "audit/record.hpp"
#include "base/atomic_file.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

constexpr std::string_view comment_begin = "moniker audit log, ", comment_middle = " records, head ";

[[noreturn]] void refuse(const std::filesystem::path& file, std::uint64_t line, std::string what) {
  throw Error::integrity(
      std::move(what), "see what happened with `moniker audit verify`; restore the log from a copy before it is signed",
      {file.string(), {.line = static_cast<std::uint32_t>(line)}});
}

/// The log as it stands on the disk, every link tested on the way.
struct Walk {
  SignedHead now{.head = digest_of("")};
  seal::Prehash prehash{};
  std::optional<seal::Prehash> prehash_before{};  // of as many records as were signed before
  TreeRoot tree{};
};

Walk walk(const std::filesystem::path& file, std::uint64_t signed_before) {
  Walk result;
  seal::Prehasher prehasher;
  if (signed_before == 0) result.prehash_before = seal::Prehasher(prehasher).finish();
  for_each_line(file, [&](const LogLine& line) {
    const auto link = parse_link(line.text);
    if (!line.whole || !link || link->number != result.now.records + 1 || link->previous != result.now.head) {
      refuse(file, result.now.records + 1, "the audit log is broken and is not signed");
    }
    result.tree.add(leaf_hash(line.text));
    prehasher.take(line.text);
    prehasher.take("\n");
    result.now = {result.now.records + 1, digest_of(line.text)};
    if (result.now.records == signed_before) result.prehash_before = seal::Prehasher(prehasher).finish();
  });
  result.prehash = prehasher.finish();
  return result;
}

void refuse_other_heads(const std::filesystem::path& file, const std::string& public_key,
                        const std::filesystem::path& witness) {
  std::vector<std::filesystem::path> heads;
  for (const auto& kept : {checkpoint_of(file), witness}) {
    if (!kept.empty() && std::filesystem::exists(std::filesystem::symlink_status(kept))) heads.push_back(kept);
  }
  const std::vector<AuditFault> faults = head_faults(file, public_key, heads);
  if (!faults.empty()) throw Error::integrity(faults.front().what, faults.front().remedy, {file.string()});
}

}  // namespace

std::string head_comment(const SignedHead& head) {
  return fmt::format("{}{}{}{}", comment_begin, head.records, comment_middle, hex(head.head));
}

std::optional<SignedHead> parse_head_comment(std::string_view trusted_comment) {
  if (!trusted_comment.starts_with(comment_begin)) return std::nullopt;
  const std::string_view digits = trusted_comment.substr(comment_begin.size());
  SignedHead head;
  std::from_chars(digits.data(), digits.data() + digits.size(), head.records);
  const std::size_t middle = digits.find(comment_middle);
  if (middle == digits.npos) return std::nullopt;
  const std::string_view digest = digits.substr(middle + comment_middle.size());
  sodium_hex2bin(head.head.data(), head.head.size(), digest.data(), digest.size(), nullptr, nullptr, nullptr);
  // One spelling only: what is printed again must be what was read.
  if (head_comment(head) != trusted_comment) return std::nullopt;
  return head;
}

void sign_head(AuditLog& log, const std::filesystem::path& file, const seal::SigningKey& key,
               const std::filesystem::path& witness) {
  remove_stale(file.parent_path());  // of a call that could not end
  log.sync();
  const std::filesystem::path signature_file = file.string() + ".minisig";
  std::optional<SignedHead> before;
  std::string signature;
  const LogKeys keys(key.public_text(), file);
  if (log.records() > keys.trusted().until) {
    throw Error::integrity("the log's signing key has given way to another",
                           "end what was interrupted: `moniker rekey signing`", {file.string()});
  }
  std::string signer;
  if (std::filesystem::symlink_status(signature_file).type() != std::filesystem::file_type::not_found) {
    signature = read_file(signature_file);
    signer = keys.earlier_signer(signature).text;
    try {
      before = parse_head_comment(seal::read_trusted_comment(signature, signer));
    } catch (const Error& error) {
      throw Error(error.problem().fault, error.problem().what,
                  "put the log's own key back, and change it with `moniker rekey signing`; where it is lost, check the "
                  "log, and move the signature and audit/checkpoint away: then the log is signed anew",
                  {signature_file.string(), error.problem().at});
    }
    if (!before) refuse(signature_file, 0, "is a signature of something other than an audit log");
  }
  const Walk now = walk(file, before ? before->records : 0);
  if (now.now.records != log.records() || now.now.head != log.head()) {
    refuse(file, 0, "the audit log on the disk is not the one that was written");
  }
  if (before) {
    if (!now.prehash_before) refuse(file, 0, "the audit log is shorter than when it was signed last");
    try {
      seal::verify_signature(*now.prehash_before, signature, signer);
    } catch (const Error&) {
      refuse(file, 0, "the audit log was altered since it was signed last");
    }
  }
  refuse_other_heads(file, key.public_text(), witness);
  const Checkpoint head = make_checkpoint(now.now.records, now.tree.root(), key);
  if (!witness.empty()) append_to_witness(witness, head);
  publish(checkpoint_of(file), seal::to_text(head.note));
  publish(signature_file, key.sign(now.prehash, head_comment(now.now)));
}

}  // namespace moniker::audit
