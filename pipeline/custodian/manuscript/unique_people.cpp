// Whoever is alone by what is published of them: a part of a breakdown that counts one, and an attribution that says
// that very thing. Of a breakdown within a part ("five physiotherapists: four women and one man") both must be said.
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {
namespace {

/// Whether an attribution's values say what a label counts.
bool says_label(const std::vector<Attribute>& person, std::string_view label, const PaperWords& words) {
  for (const std::string& article : words.articles) {
    if (label.starts_with(article + " ")) label.remove_prefix(article.size() + 1);
  }
  const auto told = attributes_of(label, 0, words);
  if (told.empty()) return false;
  return std::all_of(told.begin(), told.end(),
                     [&](const Attribute& wanted) {
                       if (wanted.value == "*") return true;
                       return std::any_of(person.begin(), person.end(), [&](const Attribute& has) {
                         if (wanted.kind.empty())
                           return plain_label(has.written, words) == plain_label(wanted.written, words);
                         return says_as_much(has, wanted);
                       });
                     }) &&
         std::any_of(told.begin(), told.end(), [](const Attribute& one) { return one.value != "*"; });
}

/// Whether the language knows what a total counts: "physiotherapists", and not "professionals were interviewed".
bool names_a_kind(std::string_view of, const PaperWords& words) {
  const auto told = attributes_of(of, 0, words);
  return std::any_of(told.begin(), told.end(), [](const Attribute& one) { return !one.kind.empty(); });
}

/// "Nine nurses of the trust and one nurse from a private clinic": more nurses are counted beside the one, so that what
/// the language knows of the label is not all of it.
bool is_counted_again(const Breakdown& in, const BreakdownPart& part, const PaperWords& words) {
  const auto wanted = attributes_of(part.label, 0, words);
  return std::any_of(in.parts.begin(), in.parts.end(), [&](const BreakdownPart& other) {
    return &other != &part && other.value > 0 && !wanted.empty() && !wanted[0].kind.empty() &&
           says_label(attributes_of(other.label, 0, words), part.label, words);
  });
}

}  // namespace

std::vector<PaperFinding> unique_people_in(const Manuscript& paper, const PaperTalk& talk,
                                           const std::vector<PaperPerson>& people,
                                           const std::vector<Breakdown>& breakdowns, const PaperWords& words) {
  std::vector<PaperFinding> findings;
  std::set<std::string> told;
  for (const Breakdown& one : breakdowns) {
    if (one.percent || one.verdict == Breakdown::Verdict::wrong) continue;
    for (const BreakdownPart& part : one.parts) {
      if (part.value != 1 || part.label.empty() || part.label.size() > 60) continue;
      const auto fits = [&](const PaperPerson& person) {
        return says_label(person.attributes, part.label, words) &&
               (!names_a_kind(one.of, words) || says_label(person.attributes, one.of, words));
      };
      if (is_counted_again(one, part, words) || std::count_if(people.begin(), people.end(), fits) > 1) continue;
      for (const PaperPerson& person : people) {
        if (person.extracts == 0 || !fits(person)) continue;
        if (!told.insert(person.key).second) continue;
        const Attribution& by = talk.attributions[person.attributions.front()];
        findings.push_back({PaperFault::unique,
                            fmt::format("{} is the only one of the sample who is \"{}\"{}", person.id, part.label,
                                        one.of.empty() ? "" : " among \"" + one.of + "\""),
                            {{paper.blocks[by.block].at, by.text}, one.where}});
      }
    }
  }
  return findings;
}

}  // namespace moniker::custodian
