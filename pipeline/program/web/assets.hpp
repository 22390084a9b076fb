#pragma once
#include <string_view>

#include "web/message.hpp"

namespace moniker::web {

/// A file of the page by its path: `/` is index.html. Status 404 where there is none.
Response asset(std::string_view path);

}  // namespace moniker::web
