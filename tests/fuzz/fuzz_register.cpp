// participants.csv from anybody: read, or refused with an Error that has a remedy; nothing else.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "config/config.hpp"
#include "moniker/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<moniker::study::ColumnRule> columns;
  for (const char* name :
       {"number", "name", "aliases", "role", "consent_date", "consent_scope", "sessions", "interview_date", "age"}) {
    const std::string_view text = name;
    columns.push_back({.name = name,
                       .use = moniker::ColumnUse::replace,
                       .means = text == "age" ? "" : name,
                       .width = 10,
                       .top = 90,
                       .at = {1, 1}});
  }
  // Most inputs should get past the header.
  std::string text = "number,name,aliases,role,consent_date,consent_scope,sessions,interview_date,age\n";
  if (size > 0 && data[0] % 8 == 0) text.clear();
  text.append(reinterpret_cast<const char*>(data), size);
  try {
    for (const auto& person : moniker::study::parse_register(text, "participants.csv", columns).people) {
      if (person.name.empty() && person.number.empty()) std::abort();
    }
  } catch (const moniker::Error& error) {
    if (error.problem().remedy.empty() || error.problem().what.empty()) std::abort();
  }
  return 0;
}
