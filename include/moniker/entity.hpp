#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace moniker {

/// Whom or what a mention means, and how it is called from now on. Unique by (label, participant, number).
struct Entity {
  std::string label{}, subtype{};
  std::uint32_t number = 0;   // [PERSON_3]; of somebody of the register, the number in the ID
  std::string participant{};  // ID04, INT1: a person of the register; else empty
  std::string form{};         // normalised; for linkage and for keyed hashes; never written in clear
  std::string gender{};       // f, m or empty (for operators)
  bool withdrawn = false;     // their consent: they are called `tombstone`, and their ID by nobody
  bool operator==(const Entity&) const = default;
};

/// What stands for somebody who has withdrawn, before their turns and where they are called by anything.
constexpr std::string_view tombstone = "WITHDRAWN";

/// What an entity is called where no operator has its say: ID04, PERSON_3, WITHDRAWN.
inline std::string shown_name(const Entity& entity) {
  if (entity.withdrawn) return std::string(tombstone);
  return entity.participant.empty() ? entity.label + '_' + std::to_string(entity.number) : entity.participant;
}

}  // namespace moniker
