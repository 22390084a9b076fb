#include "audit/log_lines.hpp"

#include <string>

#include "base/byte_source.hpp"

namespace moniker::audit {
namespace {

constexpr std::size_t longest_line = std::size_t{4} << 20;

}  // namespace

void for_each_line(const std::filesystem::path& log, const std::function<void(const LogLine&)>& take) {
  FileSource source(log);
  std::string piece(64 * 1024, '\0'), begun;
  while (const std::size_t n = source.read(piece)) {
    std::string_view rest(piece.data(), n);
    for (std::size_t feed; (feed = rest.find('\n')) != rest.npos; rest.remove_prefix(feed + 1)) {
      if (begun.empty()) {
        take({rest.substr(0, feed)});
        continue;
      }
      begun += rest.substr(0, feed);
      take({begun});
      begun.clear();
    }
    begun += rest;
    if (begun.size() > longest_line) {
      take({begun, false});
      begun.clear();
    }
  }
  if (!begun.empty()) take({begun, false});
}

}  // namespace moniker::audit
