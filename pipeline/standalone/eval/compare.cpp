#include "eval/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "eval/bootstrap.hpp"
#include "eval/tables.hpp"
#include "moniker/error.hpp"

namespace moniker::eval {
namespace {

struct ComparedColumn {
  std::string_view name;
  Share (Figures::*of)() const;
};
constexpr ComparedColumn compared[] = {{"R", &Figures::overlap_r},
                                       {"P", &Figures::overlap_p},
                                       {"F1", &Figures::overlap_f1},
                                       {"F2", &Figures::overlap_f2},
                                       {"any label R", &Figures::any_label_r},
                                       {"covered", &Figures::covered}};

std::string difference(Share a, Share b) { return a && b ? fmt::format("{:+.1f}", 100 * (*b - *a)) : "-"; }

/// A label's figures in both; empty ones where one of them has none.
struct Pair {
  std::string label{};
  Figures a{}, b{};
};
std::vector<Pair> pairs(const Comparison& c) {
  std::vector<Pair> all;
  for (const auto& [label, figures] : c.a.labels) all.push_back({label, figures, {}});
  for (const auto& [label, figures] : c.b.labels) {
    const auto same =
        std::find_if(all.begin(), all.end(), [&, &name = label](const Pair& pair) { return pair.label == name; });
    if (same == all.end())
      all.push_back({label, {}, figures});
    else
      same->b = figures;
  }
  all.push_back({"ALL", c.a.all, c.b.all});
  return all;
}

std::vector<std::string> remarks(const Comparison& c) {
  std::vector<std::string> lines;
  for (const auto& [name, i] : c.differences) {
    lines.push_back(fmt::format("{}: {} less {} is {:+.1f} to {:+.1f} (95 % interval over documents)", name, c.second,
                                c.first, 100 * i.low, 100 * i.high));
  }
  lines.push_back(fmt::format("false alarms per 1,000 words: {} {:.2f}, {} {:.2f}", c.first,
                              c.a.false_alarms_per_1000_words(), c.second, c.b.false_alarms_per_1000_words()));
  return lines;
}

}  // namespace

Comparison compare(std::string corpus, std::string first, Evaluation a, std::string second, Evaluation b) {
  if (a.by_document.size() != b.by_document.size() || a.all.counts.gold != b.all.counts.gold) {
    throw Error::usage("the two systems were not scored on the same documents", "score both on the same gold file",
                       {corpus});
  }
  auto differences = bootstrap_differences(a.by_document, b.by_document);
  return {.name = std::move(corpus),
          .first = std::move(first),
          .second = std::move(second),
          .a = std::move(a),
          .b = std::move(b),
          .differences = std::move(differences)};
}

std::string comparison_table(const Comparison& c) {
  std::string text = fmt::format("{}: {} (first) and {} (second), {} documents; overlapping spans\n\n{:<12} {:>6} ",
                                 c.name, c.first, c.second, c.a.documents, "label", "gold");
  for (const ComparedColumn& column : compared) text += fmt::format("{:>20} ", column.name);
  text += '\n';
  for (const Pair& pair : pairs(c)) {
    text += fmt::format("{:<12} {:>6} ", pair.label, std::max(pair.a.counts.gold, pair.b.counts.gold));
    for (const ComparedColumn& column : compared) {
      const Share a = (pair.a.*column.of)(), b = (pair.b.*column.of)();
      text += fmt::format("{:>6} {:>6} {:>6} ", per_cent(a), per_cent(b), difference(a, b));
    }
    text += '\n';
  }
  text += '\n';
  for (const std::string& line : remarks(c)) text += line + '\n';
  return text;
}

std::string comparison_markdown(const Comparison& c) {
  std::string text = fmt::format("## {}: {} and {}\n\n| label | gold |", c.name, c.first, c.second),
              rule = "|---|---:|";
  for (const ComparedColumn& column : compared) {
    text += fmt::format(" {0} {1} | {0} {2} | |", column.name, c.first, c.second);
    rule += "---:|---:|---:|";
  }
  text += "\n" + rule + "\n";
  for (const Pair& pair : pairs(c)) {
    text += fmt::format("| {} | {} |", pair.label, std::max(pair.a.counts.gold, pair.b.counts.gold));
    for (const ComparedColumn& column : compared) {
      const Share a = (pair.a.*column.of)(), b = (pair.b.*column.of)();
      text += fmt::format(" {} | {} | {} |", per_cent(a), per_cent(b), difference(a, b));
    }
    text += '\n';
  }
  text += '\n';
  for (const std::string& line : remarks(c)) text += "- " + line + '\n';
  return text;
}

std::string comparison_json(const Comparison& c) {
  nlohmann::ordered_json json = {{"name", c.name}, {"first", c.first}, {"second", c.second}};
  json["a"] = parse_json<nlohmann::ordered_json>(evaluation_json(c.a));
  json["b"] = parse_json<nlohmann::ordered_json>(evaluation_json(c.b));
  json["differences"] = nlohmann::ordered_json::object();
  for (const auto& [name, i] : c.differences) json["differences"][name] = {i.low, i.high};
  return json.dump();
}

}  // namespace moniker::eval
