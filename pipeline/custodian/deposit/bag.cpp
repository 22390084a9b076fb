// BagIt 1.0 (RFC 8493): a payload below data/, a SHA-256 for each file of it, and one for each file about it. No day
// stands in it, so that the same deposit is the same bag.
#include <fmt/format.h>

#include "base/sha256.hpp"
#include "deposit/prepared_deposit.hpp"

namespace moniker::custodian {
namespace {

std::string manifest_of(const std::vector<ExportFile>& files) {
  std::string text;
  for (const ExportFile& file : files) text += sha256_of(file.bytes) + "  " + file.path + "\n";
  return text;
}

/// A value of bag-info.txt goes on one line.
std::string one_line(std::string text) {
  for (char& c : text) c = c == '\n' || c == '\r' ? ' ' : c;
  return text;
}

}  // namespace

std::vector<ExportFile> bag_of(const std::vector<ExportFile>& payload, const std::string& title) {
  std::vector<ExportFile> data;
  std::uint64_t bytes = 0;
  for (const ExportFile& file : payload) {
    data.push_back({"data/" + file.path, file.bytes});
    bytes += file.bytes.size();
  }
  std::vector<ExportFile> tags{
      {"bag-info.txt", fmt::format("Bag-Software-Agent: moniker\nExternal-Description: {}\nPayload-Oxum: {}.{}\n",
                                   one_line(title), bytes, data.size())},
      {"bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"},
      {"manifest-sha256.txt", manifest_of(data)}};
  const std::string of_tags = manifest_of(tags);
  data.insert(data.end(), tags.begin(), tags.end());
  data.push_back({"tagmanifest-sha256.txt", of_tags});
  return data;
}

}  // namespace moniker::custodian
