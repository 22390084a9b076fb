// Whoever is alone by what is published of them: a part of a breakdown that counts one, and an attribution that says
// that very thing. Of a breakdown within a part ("five physiotherapists: four women and one man") both must be said. A
// table of people counts too, by its columns.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/alone_in_words.hpp"
#include "manuscript/breakdown_whole.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/sentence_counts.hpp"

namespace moniker::custodian {
namespace {

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

/// Values of a column of the paper's table of people that one row has alone, where the column tells kinds of people: it
/// has few values, and most of them are of several.
std::map<std::string, std::set<std::string>> alone_in_table(const PaperTalk& talk) {
  std::map<std::string, std::map<std::string, std::size_t>> columns;
  std::map<std::string, std::size_t> rows;
  for (const Attribution& one : talk.attributions) {
    if (one.form != AttributionForm::row) continue;
    std::set<std::string> kinds;
    for (const Attribute& attribute : one.attributes) {
      if (attribute.kind.empty() || attribute.kind == "age" || attribute.value == "*") continue;
      ++columns[attribute.kind][attribute.value];
      if (kinds.insert(attribute.kind).second) ++rows[attribute.kind];
    }
  }
  std::map<std::string, std::set<std::string>> alone;
  for (const auto& [kind, values] : columns) {
    if (rows[kind] < 8 || values.size() < 2 || values.size() * 3 > rows[kind]) continue;
    for (const auto& [value, count] : values) {
      if (count == 1) alone[kind].insert(value);
    }
  }
  return alone;
}

/// Whoever is alone by one column of the table, where an attribution says that very thing.
void add_alone_in_table(const Manuscript& paper, const PaperTalk& talk, const std::vector<PaperPerson>& people,
                        std::set<std::string>& told, std::vector<PaperFinding>& findings) {
  const auto alone = alone_in_table(talk);
  for (const PaperPerson& person : people) {
    const Attribution* row = nullptr;
    for (const std::size_t a : person.attributions) {
      if (talk.attributions[a].form == AttributionForm::row) row = &talk.attributions[a];
    }
    for (const std::size_t a : person.attributions) {
      const Attribution& one = talk.attributions[a];
      if (!row || one.form == AttributionForm::row || person.extracts == 0) continue;
      for (const Attribute& attribute : one.attributes) {
        const auto kind = alone.find(attribute.kind);
        const bool in_row = std::any_of(row->attributes.begin(), row->attributes.end(), [&](const Attribute& has) {
          return has.kind == attribute.kind && has.value == attribute.value;
        });
        if (kind == alone.end() || !kind->second.contains(attribute.value) || !in_row) continue;
        if (!told.insert(person.key).second) continue;
        findings.push_back({PaperFault::unique,
                            fmt::format("{} is the only one of the sample who is \"{}\"", person.id, attribute.written),
                            {{paper.blocks[one.block].at, one.text}, {paper.blocks[row->block].at, row->text}}});
      }
    }
  }
}

/// Without the verbs and articles that lead to it: "static caravan" of "lived in a static caravan".
std::string_view without_leads(std::string_view label, const PaperWords& words) {
  for (std::string_view lead = lead_of(label, words.label_leads); !lead.empty() && lead.size() < label.size();
       lead = lead_of(label, words.label_leads))
    label.remove_prefix(lead.size() + 1);
  return label;
}

/// Whether a label counts what an attribution says in the very words: "retired priest".
bool begins_with(std::string_view label, std::string_view written) {
  return written.size() >= 6 && label.starts_with(written) &&
         (label.size() == written.size() || !is_word(code_point_at(label, written.size()).value));
}

/// Without what may stand anywhere in it: "certified organic" of "certified as organic".
std::string without_small_words(std::string_view said, const PaperWords& words) {
  std::string kept;
  for (const std::string& word : folded_words(said)) {
    if (!is_one_of(word, words.label_leads)) kept += (kept.empty() ? "" : " ") + word;
  }
  return kept;
}

/// Where a person is told in a label's very words; null where nowhere.
const Attribution* told_so(const PaperPerson& person, std::string_view counted, const PaperTalk& talk,
                           const PaperWords& words) {
  const std::string label = without_small_words(counted, words);
  for (const std::size_t a : person.attributions) {
    for (const Attribute& attribute : talk.attributions[a].attributes) {
      if (attribute.kind != "gender" && attribute.kind != "age" &&
          begins_with(label, without_small_words(attribute.written, words)))
        return &talk.attributions[a];
    }
  }
  return nullptr;
}

struct ToldAlone {
  const PaperPerson* person = nullptr;  // null: nobody, or several
  const Attribution* by = nullptr;
};

ToldAlone told_alone(const std::vector<PaperPerson>& people, std::string_view label, const PaperTalk& talk,
                     const PaperWords& words) {
  ToldAlone only;
  for (const PaperPerson& person : people) {
    const Attribution* const by = told_so(person, label, talk, words);
    if (by && only.person) return {};
    if (by) only = {&person, by};
  }
  return only;
}

/// "Two were teachers and one was a retired priest", before anybody is quoted: whoever is told in the same words, if
/// one alone is.
void add_told_alone(const Manuscript& paper, const PaperTalk& talk, const std::vector<PaperPerson>& people,
                    const PaperWords& words, std::set<std::string>& told, std::vector<PaperFinding>& findings) {
  const std::size_t quoted = first_quoted_in(talk);
  for (std::size_t i = 0; i < quoted; ++i) {
    const Block& block = paper.blocks[i];
    if (block.kind != BlockKind::body) continue;
    const SentenceCounts counts(block, words);
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      const std::string said = block.text.substr(sentence.begin, sentence.size());
      if (tells_of_others(said, words)) continue;
      for (const LabelledCount& one : counts.of(sentence)) {
        const std::string folded = fold(one.label);
        const std::string_view label = without_leads(folded, words);
        if (one.value != 1 || one.percent || one.bracketed || label.size() == folded.size()) continue;
        const ToldAlone only = told_alone(people, label, talk, words);
        if (!only.person || only.person->extracts == 0 || !told.insert(only.person->key).second) continue;
        findings.push_back({PaperFault::unique,
                            fmt::format("{} is the only one of the sample who \"{}\"", only.person->id, one.label),
                            {{paper.blocks[only.by->block].at, only.by->text}, {block.at, said}}});
      }
    }
  }
}

/// Whoever the text says is the only one of a kind in the sample, if an attribution of one alone says that kind.
void add_said_only(const Manuscript& paper, const PaperTalk& talk, const std::vector<PaperPerson>& people,
                   const PaperWords& words, std::set<std::string>& told, std::vector<PaperFinding>& findings) {
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      const std::string said = block.text.substr(sentence.begin, sentence.size()), folded = fold(said);
      if (!says_one_of(folded, words.only) || tells_of_others(said, words)) continue;
      for (const std::string& only : words.only) {
        const std::size_t at = (" " + folded).find(" " + only + " ");
        if (at == std::string::npos || !tail_of(trimmed(folded.substr(0, at)), words.not_only).empty()) continue;
        const std::string label = only_one_in(folded, at + only.size() + 1, words);
        if (label.empty() || !names_a_kind(label, words)) continue;
        const auto fits = [&](const PaperPerson& person) { return says_label(person.attributes, label, words); };
        const auto person = std::find_if(people.begin(), people.end(), fits);
        if (std::count_if(people.begin(), people.end(), fits) != 1 || person->extracts == 0) continue;
        if (!told.insert(person->key).second) continue;
        const Attribution& by = talk.attributions[person->attributions.front()];
        findings.push_back({PaperFault::unique,
                            fmt::format("{} is the only one of the sample who is \"{}\"", person->id, label),
                            {{paper.blocks[by.block].at, by.text}, {block.at, said}}});
      }
    }
  }
}

