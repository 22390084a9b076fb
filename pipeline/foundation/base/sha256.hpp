#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace moniker {

/// Of a file, or of a member of a bundle. In hex, as sha256sum gives it: what a certificate names files by, for anyone
/// to compare.
std::string sha256_of(std::string_view bytes);
std::string sha256_of_file(const std::filesystem::path& file);

}  // namespace moniker
