#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "decisions/decision.hpp"
#include "opened/options.hpp"

namespace moniker::study {

/// What a person asks for, in words, which stay in memory.
struct Wish {
  Act act = Act::keep;
  std::string words{};                  // replace, keep, apart: as they stand in the talk
  std::string label{};                  // replace: PERSON; looked: what was missed
  std::string transcript{};             // T03; empty: everywhere
  std::optional<std::uint64_t> turn{};  // with a transcript: one place; from 0, as the written transcript counts
  std::uint32_t occurrence = 0;         // which of the same words in that turn, from 0
  std::string entity{};                 // PERSON_3: all its forms; in place of words
  std::string speaker{};                // means, with a transcript: who speaks under this label, as delivered
  std::string target{};                 // means: ID04, PERSON_7; supersedes: T07; assigned: who reviews
  std::uint64_t undoes = 0;
  bool blind = false;
  std::string by{}, why{};
  std::optional<std::uint64_t> seen{};  // the latest decision that the asker knew of; nothing: all
};

/// Where people decide about a study. Reads it once; takes its lock only to log what was decided, and leaves that to
/// the next run where one is working.
class DecisionDesk {
 public:
  /// Throws Error as opening a study does.
  DecisionDesk(const std::filesystem::path& folder, const RunOptions& options);
  ~DecisionDesk();
  /// Keeps it. Throws Error{usage}, and keeps nothing: somebody, something or a place that there is not, a name of the
  /// register that would be kept, a contrary decision that the asker had not seen.
  Decision decide(const Wish& wish);
  /// In their order, with what was undone marked.
  std::vector<Decision> all() const;
  /// How often words stand in the delivered transcripts, by transcript. Reads them all.
  std::map<std::string, std::size_t> where(std::string_view words) const;
  /// Takes over decisions of another server of the same study that are not here yet; how many.
  std::size_t take_over(const std::vector<Decision>& others);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::study
