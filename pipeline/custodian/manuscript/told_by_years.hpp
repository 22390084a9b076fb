#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "manuscript/attributes.hpp"
#include "manuscript/manuscript.hpp"

namespace moniker::custodian {

/// The years in which a paper's talks were held, the first and the last.
struct TalkYears {
  unsigned first = 0, last = 0;
};

/// From the sentences of its prose that say when; nothing where none does.
std::optional<TalkYears> talk_years(const Manuscript& paper, const PaperWords& words);

/// "I was born in 1951", "I've been here since 1991": how old whoever says it is, how long they are at it.
std::vector<Attribute> told_by_years(std::string_view sentence, const TalkYears& talks, std::size_t slot,
                                     const PaperWords& words);

}  // namespace moniker::custodian
