#include "small_filter.hpp"

#include <fstream>

#include "replace/keyed_name.hpp"
#include "support/small_language.hpp"

namespace moniker::test {

using namespace moniker::filter;
using namespace moniker::replace;
using namespace moniker::rules;

RuleSet SmallFilter::load() {
  const TemporaryFolder folder;
  write_language(folder.path(), "xx", {.roles = "interviewer\talone\tyes\tyes\n"});
  std::ofstream(folder.path() / "xx" / "rules.yaml") << R"(labels:
  PERSON: {means: person, balanced: 0.5, review: 0.3}
  ID: {means: code, balanced: 0.5, review: 0.3}
  TIME: {balanced: 0.5, review: 0.3}
  AGE: {means: age, balanced: 0.5, review: 0.3}
classes:
  name: {words: [Fizz, Buzz]}
  label-name: {is: name}
  label-role: {words: [guest]}
rules:
  - {id: name, kind: list, label: PERSON, words: name, score: 0.9}
  - {id: met, kind: context, label: PERSON, score: 0.9, teach: true, pattern: "met [ <cap> ]"}
  - {id: number, kind: regex, label: ID, score: 0.9, pattern: '\d{5}'}
  - {id: hour, kind: regex, label: TIME, score: 0.9, pattern: '\d+ o.clock'}
  - {id: age, kind: regex, label: AGE, score: 0.9, pattern: 'aged \d+'}
)";
  return RuleSet::load({.rules = folder.path(), .languages = {"xx"}, .profile = "balanced", .extra = {}});
}

std::string SmallFilter::name(const std::string& label, const std::string& form) const {
  return "[" + label + "_" + keyed_name(keyed_hash(key_, label, form)) + "]";
}

}  // namespace moniker::test
