#include "manuscript/paper_words.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "words/list_cells.hpp"
#include "words/list_file.hpp"

namespace moniker::custodian {
namespace {

struct PaperList {
  std::string_view name;
  words::WordSet PaperWords::*words;
};
constexpr PaperList paper_lists[] = {
    {"asked", &PaperWords::asked},           {"hedges", &PaperWords::hedges},
    {"remainder", &PaperWords::remainder},   {"open", &PaperWords::open},
    {"several", &PaperWords::several},       {"people", &PaperWords::people},
    {"took part", &PaperWords::took_part},   {"breaks down", &PaperWords::breaks_down},
    {"experience", &PaperWords::experience}, {"unit", &PaperWords::units},
    {"speaks", &PaperWords::speaks},         {"renamed", &PaperWords::renamed},
    {"occasion", &PaperWords::occasions},    {"table counts", &PaperWords::table_counts},
    {"table ids", &PaperWords::table_ids},   {"totals", &PaperWords::totals},
    {"negations", &PaperWords::negations},
};

void read_prefixes(const words::ListFile& list, PaperWords& paper) {
  words::each_row(list, {"prefix", "kind", "generic", "word"}, [&](const words::ListRow& row) {
    const std::size_t kind =
        words::place_in(list, row, 1, {"participant", "group", "session", "pair", "place", "other"});
    paper.prefixes.try_emplace(fold(row.cells[0]), IdPrefix{.kind = static_cast<IdPrefix::Kind>(kind),
                                                            .generic = words::place_in(list, row, 2, {"yes"}) == 0,
                                                            .word = words::place_in(list, row, 3, {"yes"}) == 0});
  });
}

void read_attributes(const words::ListFile& list, PaperWords& paper) {
  words::each_row(list, {"word", "kind", "value"}, [&](const words::ListRow& row) {
    paper.attributes[fold(row.cells[0])].push_back({std::string(row.cells[1]), std::string(row.cells[2])});
  });
}

void read_paper_lists(const words::ListFile& list, PaperWords& paper) {
  words::each_row(list, {"list", "words"}, [&](const words::ListRow& row) {
    for (const PaperList& one : paper_lists) {
      if (one.name != row.cells[0]) continue;
      for (const std::string_view word : words::cut_cell(row.cells[1])) (paper.*one.words).insert(fold(word));
      return;
    }
    words::fail_row(list, row, fmt::format("there is no list `{}`", row.cells[0]), "docs/quotes.md names the lists");
  });
}

}  // namespace

PaperWords PaperWords::load(const std::filesystem::path& rules, const std::string& language) {
  PaperWords paper;
  const auto folder = rules / language;
  read_prefixes(words::read_list_file(folder / "manuscript" / "ids.tsv"), paper);
  read_attributes(words::read_list_file(folder / "manuscript" / "attributes.tsv"), paper);
  read_paper_lists(words::read_list_file(folder / "manuscript" / "words.tsv"), paper);
  paper.numbers.read(words::read_list_file(folder / "language" / "numbers.tsv"));
  return paper;
}

bool says_one_of(std::string_view folded, const words::WordSet& phrases) {
  for (std::size_t at = 0; at < folded.size(); ++at) {
    const bool begins = at == 0 || !is_word(code_point_before(folded, at).value);
    if (!begins || folded[at] == ' ') continue;
    for (std::size_t end = at; end < folded.size() && end - at < 40;) {
      while (end < folded.size() && folded[end] == ' ') ++end;
      while (end < folded.size() && folded[end] != ' ' &&
             (is_word(code_point_at(folded, end).value) || folded[end] == '-' || folded[end] == '\'' ||
              folded[end] == '%'))
        ++end;
      if (phrases.contains(folded.substr(at, end - at))) return true;
      if (end >= folded.size() || folded[end] != ' ') break;
    }
  }
  return false;
}

}  // namespace moniker::custodian
