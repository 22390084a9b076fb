// Files of keys from anybody: study.key, identities, recipients, a list of recipients in moniker.yaml. A key that was
// taken is written the same.
#include "config/recipients.hpp"
#include "config/study_recipients.hpp"
#include "fuzz/fuzzing.hpp"
#include "keys/keys.hpp"
#include "seal/age.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

void take_identities(const std::filesystem::path& file) {
  fuzz::takes([&] {
    for (const seal::Identity& one : seal::read_identities(file)) {
      const seal::Identity again = seal::Identity::parse(one.secret_text());
      fuzz::hold(again.recipient() == one.recipient());
    }
  });
}

void take_recipients(const std::filesystem::path& file) {
  fuzz::takes([&] {
    for (const seal::Recipient& one : seal::recipients_named(file.string()))
      fuzz::hold(seal::parse_recipient(seal::to_text(one)) == one);
  });
  fuzz::takes([&] {
    const auto list = yaml::parse_yaml("[" + file.filename().string() + "]", "moniker.yaml");
    const auto texts = study::read_recipients(list, "moniker.yaml", file.parent_path(), "seal: recipients");
    fuzz::hold(study::parse_recipients(texts).size() == texts.size());
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const test::TemporaryFolder folder;
  const auto file = folder.write("some.key", fuzz::text_of(data, size));
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  fuzz::takes([&] { study::read_study_key(file); });
  take_identities(file);
  take_recipients(file);
  return 0;
}
