#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/style.hpp"
#include "participants/participants.hpp"

namespace moniker::custodian {

/// The tables as they may be printed, and below them, for who asked alone, what of people can be told by them.
std::string as_text(const Participants& participants, const Style& style);
nlohmann::ordered_json as_json(const Participants& participants);

}  // namespace moniker::custodian
