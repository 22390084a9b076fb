// COREQ: Tong A, Sainsbury P, Craig J. Consolidated criteria for reporting qualitative research (COREQ): a 32-item
// checklist for interviews and focus groups. Int J Qual Health Care 2007;19(6):349-357. Its numbers, our words.
#include "coreq/checklist.hpp"

namespace moniker::custodian {
namespace {

using namespace answers;

constexpr ChecklistItem team[] = {
    {"1", "who held the interviews or groups", staff, "which author stands behind which ID"},
    {"2", "their qualifications", nullptr, "degrees"},
    {"3", "what they worked as at the time", nullptr, "post and employer"},
    {"4", "their gender", staff_gender, "whatever the register does not keep"},
    {"5", "their experience and training", nullptr, "in interviewing and in the method"},
    {"6", "whether they knew participants before", nullptr, "when the relationship began"},
    {"7", "what participants knew of them", nullptr, "their aims, and why they do the research"},
    {"8", "what else of them was told", nullptr, "assumptions, interests, possible bias"},
};
constexpr ChecklistItem design[] = {
    {"9", "method and theory behind the study", nullptr, "for instance grounded theory, thematic analysis"},
    {"10", "how participants were chosen", nullptr, "for instance purposively, by convenience"},
    {"11", "how they were approached", nullptr, "in person, by telephone, by letter"},
    {"12", "how many took part", sample, ""},
    {"13", "who refused or dropped out", withdrawals, "how many were asked and refused, and why"},
    {"14", "where data were collected", nullptr, "home, clinic, workplace, by video"},
    {"15", "who else was there", who_else_spoke, "who was there and did not speak"},
    {"16", "who the sample is", characteristics, "what is of weight for the question; dates of collection"},
    {"17", "questions, prompts, guides", nullptr, "whether they were piloted; the guide as a supplement"},
    {"18", "repeated interviews", repeats, "whether that was planned"},
    {"19", "audio or video recording", recording, "with what it was recorded"},
    {"20", "field notes", nullptr, "whether they were made, during or after"},
    {"21", "how long it took", durations, ""},
    {"22", "saturation", nullptr, "whether it was discussed, and how it was judged"},
    {"23", "transcripts returned to participants", nullptr, "whether they could comment or correct"},
};
constexpr ChecklistItem analysis[] = {
    {"24", "how many people coded", nullptr, "coders, and how they agreed"},
    {"25", "the coding tree", nullptr, "described, or as a supplement"},
    {"26", "where themes came from", nullptr, "made beforehand or from the data"},
    {"27", "software", software, "the analysis program with its version"},
    {"28", "findings returned to participants", nullptr, "whether they gave feedback"},
    {"29", "quotations, each with who said it", quotations, "an attribution by which nobody can be told"},
    {"30", "whether data and findings agree", checking, "how that was made sure of"},
    {"31", "main themes set out clearly", nullptr, "in the findings"},
    {"32", "other cases and minor themes", nullptr, "in the findings"},
};
constexpr ChecklistPart coreq_parts[] = {
    {"Team and reflexivity", team}, {"Design", design}, {"Analysis and findings", analysis}};
constexpr Checklist coreq_checklist{
    "COREQ",
    "Tong A, Sainsbury P, Craig J. Consolidated criteria for reporting qualitative research (COREQ): a 32-item "
    "checklist for interviews and focus groups. Int J Qual Health Care 2007;19(6):349-357. Topics in other words.",
    coreq_parts};

}  // namespace

const Checklist& coreq() { return coreq_checklist; }

}  // namespace moniker::custodian
