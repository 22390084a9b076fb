#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "moniker/finding.hpp"
#include "words/language.hpp"

namespace moniker::replace {

/// "a" or "an", as `text` is said.
std::string indefinite_article(std::string_view text, const words::Language& language);

/// A finding with what stands in its place.
struct Fitted {
  ByteRange bytes{};
  std::string by{};
};

/// "a Polish nurse" becomes "an [Eastern European] nurse": where the article before the finding does not fit what comes
/// in its place, both are exchanged. Nothing where none stands there, or it fits. Not before `from`.
std::optional<Fitted> fit_article(std::string_view text, ByteRange finding, std::string_view by, std::uint32_t from,
                                  const words::Language& language);

}  // namespace moniker::replace
