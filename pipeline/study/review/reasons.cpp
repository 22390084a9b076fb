// Rules and the tagger's features put into words. A feature's name is what is looked at, a `=`, and what is seen there
// (stages/tag/tag_features.hpp); the table below has a sentence for each that means something to a reader.
#include "review/reasons.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "rules/compiled.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t most_features = 4, most_said = 6;

std::string spaced(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '-', ' ');
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

/// "a|b" -> "a b", without what stands for the text's ends.
std::string joined(std::string_view seen) {
  std::string words(seen);
  std::replace(words.begin(), words.end(), '|', ' ');
  std::erase_if(words, [](char c) { return c == '^' || c == '$'; });
  return words;
}

/// How a word is written: Cm, ls, im-.
std::string shape_in_words(std::string_view shape) {
  if (shape.empty() || shape.find('|') != std::string_view::npos) return {};
  const bool inside = shape.find('m') != std::string_view::npos;
  switch (shape.front()) {
    case 'C':
      return inside ? "has a capital inside a sentence" : "has a capital, where every word has one";
    case 'U':
      return "is all capitals";
    case 'i':
      return "is one capital letter";
    case 'l':
      return "has no capital";
    default:
      return {};
  }
}

/// What a class of the lists says of a word; the first that fits.
struct ClassWords {
  std::string_view begins, says;
  bool speaks_for;
};
constexpr ClassWords classes[] = {
    {"given", "is a given name", true},
    {"surname", "is a surname", true},
    {"place", "is the name of a place", true},
    {"world", "is the name of a place", true},
    {"country", "is the name of a place", true},
    {"brand", "is the name of a firm", true},
    {"common", "is a common word", false},
    {"dictionary", "is a word of the dictionary", false},
    {"function", "is one of the small words", false},
};

const ClassWords* class_named(std::string_view name) {
  const auto* const found = std::find_if(std::begin(classes), std::end(classes),
                                         [&](const ClassWords& one) { return name.starts_with(one.begins); });
  return found == std::end(classes) ? nullptr : found;
}

std::string list_in_words(std::string_view name) {
  const ClassWords* const known = class_named(name);
  return known ? std::string(known->says) : fmt::format("is in the list \"{}\"", spaced(name));
}

std::string quoted(std::string_view before, std::string_view seen, std::string_view after = "") {
  const std::string words = joined(seen);
  return words.find_first_not_of(' ') == std::string::npos ? std::string()
                                                           : fmt::format("{}\"{}\"{}", before, words, after);
}

struct FeatureWords {
  std::string_view looks_at;
  std::string (*says)(std::string_view seen);
};
constexpr FeatureWords features[] = {
    {"w0", [](std::string_view) -> std::string { return "the word by itself, as it is used in other talk"; }},
    {"w-1", [](std::string_view seen) { return quoted("follows ", seen); }},
    {"w-2", [](std::string_view seen) { return quoted("follows ", seen, " by a word"); }},
    {"w+1", [](std::string_view seen) { return quoted("stands before ", seen); }},
    {"w+2", [](std::string_view seen) { return quoted("stands a word before ", seen); }},
    {"w-2,-1", [](std::string_view seen) { return quoted("follows ", seen); }},
    {"w-1,0", [](std::string_view seen) { return quoted("as in ", seen); }},
    {"w0,1", [](std::string_view seen) { return quoted("as in ", seen); }},
    {"w-1,h0", [](std::string_view seen) { return quoted("follows ", seen.substr(0, seen.find('|'))); }},
    {"w+1,h0", [](std::string_view seen) { return quoted("stands before ", seen.substr(0, seen.find('|'))); }},
    {"h0", shape_in_words},
    {"c0", list_in_words},
    {"c0,h0", [](std::string_view seen) { return list_in_words(seen.substr(0, seen.find('|'))); }},
    {"c-1", [](std::string_view seen) { return fmt::format("follows one of the words \"{}\"", spaced(seen)); }},
    {"c+1", [](std::string_view seen) { return fmt::format("stands before one of the words \"{}\"", spaced(seen)); }},
    {"k0", [](std::string_view seen) -> std::string { return seen.empty() ? "is in no list and no dictionary" : ""; }},
    {"k0,h0",
     [](std::string_view seen) -> std::string {
       return seen.starts_with('|') ? "is in no list and no dictionary" : "";
     }},
    {"m0", [](std::string_view) -> std::string { return "it was named so elsewhere in this transcript"; }},
    {"y0", [](std::string_view seen) { return fmt::format("the rule \"{}\" says that it is harmless", spaced(seen)); }},
    {"s2", [](std::string_view seen) { return fmt::format("ends in -{}", seen); }},
    {"s3", [](std::string_view seen) { return fmt::format("ends in -{}", seen); }},
    {"s4", [](std::string_view seen) { return fmt::format("ends in -{}", seen); }},
};

