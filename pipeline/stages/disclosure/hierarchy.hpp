#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "disclosure/suppress.hpp"
#include "moniker/utterance.hpp"

namespace moniker::disclosure {

/// What values are called when less is to be told: by column, each value's broader ones, the nearest first.
struct Hierarchy {
  std::map<std::string, std::map<std::string, std::vector<std::string>>> broader{};
  std::string file{};
  std::map<std::pair<std::string, std::string>, Position> at{};  // where a column's value stands in it
};

/// From CSV: a row a value, its column first, then itself, then its broader values; a heading, which begins with
/// `column`, is passed over. Throws Error{usage} with the place.
Hierarchy parse_hierarchy(std::string_view csv, const std::string& file);

/// Throws Error{usage} with the place of a column or a value that nobody has: it would be passed over in silence.
void require_known(const Hierarchy& hierarchy, const People& people);

/// One way of telling less of a column: what every value becomes.
struct Recoding {
  std::string how{};                   // "in steps of 20", "by the hierarchy, step 1", "rare values as other"
  std::vector<std::string> becomes{};  // as Column::values
};

/// All ways that there are: the steps of the hierarchy; of bands (30-39, 90+) twice, four and eight times their width,
/// and of each width the ends joined until `rare` people are in them (30-49, 50+), or any band with its neighbour; what
/// is no band among them stays. Where there is neither, values that fewer than `rare` people have as one, and as many
/// more as it takes until `rare` people have it. What is not known stays so.
std::vector<Recoding> recodings_of(const People& people, std::size_t column, const Hierarchy& hierarchy,
                                   std::int64_t rare);

/// The same people, told of as that.
People recoded(const People& people, std::size_t column, const Recoding& recoding);

/// What a column tells apart, as its entropy in bits.
double bits_of(const People& people, std::size_t column);
/// The share of it that a recoding loses, 0 to 1.
double lost_by(const People& people, std::size_t column, const Recoding& recoding);

/// A column that was merged, and how.
struct Merge {
  std::string column{}, how{};
  std::size_t from = 0, to = 0;  // how many values
  double lost = 0;
};
struct Merged {
  People people{};
  std::vector<Merge> merges{};
};

/// People told of so broadly that no cell of these tables is small, or as few as any merging leaves: in each step the
/// recoding that leaves fewest small cells, of such the one that loses least.
Merged merged(People people, const Printing& printing, const Hierarchy& hierarchy);

}  // namespace moniker::disclosure
