#pragma once
#include <cstdint>
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/lock.hpp"
#include "base/style.hpp"

namespace moniker::study {

/// What became of a study's files, by path in it, sorted. Of incoming/ a number: a delivered file's name may be
/// somebody's.
struct Changes {
  std::vector<std::string> made{}, rewritten{}, removed{};
  std::uint64_t deliveries_removed = 0;
  /// Transcripts of which an output in out/ was rewritten.
  std::vector<std::string> transcripts_rewritten() const;
};
std::string as_text(const Changes& changes, const Style& style);
nlohmann::ordered_json as_json(const Changes& changes);

/// A copy of a study, for as long as it lives; the study itself is locked meanwhile. Throws Error{busy} while another
/// command works on it, Error{input} where there is no room.
class Rehearsal {
 public:
  explicit Rehearsal(const std::filesystem::path& study);
  ~Rehearsal();
  Rehearsal(const Rehearsal&) = delete;
  Rehearsal& operator=(const Rehearsal&) = delete;
  const std::filesystem::path& folder() const { return copy_; }
  /// What was done to the copy.
  Changes changes() const;

 private:
  std::filesystem::path study_, copy_;
  Lock lock_;
};

}  // namespace moniker::study
