#include "cli/identities.hpp"

namespace moniker::cli {

std::vector<seal::Identity> identities(const Arguments& arguments) {
  std::vector<seal::Identity> all;
  for (const std::string& file : arguments.values("identity")) {
    for (seal::Identity& identity : seal::read_identities(file)) all.push_back(std::move(identity));
  }
  return all;
}

}  // namespace moniker::cli
