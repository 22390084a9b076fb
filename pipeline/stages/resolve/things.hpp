#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "resolve/entities.hpp"
#include "resolve/person_forms.hpp"

namespace moniker::resolve {

/// Everything that is no person: places, organisations, codes, dates. One entity is one normal form.
struct Thing {
  Meaning means{};
  std::string subtype{};
  Place first{};
  bool capitals = false;     // seen written in capitals only: LGI
  std::uint32_t number = 0;  // given by number_things
  std::string form{};        // of the entity: the longest of its forms
};
using Things = std::map<std::pair<std::string, std::string>, Thing>;  // by (label, form)

/// The transcripts outlive what is collected.
Things collect_things(const std::vector<TranscriptMentions>& transcripts, const Labels& known,
                      const words::Language& language);

/// Numbers in study order after those that the registry knows. An abbreviation in capitals is the
/// organisation or the place whose initials it is (LGI, Leeds General Infirmary) where only one has them.
void number_things(Things& things, Registry& registry, const words::Language& language);

}  // namespace moniker::resolve
