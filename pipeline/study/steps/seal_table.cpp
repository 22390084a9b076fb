#include "steps/seal_table.hpp"

#include "base/atomic_file.hpp"
#include "steps/output.hpp"

namespace moniker::study {

void seal_table(const StudyConfig& config, Books& books, const std::filesystem::path& target,
                const std::vector<seal::Recipient>& recipients, const std::string& text) {
  const std::string name = target.filename().string();
  Hasher hasher;
  hasher.take_field(text);
  hasher.take_field(hex(config.digests.writing));
  const Digest inputs = hasher.finish();
  const auto before = books.ledger.find("finish", name);
  if (before && before->input == inputs && !before->output.empty() && std::filesystem::exists(target)) return;
  AtomicFile file(target);
  DigestSink sealed(file);
  seal::AgeWriter age(sealed, recipients, config.armor);
  age.write(text);
  age.finish();
  file.sync();
  const std::string digest = hex(sealed.finish());
  books.audit.append(audit::events::Sealed{.output = name, .digest = digest});
  file.commit();
  books.ledger.set("finish", name, inputs, digest);
}

bool is_over(const Study& study, const std::filesystem::path& file, const RetentionRule& rule, const Clock& clock) {
  if (std::filesystem::exists(file)) return false;
  if (rule.kind == RetentionRule::Kind::after && rule.from != RetentionRule::From::last_interview) return false;
  const auto due = due_day(rule, last_interview(study.people));
  return due && *due < std::chrono::floor<std::chrono::days>(clock());
}

}  // namespace moniker::study