void add(std::vector<std::string>& all, std::string sentence) {
  if (sentence.empty() || std::find(all.begin(), all.end(), sentence) != all.end()) return;
  all.push_back(std::move(sentence));
}

std::string taught(const std::optional<rules::Lesson>& lesson) {
  if (!lesson) return "the same name stands elsewhere in the study, where it is sure";
  const std::string by = lesson->rule == "speaker-label"
                             ? std::string("somebody speaks under this name")
                             : fmt::format("taught by the rule \"{}\"", spaced(lesson->rule));
  return fmt::format("the same name stands elsewhere in the study, where it is sure: {}, {} {}", by, lesson->times,
                     lesson->times == 1 ? "time" : "times");
}

/// What the claim's own rule says.
std::string of_rule(const rules::Rule& rule, const rules::ClaimTrace& claim) {
  if (rule.kind == "tagger") return {};  // its features say it
  if (rule.id == "learned") return taught(claim.lesson);
  if (rule.id == "register") return "the register has this name";
  if (rule.kind == "register") return "it is nearly a name of the register";
  if (rule.kind == "list") return fmt::format("it is in the list \"{}\"", spaced(rule.id));
  if (rule.kind == "context") return fmt::format("it looks like \"{}\"", spaced(rule.id));
  return fmt::format("it is written like \"{}\"", spaced(rule.id));
}

void tell_features(const rules::ClaimTrace& claim, WhyFound& why) {
  std::size_t told = 0;
  for (const rules::TagReason& reason : claim.reasons) {
    const std::string says = feature_in_words(reason.feature);
    if (says.empty() || told++ == most_features) continue;
    add(reason.weight > 0 ? why.speaks_for : why.against, says);
  }
}

void tell_fate(const rules::RuleSet& rules, const rules::ClaimTrace& claim, WhyFound& why) {
  if (claim.context.near && claim.context.change > 0)
    add(why.speaks_for, quoted("near it stands ", *claim.context.near));
  if (claim.context.change < 0) add(why.against, "none of the words that go with it stands near");
  if (claim.context.veto) add(why.against, quoted("beside it stands ", *claim.context.veto));
  if (claim.fate == rules::Fate::kept)
    add(why.against, fmt::format("the rule \"{}\" says that it is harmless", spaced(rules.rule(claim.keep.rule).id)));
}

/// What the lists know of the words, whatever rules made of it.
void tell_lists(const rules::RuleSet& rules, const Utterance& seen, ByteRange bytes, WhyFound& why) {
  for (const detect::KnownWord& word : detect::known_words(rules, seen, bytes)) {
    const std::string shown = seen.text.substr(word.bytes.begin, word.bytes.size());
    if (word.lists.empty()) add(why.speaks_for, fmt::format("no list and no dictionary knows \"{}\"", shown));
    for (const std::string& list : word.lists) {
      const ClassWords* const known = class_named(list);
      if (known) add(known->speaks_for ? why.speaks_for : why.against, fmt::format("\"{}\" {}", shown, known->says));
    }
  }
}

}  // namespace

std::string feature_in_words(std::string_view feature) {
  const std::size_t sign = feature.find('=');
  if (sign == std::string_view::npos) return {};
  const std::string_view looks_at = feature.substr(0, sign);
  for (const FeatureWords& one : features) {
    if (one.looks_at == looks_at) return one.says(feature.substr(sign + 1));
  }
  return {};
}

WhyFound why_found(const rules::RuleSet& rules, const Utterance& seen, const detect::Explained& explained,
                   ByteRange bytes) {
  WhyFound why;
  const auto found = std::find_if(explained.findings.begin(), explained.findings.end(),
                                  [&](const Finding& finding) { return finding.bytes.overlaps(bytes); });
  const Finding finding =
      found == explained.findings.end() ? Finding{.utterance = seen.number, .bytes = bytes} : *found;
  for (const rules::ClaimTrace& claim : detect::claims_on(explained, finding)) {
    const rules::Rule& rule = rules.rule(claim.claim.rule);
    add(why.rules, rule.id);
    if (why.rules.front() == "register") {  // of which nobody doubts
      add(why.speaks_for, of_rule(rules.rule(rules.compiled().register_rule), claim));
      continue;
    }
    if (claim.fate != rules::Fate::vetoed && claim.fate != rules::Fate::kept) add(why.speaks_for, of_rule(rule, claim));
    tell_features(claim, why);
    tell_fate(rules, claim, why);
  }
  if (!why.rules.empty() && why.rules.front() != "register") tell_lists(rules, seen, finding.bytes, why);
  if (why.speaks_for.size() > most_said) why.speaks_for.resize(most_said);
  if (why.against.size() > most_said) why.against.resize(most_said);
  return why;
}

}  // namespace moniker::study
