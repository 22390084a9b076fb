#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/style.hpp"

namespace moniker::doctor {

/// `note`: works, and could be safer. `wrong`: something a person has to see to.
enum class Standing { good, note, wrong };

struct Observation {
  Standing standing = Standing::good;
  std::string name{};    // a word or two
  std::string says{};    // one line
  std::string remedy{};  // where it is not good
};

/// What belongs together, under one heading.
struct Chapter {
  std::string title{};
  std::vector<Observation> findings{};
};

struct DoctorPage {
  std::string system{};  // Linux 6.1.0
  std::vector<Chapter> chapters{};
  std::vector<std::pair<std::string, std::string>> libraries{};  // name, version
  bool good() const;                                             // nothing is wrong
};
std::string as_text(const DoctorPage& page, const Style& style);
nlohmann::ordered_json as_json(const DoctorPage& page);

}  // namespace moniker::doctor
