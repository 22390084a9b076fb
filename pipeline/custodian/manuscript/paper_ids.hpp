#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/paper_words.hpp"
#include "moniker/finding.hpp"

namespace moniker::custodian {

/// Something that has the shape of an ID: ID04, P 3, Participant 7, Ward manager 2, Teacher B, FG2; FG2-3 is the third
/// of the second group, and its prefix is FG2. A pseudonym that stands for one is all prefix.
struct PaperId {
  ByteRange bytes{};
  std::string prefix{}, separator{}, digits{};  // as written: "ID", "", "04"
  std::uint32_t number = 0;                     // of a letter its place in the alphabet
  bool name = false;                            // a pseudonym: Amina
  bool behind = false;                          // the letters stand behind the digits: 3F
  const IdPrefix* known = nullptr;              // lives in the words; none for a prefix that the language does not know

  std::string folded_prefix() const;
  /// What IDs of one plan share: "id"; "fg#" of those that are numbered within groups; "@" of pseudonyms.
  std::string family() const;
  /// The same as it is written: "FG#/P".
  std::string plan() const;
  /// What is the same for all spellings of one: "id 4".
  std::string normal() const;
  /// A word of the sentence: Participant 7, Courier 3.
  bool is_word() const;
  std::string written() const { return behind ? digits + prefix : prefix + separator + digits; }
};

/// Where IDs are looked for: in sentences; or also where items are listed, as attributions do. There "Store manager 11"
/// is all one, and "HCA 3" and "neonatologist 1" have the shape of an ID where nothing else is in the item.
enum class IdPlaces : std::uint8_t { sentences, items };

/// All of them in a text, ascending; those that the language knows for something else left out (Table 2, COVID-19).
std::vector<PaperId> ids_in(std::string_view text, const PaperWords& words, IdPlaces places = IdPlaces::sentences);

/// Numbers with capitals behind them, "3F", of whatever the letters; only where one stands by itself.
std::vector<PaperId> numbers_with_letters_in(std::string_view text);

/// Letters behind the number of a couple, a site or a group: H4a and H4b, S2-C. Which letters lead them is learned.
std::vector<PaperId> lettered_members_in(std::string_view text, const std::set<std::string>& leads);
/// The letters that lead such IDs in a paper, folded: at least three, of two numbers, one of them twice; F and M
/// alone tell a gender.
std::set<std::string> leads_of_lettered_members(const std::vector<std::string_view>& texts);

/// Pseudonyms that a paper uses instead of IDs, and whether it has the word in small letters too (Will, May, Rose).
using PaperNames = std::map<std::string, bool, std::less<>>;
std::vector<PaperId> names_in(std::string_view text, const PaperNames& names);

}  // namespace moniker::custodian
