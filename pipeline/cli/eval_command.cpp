#include <fmt/format.h>

#include <fstream>
#include <map>
#include <unordered_set>

#include "base/atomic_file.hpp"
#include "base/fold.hpp"
#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "eval/gold.hpp"
#include "eval/score.hpp"
#include "eval/tables.hpp"
#include "run/detect_text.hpp"
#include "run/known.hpp"

namespace moniker {
namespace {

std::ifstream opened(const std::string& name) {
  std::ifstream file(name);
  if (!file) {
    throw Error({.fault = Fault::input, .file = name, .at = {}, .what = "cannot open the file", .remedy = "check that it exists and may be read"});
  }
  return file;
}

/// By detection, with what counts as found.
Predict detection(const RuleSet& rules, bool doubtful) {
  return [&rules, doubtful](const GoldDocument& document) {
    std::vector<PredictedSpan> predicted;
    for (const DetectedSpan& span : detect_text(rules, Register{}, document.text)) {
      if (span.doubtful && !doubtful) continue;
      predicted.push_back({static_cast<std::uint32_t>(span.begin), static_cast<std::uint32_t>(span.end), span.label});
    }
    return predicted;
  };
}

Predict from_file(const std::string& name) {
  std::ifstream file = opened(name);
  auto all = std::make_shared<std::map<std::string, std::vector<PredictedSpan>>>(read_predictions(file, name));
  return [all](const GoldDocument& document) {
    const auto found = all->find(document.id);
    return found == all->end() ? std::vector<PredictedSpan>{} : found->second;
  };
}

/// What the lists say of a missed surface: a word of its own, or unknown to every list of names and places.
CauseHint hint_from(const std::filesystem::path& lists) {
  auto words = std::make_shared<std::unordered_set<std::string>>(ordinary_words(lists));
  auto names = std::make_shared<std::unordered_set<std::string>>();
  for (const char* folder : {"names", "places", "orgs", "groups"}) {
    for (const auto& entry : std::filesystem::directory_iterator(lists / folder)) {
      std::ifstream file(entry.path());
      for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#') names->insert(fold(line.substr(0, line.find('\t'))));
      }
    }
  }
  return [words, names](std::string_view surface) {
    bool known = false, ordinary = true;
    for (const std::string& word : folded_words(surface)) {
      known = known || names->contains(word);
      ordinary = ordinary && words->contains(word);
    }
    return ordinary ? Cause::ambiguous_word : known ? Cause::other : Cause::in_no_list;
  };
}

}  // namespace

int run_eval(const Arguments& arguments, Terminal& terminal) {
  std::optional<RuleSet> rules;
  Predict predict;
  if (arguments.has("predictions")) {
    predict = from_file(arguments.value("predictions"));
  } else {
    rules.emplace(RuleSet::load(rule_sources(arguments, terminal)));
    predict = detection(*rules, arguments.has("doubtful"));
  }
  const CauseHint hint = hint_from(terminal.rules_folder(arguments.value("rules")) / "lists");
  std::string markdown, json, errors;
  for (const std::string& name : arguments.rest) {
    std::ifstream gold = opened(name);
    const Evaluation evaluation = evaluate(gold, name, predict, hint);
    terminal.print(evaluation_table(evaluation) + "\n");
    markdown += evaluation_markdown(evaluation) + "\n";
    json += (json.empty() ? "[" : ",\n") + evaluation_json(evaluation);
    errors += misses_table(evaluation.misses);
  }
  if (arguments.has("markdown")) publish(arguments.value("markdown"), markdown, AtomicFile::IfThere::replace, 0644);
  if (arguments.has("json")) publish(arguments.value("json"), json + "]\n", AtomicFile::IfThere::replace, 0644);
  if (arguments.has("errors")) publish(arguments.value("errors"), errors);
  return 0;
}

}  // namespace moniker
