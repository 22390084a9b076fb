// The attributes from anybody, and a marked copy behind a byte 0, opened as an export does where the log names them:
// everybody has a value for each column.
#include "audit/audit_log.hpp"
#include "base/atomic_file.hpp"
#include "export/people_table.hpp"
#include "fuzz/fuzzing.hpp"
#include "fuzz/sealed_text.hpp"
#include "outputs/exported_study.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

constexpr std::string_view usual =
    "{\"transcript\":\"T01\",\"marked\":1}\n{\"n\":0,\"speaker\":\"ID01\",\"start\":null,\"end\":null,"
    "\"part\":\"talk\",\"text\":\"Hello\",\"marks\":[]}\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  static const StudyLayout layout = [] {
    const StudyLayout made{.root = folder.path() / "study"};
    make_folders(made);
    return made;
  }();
  const auto parts = fuzz::parts_of(fuzz::text_of(data, size), 2);
  const auto marked = layout.out() / "T01.marked.jsonl.age";
  std::filesystem::remove(layout.audit_log());
  {
    audit::AuditLog log(layout.audit_log(), [] { return std::chrono::system_clock::time_point{}; });
    for (const auto& [file, text] :
         {std::pair(layout.attributes(), parts[0]), std::pair(marked, parts[1].empty() ? usual : parts[1])}) {
      const std::string bytes = fuzz::sealed_text(text);
      publish(file, bytes);
      log.append(audit::events::Sealed{.output = file.filename().string(), .digest = hex(digest_of(bytes))});
    }
  }
  fuzz::takes([&] {
    audit::NamedFiles named(layout);
    named.read(layout.audit_log());
    std::vector<seal::Identity> identities;
    identities.push_back(seal::Identity::parse(fuzz::study_identity().secret_text()));
    const auto study = custodian::open_exported_study(layout, {identities, named});
    for (const auto& person : study.people) fuzz::hold(person.values.size() == study.columns.size());
    fuzz::hold(study.transcripts.size() == 1 && study.transcripts[0].name == "T01");
    const auto rows = custodian::people_table(study, "ID");
    custodian::as_csv(rows);
    custodian::as_tabbed(rows);
  });
  return 0;
}
