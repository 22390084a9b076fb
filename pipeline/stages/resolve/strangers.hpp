#pragma once
#include "resolve/cast.hpp"

namespace moniker::resolve {

/// People whose full names fit nobody of the register.
void add_strangers(Cast& cast);
/// How far a name alone goes, and who has met whom.
void find_circles(Cast& cast);
/// Who is told of as "a nurse called Peggy" or "my sister Kate", and is nobody who is known.
void add_introduced(Cast& cast);

}  // namespace moniker::resolve
