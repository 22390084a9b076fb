#include "base/this_program.hpp"

#include <charconv>
#include <cstdint>
#include <fstream>
#include <string>

namespace moniker {
namespace {

std::filesystem::path started_file() {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored);
}

bool is_loader(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return name.starts_with("ld-") || name.starts_with("ld.so");
}

/// The file whose bytes lie at an address, by proc(5)'s table of what is mapped: "from-to rwxp offset device inode
/// file".
std::filesystem::path file_mapped_at(std::uintptr_t address) {
  std::ifstream table("/proc/self/maps");
  for (std::string line; std::getline(table, line);) {
    std::uintptr_t from = 0, to = 0;
    const char* const end = line.data() + line.size();
    const auto first = std::from_chars(line.data(), end, from, 16);
    if (first.ec != std::errc{} || first.ptr == end) continue;
    if (std::from_chars(first.ptr + 1, end, to, 16).ec != std::errc{} || address < from || address >= to) continue;
    const std::size_t path = line.find('/');
    return path == std::string::npos ? std::filesystem::path() : std::filesystem::path(line.substr(path));
  }
  return {};
}

}  // namespace

std::filesystem::path this_program() {
  const auto started = started_file();
  return is_loader(started) ? file_mapped_at(reinterpret_cast<std::uintptr_t>(&this_program)) : started;
}

std::filesystem::path bundled_libraries() {
  const auto started = started_file();
  return is_loader(started) ? started.parent_path() : std::filesystem::path();
}

}  // namespace moniker
