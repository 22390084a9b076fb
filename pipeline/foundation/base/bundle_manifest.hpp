#pragma once
#include <map>
#include <string>
#include <string_view>

namespace moniker {

/// Whether a file of this name is a manifest of SHA-256 sums.
bool names_manifest(std::string_view file);

/// Files and their sums in small hex: lines of sha256sum ("<sum>  <file>", "<sum> *<file>"), of BSD and
/// OpenSSL ("SHA256
/// (<file>) = <sum>"), or a CSV with columns for file and sum. Throws Error{input} with the place, and never
/// quotes.
std::map<std::string, std::string> parse_manifest(std::string_view text);

}  // namespace moniker
