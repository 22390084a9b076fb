#pragma once
#include "manuscript/extracts.hpp"
#include "manuscript/paper_words.hpp"

namespace moniker::custodian {

/// "30 years" of "(T24, bungalow, 30 years)" is no age where another's attribution has "two years" in that place: how
/// long they have been there. Changes the kinds of such attributes.
void settle_years(PaperTalk& talk, const PaperWords& words);

}  // namespace moniker::custodian
