// Detection once more with a trace, and what taught the names that it learned.
#include "detect/explain.hpp"

#include <algorithm>

#include "rules/compiled.hpp"
#include "words/name_table.hpp"

namespace moniker::detect {
namespace {

/// Folded words with a blank round each, so that a form is looked for as whole words: " katherine shaw ".
std::string padded(const rules::RuleSet::Compiled& compiled, std::string_view text, ByteRange bytes) {
  words::Words words;
  words::Vocabulary vocabulary(compiled.lexicon, compiled.abbreviations);
  words::read_words(vocabulary, text, {}, words);
  std::string folded = " ";
  for (const words::Token& token : words.tokens) {
    if (bytes.holds(token.bytes)) folded.append(words.fold_of(token)).append(" ");
  }
  return folded;
}
std::string padded(const rules::RuleSet::Compiled& compiled, std::string_view text) {
  return padded(compiled, text, {0, static_cast<std::uint32_t>(text.size())});
}

/// What was taught, in the order of the text.
class Lessons {
 public:
  Lessons(const rules::RuleSet::Compiled& compiled, const LearnedNames& names) : compiled_(compiled), names_(names) {}

  void read(const Utterance& utterance, const rules::Trace& trace) {
    if (!utterance.speaker.empty()) note(utterance, {}, padded(compiled_, utterance.speaker));
    for (const rules::TaughtTrace& taught : trace.taught()) {
      const std::string& label = compiled_.labels[static_cast<std::size_t>(taught.finding.label)].name;
      note(utterance, label, padded(compiled_, utterance.text, taught.finding.bytes));
    }
  }

  std::optional<rules::Lesson> of(const Utterance& utterance, const Finding& learned) const {
    const std::string& label = compiled_.labels[static_cast<std::size_t>(learned.label)].name;
    const std::string words = padded(compiled_, utterance.text, learned.bytes);
    std::string form = words.substr(1, words.size() - std::min<std::size_t>(words.size(), 2));
    auto known = names_.all().find({label, form});
    if (known == names_.all().end()) {
      const std::string stem(words::without_verb(form));
      form = stem.size() == form.size() && form.ends_with('s') ? form.substr(0, form.size() - 1) : stem;  // the Shaws
      known = names_.all().find({label, form});
    }
    if (known == names_.all().end()) return std::nullopt;
    rules::Lesson lesson{.rule = known->second.rule, .times = known->second.times};
    // A speaker's label teaches a person and has no finding.
    const std::string wanted = lesson.rule == "speaker-label" ? std::string() : label;
    for (const Note& note : notes_) {
      if (note.label != wanted || note.words.find(" " + form + " ") == std::string::npos) continue;
      lesson.utterance = note.utterance;
      break;
    }
    return lesson;
  }

 private:
  struct Note {
    std::uint64_t utterance = 0;
    std::string label{}, words{};
  };
  void note(const Utterance& utterance, const std::string& label, std::string words) {
    notes_.push_back({utterance.number, label, std::move(words)});
  }

  const rules::RuleSet::Compiled& compiled_;
  const LearnedNames& names_;
  std::vector<Note> notes_{};
};

}  // namespace

std::vector<Explained> explain_utterances(const rules::RuleSet& rules, const Register& people,
                                          const std::vector<Utterance>& utterances, const LearnedNames* study) {
  Detector detector(rules, people);
  const LearnedNames& learned = study ? *study : detector.learned();
  std::vector<rules::Trace> traces(utterances.size());
  std::vector<Explained> all(utterances.size());
  Lessons lessons(rules.compiled(), learned);
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    detector.trace_to(&traces[i]);
    detector.take(utterances[i], [&](Marked marked) { all[i].findings = std::move(marked.findings); });
    lessons.read(utterances[i], traces[i]);
  }
  const LearnedMatcher matcher(rules, learned);
  LearnedReader reader(matcher);
  for (std::size_t i = 0; i < utterances.size(); ++i) {
    all[i].findings = reader.add(utterances[i], std::move(all[i].findings), &traces[i]);
    all[i].claims = traces[i].claims();
    all[i].kept = traces[i].kept();
    all[i].weighed = traces[i].weighed_words();
    for (rules::ClaimTrace& claim : all[i].claims) {
      if (claim.claim.rule == rules.compiled().learned_rule) claim.lesson = lessons.of(utterances[i], claim.claim);
    }
  }
  return all;
}

bool decides(const rules::ClaimTrace& claim, const Finding& finding) {
  if (claim.claim.rule != finding.rule || claim.claim.label != finding.label || claim.claim.score != finding.score)
    return false;
  if (claim.fate == rules::Fate::masked) return claim.claim.bytes == finding.bytes;
  return claim.fate == rules::Fate::lost &&
         std::find(claim.left.begin(), claim.left.end(), finding.bytes) != claim.left.end();
}

std::vector<rules::ClaimTrace> claims_on(const Explained& explained, const Finding& finding) {
  std::vector<rules::ClaimTrace> claims;
  for (const rules::ClaimTrace& claim : explained.claims) {
    if (claim.claim.bytes.overlaps(finding.bytes)) claims.push_back(claim);
  }
  std::stable_partition(claims.begin(), claims.end(),
                        [&](const rules::ClaimTrace& claim) { return decides(claim, finding); });
  return claims;
}

std::vector<rules::ClaimTrace> claims_on_nothing(const Explained& explained) {
  std::vector<rules::ClaimTrace> claims;
  for (const rules::ClaimTrace& claim : explained.claims) {
    const bool found = std::any_of(explained.findings.begin(), explained.findings.end(),
                                   [&](const Finding& f) { return f.bytes.overlaps(claim.claim.bytes); });
    if (!found) claims.push_back(claim);
  }
  return claims;
}

std::string_view order_name(rules::Order order) {
  constexpr std::string_view names[] = {"registered", "validated", "nearly registered", "sure", "longer", "score",
                                        "rule",       "place"};
  return names[static_cast<std::size_t>(order)];
}

std::string_view order_sentence(rules::Order order) {
  constexpr std::string_view sentences[] = {"the register's names, and what surely holds one, come first",
                                            "what passed a validator comes first",
                                            "what is nearly a name of the register comes first",
                                            "what is replaced without asking comes before what is asked about",
                                            "the longer comes first",
                                            "the higher score comes first",
                                            "of equals, the rule that stands first in the rule set comes first",
                                            "of equals, what stands first in the text comes first"};
  return sentences[static_cast<std::size_t>(order)];
}

std::string_view fate_name(rules::Fate fate) {
  constexpr std::string_view names[] = {"masked", "overruled", "vetoed", "invalid", "kept", "too low", "lost"};
  return names[static_cast<std::size_t>(fate)];
}

}  // namespace moniker::detect
