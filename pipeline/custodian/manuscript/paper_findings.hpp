#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/extracts.hpp"

namespace moniker::custodian {

enum class PaperFault : std::uint8_t { contradiction, mixed_ids, beyond_sample, wrong_sum, identifier, unique };
std::string_view name_of(PaperFault fault);

/// Words of the paper with their place.
struct PlacedWords {
  Place at{};
  std::string words{};
};
struct PaperFinding {
  PaperFault fault{};
  std::string says{};  // in one sentence, without a full stop
  std::vector<PlacedWords> where{};
};

/// How many people the paper says it has, as often as it says it.
struct StatedSample {
  std::uint32_t people = 0;
  bool summed = false;  // "ten barristers and twelve solicitors took part": 22, which it does not say
  PlacedWords where{};
};

/// A part of a breakdown: "thirty-one women".
struct BreakdownPart {
  std::string label{};
  double value = 0;
};
/// Numbers that belong together, and what they should add up to.
struct Breakdown {
  enum class Verdict : std::uint8_t { adds_up, open, wrong };
  PlacedWords where{};
  std::vector<BreakdownPart> parts{};
  std::string of{};       // what the total counts: "physiotherapists"; empty where it is the sample
  std::string against{};  // of a wrong one that adds up: what another place has instead
  double sum = 0, total = 0;
  bool percent = false, in_table = false;
  Verdict verdict{};
};

/// One who speaks, as the paper tells of them in all places together.
struct PaperPerson {
  std::string id{};                     // as most attributions write it
  std::string key{};                    // the same for all spellings
  std::size_t extracts = 0, words = 0;  // quoted
  std::vector<std::size_t> attributions{};
  std::vector<Attribute> attributes{};  // each value once
};

/// Everybody who speaks, by their IDs. Where numbers begin anew in every focus group, the group is part of the ID.
std::vector<PaperPerson> people_of(const PaperTalk& talk);

/// One for each person, however many kinds of what is told of them cannot be.
std::vector<PaperFinding> contradictions_in(const Manuscript& paper, const PaperTalk& talk,
                                            const std::vector<PaperPerson>& people, const PaperWords& words);
std::vector<PaperFinding> mixed_ids_in(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words);
std::vector<PaperFinding> beyond_sample_in(const Manuscript& paper, const PaperTalk& talk,
                                           const std::vector<StatedSample>& samples, const PaperWords& words);
/// "three tenors" and Tenor 5, where each kind is numbered on its own.
std::vector<PaperFinding> beyond_parts_in(const Manuscript& paper, const PaperTalk& talk,
                                          const std::vector<Breakdown>& breakdowns, std::uint32_t sample,
                                          const PaperWords& words);

std::vector<StatedSample> samples_in(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words);
/// The one that breakdowns are held against: said most often, and of these the first; 0 where none is said.
std::uint32_t sample_of(const std::vector<StatedSample>& samples);

/// The most people whom a sentence tells apart as women and men: 26, "Of the 26, fifteen were women and 11 were men".
std::uint32_t most_people_parted(const Manuscript& paper, const PaperWords& words);

/// Whether a sentence cites a study and does not speak of this paper's own people.
bool tells_of_others(std::string_view sentence, const PaperWords& words);

std::vector<Breakdown> breakdowns_in(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words,
                                     const std::vector<StatedSample>& samples);
/// What is counted, without what leads to it and in the singular: "worked in care homes" is "care home".
std::string plain_label(std::string_view label, const PaperWords& words);
/// Items of attributions that are parts of one breakdown ("five in cleaning") are of one kind, and exclude each other.
void name_kinds(PaperTalk& talk, const std::vector<Breakdown>& breakdowns, const PaperWords& words);
/// `told`: what the text counts.
std::vector<Breakdown> table_breakdowns_in(const Manuscript& paper, const PaperWords& words, std::uint32_t sample,
                                           const std::vector<Breakdown>& told);
/// "9 + 7 + 5", "45 % + 55 %".
std::string sum_shown(const Breakdown& one);
std::vector<PaperFinding> wrong_sums_in(const std::vector<Breakdown>& breakdowns);
/// Who is alone in the sample by what is published of them together.
std::vector<PaperFinding> unique_people_in(const Manuscript& paper, const PaperTalk& talk,
                                           const std::vector<PaperPerson>& people,
                                           const std::vector<Breakdown>& breakdowns, const PaperWords& words);

}  // namespace moniker::custodian
