// Why somebody did what cannot be undone, in the words that the audit log keeps for ever.
#include "audit/reason.hpp"

#include <algorithm>

#include "base/display_name.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

constexpr std::size_t longest_reason = 500;

}  // namespace

void check_reason(const std::string& reason) {
  const auto refuse = [](std::string what) {
    throw Error::usage(std::move(what),
                       "give --reason TEXT: why, in a line, without a name: it stands in the audit log for ever");
  };
  const bool blank = std::all_of(reason.begin(), reason.end(), [](char c) { return c == ' '; });
  if (blank) refuse("no reason is given");
  if (reason.size() > longest_reason) refuse("the reason is longer than 500 bytes");
  if (std::any_of(reason.begin(), reason.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; })) {
    refuse("the reason holds control characters");
  }
}

void refuse_names(const std::string& reason, const Register& people) {
  if (!holds_registered_name(reason, people)) return;
  throw Error::usage("the reason holds a name of the study's people",
                     "say it without: the reason stands in the audit log for ever; IDs may stand there");
}

}  // namespace moniker::audit