/// "Cedar, 1, 4" under "Principals" and "Teachers": one of these two alone, and of the sample five.
bool is_one_column(const Breakdown& one, const BreakdownPart& part, const std::vector<Breakdown>& breakdowns) {
  return one.in_table && one.of.empty() &&
         std::any_of(breakdowns.begin(), breakdowns.end(), [&](const Breakdown& other) {
           return &other != &one && other.in_table && !other.percent && shown(other.where.at) == shown(one.where.at) &&
                  std::any_of(other.parts.begin(), other.parts.end(),
                              [&](const BreakdownPart& its) { return its.label == part.label; });
         });
}

}  // namespace

std::vector<PaperFinding> unique_people_in(const Manuscript& paper, const PaperTalk& talk,
                                           const std::vector<PaperPerson>& people,
                                           const std::vector<Breakdown>& breakdowns, const PaperWords& words) {
  std::vector<PaperFinding> findings;
  std::set<std::string> told;
  // whoever is one of a wrong sum is one all the same where the paper's own table has no other
  const auto rows = std::count_if(talk.attributions.begin(), talk.attributions.end(),
                                  [](const Attribution& one) { return one.form == AttributionForm::row; });
  const bool all_have_rows = rows >= 8;
  for (const Breakdown& one : breakdowns) {
    if (one.percent || (one.verdict == Breakdown::Verdict::wrong && !all_have_rows)) continue;
    if (says_one_of(fold(one.of), words.fell_out)) continue;  // "two of them later withdrew" are quoted nowhere
    for (const BreakdownPart& part : one.parts) {
      if (part.value != 1 || part.label.empty() || part.label.size() > 60) continue;
      if (is_one_column(one, part, breakdowns)) continue;
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
  add_alone_in_table(paper, talk, people, told, findings);
  add_told_alone(paper, talk, people, words, told, findings);
  add_said_only(paper, talk, people, words, told, findings);
  add_alone_in_words(paper, talk, people, words, told, findings);
  return findings;
}

}  // namespace moniker::custodian
