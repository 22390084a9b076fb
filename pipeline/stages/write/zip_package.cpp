#include "write/zip_package.hpp"

#include <zip.h>

#include <memory>
#include <stdexcept>

namespace moniker::write {
namespace {

constexpr zip_uint16_t no_time = 0, first_of_january_1980 = 0x21;  // as MS-DOS writes them

[[noreturn]] void fail() { throw std::runtime_error("write: the package could not be made"); }

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

void add(zip_t* archive, const ZipPart& part) {
  zip_source_t* source = zip_source_buffer(archive, part.second.data(), part.second.size(), 0);
  if (!source) fail();
  const zip_int64_t index = zip_file_add(archive, part.first.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail();
  }
  const auto at = static_cast<zip_uint64_t>(index);
  // OpenDocument's is looked for as it is, at a place in the file (ODF 1.3 part 2, 3.3).
  const zip_int32_t method = part.first == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  if (zip_set_file_compression(archive, at, method, method == ZIP_CM_STORE ? 0 : 9) != 0 ||
      zip_file_set_dostime(archive, at, no_time, first_of_january_1980, 0) != 0 ||
      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) != 0) {
    fail();
  }
}

std::string read_back(zip_source_t* source) {
  zip_stat_t about;
  if (zip_source_stat(source, &about) != 0 || zip_source_open(source) != 0) fail();
  std::string bytes(about.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read < 0 || static_cast<std::size_t>(read) != bytes.size()) fail();
  return bytes;
}

}  // namespace

std::string zip_package(const std::vector<ZipPart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  const Source memory(zip_source_buffer_create(nullptr, 0, 0, &error));
  if (!memory) fail();
  zip_source_keep(memory.get());  // zip_close gives up one hold, reading back needs another
  Archive archive(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &error));
  if (!archive) {
    zip_source_free(memory.get());
    fail();
  }
  for (const ZipPart& part : parts) add(archive.get(), part);
  if (zip_close(archive.get()) != 0) fail();
  static_cast<void>(archive.release());
  return read_back(memory.get());
}

}  // namespace moniker::write
