#include "eval/tables.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace moniker::eval {
namespace {

using OrderedJson = nlohmann::ordered_json;

struct Column {
  std::string_view head, long_head, json_group, json_name;
  Share (Figures::*of)() const;
};
// What is shown of a label, in this order, in every output. A column without a group stands by itself in
// JSON.
constexpr Column columns[] = {{"R", "exact R", "exact", "r", &Figures::exact_r},
                              {"P", "exact P", "exact", "p", &Figures::exact_p},
                              {"F1", "exact F1", "exact", "f1", &Figures::exact_f1},
                              {"F2", "exact F2", "exact", "f2", &Figures::exact_f2},
                              {"R", "overlap R", "overlap", "r", &Figures::overlap_r},
                              {"P", "overlap P", "overlap", "p", &Figures::overlap_p},
                              {"F1", "overlap F1", "overlap", "f1", &Figures::overlap_f1},
                              {"F2", "overlap F2", "overlap", "f2", &Figures::overlap_f2},
                              {"any R", "any label R", "", "any_label_r", &Figures::any_label_r},
                              {"covered", "covered", "", "covered", &Figures::covered},
                              {"whole", "whole", "", "whole", &Figures::whole}};

std::string row(std::string_view name, const Figures& figures) {
  std::string line = fmt::format("{:<12} {:>6} {:>6} ", name, figures.counts.gold, figures.counts.predicted);
  for (const Column& column : columns) line += fmt::format("{:>6} ", per_cent((figures.*column.of)()));
  return line + fmt::format("{:>6}\n", figures.counts.false_alarms);
}

std::string markdown_row(std::string_view name, const Figures& figures) {
  std::string line = fmt::format("| {} | {} | {} |", name, figures.counts.gold, figures.counts.predicted);
  for (const Column& column : columns) line += fmt::format(" {} |", per_cent((figures.*column.of)()));
  return line + fmt::format(" {} |\n", figures.counts.false_alarms);
}

/// Documents, words, and what does not count.
std::string summary(const Evaluation& e) {
  std::string text = fmt::format("{} documents, {} words, {} gold spans, {} predictions\n", e.documents, e.words,
                                 e.all.counts.gold, e.all.counts.predicted);
  if (e.outside + e.ignored > 0) {
    text += fmt::format(
        "not counted: {} predictions with labels that the gold never uses, {} on names that need not be "
        "masked\n",
        e.outside, e.ignored);
  }
  return text;
}

/// The lines below the table, the same for terminal and Markdown.
std::vector<std::string> remarks(const Evaluation& e) {
  std::vector<std::string> lines;
  for (const auto& [kind, p] : e.entities) {
    lines.push_back(fmt::format("{} entities protected in every mention: {} of {} ({} %)", kind, p.whole, p.entities,
                                per_cent(p.recall())));
  }
  for (const auto& [type, figures] : e.types) {
    lines.push_back(fmt::format("{} spans: {}, found under any label {} %, letters covered {} %, whole {} %", type,
                                figures.counts.gold, per_cent(figures.any_label_r()), per_cent(figures.covered()),
                                per_cent(figures.whole())));
  }
  lines.push_back(fmt::format("false alarms: {:.2f} per 1,000 words", e.false_alarms_per_1000_words()));
  std::string causes;
  for (const auto& [cause, times] : e.misses.by_cause())
    causes += fmt::format("{}{} {}", causes.empty() ? "" : ", ", cause_name(cause), times);
  if (!causes.empty()) lines.push_back("missed, by cause: " + causes);
  std::string intervals;
  for (const auto& [name, i] : e.intervals) {
    intervals += fmt::format("{}{} {}-{}", intervals.empty() ? "" : ", ", name, per_cent(i.low), per_cent(i.high));
  }
  if (!intervals.empty()) lines.push_back("95 % intervals over documents: " + intervals);
  return lines;
}

OrderedJson share_json(Share share) { return share ? OrderedJson(*share) : OrderedJson(nullptr); }

OrderedJson figures_json(const Figures& figures) {
  OrderedJson json = {{"gold", figures.counts.gold}, {"predicted", figures.counts.predicted}};
  for (const Column& column : columns) {
    OrderedJson& place = column.json_group.empty() ? json : json[std::string(column.json_group)];
    place[std::string(column.json_name)] = share_json((figures.*column.of)());
  }
  json["false_alarms"] = figures.counts.false_alarms;
  return json;
}

OrderedJson type_json(const Figures& figures) {
  return {{"gold", figures.counts.gold},
          {"any_label_r", share_json(figures.any_label_r())},
          {"covered", share_json(figures.covered())},
          {"whole", share_json(figures.whole())}};
}

}  // namespace

std::string per_cent(Share share) { return share ? fmt::format("{:.1f}", 100 * *share) : "-"; }

std::string evaluation_table(const Evaluation& e) {
  std::string text = fmt::format("{}\n{}\n{:<12} {:>6} {:>6} ", e.name, summary(e), "", "", "");
  text += fmt::format("{:^27} {:^27} {:>6} {:^14}  {:>6}\n", "exact", "overlap", "", "leak", "false");
  text += fmt::format("{:<12} {:>6} {:>6} ", "label", "gold", "found");
  for (const Column& column : columns) text += fmt::format("{:>6} ", column.head);
  text += "alarms\n";
  for (const auto& [label, figures] : e.labels) text += row(label, figures);
  text += row("ALL", e.all) + '\n';
  for (const std::string& line : remarks(e)) text += line + '\n';
  return text;
}

std::string evaluation_markdown(const Evaluation& e) {
  std::string text = fmt::format("## {}\n\n{}\n| label | gold | found |", e.name, summary(e));
  std::string rule = "|---|---:|---:|";
  for (const Column& column : columns) {
    text += fmt::format(" {} |", column.long_head);
    rule += "---:|";
  }
  text += " false alarms |\n" + rule + "---:|\n";
  for (const auto& [label, figures] : e.labels) text += markdown_row(label, figures);
  text += markdown_row("ALL", e.all) + '\n';
  for (const std::string& line : remarks(e)) text += "- " + line + '\n';
  return text;
}

std::string evaluation_json(const Evaluation& e) {
  OrderedJson json = {
      {"name", e.name}, {"documents", e.documents}, {"words", e.words}, {"outside", e.outside}, {"ignored", e.ignored}};
  json["labels"] = OrderedJson::object();
  for (const auto& [label, figures] : e.labels) json["labels"][label] = figures_json(figures);
  json["all"] = figures_json(e.all);
  json["types"] = OrderedJson::object();
  for (const auto& [type, figures] : e.types) json["types"][type] = type_json(figures);
  json["entities"] = OrderedJson::object();
  for (const auto& [kind, p] : e.entities) {
    json["entities"][kind] = {{"entities", p.entities}, {"protected", p.whole}, {"recall", share_json(p.recall())}};
  }
  json["false_alarms_per_1000_words"] = e.false_alarms_per_1000_words();
  json["causes"] = OrderedJson::object();
  for (const auto& [cause, times] : e.misses.by_cause()) json["causes"][std::string(cause_name(cause))] = times;
  json["intervals"] = OrderedJson::object();
  for (const auto& [name, i] : e.intervals) json["intervals"][name] = {i.low, i.high};
  return json.dump();
}

}  // namespace moniker::eval
