#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace moniker::study {

/// What a person asks for; in memory only, since it holds words.
struct Wish {
  enum class Act { replace, keep, means, apart, supersedes, looked, signed_off, assigned, undo } act = Act::looked;
  std::string words{};                  // as they stand in the talk
  std::string label{};                  // replace: PERSON, ...; looked: "missed", or nothing found
  std::string transcript{};             // T03: one place, one transcript; empty: everywhere
  std::optional<std::uint64_t> turn{};  // one place; from 0, as the written transcript counts
  std::uint32_t occurrence = 0;         // which of the same words in that turn
  std::string entity{};                 // PERSON_3: all its forms
  std::string speaker{};                // means: who speaks under this label
  std::string target{};                 // means: ID04 or PERSON_7; assigned: to whom
  std::uint64_t undoes = 0;
  std::string by{}, why{};
  std::uint64_t seen = 0;  // number of the latest decision that the asker knew of
  bool blind = false;      // a second reviewer's opinion, which has no effect
};

/// A wish that was granted.
struct DeskEntry {
  std::uint64_t number = 0;  // from 1
  Wish wish{};
  std::string at{};             // when
  std::uint64_t undone_by = 0;  // 0: it stands
};

/// Where decisions are taken to and remembered. Throws Error{usage} for what cannot be decided so.
class Desk {
 public:
  virtual ~Desk() = default;
  virtual DeskEntry decide(const Wish& wish) = 0;
  virtual std::vector<DeskEntry> all() const = 0;
  /// Whether they outlive the review.
  virtual bool keeps() const = 0;
};

/// Decisions that are forgotten when the review ends: for tests.
std::unique_ptr<Desk> forgetful_desk();

}  // namespace moniker::study
