// The United Nations' M49 regions (unstats.un.org/unsd/methodology/m49), by ISO 3166-1 alpha-2 code.
#include "replace/generalisations.hpp"

namespace moniker::replace {
namespace {

struct Continent {
  std::string_view name{}, codes{};
};

constexpr Continent continents[] = {
    {"Africa",
     "DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU "
     "YT MA MZ NA "
     "NE NG RE RW SH ST SN SC SL SO ZA SS SD TZ TG TN UG EH ZM ZW"},
    {"Caribbean", "AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI"},
    {"Americas", "AR BZ BO BR CA CL CO CR EC SV FK GF GL GT GY HN MX NI PA PY PE PM SR US UY VE BM"},
    {"Asia",
     "AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KP KR KW KG LA LB MO MY MV MN MM NP OM PK "
     "PS PH QA SA "
     "SG LK SY TW TJ TH TL TR TM AE UZ VN YE"},
    {"Europe",
     "AX AL AD AT BY BE BA BG HR CZ DK EE FO FI FR DE GI GR GG VA HU IS IE IM IT JE LV LI LT LU MT MD MC ME "
     "NL MK NO PL "
     "PT RO RU SM RS SK SI ES SJ SE CH UA XK"},
    {"Oceania", "AS AU CK FJ PF GU KI MH FM NR NC NZ NU MP PW PG PN WS SB TK TO TV VU WF"},
};

}  // namespace

std::string_view continent_of(std::string_view country_code) {
  if (country_code == "GB") return "United Kingdom";
  if (country_code.size() != 2) return {};
  for (const Continent& continent : continents) {
    if (continent.codes.find(country_code) != std::string_view::npos) return continent.name;
  }
  return {};
}

}  // namespace moniker::replace
