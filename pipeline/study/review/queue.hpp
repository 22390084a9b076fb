#pragma once
#include <string>
#include <vector>

#include "review/survey.hpp"

namespace moniker::study {

/// Something that a person has to say one word about. One answer settles all of its mentions.
struct QueueItem {
  enum class Kind { doubtful, who } kind = Kind::doubtful;
  std::string key{};  // the same while the question is the same
  std::string entity{}, label{};
  const SeenThing* thing = nullptr;  // null: of a name that stands nowhere, a speaker's
  std::uint64_t settles = 0;         // mentions
  // who: whom it may mean
  std::string transcript{};
  std::uint64_t turn = 0;               // from 0
  bool speaks = false;                  // it is who speaks
  std::string speaker{};                // then under this label
  std::vector<std::string> could_be{};  // ID01, ID02
};

/// Who is meant and what is doubtful, ordered by how many mentions an answer settles; of equals, by name.
std::vector<QueueItem> queue_of(const ReviewedStudy& reviewed, const Survey& survey);

}  // namespace moniker::study
