#include "steps/seal_table.hpp"

#include "base/atomic_file.hpp"
#include "steps/output.hpp"

namespace moniker::study {

namespace {

constexpr std::size_t most_at_once = 64;  // as many files are open

}  // namespace

struct TableSealer::Sealed {
  std::string name;
  AtomicFile file;
  Digest inputs;
  std::string digest{};

  Sealed(const std::filesystem::path& target, const Digest& of)
      : name(target.filename().string()), file(target), inputs(of) {}
};

TableSealer::TableSealer(const StudyConfig& config, Books& books, const std::vector<seal::Recipient>& recipients)
    : config_(config), books_(books), recipients_(recipients) {}

TableSealer::~TableSealer() = default;

void TableSealer::seal(const std::filesystem::path& target, const std::string& text) {
  Hasher hasher;
  hasher.take_field(text);
  hasher.take_field(hex(config_.digests.writing));
  const Digest inputs = hasher.finish();
  const auto before = books_.ledger.find("finish", target.filename().string());
  if (before && before->input == inputs && !before->output.empty() && std::filesystem::exists(target)) return;
  auto sealed = std::make_unique<Sealed>(target, inputs);
  DigestSink digest(sealed->file);
  seal::AgeWriter age(digest, recipients_, config_.armor);
  age.write(text);
  age.finish();
  sealed->file.rest();
  sealed->digest = hex(digest.finish());
  sealed_.push_back(std::move(sealed));
  if (sealed_.size() == most_at_once) publish();
}

void TableSealer::publish() {
  if (sealed_.empty()) return;
  std::vector<AtomicFile*> files;
  for (const auto& one : sealed_) files.push_back(&one->file);
  sync_all(files);
  for (const auto& one : sealed_) books_.audit.add(audit::events::Sealed{.output = one->name, .digest = one->digest});
  books_.audit.sync();
  publish_all(files);
  books_.ledger.begin();
  for (const auto& one : sealed_) books_.ledger.set("finish", one->name, one->inputs, one->digest);
  books_.ledger.commit();
  sealed_.clear();
}

void seal_table(const StudyConfig& config, Books& books, const std::filesystem::path& target,
                const std::vector<seal::Recipient>& recipients, const std::string& text) {
  TableSealer tables(config, books, recipients);
  tables.seal(target, text);
  tables.publish();
}

bool is_over(const Study& study, const std::filesystem::path& file, const RetentionRule& rule, const Clock& clock) {
  if (std::filesystem::exists(file)) return false;
  if (rule.kind == RetentionRule::Kind::after && rule.from != RetentionRule::From::last_interview) return false;
  const auto due = due_day(rule, last_interview(study.people));
  return due && *due < std::chrono::floor<std::chrono::days>(clock());
}

}  // namespace moniker::study
