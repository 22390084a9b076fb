#include "moniker/finding.hpp"

moniker::Finding finding(moniker::LabelId label, moniker::RuleId rule) {
#ifdef WRONG
  return {.utterance = 0, .bytes = {}, .label = rule, .rule = rule, .score = 1};
#else
  return {.utterance = 0, .bytes = {}, .label = label, .rule = rule, .score = 1};
#endif
}
