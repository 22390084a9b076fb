#include "base/zip_package.hpp"

#include <unistd.h>
#include <zip.h>

#include <algorithm>

#include "moniker/error.hpp"

namespace moniker {
namespace {

constexpr std::size_t most_held = std::size_t{64} << 20;

[[noreturn]] void fail(std::string what,
                       std::string remedy = "deliver the document again; it may have been cut off on its way") {
  throw Error::input(std::move(what), std::move(remedy));
}

/// By what was unpacked so far, and before that by what the archive itself says of a part.
void refuse_too_much(const ZipLimits& limits, std::uint64_t unpacked, std::uint64_t packed) {
  const bool unfolds = unpacked > limits.free_bytes && unpacked / limits.ratio > packed;
  if (unpacked > limits.part_bytes || unfolds)
    fail("unpacks to far more than a document holds", "open it in the program that made it and save it again");
}

class ZipPart : public ByteSource {
 public:
  ZipPart(const ZipLimits& limits, zip_file_t* file, std::uint64_t packed)
      : limits_(limits), file_(file), packed_(packed) {}
  ~ZipPart() override { zip_fclose(file_); }
  ZipPart(const ZipPart&) = delete;
  ZipPart& operator=(const ZipPart&) = delete;

  std::size_t read(std::span<char> into) override {
    const zip_int64_t got = zip_fread(file_, into.data(), into.size());
    if (got < 0) fail("is damaged: a part of it cannot be unpacked");
    unpacked_ += static_cast<std::uint64_t>(got);
    refuse_too_much(limits_, unpacked_, packed_);
    return static_cast<std::size_t>(got);
  }

 private:
  ZipLimits limits_;
  zip_file_t* file_;
  std::uint64_t packed_, unpacked_ = 0;
};

zip_t* open_descriptor(int descriptor) {
  const int own = ::dup(descriptor);  // libzip closes the one it is given
  if (own < 0) return nullptr;
  int error = 0;
  zip_t* archive = zip_fdopen(own, 0, &error);
  if (!archive) ::close(own);
  return archive;
}

zip_t* open_held(const std::string& bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  if (!archive) zip_source_free(source);
  zip_error_fini(&error);
  return archive;
}

}  // namespace

ZipPackage::ZipPackage(ByteSource& source, const ZipLimits& limits) : limits_(limits) {
  if (const auto* file = dynamic_cast<const FileSource*>(&source)) {
    archive_ = open_descriptor(file->descriptor());
  } else {
    held_ = read_all(source, most_held);
    archive_ = open_held(held_);
  }
  if (!archive_) fail("is a damaged zip archive: its directory cannot be read");
  const zip_int64_t count = zip_get_num_entries(archive_, 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > limits_.parts) {
    zip_discard(archive_);
    fail("holds far more parts than a document has", "open it in the program that made it and save it again");
  }
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive_, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_GUESS);
    names_.emplace_back(name ? name : "");
  }
}

ZipPackage::~ZipPackage() { zip_discard(archive_); }

bool ZipPackage::has(const std::string& name) const {
  return std::find(names_.begin(), names_.end(), name) != names_.end();
}

std::uint64_t ZipPackage::size_of(const std::string& name) const {
  zip_stat_t status;
  zip_stat_init(&status);
  return zip_stat(archive_, name.c_str(), 0, &status) == 0 && (status.valid & ZIP_STAT_SIZE) ? status.size : 0;
}

std::unique_ptr<ByteSource> ZipPackage::open(const std::string& name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) fail("lacks a part that it names");
  const auto index = static_cast<zip_uint64_t>(found - names_.begin());
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_stat_index(archive_, index, 0, &status) != 0) fail("is damaged: a part has no entry");
  if (status.encryption_method != ZIP_EM_NONE) fail("is encrypted", "remove the password and deliver it again");
  if (status.valid & ZIP_STAT_SIZE) refuse_too_much(limits_, status.size, status.comp_size);
  zip_file_t* file = zip_fopen_index(archive_, index, 0);
  if (!file) fail("is damaged: a part of it cannot be opened");
  return std::make_unique<ZipPart>(limits_, file, status.comp_size);
}

}  // namespace moniker
