// SRQR: O'Brien BC, Harris IB, Beckman TJ, Reed DA, Cook DA. Standards for reporting qualitative research: a synthesis
// of recommendations. Acad Med 2014;89(9):1245-1251. Its numbers, our words.
#include "coreq/checklist.hpp"

namespace moniker::custodian {
namespace {

using namespace answers;

constexpr ChecklistItem front[] = {
    {"S1", "title that says what was studied and how", nullptr, "the title"},
    {"S2", "abstract in the journal's form", nullptr, "the abstract"},
    {"S3", "problem and what is known of it", nullptr, "in the introduction"},
    {"S4", "purpose or question", nullptr, "in the introduction"},
};
constexpr ChecklistItem methods[] = {
    {"S5", "approach and paradigm", nullptr, "with a reason"},
    {"S6", "researchers and reflexivity", staff, "what of them bears on the research"},
    {"S7", "context", nullptr, "setting, and why it matters"},
    {"S8", "sampling", nullptr, "how and why these people; when it was enough"},
    {"S9", "ethics", ethics, "the committee's approval and its number"},
    {"S10", "how data were collected", collected, "procedures, and how they changed"},
    {"S11", "instruments and devices", recording, "guides, questionnaires, recorders"},
    {"S12", "number and characteristics of what was studied", sample, "the table of participants"},
    {"S13", "how data were processed", processing, "who transcribed, and by what conventions"},
    {"S14", "how they were analysed", nullptr, "how codes and themes came about, and by whom"},
    {"S15", "what makes it trustworthy", checking, "for instance triangulation, audit trail, member checks"},
};
constexpr ChecklistItem findings[] = {
    {"S16", "synthesis and interpretation", nullptr, "main findings, theory, model"},
    {"S17", "evidence: quotations and the like", quotations, "the quotations"},
    {"S18", "what it adds, and how far it reaches", nullptr, "in the discussion"},
    {"S19", "limitations", nullptr, "in the discussion"},
    {"S20", "conflicts of interest", nullptr, "and how they were handled"},
    {"S21", "funding", nullptr, "and what part funders had"},
};
constexpr ChecklistPart srqr_parts[] = {
    {"Title and introduction", front}, {"Methods", methods}, {"Findings, discussion, other", findings}};
constexpr Checklist srqr_checklist{
    "SRQR",
    "O'Brien BC, Harris IB, Beckman TJ, Reed DA, Cook DA. Standards for reporting qualitative research: a synthesis of "
    "recommendations. Acad Med 2014;89(9):1245-1251. Topics in other words.",
    srqr_parts};

}  // namespace

const Checklist& srqr() { return srqr_checklist; }

}  // namespace moniker::custodian
