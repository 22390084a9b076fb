#pragma once
#include <functional>

#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {

/// What rules find in words: a label (PERSON) and where.
struct FoundInWords {
  ByteRange bytes{};
  std::string label{};
};
using SearchWords = std::function<std::vector<std::vector<FoundInWords>>(const std::vector<std::string>&)>;

/// All that can be said of a manuscript alone.
struct ExaminedPaper {
  Manuscript paper{};
  PaperTalk talk{};
  std::vector<PaperPerson> people{};
  std::vector<StatedSample> samples{};
  std::uint32_t sample = 0;  // 0 where the paper states none
  std::vector<Breakdown> breakdowns{};
  std::vector<PaperFinding> findings{};
};

/// `search` may be empty; it is given the words of every extract.
ExaminedPaper examine_paper(Manuscript paper, const PaperWords& words, const SearchWords& search);

}  // namespace moniker::custodian
