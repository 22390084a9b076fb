#pragma once
#include <memory>
#include <optional>
#include <string>

#include "base/atomic_file.hpp"
#include "opened/study.hpp"
#include "seal/age.hpp"
#include "write/writer.hpp"

namespace moniker::study {

/// Passes bytes on and keeps their digest.
class DigestSink : public ByteSink {
 public:
  explicit DigestSink(ByteSink& next) : next_(next) {}
  void write(std::string_view bytes) override {
    hasher_.take(bytes);
    next_.write(bytes);
  }
  Digest finish() { return hasher_.finish(); }

 private:
  ByteSink& next_;
  Hasher hasher_;
};

/// One format's way out: writer -> age -> digest -> temporary file.
struct Output {
  std::string name{};
  AtomicFile file;
  DigestSink digest;
  std::optional<seal::AgeWriter> age;
  std::unique_ptr<write::Writer> writer;
  std::string sealed_digest{};

  Output(const Study& study, const std::vector<seal::Recipient>& recipients, const write::WriteFormat& format,
         const std::string& transcript, const std::string& delivered, bool draft)
      : name(transcript + std::string(draft ? draft_mark : "") + std::string(format.extension) + ".age"),
        file(study.layout.out() / name),
        digest(file) {
    age.emplace(digest, recipients, study.config.armor);
    writer = format.open(*age, {.transcript = transcript, .study = study.config.title, .delivered = delivered});
  }

  /// Nothing is left but the file, which waits for others to be synced with.
  void finish() {
    writer->finish();
    writer.reset();
    age->finish();
    age.reset();
    file.rest();
    sealed_digest = hex(digest.finish());
  }
};

}  // namespace moniker::study
