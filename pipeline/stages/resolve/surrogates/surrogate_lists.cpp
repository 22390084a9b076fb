// Pools of names to be given out, by gender and origin, and of places by size and region, from rules/lists. Only names
// of plain letters that are no ordinary word and no place are given out; all names of the lists are known, so that
// origin and kind of a real one can be told. Pools are sorted, since a draw names a place in them.
#include "resolve/surrogates/surrogate_lists.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "words/list_file.hpp"

namespace moniker::resolve {
namespace {

using Fields = std::vector<std::string_view>;

/// The named columns of every row; of a plain list the entries.
template <class Take>
void read_list(const std::filesystem::path& path, const Fields& columns, const Take& take) {
  words::each_row(words::read_list_file(path), columns, [&](const words::ListRow& row) { take(row.cells); });
}

/// Long enough to be seen as a name, and written with plain letters.
bool may_be_given_out(std::string_view name) {
  constexpr std::size_t shortest = 4;
  const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
  return name.size() >= shortest && name[0] >= 'A' && name[0] <= 'Z' &&
         std::all_of(name.begin() + 1, name.end(), small);
}

/// Rows of one name that disagree leave what they disagree about empty.
void merge(PlaceKind& known, const PlaceKind& row) {
  if (known.size != row.size) known.size.clear();
  if (known.region != row.region) known.region.clear();
  if (known.nation != row.nation) known.nation.clear();
}

class Loader {
 public:
  explicit Loader(const std::filesystem::path& folder) : folder_(folder) {}

  SurrogateLists load() {
    words_ = {};
    for (const char* list : {"words/common.txt", "words/dictionary.txt"}) {
      read_list(folder_ / list, {}, [&](const Fields& f) { words_.insert(fold(f[0])); });
    }
    read_list(folder_ / "names/particles.txt", {}, [&](const Fields& f) { lists_.particles.insert(fold(f[0])); });
    load_places();
    load_names();
    settle(lists_.given);
    settle(lists_.family);
    settle(lists_.places);
    return std::move(lists_);
  }

 private:
  void load_names() {
    read_list(folder_ / "names/origins.tsv", {"name", "part", "gender", "origin", "given out"},
              [&](const Fields& f) { take_origin(f); });
    read_list(folder_ / "names/first_info.tsv", {"name", "gender", "band", "tier"},
              [&](const Fields& f) { take_common(f); });
    read_list(folder_ / "names/surname.t1.txt", {}, [&](const Fields& f) {
      const std::string folded = fold(f[0]);
      const bool first = lists_.family_names.try_emplace(folded, "").second;
      if (first && is_free(folded, f[0]) && !lists_.given_names.contains(folded)) add(lists_.family["other"], f[0]);
    });
  }

  void take_origin(const Fields& f) {
    const std::string name = fold(f[0]), origin(f[3]);
    const bool given = f[1] == "given";
    if (given) {
      const char gender = f[2].empty() ? 'x' : f[2][0];
      lists_.given_names.try_emplace(name, SurrogateLists::Given{gender, origin});
      if (f[4] == "yes") add(lists_.given[std::string(1, gender) + ' ' + origin], f[0]);
    } else {
      lists_.family_names.try_emplace(name, origin);
      if (f[4] == "yes") add(lists_.family[origin], f[0]);
    }
  }

  /// Given names that no community is listed for: very common ones are English, the rest are anybody's.
  void take_common(const Fields& f) {
    const std::string folded = fold(f[0]);
    const bool common = f[2] == "a";
    const char gender = f[1].empty() ? 'x' : f[1][0];
    const bool first =
        lists_.given_names.try_emplace(folded, SurrogateLists::Given{gender, common ? "english" : ""}).second;
    if (!first || f[3] != "1" || !is_free(folded, f[0])) return;
    add(lists_.given[std::string(1, gender) + (common ? " english" : " other")], f[0]);
  }

  void load_places() {
    std::set<std::string> fine;
    constexpr std::string_view also_person = "also a person name";
    read_list(folder_ / "places/gb.tsv", {"name", "type", "region", "nation", "tier", also_person},
              [&](const Fields& f) {
                const std::string name = fold(f[0]);
                const PlaceKind kind{std::string(f[1]), std::string(f[2]), std::string(f[3])};
                const auto [at, first] = lists_.known_places.try_emplace(name, kind);
                if (!first) merge(at->second, kind);
                if (f[4] == "1" && f[5].empty()) fine.insert(std::string(f[0]));
              });
    read_list(folder_ / "places/world.tsv", {"name", "country", "tier"}, [&](const Fields& f) {
      const PlaceKind kind{"abroad", std::string(f[1]), std::string(f[1])};
      const auto [at, first] = lists_.known_places.try_emplace(fold(f[0]), kind);
      if (!first) merge(at->second, kind);
      if (first && f[2] == "1") fine.insert(std::string(f[0]));
    });
    for (const std::string& name : fine) {
      const PlaceKind& kind = lists_.known_places.at(fold(name));
      if (kind.size.empty() || !may_be_given_out(name)) continue;
      if (!kind.region.empty()) add(lists_.places[kind.size + ' ' + kind.region], name);
      if (!kind.nation.empty() && kind.nation != kind.region) add(lists_.places[kind.size + ' ' + kind.nation], name);
    }
  }

  bool is_free(const std::string& folded, std::string_view name) const {
    return may_be_given_out(name) && !words_.contains(folded) && !lists_.known_places.contains(folded);
  }

  void add(SurrogateLists::Pool& pool, std::string_view name) {
    pool.emplace_back(name);
    lists_.words.insert(fold(name));
  }

  static void settle(std::map<std::string, SurrogateLists::Pool>& pools) {
    for (auto& [key, pool] : pools) {
      std::sort(pool.begin(), pool.end());
      pool.erase(std::unique(pool.begin(), pool.end()), pool.end());
    }
  }

  const std::filesystem::path& folder_;
  SurrogateLists lists_{};
  std::unordered_set<std::string> words_{};
};

}  // namespace

SurrogateLists load_surrogate_lists(const std::filesystem::path& lists) { return Loader(lists).load(); }

std::vector<std::string> listed_words(const SurrogateLists& lists, std::string_view word) {
  std::vector<std::string> found;
  const auto take = [&](std::string one) {
    if (lists.words.contains(one)) found.push_back(std::move(one));
  };
  for (const std::string_view ending : {"", "'s", "s"}) {
    if (word.ends_with(ending)) take(std::string(word.substr(0, word.size() - ending.size())));
  }
  if (word.find('-') == std::string_view::npos) return found;
  for (std::string& part : folded_words(std::string(word).replace(word.find('-'), 1, " "))) take(std::move(part));
  return found;
}

}  // namespace moniker::resolve
