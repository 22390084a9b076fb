#pragma once
#include <string>

#include "dossier/dossier.hpp"
#include "html/html.hpp"

namespace moniker::study {

/// The sections of the page, without their headings: a row each in dossier_html.cpp.
void tell_transcripts(const Dossier& dossier, html::Html& html);
void tell_consent(const Dossier& dossier, html::Html& html);
void tell_replaced(const Dossier& dossier, html::Html& html);
void tell_decisions(const Dossier& dossier, html::Html& html);
void tell_risk(const Dossier& dossier, html::Html& html);
void tell_acts(const Dossier& dossier, html::Html& html);
void tell_keys_of(const Dossier& dossier, html::Html& html);
void tell_rules_of(const Dossier& dossier, html::Html& html);
void tell_log_of(const Dossier& dossier, html::Html& html);

/// "docx": what of a delivered file's name says nothing of anybody.
std::string kind_of_file(const Outcome& outcome);
/// "0 of 120 passages: below 2.5 % at 95 %"; what to do where nobody has read any.
std::string bound_in_words(const PassagesRead& passages);
std::string state_in_words(ConsentRow::State state);
/// "PERSON_7 could be ID04, or somebody else".
std::string could_be_in_words(const OpenQuestion& question);

}  // namespace moniker::study
