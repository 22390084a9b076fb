#pragma once
#include <string>
#include <string_view>

#include "moniker/finding.hpp"
#include "moniker/label.hpp"
#include "resolve/mention.hpp"
#include "words/language.hpp"

namespace moniker::resolve {

/// A person's name as it falls: with the titles that stand before it, which a finding may leave out, and how.
struct SaidName {
  std::string surface{};
  Manner manner = Manner::told;
};

/// Judged by the few words about it in its turn. `bytes` is the name's place in `text`, with or without titles and
/// with or without a possessive ending. What is no person's is told, as it stands.
SaidName said_name(std::string_view text, ByteRange bytes, Meaning means, const words::Language& language);

}  // namespace moniker::resolve
