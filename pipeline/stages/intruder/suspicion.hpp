#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace moniker::intruder {

enum class Attack : std::uint8_t {
  known_name,
  near_name,
  listed_name,
  rare_word,
  facts,
  dates,
  order,
  one_voice,
  two_voices,
  described
};
enum class Risk : std::uint8_t { low, medium, high };

/// Where something stands: a turn of a transcript, or a part of another file.
struct Spot {
  std::string transcript{};  // T03; empty for what is of no transcript
  std::uint64_t turn = 0;    // from 1, as the written transcript counts; 0: not in the talk
  std::string part{};        // "out/T03.docx.age, docProps/core.xml"
  bool operator==(const Spot&) const = default;
};

/// Something by which an intruder could come to somebody. `words` may identify and goes to no log.
struct Suspicion {
  Attack attack{};
  Risk risk{};
  std::string says{};  // what was found, without the words, without a full stop
  std::string why{};   // why it is of that risk
  std::vector<Spot> where{};
  std::string words{};   // as they stand; empty where it is none of words
  std::string label{};   // what they would be replaced as; empty: a decision is no remedy
  std::string advice{};  // what to do where that is no decision about words
};

/// An attack that these outputs do not allow: that it found nothing says nothing.
struct Untried {
  Attack attack{};
  std::string why{};
};

/// What came of one attack or of all.
struct Attacked {
  std::vector<Suspicion> found{};
  std::vector<Untried> untried{};
};

struct AttackRow {
  Attack attack{};
  std::string_view name{}, asks{};
};
/// Every attack that there is, in the order in which they are told.
const std::vector<AttackRow>& attacks();
std::string_view name_of(Attack attack);
std::string_view name_of(Risk risk);

/// The gravest first, within that as attacks() goes, then as the study goes. What several attacks say of the same words
/// at the same place is said once, by the gravest.
void in_order_of_risk(std::vector<Suspicion>& all);

}  // namespace moniker::intruder
