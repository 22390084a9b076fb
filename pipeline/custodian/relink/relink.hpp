#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "outputs/asker.hpp"

namespace moniker::custodian {

struct RelinkRequest {
  std::vector<std::string> ids{};  // ID04, INT1, PERSON_3, T03; brackets round them do not matter
  Asker asker{};                   // says why
};

/// What the linkage table and the attributes say of one ID. Names people: for the eyes of who asked, and no file.
struct Relinked {
  std::string id{};
  std::vector<std::pair<std::string, std::string>> facts{};  // name -> value, in the order to show them
};

/// Verifies the log, opens the linkage table that it names, records each ID with who asked and why, signs the log, and
/// only then answers. Throws Error: integrity when the log is not as it was signed, the table is another or no identity
/// opens it; usage for an ID that is not in it (recorded too), for no reason, and for one that holds a name of the
/// table. When the log cannot be written there is no answer.
std::vector<Relinked> relink(const StudyLayout& layout, const RelinkRequest& request, const Clock& clock);

}  // namespace moniker::custodian
