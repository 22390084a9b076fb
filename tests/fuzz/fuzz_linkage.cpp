// The linkage table and the attributes from anybody, cut where a byte is 0, and who stands behind an ID asked of them,
// where the signed log names them: what is answered stands in them.
#include "audit/audit_log.hpp"
#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "fuzz/fuzzing.hpp"
#include "fuzz/sealed_text.hpp"
#include "outputs/exported_study.hpp"
#include "relink/relink.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

Clock still() {
  return [] { return std::chrono::system_clock::time_point{}; };
}

/// A study that holds nothing but these two tables, and its log.
class Tables {
 public:
  Tables() {
    make_folders(layout);
    const auto key = seal::SigningKey::generate();
    key.write(layout.signing_key(), layout.signing_public_key());
  }
  void put(std::string_view linkage, std::string_view attributes) const {
    for (const auto& entry : std::filesystem::directory_iterator(layout.audit())) std::filesystem::remove(entry);
    audit::AuditLog log(layout.audit_log(), still());
    put_one(log, layout.linkage_table(), linkage);
    put_one(log, layout.attributes(), attributes);
    audit::sign_head(log, layout.audit_log(), seal::SigningKey::read(layout.signing_key()));
  }
  std::vector<custodian::Relinked> ask(const std::string& id) const {
    custodian::RelinkRequest request{.ids = {id}, .asker = {.by = "nobody", .reason = "asked"}};
    request.asker.identities.push_back(seal::Identity::parse(fuzz::study_identity().secret_text()));
    request.asker.signing_key = layout.signing_key();
    request.asker.public_key = layout.signing_public_key();
    return custodian::relink(layout, request, still());
  }

  test::TemporaryFolder folder;
  StudyLayout layout{.root = folder.path() / "study"};

 private:
  static void put_one(audit::AuditLog& log, const std::filesystem::path& file, std::string_view text) {
    const std::string bytes = fuzz::sealed_text(text);
    publish(file, bytes);
    log.append(audit::events::Sealed{.output = file.filename().string(), .digest = hex(digest_of(bytes))});
  }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Tables tables;
  const std::string_view text = fuzz::text_of(data, size);
  const auto parts = fuzz::parts_of(text, 2);
  tables.put(parts[0], parts[1]);
  fuzz::takes([&] {
    for (const custodian::Relinked& one : tables.ask("ID01")) {
      for (const auto& [what, value] : one.facts) {
        // Quotes in a cell are written twice.
        if (text.find('"') == text.npos) fuzz::hold(text.find(value) != text.npos);
      }
    }
  });
  return 0;
}
