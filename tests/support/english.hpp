#pragma once
#include "words/language.hpp"

namespace moniker::test {

/// The English that ships, loaded once: what tests hand to a stage that asks for a language.
inline const words::Language& english() {
  static const auto loaded = words::Language::load(MONIKER_SOURCE_DIR "/rules", {"en-GB"});
  return loaded;
}

}  // namespace moniker::test
