// The annex and the paragraph. What a tool cannot know stands in [brackets]: it is for people to write, and a form that
// is sent with brackets in it says so by itself.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "dossier/impact.hpp"

namespace moniker::study {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

/// Without what would end a cell or begin a tag.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|' || c == '<' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void add_table(std::string& page, std::string_view left, std::string_view right, const Rows& rows) {
  page += fmt::format("| {} | {} |\n|---|---|\n", left, right);
  for (const auto& [a, b] : rows) page += fmt::format("| {} | {} |\n", cell(a), cell(b));
  page += '\n';
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string people_of(const Impact& impact) {
  std::string text;
  for (const auto& [role, count] : impact.people) {
    if (!text.empty()) text += ", ";
    text +=
        role == "participant" ? counted(count, "participant", "participants") : fmt::format("{} {}", count, cell(role));
  }
  return text.empty() ? "nobody yet" : text;
}

/// Labels by what becomes of them, so that the table is as long as there are operators.
Rows by_operator(const Rows& labels) {
  std::vector<std::pair<std::string, std::vector<std::string>>> groups;
  for (const auto& [label, operation] : labels) {
    const auto is_it = [&operation = operation](const auto& group) { return group.first == operation; };
    auto group = std::find_if(groups.begin(), groups.end(), is_it);
    if (group == groups.end()) group = groups.insert(group, {operation, {}});
    group->second.push_back(label);
  }
  Rows rows;
  for (const auto& [operation, names] : groups) rows.emplace_back(operation, fmt::format("{}", fmt::join(names, ", ")));
  return rows;
}

void add_processing(std::string& page, const Impact& impact) {
  page += fmt::format(
      "## What is processed\n\n"
      "Transcripts of interviews and focus groups, which may hold anything that people tell, data concerning health "
      "among "
      "it\n(UK GDPR Art. 9), of participants and of others whom they name. In the register: {}.\n\n",
      people_of(impact));
  add_table(page, "column of the register", "what becomes of it", impact.columns);
  page +=
      impact.consent.empty()
          ? "The register is not asked for consent (`consent: required:` is empty): [why, and the basis in law].\n\n"
          : fmt::format(
                "A transcript is held back unless everybody who speaks in it has agreed to: {}. [The basis in "
                "law; the condition of Art. 9.]\n\n",
                cell(fmt::format("{}", fmt::join(impact.consent, ", "))));
}

void add_measures(std::string& page, const Impact& impact) {
  page += fmt::format(
      "## How it is pseudonymised\n\n"
      "moniker {} finds identifiers by rules and lists for {}{}, profile `{}`, replaces them, and searches each result "
      "again for\nevery name that it knows; a transcript in which one is left is held back. {}\n\n",
      impact.version, fmt::format("{}", fmt::join(impact.languages, " and ")),
      impact.tagger ? " and a statistical model" : "", impact.profile,
      impact.signed_off ? "No transcript leaves the study that a person has not signed off."
                        : "[Who reads what is doubtful, and a sample of the rest.]");
  add_table(page, "becomes", "kinds of identifier", by_operator(impact.labels));
  page +=
      "The result is *pseudonymised*, which is personal data still: what people tell can give them away without any "
      "name.\n\n";
}

void add_holders(std::string& page, const Impact& impact) {
  const std::string both = impact.linkage_apart ? "others than those who open transcripts" : "the same";
  page += "## Who can do what\n\n";
  add_table(page, "who holds", "can",
            {{counted(impact.recipients, "key for transcripts", "keys for transcripts") + " [held by ...]",
              "read pseudonymised transcripts"},
             {counted(impact.linkage_recipients, "key for the linkage table", "keys for the linkage table") + ", " +
                  both + " [held by ...]",
              "tell who is who"},
             {impact.key_in_study ? "study.key, in the study's folder [on which machine, used by whom]"
                                  : "study.key, outside of the study's folder [held by ...]",
              "run the study; open none of its results"},
             {"the audit log, signed", "be read by anyone: it holds no word of a transcript and no name"}});
}

void add_retention(std::string& page, const Impact& impact) {
  page += "## How long\n\n";
  Rows rows = impact.retention;
  for (auto& [what, rule] : rows) rule = rule == "keep" ? "until somebody deletes it [when, and who]" : rule;
  add_table(page, "what", "until", rows);
  page +=
      "What goes is in the log and in a signed certificate. [Backups, mail, what the transcription company holds.]\n\n";
}

void add_risks(std::string& page, const Impact& impact) {
  page += "## Risks, and what answers them\n\n";
  add_table(
      page, "risk", "answer",
      {{"a name is missed", "rules, lists and a second search; what is doubtful is masked; [people read ...]"},
       {"somebody is told by what they tell",
        "`moniker intrude` and `moniker participants` look for it; [people "
        "read, and withhold]"},
       {"the machine is stolen or broken into", "results are encrypted to keys that are not on it; work is encrypted"},
       {"somebody changes results or the log",
        impact.witness ? "signed log, and its heads in a second place" : "signed log; [a second place for its heads]"},
       {"the order of IDs tells who was recruited when",
        impact.shuffled ? "IDs are drawn in an order that tells nothing"
                        : "IDs follow the register's rows [is that order harmless?]"},
       {"consent is taken back",
        "`moniker withdraw`: out of every transcript, with a certificate; not out of what "
        "has been published"},
       {"a transcript is lost", "[backups; the custodian's second key]"}});
}

/// Names, places, ...: of each kind what the settings make of it, so that nothing is promised that they leave.
std::string what_is_replaced(const Impact& impact) {
  constexpr std::pair<std::string_view, std::string_view> kinds[] = {{"PERSON", "names"},
                                                                     {"LOCATION", "places"},
                                                                     {"ORG", "organisations"},
                                                                     {"DATE", "dates"},
                                                                     {"AGE", "ages"},
                                                                     {"PHONE", "telephone numbers"},
                                                                     {"EMAIL", "e-mail addresses"},
                                                                     {"POSTCODE", "postcodes"},
                                                                     {"ID", "numbers of documents and accounts"}};
  std::vector<std::string> replaced, left;
  for (const auto& [label, words] : kinds) {
    const auto is_it = [name = label](const auto& row) { return row.first == name; };
    const auto row = std::find_if(impact.labels.begin(), impact.labels.end(), is_it);
    if (row != impact.labels.end()) (row->second == "keep" ? left : replaced).emplace_back(words);
  }
  const auto listed = [](std::vector<std::string>& words) {
    if (words.size() < 2) return words.empty() ? std::string("nothing") : words.front();
    const std::string last = std::move(words.back());
    words.pop_back();
    return fmt::format("{} and {}", fmt::join(words, ", "), last);
  };
  std::string text =
      fmt::format("Of what the talk tells, {}\nare found by {} and replaced, in the same way in all transcripts",
                  listed(replaced), impact.tagger ? "rules, lists and a statistical model" : "rules and lists");
  if (!left.empty()) text += fmt::format("; {} are left as they are", listed(left));
  return text;
}

void add_paragraph(std::string& page, const Impact& impact) {
  const auto rule = [&](std::string_view what) {
    for (const auto& [name, text] : impact.retention)
      if (name == what && text != "keep") return text;
    return std::string("[how long]");
  };
  page += fmt::format(
      "## For an ethics form\n\n"
      "Transcripts are pseudonymised on [a machine without a connection to the internet] before anyone outside [the "
      "study office] reads\nthem. {}; a second search looks for every registered name, and a "
      "transcript in which one is left is held back.\n{} Results and the list of who is who are encrypted{}; the "
      "machine that makes them\n{}. Every step is in a signed log that holds no word of the talk. Delivered files "
      "are kept: {}; the list of who is\nwho: {}; transcripts: {}. Participants who withdraw are removed from all "
      "transcripts that have not been published.\n",
      what_is_replaced(impact),
      impact.signed_off ? "A person signs off every transcript."
                        : "[Who] reviews what is doubtful and a sample of the rest.",
      impact.linkage_apart ? " to different holders" : "",
      impact.opens_itself ? "can open both [until keys/custodian.key is moved off it]" : "can open neither",
      rule("delivered files"), rule("the linkage table: who is who"), rule("pseudonymised transcripts"));
}

}  // namespace

std::string as_markdown(const Impact& impact) {
  std::string page = fmt::format(
      "# {}: annex to a data protection impact assessment\n\n"
      "Made by moniker {} on {} from the study's own settings. What stands in [brackets] is for people to write.\n\n",
      cell(impact.title), impact.version, impact.made);
  add_processing(page, impact);
  add_measures(page, impact);
  add_holders(page, impact);
  add_retention(page, impact);
  add_risks(page, impact);
  add_paragraph(page, impact);
  return page;
}

}  // namespace moniker::study
