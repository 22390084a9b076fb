#include "cli/identities.hpp"

#include <fmt/format.h>

namespace moniker::cli {

std::vector<seal::Identity> identities(const Arguments& arguments) {
  std::vector<seal::Identity> all;
  for (const std::string& file : arguments.values("identity")) {
    for (seal::Identity& identity : seal::read_identities(file)) all.push_back(std::move(identity));
  }
  return all;
}

std::vector<seal::Identity> custodians_identities(const Arguments& arguments, std::string_view command) {
  std::vector<seal::Identity> all = identities(arguments);
  if (all.empty()) throw Error::usage(fmt::format("{} wants the custodian's key", command), "give -i IDENTITY");
  return all;
}

}  // namespace moniker::cli
