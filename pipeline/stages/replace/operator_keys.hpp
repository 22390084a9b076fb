#pragma once
#include "base/secret.hpp"

namespace moniker::replace {

/// A key for each operator that asks for one, so that what one puts there tells nothing of another's, nor of anything
/// else that is hashed in a study.
struct OperatorKeys {
  Secret<32> hash{}, shift{}, surrogates{};
};

}  // namespace moniker::replace
