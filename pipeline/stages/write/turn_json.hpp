#pragma once
#include <nlohmann/json.hpp>
#include <string_view>

#include "moniker/utterance.hpp"

namespace moniker::write {

/// {"n":0,"speaker":"ID04","start":1000,"end":2500}, to which a writer adds: milliseconds, null where there is no time.
/// Throws as Writer::take does.
nlohmann::ordered_json turn_json(const Utterance& utterance);

/// talk, matter or footnote.
std::string_view part_name(Part part);

}  // namespace moniker::write
