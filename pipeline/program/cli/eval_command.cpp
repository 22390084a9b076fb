// `moniker eval`: gold files against our own detection, another system's spans, or two systems side by side. It sets up
// what eval/ wants to know and prints its tables. A file of spans in which no document's id is known is refused: it
// would pass for a system that finds nothing.
#include <fmt/format.h>

#include <fstream>
#include <map>
#include <unordered_set>

#include "base/atomic_file.hpp"
#include "base/fold.hpp"
#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "eval/compare.hpp"
#include "eval/gold.hpp"
#include "eval/identity_page.hpp"
#include "eval/score.hpp"
#include "eval/tables.hpp"
#include "look/detect_text.hpp"
#include "opened/rules_in_use.hpp"
#include "opened/withdrawals.hpp"
#include "steps/known.hpp"
#include "words/list_file.hpp"

namespace moniker::cli {
namespace {

std::ifstream opened(const std::string& name) {
  std::ifstream file(name);
  if (!file) {
    throw Error::input("cannot open the file", "check that it exists and may be read", {name});
  }
  return file;
}

/// By detection, with what counts as found.
eval::Predict detection(const rules::RuleSet& rules, bool doubtful) {
  return [&rules, doubtful](const eval::GoldDocument& document) {
    std::vector<eval::PredictedSpan> predicted;
    for (const look::DetectedSpan& span : look::detect_text(rules, Register{}, document.text)) {
      if (span.doubtful && !doubtful) continue;
      predicted.push_back({static_cast<std::uint32_t>(span.begin), static_cast<std::uint32_t>(span.end), span.label});
    }
    return predicted;
  };
}

/// Spans of another system, and whether any of them was asked for: a file for other documents must not pass for a
/// system that finds nothing.
struct FromFile {
  std::map<std::string, std::vector<eval::PredictedSpan>> all{};
  bool asked = false;
};

std::shared_ptr<FromFile> read_spans(const std::string& name) {
  std::ifstream file = opened(name);
  return std::make_shared<FromFile>(FromFile{.all = eval::read_predictions(file, name)});
}

eval::Predict from(const std::shared_ptr<FromFile>& spans) {
  return [spans](const eval::GoldDocument& document) {
    const auto found = spans->all.find(document.id);
    spans->asked |= found != spans->all.end();
    return found == spans->all.end() ? std::vector<eval::PredictedSpan>{} : found->second;
  };
}

/// What the lists say of a missed surface: a word of its own, or unknown to every list of names and places.
eval::CauseHint hint_from(const std::filesystem::path& lists) {
  auto ordinary_words = std::make_shared<const words::WordTable>(study::ordinary_words(lists));
  auto names = std::make_shared<std::unordered_set<std::string>>();
  for (const char* folder : {"names", "places", "orgs", "groups"}) {
    for (const auto& entry : std::filesystem::directory_iterator(lists / folder)) {
      words::each_row(words::read_list_file(entry.path()), {},
                      [&](const words::ListRow& row) { names->insert(fold(row.cells[0])); });
    }
  }
  return [ordinary_words, names](std::string_view surface) {
    bool known = false, ordinary = true;
    for (const std::string& word : folded_words(surface)) {
      known = known || names->contains(word);
      ordinary = ordinary && ordinary_words->contains(word);
    }
    return ordinary ? eval::Cause::ambiguous_word : known ? eval::Cause::other : eval::Cause::in_no_list;
  };
}

eval::Reading reading(const Arguments& arguments) {
  const std::string part = arguments.value("part", "all");
  eval::Reading read{.small_letters = arguments.has("small-letters")};
  if (part == "develop")
    read.part = eval::GoldPart::develop;
  else if (part == "aside")
    read.part = eval::GoldPart::aside;
  else if (part != "all") {
    throw Error::usage(fmt::format("--part does not know `{}`", part), "it takes all, develop or aside");
  }
  return read;
}

/// One system, or two side by side, over the gold files; what it is asked to write.
class Evaluator {
 public:
  Evaluator(const Arguments& arguments, Terminal& terminal)
      : arguments_(arguments), terminal_(terminal), reading_(reading(arguments)) {}

  void run() {
    const std::vector<std::string> systems = arguments_.values("compare");
    if (!systems.empty()) check_compare(systems.size());
    for (const std::string& gold : arguments_.rest) systems.empty() ? one(gold) : two(gold, systems[0], systems[1]);
    if (arguments_.has("markdown"))
      publish(arguments_.value("markdown"), markdown_, AtomicFile::IfThere::replace, 0644);
    if (arguments_.has("json")) terminal_.print(json_ + "]\n");
    if (arguments_.has("errors")) publish(arguments_.value("errors"), errors_);
  }

 private:
  void check_compare(std::size_t systems) const {
    const auto refuse = [](std::string what, std::string remedy) {
      throw Error::usage(std::move(what), std::move(remedy));
    };
    if (systems != 2) refuse("--compare is given more than once", "compare two systems at a time");
    for (const char* other : {"predictions", "errors"}) {
      if (arguments_.has(other))
        refuse(fmt::format("--compare and --{} do not go together", other), "ask for one of them");
    }
  }

