#pragma once
#include <span>
#include <string>
#include <string_view>

#include "coreq/facts.hpp"

namespace moniker::custodian {

/// One item of a checklist, numbered as it was published, in our own words.
struct ChecklistItem {
  std::string_view number{}, topic{};
  std::string (*answer)(const StudyFacts& facts) = nullptr;  // what the study's data say; nothing: they cannot
  std::string_view to_write{};                               // what people must say; may be empty
};
struct ChecklistPart {
  std::string_view heading{};
  std::span<const ChecklistItem> items{};
};
struct Checklist {
  std::string_view name{}, source{};  // source: as a paper cites it
  std::span<const ChecklistPart> parts{};
};

/// Consolidated criteria for reporting qualitative research, 32 items.
const Checklist& coreq();
/// Standards for reporting qualitative research, 21 items.
const Checklist& srqr();

/// Answers that both give; empty where there is nothing to say.
namespace answers {
std::string sample(const StudyFacts& facts);
std::string staff(const StudyFacts& facts);
std::string staff_gender(const StudyFacts& facts);
std::string who_else_spoke(const StudyFacts& facts);
std::string characteristics(const StudyFacts& facts);
std::string repeats(const StudyFacts& facts);
std::string recording(const StudyFacts& facts);
std::string durations(const StudyFacts& facts);
std::string collected(const StudyFacts& facts);
std::string withdrawals(const StudyFacts& facts);
std::string software(const StudyFacts& facts);
std::string quotations(const StudyFacts& facts);
std::string ethics(const StudyFacts& facts);
std::string processing(const StudyFacts& facts);
std::string checking(const StudyFacts& facts);
}  // namespace answers

}  // namespace moniker::custodian
