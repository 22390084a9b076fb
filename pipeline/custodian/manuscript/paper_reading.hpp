#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "manuscript/extracts.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {

/// A paper as attributions and quotations are looked for in it, and which IDs it uses for those who speak.
class PaperReading {
 public:
  PaperReading(const Manuscript& paper, const PaperWords& words);

 protected:
  struct ReadBlock {
    std::vector<QuotedSpan> quotes{}, brackets{};
    std::vector<PaperId> ids{};
  };
  const Block& block(std::size_t i) const;
  /// IDs and pseudonyms of an attribution, an item or a cell.
  std::vector<PaperId> ids_of(std::string_view text) const;
  /// "07" of "(07, female)", in a paper that has no other IDs.
  std::optional<PaperId> bare_id(std::string_view item) const;
  /// "F" of Interpreter F, at the head of a turn.
  std::optional<PaperId> letter_alone(std::string_view text) const;
  bool is_talk(std::size_t i) const;
  bool begins_item(std::string_view inside, std::size_t at) const;
  /// Where an ID begins with what stands before it of the one it is of: "Care assistant S5".
  std::size_t begin_of(std::string_view text, const PaperId& id) const;
  bool stands_as_attribution(std::size_t i, const PaperId& id) const;
  /// "female, 34", "male nurse": what nothing but people has.
  bool is_declared(const PaperId& id) const;
  bool is_dash_label(std::size_t i, const PaperId& id) const;
  bool leads_turn(std::size_t i, const PaperId& id, const QuotedSpan& bracket) const;
  bool ends_paragraph_of(std::size_t i, const PaperId& id, const QuotedSpan& bracket) const;
  bool tells_somebody(std::string_view inside) const;
  bool quotes_somebody(std::size_t i) const;
  bool stands_behind_quote(std::size_t i, const QuotedSpan& bracket) const;
  bool is_used(const PaperId& id) const;
  bool leads_to_quote(std::size_t i, const PaperId& id) const;
  std::size_t label_end(std::size_t i, const PaperId& id) const;
  bool is_short_items(std::string_view text) const;
  /// "... tired of it. - P4, nurse, FG2": where it begins; the text's size where there is none.
  std::size_t tail_begin(std::size_t i) const;

  const Manuscript& paper_;
  const PaperWords& words_;
  std::vector<ReadBlock> read_{};
  std::set<std::string> prefixes_{};               // folded
  std::map<std::string, std::uint32_t> last_{};    // "numbered RN01 to RN11": 11, by family
  std::map<std::string, std::uint32_t> groups_{};  // "fg" of FG2-M9: how many groups there are
  std::string letters_alone_{};                    // "Interpreter", where Interpreter F takes a turn as "F:"
  std::set<std::string> pairs_{};                  // "nine households, H1 to H9": families of those that several are of
  PaperNames names_{};
  bool bare_numbers_ = false;
  std::set<std::string> lettered_leads_{};  // "h" of H4a and H4b
  std::set<std::string> letters_behind_{};  // F and M of 3F and 12M
  bool letters_of_gender_ = false;          // "by gender (F or M)": FG1-F3 is a woman

 private:
  /// What cells of tables say without marks is quoted, too.
  void add_talk_of_cells();
  void learn_prefixes();
  void learn_bare_numbers();
  void add_numbered(std::size_t i);
  void learn_letters_behind();
  void learn_letters_of_gender();
  std::optional<PaperId> letter_before_colon(std::size_t i) const;
  void learn_letters_alone();
  bool begins_in_talk(std::size_t i) const;
  bool leads_alone(std::size_t i, const PaperId& id) const;
  bool stands_in_row_of_quote(std::size_t i, const PaperId& id) const;
  void learn_ranges();
  void learn_last_alone();
  void learn_ranges_of_rows();
  void learn_group_sizes();
  void learn_sizes_in_order();
  std::map<std::uint32_t, std::uint32_t> sizes_in_tables() const;
  void learn_letters_of_groups();
  void learn_number_of_groups();
  std::map<std::string, std::uint32_t> rows_of_groups() const;
  void learn_numbered();
  void learn_pairs(std::size_t i, const PaperId& first);
  void set_pairs(std::vector<PaperId>& ids) const;
  bool speaks_beside_quote(std::size_t i, const PaperId& id) const;
  bool quotes_in_sentence(std::size_t i, const PaperId& id) const;
  void widen(std::string_view text, std::vector<PaperId>& ids) const;
};

inline constexpr std::size_t longest_attribution = 170, longest_line = 140, longest_label = 70;

std::string_view cut_at(std::string_view text, ByteRange bytes);
/// Without dashes and blanks that lead to an attribution.
std::size_t skip_dashes(std::string_view text, std::size_t at);
/// Whether only signs and blanks stand between.
bool next_to(std::string_view text, std::size_t from, std::size_t to);

}  // namespace moniker::custodian
