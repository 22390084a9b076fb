// What somebody who opens a deposit in ten years has to know first.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "deposit/prepared_deposit.hpp"

namespace moniker::custodian {
namespace {

std::string or_not_given(const std::string& text) { return text.empty() ? "(not given)" : text; }

std::string how_people_are_told(const PreparedDeposit& deposit) {
  if (deposit.people.columns.empty())
    return "The data list has no characteristics of participants: too few were alike by any.\n";
  return fmt::format(
      "The data list tells {} of participants, so coarsely that at least {} of them are alike by all of it together.\n",
      fmt::join(deposit.people.columns, ", "), deposit.people.k);
}

std::string how_marked(const PreparedDeposit& deposit) {
  if (deposit.marks == "xml") {
    return "Replacements are <seg type=\"KIND\" resp=\"#anonymisation\"> elements (TEI P5); words that are left out "
           "are "
           "<gap/> elements.\n";
  }
  return "Replacements stand in [square brackets]. Other brackets are the transcriber's: [laughs].\n";
}

}  // namespace

std::string deposit_readme(const PreparedDeposit& deposit) {
  const AccessLevel& level = access_level(deposit.access);
  std::size_t groups = 0, left_out = 0;
  std::set<std::string> people;
  for (const DepositTranscript& one : deposit.transcripts) {
    groups += one.group;
    left_out += one.left_out;
    for (const auto& [id, words] : one.words) people.insert(id);
  }
  std::string text = fmt::format("{}\n\n", or_not_given(deposit.settings.title));
  text += fmt::format("{}\n\n", or_not_given(deposit.settings.abstract));
  text += fmt::format("Creators:  {}\nPublisher: {}\nAccess:    {}. {}\nLicence:   {}\n\n",
                      or_not_given(fmt::format("{}", fmt::join(deposit.settings.creators, "; "))),
                      or_not_given(deposit.settings.publisher), level.name, level.readers,
                      or_not_given(deposit.settings.licence));
  text += fmt::format("{} ({}), {}. All of them agreed to archiving.\n\n",
                      counted(deposit.transcripts.size(), "transcript"), counted(groups, "group"),
                      counted(people.size(), "participant"));
  text +=
      "data-list.csv                     which participant speaks in which transcript, and what is known of them\n"
      "transcripts/                      the talk\n"
      "documentation/codebook.csv        the columns of the data list\n"
      "documentation/consent-wording.txt what participants agreed to\n"
      "metadata/                         DDI Codebook 2.5 and DataCite 4\n\n";
  text += "How it was made less telling\n\n" + how_marked(deposit) + how_people_are_told(deposit);
  text +=
      "Names of participants (P01) and numbers ([person 3]) were drawn for this deposit alone. The same one means the\n"
      "same everywhere in it. They are not those of the study's publications, and their order tells nothing.\n";
  if (left_out > 0) {
    text += fmt::format("{} of people who did not agree to archiving: left out, and marked where they stood.\n",
                        counted(left_out, "turn"));
  }
  text +=
      "\nThis is pseudonymised talk, not anonymous data: what people tell can give them away. Whoever reads it must "
      "not\n"
      "try to find out who they are. An account of what was replaced, by kind, is kept by the depositor.\n";
  return text;
}

}  // namespace moniker::custodian
