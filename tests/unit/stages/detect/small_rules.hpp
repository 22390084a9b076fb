#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "detect/detector.hpp"
#include "moniker/error.hpp"
#include "rules/tag_model.hpp"
#include "support/small_language.hpp"

namespace moniker::test {

using namespace moniker::detect;
using namespace moniker::rules;

/// A rules folder of its own, gone with the test: rules/xx/rules.yaml and what lists it names.
class SmallRules {
 public:
  explicit SmallRules(const std::string& yaml) {
    static int count = 0;
    folder_ = std::filesystem::temp_directory_path() /
              ("moniker-detect-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    std::filesystem::create_directories(folder_ / "xx");
    std::filesystem::create_directories(folder_ / "lists");
    std::ofstream(folder_ / "xx" / "rules.yaml") << yaml;
    write_language(folder_, "xx");
  }
  ~SmallRules() { std::filesystem::remove_all(folder_); }
  SmallRules(const SmallRules&) = delete;
  SmallRules& operator=(const SmallRules&) = delete;

  SmallRules& list(const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories((folder_ / "lists" / name).parent_path());
    std::ofstream(folder_ / "lists" / name) << bytes;
    return *this;
  }
  /// Both models of a tagger, for text with capitals and without.
  SmallRules& model(const std::string& name, const std::string& bytes) {
    std::filesystem::create_directories(folder_ / "models");
    for (const char* kind : {"cased", "uncased"})
      std::ofstream(folder_ / "models" / (name + "." + kind + ".tsv")) << bytes << end_of_model << "\n";
    return *this;
  }
  const std::filesystem::path& folder() const { return folder_; }
  std::string file() const { return (folder_ / "xx" / "rules.yaml").string(); }
  RuleSet load(const std::string& profile = "balanced") const {
    return RuleSet::load({.rules = folder_, .languages = {"xx"}, .profile = profile, .extra = {}});
  }
  /// What loading complains of; an empty problem when it does not.
  Problem problem(const std::string& profile = "balanced") const {
    try {
      load(profile);
    } catch (const Error& error) {
      return error.problem();
    }
    return {};
  }

 private:
  std::filesystem::path folder_;
};

/// The shipped rules, loaded once for the whole program.
inline const RuleSet& shipped() {
  static const RuleSet rules = RuleSet::load({.rules = std::filesystem::path(MONIKER_SOURCE_DIR) / "rules",
                                              .languages = {"en-GB"},
                                              .profile = "balanced",
                                              .extra = {}});
  return rules;
}

inline std::vector<Utterance> turns(const std::vector<std::string>& texts) {
  std::vector<Utterance> list;
  for (const std::string& text : texts) {
    Utterance& utterance = list.emplace_back();
    utterance.number = list.size() - 1;
    utterance.text = text;
  }
  return list;
}

inline Register people(const std::vector<std::string>& names) {
  Register people;
  for (const std::string& name : names) people.people.push_back({.name = name});
  return people;
}

/// Findings as "LABEL:words", in order.
inline std::vector<std::string> found(const RuleSet& rules, const Register& known,
                                      const std::vector<Utterance>& utterances) {
  std::vector<std::string> list;
  for (const Finding& f : detect_utterances(rules, known, utterances)) {
    const std::string& text = utterances[f.utterance].text;
    list.push_back(rules.label(f.label).name + ":" + text.substr(f.bytes.begin, f.bytes.size()));
  }
  return list;
}
inline std::vector<std::string> found(const RuleSet& rules, const std::vector<std::string>& texts,
                                      const Register& known = {}) {
  return found(rules, known, turns(texts));
}

}  // namespace moniker::test
