#pragma once
#include <string_view>
#include <vector>

#include "manuscript/attributes.hpp"

namespace moniker::custodian {

/// "a man of fifty-one", "a lad of nineteen", "an only child of 67"; no "grandmother of three".
std::vector<Attribute> age_of_somebody(std::string_view clause, std::size_t slot, const PaperWords& words);

/// "in her late sixties": how old somebody is, by decades.
std::vector<Attribute> decade_of_age(std::string_view clause, std::size_t slot, const PaperWords& words);

/// "At 34, with two small children, Hanneke had the least time": of "At 16 she had left
/// school" at least so much.
std::vector<Attribute> age_led_by(std::string_view before, std::string_view behind, std::size_t slot,
                                  const PaperWords& words);

/// "aged 66", "66", where that is all of a clause.
std::vector<Attribute> aged(std::string_view clause, std::size_t slot, const PaperWords& words);

/// "was 52 when we met", "turned seventy during the study", behind whoever it is.
std::vector<Attribute> age_said(std::string_view clause, std::size_t slot, const PaperWords& words);

/// "who at 67 had given up her job": so old at least, whenever it was.
std::vector<Attribute> age_then(std::string_view clause, std::size_t slot, const PaperWords& words);

}  // namespace moniker::custodian
