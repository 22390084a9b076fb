#pragma once
#include <nlohmann/json.hpp>
#include <string_view>

namespace moniker {

/// How deep JSON that is read may be nested: what a document holds is compared, printed and looked through by functions
/// that call themselves, and a million brackets would be the end of the stack.
constexpr std::size_t deepest_json = 512;

/// The text up to where it is nested deeper than that; all of it where it never is. What is cut off there is no JSON,
/// and a parser says so, at that place.
std::string_view bounded_json(std::string_view text);

/// The one way to read JSON, whoever wrote it. Throws Json::parse_error.
template <class Json = nlohmann::json>
Json parse_json(std::string_view text) {
  return Json::parse(bounded_json(text));
}

/// The same, and a discarded value where it is no JSON.
template <class Json = nlohmann::json>
Json parse_any_json(std::string_view text) {
  return Json::parse(bounded_json(text), nullptr, false);
}

}  // namespace moniker
