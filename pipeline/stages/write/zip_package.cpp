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

zip_source_t* source_of(zip_t* archive, std::string_view bytes) {
  zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (!source) fail();
  return source;
}

void describe_part(zip_t* archive, zip_uint64_t at, std::string_view name) {
  // OpenDocument's is looked for as it is, at a place in the file (ODF 1.3 part 2, 3.3).
  const zip_int32_t method = name == "mimetype" ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
  if (zip_set_file_compression(archive, at, method, method == ZIP_CM_STORE ? 0 : 9) != 0 ||
      zip_file_set_dostime(archive, at, no_time, first_of_january_1980, 0) != 0 ||
      zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_DOS, 0) != 0) {
    fail();
  }
}

void add(zip_t* archive, const ZipPart& part) {
  zip_source_t* source = source_of(archive, part.second);
  const zip_int64_t index = zip_file_add(archive, part.first.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    fail();
  }
  describe_part(archive, static_cast<zip_uint64_t>(index), part.first);
}

void put_part(zip_t* archive, zip_uint64_t at, std::string_view name, std::string_view bytes) {
  zip_source_t* source = source_of(archive, bytes);
  if (zip_file_replace(archive, at, source, 0) != 0) {
    zip_source_free(source);
    fail();
  }
  describe_part(archive, at, name);
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

/// The package that `change` makes of the one that `bytes` are; of none where there are no bytes.
template <class Change>
std::string changed_package(std::string_view bytes, const Change& change) {
  zip_error_t error;
  zip_error_init(&error);
  const Source memory(zip_source_buffer_create(bytes.empty() ? nullptr : bytes.data(), bytes.size(), 0, &error));
  if (!memory) fail();
  zip_source_keep(memory.get());  // zip_close gives up one hold, reading back needs another
  Archive archive(zip_open_from_source(memory.get(), bytes.empty() ? ZIP_TRUNCATE : 0, &error));
  if (!archive) {
    zip_source_free(memory.get());
    fail();
  }
  change(archive.get());
  if (zip_close(archive.get()) != 0) fail();
  static_cast<void>(archive.release());
  return read_back(memory.get());
}

}  // namespace

std::string zip_package(const std::vector<ZipPart>& parts) {
  return changed_package({}, [&](zip_t* archive) {
    for (const ZipPart& part : parts) add(archive, part);
  });
}

PackageMould::PackageMould(std::vector<ZipPart> parts, std::size_t place)
    : name_(parts.at(place).first), place_(place) {
  parts[place].second.clear();
  empty_ = zip_package(parts);
}

std::string PackageMould::fill(std::string_view bytes) const {
  return changed_package(empty_, [&](zip_t* archive) { put_part(archive, place_, name_, bytes); });
}

}  // namespace moniker::write
