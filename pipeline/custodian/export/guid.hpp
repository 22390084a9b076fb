#pragma once
#include <string>
#include <string_view>

namespace moniker::custodian {

/// The identifier of the thing called `name` of a kind, in one study: a UUID of version 8 (RFC 9562, 5.8)
/// from a hash, so that an export made again names the same things alike, and a program that has the old one
/// can tell.
std::string guid_of(std::string_view space, std::string_view kind, std::string_view name);

}  // namespace moniker::custodian
