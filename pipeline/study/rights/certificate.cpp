#include "rights/certificate.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "base/sha256.hpp"
#include "moniker/version.hpp"
#include "seal/minisign.hpp"
#include "steps/steps.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

Json files_json(const std::vector<Certificate::File>& files) {
  Json list = Json::array();
  for (const Certificate::File& file : files) {
    Json one{{"path", file.path}, {"sha256", file.before}};
    if (!file.after.empty()) one["sha256_after"] = file.after;
    if (!file.why.empty()) one["why"] = file.why;
    list.push_back(std::move(one));
  }
  return list;
}

std::string json_text(const std::string& title, const Certificate& c) {
  Json json{{"certificate", c.title}, {"study", title}, {"moniker", std::string(version)}};
  for (const auto& [name, value] : c.facts) json[name] = value;
  json["removed"] = files_json(c.removed);
  json["replaced"] = files_json(c.replaced);
  json["deliveries"] = files_json(c.deliveries);
  json["remarks"] = c.remarks;
  return json.dump(2) + "\n";
}

void add_files(std::string& page, std::string_view title, const std::vector<Certificate::File>& files) {
  if (files.empty()) return;
  page += fmt::format("\n## {}\n\n", title);
  for (const Certificate::File& file : files) {
    page += fmt::format("- `{}`{}\n  SHA-256 {}\n", file.path, file.why.empty() ? "" : ": " + file.why, file.before);
    if (!file.after.empty()) page += fmt::format("  now     {}\n", file.after);
  }
}

std::string markdown(const std::string& title, const Certificate& c) {
  std::string page =
      fmt::format("# {}\n\nStudy: {}. Made by moniker {}.\n\n| | |\n|---|---|\n", c.title, title, version);
  for (const auto& [name, value] : c.facts) page += fmt::format("| {} | {} |\n", name, value);
  add_files(page, "Removed", c.removed);
  add_files(page, "Replaced", c.replaced);
  add_files(page, "Delivered files", c.deliveries);
  if (!c.remarks.empty()) page += "\n## Remarks\n\n";
  for (const std::string& remark : c.remarks) page += fmt::format("- {}\n", remark);
  return page;
}

void sign_text(const std::filesystem::path& file, const std::string& text, const seal::SigningKey& key) {
  publish(file.string() + ".minisig", key.sign(text, "moniker certificate, " + file.filename().string()));
}

}  // namespace

const char* const deletion_remark =
    "Deleting takes the names of files away. It does not overwrite what SSDs, snapshots and backups still hold: those "
    "are the "
    "business of whoever keeps them, as are copies elsewhere. Sealed files stay closed to all who lack the custodian's "
    "key.";

void publish_certificate(const Study& study, audit::AuditLog& audit, const Certificate& certificate) {
  const seal::SigningKey key = seal::SigningKey::read(study.config.signing_key);
  make_private_folder(study.layout.certificates());
  const auto page_file = study.layout.certificate_page(certificate.name);
  const auto json_file = study.layout.certificate_json(certificate.name);
  const std::string page = markdown(study.config.title, certificate), json = json_text(study.config.title, certificate);
  sign_text(page_file, page, key);
  publish(page_file, page);
  sign_text(json_file, json, key);
  audit.append("certified", {{"certificate", certificate.name}, {"sha256", sha256_of(json)}});
  publish(json_file, json);
  sign_audit(study, audit);
}

}  // namespace moniker::study
