#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/label.hpp"
#include "moniker/utterance.hpp"

namespace moniker::rules {

/// A rule file as it was written: plain values with their places, checked for shape and not yet for meaning.
/// What the keys mean stands in pipeline/stages/rules/README.md.
struct Located {
  std::string text{};
  Position at{};
};

/// A label: its thresholds, one for each profile, and the one above which a finding is asked about; what it means and
/// what is done with it.
struct LabelSpec {
  std::string name{};
  float balanced = 0.5F, strict = 0.3F, light = 0.7F, review = 0.35F;  // in light there is nothing to ask about
  std::optional<Meaning> means{};
  std::optional<std::string> by{};                     // key `operator`
  std::optional<std::vector<std::string>> speaking{};  // key `placeholder`
  std::string file{};
  Position at{};
};

/// A named set of words and phrases: from list files, written out, and as a union or an expression of others.
struct ClassSpec {
  std::string name{};
  std::vector<Located> lists{};                             // files below rules/lists
  std::map<std::string, std::vector<std::string>> where{};  // column of a .tsv: its accepted values
  std::vector<std::string> words{}, except{};
  bool endings = false;         // the entries are endings of words that no list has
  std::optional<Located> is{};  // an expression over classes and shapes, in place of all above
  std::string file{};
  Position at{};
};

struct ContextSpec {
  std::vector<std::string> words{};
  std::uint32_t before = 60, after = 30;  // code points
  float raise = 0, lower = 0;
};

/// An example with « and » round what must be masked; plain where nothing may be.
struct ExampleSpec {
  std::string text{};
  Position at{};
  bool match = true;
};

struct RuleSpec {
  std::string id{}, kind{}, label{}, subtype{};
  std::vector<Located> profiles{};  // only in these; in all where none is named
  float score = 0.6F;
  std::vector<Located> patterns{};
  // regex
  int group = 0;
  bool whole_word = true, ignore_case = false;
  std::optional<Located> validator{};
  std::optional<float> invalid{};  // what a failed validator adds; without it, there is no finding
  // list
  std::optional<Located> words{};  // the class whose entries are found
  std::optional<float> start{}, lower{},
      uncased{};  // scores at a sentence's start, in lower case, in text without capitals
  // context
  bool teach = false;
  // context, keep
  bool firm = false;
  // tagger
  std::optional<Located> model{};    // its name: rules/models/NAME.cased.tsv and NAME.uncased.tsv
  std::optional<float> overrules{};  // weaker claims of list and context rules for its labels are evidence only
  ContextSpec context{};
  std::vector<std::string> not_near{};
  std::vector<ExampleSpec> examples{};
  std::string file{};
  Position at{};
};

/// A part of an expression by a name: `{{name}}` in a pattern of kind regex stands for it.
struct PieceSpec {
  std::string name{};
  Located text{};
  std::string file{};
};

struct RuleFile {
  std::vector<LabelSpec> labels{};
  std::vector<PieceSpec> pieces{};
  std::vector<ClassSpec> classes{};
  std::vector<RuleSpec> rules{};
};

/// `shown` is the file's name in errors. Throws Error{usage} with line and column.
RuleFile parse_rule_file(std::string_view yaml, const std::string& shown);

}  // namespace moniker::rules
