#pragma once

namespace moniker {

/// From here on neither the system, when the process dies, nor another process of the same user gets what is in its
/// memory: names, talk and what is not locked. Where the system refuses, all else goes on as it was.
void forbid_core_dumps() noexcept;

}  // namespace moniker
