#include "web/assets.hpp"

#include <iterator>

#include "moniker/embedded/review_files.hpp"

namespace moniker::web {
namespace {

struct Kind {
  std::string_view ending, type;
};
constexpr Kind kinds[] = {{".html", "text/html; charset=utf-8"},
                          {".css", "text/css; charset=utf-8"},
                          {".js", "text/javascript; charset=utf-8"}};

}  // namespace

Response asset(std::string_view path) {
  if (path == "/favicon.ico") return {.status = 204};
  const std::string_view name = path == "/" ? "index.html" : path.substr(path.empty() ? 0 : 1);
  const std::string_view bytes = embedded::review_files(name);
  for (const Kind& kind : kinds) {
    if (!bytes.empty() && name.ends_with(kind.ending))
      return {.type = std::string(kind.type), .body = std::string(bytes)};
  }
  return {.status = 404, .body = "there is no such page\n"};
}

}  // namespace moniker::web
