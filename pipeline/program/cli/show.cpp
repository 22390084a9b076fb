#include "cli/show.hpp"

#include <fmt/format.h>

namespace moniker::cli {

bool is_jsonl(const Arguments& arguments, std::string_view option, std::string_view other) {
  const std::string format = arguments.value(option, std::string(other));
  if (option == "output" && arguments.has("output") && arguments.has("json")) {
    throw Error::usage("--json and --output do not go together", "--json is one document, --output jsonl a line each");
  }
  if (format == other || format == "jsonl") return format == "jsonl";
  throw Error::usage(fmt::format("--{} does not know `{}`", option, format),
                     fmt::format("it takes {} or jsonl", other));
}

std::string indented(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 3) text.insert(at + 1, "  ");
  return text;
}

}  // namespace moniker::cli
