#include "audit/segment.hpp"

#include "audit/log_lines.hpp"
#include "audit/record.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {

SignedHead walk_chain(const std::filesystem::path& log,
                      const std::function<void(std::string_view line, std::uint64_t offset)>& take) {
  SignedHead now{.head = digest_of("")};
  std::uint64_t offset = 0;
  for_each_line(log, [&](const LogLine& line) {
    const auto link = parse_link(line.text);
    if (!line.whole || !link || link->number != now.records + 1 || link->previous != now.head) {
      throw Error::integrity("the audit log is broken here",
                             "find out who touched it, and restore it from a copy; a broken log is not taken over",
                             {log.string(), {.line = static_cast<std::uint32_t>(now.records + 1)}});
    }
    take(line.text, offset);
    offset += line.text.size() + 1;
    now = {now.records + 1, digest_of(line.text)};
  });
  return now;
}

}  // namespace moniker::audit