  void one(const std::string& gold) {
    const std::string file = arguments_.value("predictions", std::string(own_name));
    const eval::CauseHint hint = hint_from(terminal_.rules_folder(arguments_.value("rules")) / "lists");
    const eval::Evaluation evaluation = scored(gold, file, hint);
    say(eval::evaluation_table(evaluation), eval::evaluation_markdown(evaluation), eval::evaluation_json(evaluation));
    errors_ += eval::misses_page(evaluation.misses, gold);
  }

  void two(const std::string& gold, const std::string& first, const std::string& second) {
    const auto shown = [](const std::string& name) { return std::filesystem::path(name).stem().string(); };
    const eval::Comparison both =
        compare(gold, shown(first), scored(gold, first, {}), shown(second), scored(gold, second, {}));
    say(eval::comparison_table(both), eval::comparison_markdown(both), eval::comparison_json(both));
  }

  void say(const std::string& table, const std::string& markdown, const std::string& json) {
    if (!arguments_.has("json")) terminal_.print(table + "\n");
    markdown_ += markdown + "\n";
    json_ += (json_.empty() ? "[" : ",\n") + json;
  }

  eval::Evaluation scored(const std::string& gold, const std::string& system, const eval::CauseHint& hint) {
    std::ifstream stream = opened(gold);
    if (system == own_name) {
      if (!rules_) rules_.emplace(rules::RuleSet::load(rule_sources(arguments_, terminal_)));
      return eval::evaluate(stream, gold, detection(*rules_, arguments_.has("doubtful")), hint, reading_);
    }
    const auto spans = read_spans(system);
    eval::Evaluation evaluation = eval::evaluate(stream, gold, from(spans), hint, reading_);
    if (!spans->asked && evaluation.documents > 0) {
      throw Error::usage("the spans are of other documents: not one id is in the gold file",
                         "give the spans that were found in this gold file's documents", {system});
    }
    return evaluation;
  }

  static constexpr std::string_view own_name = "moniker";
  const Arguments& arguments_;
  Terminal& terminal_;
  const eval::Reading reading_;
  std::optional<rules::RuleSet> rules_{};
  std::string markdown_{}, json_{}, errors_{};
};

/// Who is who, gold after gold. A folder's own moniker.yaml says the rules and the register.
class IdentityEvaluator {
 public:
  IdentityEvaluator(const Arguments& arguments, Terminal& terminal)
      : arguments_(arguments), terminal_(terminal), part_(reading(arguments).part) {}

  void run() {
    JsonList list(arguments_, terminal_);
    for (const std::string& gold : arguments_.rest) {
      const eval::IdentityPage page = scored(gold);
      if (list.wanted())
        list.add(as_json(page));
      else
        show(arguments_, terminal_, page);
    }
    list.finish();
    if (arguments_.has("errors")) publish(arguments_.value("errors"), errors_);
  }

 private:
  eval::IdentityPage scored(const std::string& gold) {
    eval::IdentityScorer scorer;
    std::filesystem::is_directory(gold) ? folder(gold, scorer) : documents(gold, scorer);
    return {gold, scorer.figures()};
  }

  void add(const eval::IdentityRules& with, const eval::GoldStudy& study, eval::IdentityScorer& scorer) {
    const eval::Identified identified = identify(with, study);
    scorer.add(identified);
    if (arguments_.has("errors")) errors_ += eval::identity_errors(identified.answers);
  }

  void folder(const std::string& gold, eval::IdentityScorer& scorer) {
    const study::StudyConfig config = study::read_config(gold);
    const study::RulesInUse rules = load_rules(
        config, {.rules = terminal_.rules_folder(arguments_.value("rules")), .cache = Terminal::cache_folder()});
    const auto read = std::filesystem::exists(std::filesystem::path(gold) / "gold.jsonl") ? eval::read_gold_study
                                                                                          : eval::read_document_study;
    add({rules.set, rules.names, numbering_of(config)},
        read(gold, study::read_register(config), rules.set.language(), part_), scorer);
  }

  void documents(const std::string& gold, eval::IdentityScorer& scorer) {
    std::ifstream stream = opened(gold);
    if (!rules_) {
      rules_.emplace(rules::RuleSet::load(rule_sources(arguments_, terminal_)));
      names_ = words::NameLists::load(terminal_.rules_folder(arguments_.value("rules")) / "lists");
    }
    eval::each_document_study(stream, gold, rules_->language(), part_, [&](const eval::GoldStudy& study) {
      add({*rules_, names_, {}}, study, scorer);
    });
  }

  const Arguments& arguments_;
  Terminal& terminal_;
  const eval::GoldPart part_;
  std::optional<rules::RuleSet> rules_{};
  words::NameLists names_{};
  std::string errors_{};
};

}  // namespace

int run_eval(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("identity")) {
    IdentityEvaluator(arguments, terminal).run();
    return 0;
  }
  Evaluator(arguments, terminal).run();
  return 0;
}

}  // namespace moniker::cli
