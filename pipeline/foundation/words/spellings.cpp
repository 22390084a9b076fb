// The pairs of a language by the way in which they are looked for.
#include "words/spellings.hpp"

#include <utility>

#include "base/fold.hpp"
#include "words/list_cells.hpp"

namespace moniker::words {
namespace {

using Add = void (*)(Spellings&, std::string written, std::string same);

template <WordMap<std::string> Spellings::*map>
void look_up(Spellings& all, std::string written, std::string same) {
  (all.*map).try_emplace(std::move(written), std::move(same));
}
template <Spellings::Pairs Spellings::*pairs>
void try_in_order(Spellings& all, std::string written, std::string same) {
  (all.*pairs).emplace_back(std::move(written), std::move(same));
}
template <bool behind_number>
void say(Spellings& all, std::string written, std::string same) {
  all.signs.try_emplace(std::move(written), SaidSign{std::move(same), behind_number});
}
void join(Spellings& all, std::string written, std::string same) {
  const std::size_t blank = written.find(' ');
  const std::string second = blank == std::string::npos ? std::string() : written.substr(blank + 1);
  all.joined[written.substr(0, blank)].emplace_back(second, std::move(same));
}

struct PairKind {
  std::string_view name;
  Add add;
};
constexpr PairKind pair_kinds[] = {
    {"in full", look_up<&Spellings::in_full>},
    {"ending in full", try_in_order<&Spellings::endings_in_full>},
    {"word", look_up<&Spellings::words>},
    {"part", try_in_order<&Spellings::parts>},
    {"ending", try_in_order<&Spellings::endings>},
    {"stem ending", try_in_order<&Spellings::stem_endings>},
    {"joined", join},
    {"sign", say<false>},
    {"money", say<true>},
};

}  // namespace

void Spellings::read(const ListFile& list) {
  std::vector<std::string_view> names;
  for (const PairKind& kind : pair_kinds) names.push_back(kind.name);
  each_row(list, {"written", "same as", "kind"}, [&](const ListRow& row) {
    const std::size_t place = place_in(list, row, 2, names);
    if (place == names.size()) fail_row(list, row, "the pair has no kind", "give it one, or take it out");
    std::string written = fold(row.cells[0]), same = fold(row.cells[1]);
    if (written.empty() || same.empty()) fail_row(list, row, "half of the pair is empty", "write both");
    pair_kinds[place].add(*this, std::move(written), std::move(same));
  });
}

}  // namespace moniker::words
