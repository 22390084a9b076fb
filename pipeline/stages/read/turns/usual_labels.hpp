#pragma once
#include <string>
#include <string_view>
#include <unordered_map>

#include "moniker/text_hash.hpp"
#include "read/turns/label.hpp"

namespace moniker::read {

/// Labels that a transcript was found to have, by how their lines begin: "Kate S: ". Most lines begin with one of few,
/// and need not be judged again. Only such beginnings are kept of which nothing behind them can change the judgement:
/// letters, digits, full stops and blanks, a letter first, then a colon, one blank, and a letter of the talk.
class UsualLabels {
 public:
  /// Bytes up to the talk; 0 where the line begins otherwise.
  static std::size_t beginning(std::string_view line);
  /// The label of a line that begins so; null where none is known.
  const LabelCandidate* find(std::string_view beginning) const;
  /// The label of a line that has such a beginning, judged and accepted.
  void note(std::string_view beginning, const LabelCandidate& label);

 private:
  static constexpr std::size_t most = 1024;
  std::unordered_map<std::string, LabelCandidate, TextHash, std::equal_to<>> known_{};
};

}  // namespace moniker::read
