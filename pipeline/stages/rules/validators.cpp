#include "rules/validators.hpp"

#include <utility>

#include "rules/validator_functions.hpp"

namespace moniker::rules {
namespace {

/// One more is a function of validator_functions.hpp and a line here.
constexpr std::pair<std::string_view, Validator> table[] = {
    {"nhs_number", validate::nhs_number},
    {"chi_number", validate::chi_number},
    {"spoken_nhs_number", validate::spoken_nhs_number},
    {"card_number", validate::card_number},
    {"iban", validate::iban},
    {"ni_number", validate::ni_number},
    {"postcode", validate::postcode},
    {"outward_code", validate::outward_code},
    {"spoken_postcode", validate::spoken_postcode},
    {"vehicle", validate::vehicle},
    {"driving_licence", validate::driving_licence},
    {"numeric_date", validate::numeric_date},
    {"clock_time", validate::clock_time},
    {"phone", validate::phone},
    {"phone_abroad", validate::phone_abroad},
    {"spoken_phone", validate::spoken_phone},
    {"spoken_digits", validate::spoken_digits},
    {"email", validate::email},
    {"web_address", validate::web_address},
    {"ip_address", validate::ip_address},
};

}  // namespace

Validator validator_named(std::string_view name) {
  for (const auto& [known, validator] : table) {
    if (known == name) return validator;
  }
  return nullptr;
}

std::vector<std::string_view> validator_names() {
  std::vector<std::string_view> names;
  for (const auto& row : table) names.push_back(row.first);
  return names;
}

}  // namespace moniker::rules
