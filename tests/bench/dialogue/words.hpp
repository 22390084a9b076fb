#pragma once
// Ordinary words by class, the commonest first: heads.txt, then rules/lists/words. What class a listed word is of is
// told by its endings and by which of its forms are listed too; that is wrong now and then, and near enough to load a
// program with as many different words as people use.
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dialogue/random.hpp"

namespace dialogue {

/// Strings drawn as frequencies fall: the first most often.
class Ranked {
 public:
  Ranked() = default;
  Ranked(std::vector<std::string> words, std::vector<std::uint64_t> (*weights)(std::size_t))
      : words_(std::move(words)), choice_(weights(words_.size())) {}
  const std::string& draw(Random& random) const { return words_[choice_(random)]; }
  const std::vector<std::string>& words() const { return words_; }

 private:
  std::vector<std::string> words_{};
  Choice choice_{};
};

using Row = std::vector<std::string>;

/// The rows of a list: cells between tabs, without lines that begin with #. Throws std::runtime_error if it cannot be
/// read.
std::vector<Row> read_rows(const std::filesystem::path& file);

/// The first cells of the rows that `keep` keeps.
template <class Keep>
std::vector<std::string> first_cells(const std::filesystem::path& file, Keep keep) {
  std::vector<std::string> cells;
  for (const Row& row : read_rows(file)) {
    if (keep(row)) cells.push_back(row[0]);
  }
  return cells;
}
std::vector<std::string> first_cells(const std::filesystem::path& file);

/// In an order that is always the same, and not the alphabet's.
void shuffle(std::vector<std::string>& words);

/// noun, nouns, verb, doing, done, adj, adv -> words. `own` holds heads.txt, `lists` is rules/lists.
std::map<std::string, Ranked, std::less<>> read_words(const std::filesystem::path& own,
                                                      const std::filesystem::path& lists);

}  // namespace dialogue
