// Why it can be believed, and how far: decisions, risk, who saw what, keys, rules, the log.
#include <fmt/format.h>

#include <algorithm>

#include "base/proportion_bound.hpp"
#include "dossier/sections.hpp"
#include "html/bars.hpp"
#include "html/tables.hpp"

namespace moniker::study {
namespace {

using html::Column;
using html::grouped;

void add_paragraph(html::Html& html, const std::string& text) { html.element("p", text).line(); }

std::size_t kept_back(const Dossier& dossier) {
  const auto hit = [](const ReportIssue& issue) { return issue.code == "proof.hit"; };
  return static_cast<std::size_t>(std::count_if(
      dossier.run.outcomes.begin(), dossier.run.outcomes.end(),
      [&](const Outcome& outcome) { return std::any_of(outcome.issues.begin(), outcome.issues.end(), hit); }));
}

void tell_overrides(const Dossier& dossier, html::Html& html) {
  if (dossier.run.overrides.empty()) return;
  const std::vector<Column> columns{{"who or what"}, {"becomes"}};
  html::open_table(html, "Replaced in a way of its own, by moniker.yaml", columns);
  for (const auto& [name, operation] : dossier.run.overrides) html::add_row(html, columns, {name, operation});
  html::close_table(html);
}

void tell_questions(const Dossier& dossier, html::Html& html) {
  if (dossier.run.questions.empty()) return;
  const std::vector<Column> columns{{"where"}, {"what stands there"}, {"who is meant"}};
  html::open_table(html, "Open: who is meant. Nobody's ID was given", columns);
  for (const OpenQuestion& question : dossier.run.questions) {
    html::add_row(html, columns,
                  {question.turn == 0 ? question.transcript + ", who speaks"
                                      : fmt::format("{}, turn {}", question.transcript, question.turn),
                   question.taken_for, could_be_in_words(question)});
  }
  html::close_table(html);
}

}  // namespace

std::string bound_in_words(const PassagesRead& passages) {
  if (passages.read == 0) return "nobody has read passages of what was left alone: no bound can be given";
  return fmt::format("{} of {} passages: below {} at 95 %", passages.missed, passages.read,
                     bound_in_percent(upper_bound_of_share(passages.missed, passages.read)));
}

std::string could_be_in_words(const OpenQuestion& question) {
  return fmt::format("{}{}", fmt::join(question.could_be, " or "),
                     question.could_be.size() == 1 ? " or somebody else" : "");
}

void tell_decisions(const Dossier& dossier, html::Html& html) {
  if (dossier.decisions.empty()) {
    add_paragraph(html, "No decisions: everything stands as the register, moniker.yaml and the rules have it.");
  } else {
    const std::vector<Column> columns{{"number"}, {"day", "fixed"}, {"who"}, {"what"}, {"why"}};
    html::open_table(html, "Decisions, in the order in which they were made", columns);
    for (const DecisionTold& one : dossier.decisions) {
      const std::string_view state = one.undone ? ", undone since" : one.opinion ? ", a second opinion" : "";
      html::add_row(html, columns,
                    {std::to_string(one.number), one.day, one.who, fmt::format("{}{}", one.what, state), one.why});
    }
    html::close_table(html);
  }
  if (dossier.always_masked + dossier.always_kept > 0) {
    add_paragraph(html, fmt::format("Always somebody or something, by names.txt: {}. Always harmless, by keep.txt: {}.",
                                    grouped(dossier.always_masked), grouped(dossier.always_kept)));
  }
  tell_overrides(dossier, html);
  tell_questions(dossier, html);
}

void tell_risk(const Dossier& dossier, html::Html& html) {
  const PassagesRead& passages = dossier.passages;
  if (passages.read == 0) {
    add_paragraph(
        html,
        "Nobody has read passages of what was left alone, so no bound can be given for what was missed. Passages "
        "drawn at random and read give one: where nothing is found in 60, it is below 5 % of passages, in 150 below "
        "2 %, in 300 below 1 %, each at 95 % confidence.");
  } else {
    const double bound = upper_bound_of_share(passages.missed, passages.read);
    const std::string tells = bound_in_words(passages);
    html.open("figure").line();
    html::add_interval(html, {.from = 0,
                              .to = bound,
                              .seen = static_cast<double>(passages.missed) / static_cast<double>(passages.read),
                              .tells = tells});
    std::string readers;
    for (const auto& [who, count] : passages.readers)
      readers +=
          fmt::format("{}{} {}", readers.empty() ? " Read by: " : ", ", who.empty() ? "nobody named" : who, count);
    html.element("figcaption", "Passages in which something was missed: " + tells +
                                   " confidence (Clopper and Pearson, one-sided). The dot is what was found." +
                                   (readers.empty() ? readers : readers + "."));
    html.close().line();
  }
  html.open("ul").line();
  html.element("li",
               fmt::format("Proved: each sealed transcript was searched again for every known name, by other code; a "
                           "hit keeps it back ({} kept back).",
                           kept_back(dossier)));
  html.line().element("li", fmt::format("Masked, though not surely an identifier: {}. Where, stands in reports/run.md.",
                                        grouped(dossier.doubtful())));
  html.line().element("li", fmt::format("Who is meant is open: {}.", grouped(dossier.run.questions.size())));
  html.line().element(
      "li",
      "Not bounded by any of this: what people tell about themselves and others without a name, number or "
      "place. People must read what leaves the team.");
  html.line().close().line();
}

void tell_acts(const Dossier& dossier, html::Html& html) {
  if (dossier.acts.empty()) {
    add_paragraph(html,
                  "Nobody: the log holds no look at who somebody is or what was delivered, no export, no withdrawal, "
                  "nothing deleted.");
    return;
  }
  const std::vector<Column> columns{{"day", "fixed"}, {"what"}, {"of"}, {"who"}, {"why"}};
  html::open_table(html, "As the log has it, in order", columns);
  for (const LoggedAct& act : dossier.acts)
    html::add_row(html, columns, {act.day, act.what, act.about, act.who, act.why});
  html::close_table(html);
}

void tell_keys_of(const Dossier& dossier, html::Html& html) {
  const std::vector<Column> columns{{"what it does"}, {"fingerprint", "fixed mono"}, {"public key", "mono"}};
  html::open_table(html, "Public keys", columns);
  for (const KeyTold& key : dossier.keys) html::add_row(html, columns, {key.use, key.fingerprint, key.text});
  html::close_table(html);
  html.element("p",
               "A fingerprint is the first sixteen digits of the SHA-256 of the key's text: printf %s KEY | sha256sum",
               {{"class", "faint"}});
  html.line();
}

void tell_rules_of(const Dossier& dossier, html::Html& html) {
  const RulesTold& rules = dossier.rules;
  add_paragraph(
      html, fmt::format("{}, profile {}, {} rules for {} kinds{}{}; the statistical tagger {}.",
                        fmt::join(rules.languages, " and "), rules.profile, grouped(rules.rules), rules.labels,
                        rules.own_files == 0 ? "" : fmt::format(", {} rule files of the study's own", rules.own_files),
                        rules.off.empty() ? "" : fmt::format(", without {}", fmt::join(rules.off, ", ")),
                        rules.tagger ? "weighs what they say" : "is left out"));
  const std::vector<Column> columns{{"moniker"}, {"digest of the rules", "mono"}, {"transcripts"}};
  html::open_table(html, "What the sealed transcripts were made with", columns);
  for (const MadeWith& with : rules.made_with) {
    const bool old = with.rules != rules.digest || with.version != dossier.version;
    html::add_row(html, columns,
                  {with.version, with.rules + (old ? " (not as they are now)" : ""),
                   fmt::format("{}", fmt::join(with.transcripts, " "))});
  }
  html::close_table(html);
}

void tell_log_of(const Dossier& dossier, html::Html& html) {
  const audit::AuditReport& verified = dossier.log.verified;
  if (dossier.good()) {
    add_paragraph(html,
                  fmt::format("Verified: {} records from {} to {}, unbroken and signed; every sealed file is the one "
                              "that the log names.",
                              grouped(verified.records), dossier.log.first_day, dossier.log.last_day));
  } else {
    html.element("p", "Not verified:", {{"class", "alarm"}}).line().open("ul").line();
    for (const audit::AuditFault& fault : verified.faults) {
      html.element("li", fmt::format("{}{}; {}", fault.line == 0 ? "" : fmt::format("record {}: ", fault.line),
                                     fault.what, fault.remedy));
      html.line();
    }
    html.close().line();
  }
  html.open("p").text("Head, the BLAKE2b-256 of the last record: ").element("code", dossier.log.head).close().line();
  add_paragraph(
      html,
      "Anyone who has the log, its signature and this public key from elsewhere can check it, with minisign or with "
      "moniker; the trusted comment that minisign prints must name these records and this head:");
  html.element(
      "pre", fmt::format("minisign -V -P {} -m audit/audit.jsonl\nmoniker audit verify STUDY", dossier.log.public_key));
  html.line();
  add_paragraph(
      html, "Files alone cannot tell that log and signature were both put back: keep copies of signatures elsewhere.");
  const std::vector<Column> columns{{"file"}, {"BLAKE2b-256", "mono"}, {"sealed", "fixed"}};
  html::open_table(html, "Sealed files, as the log names them", columns);
  for (const SealedFile& file : dossier.sealed) html::add_row(html, columns, {file.path, file.digest, file.day});
  html::close_table(html);
}

}  // namespace moniker::study
