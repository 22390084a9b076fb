#include "detect/seen_turns.hpp"

#include <unordered_set>

#include "base/seen_characters.hpp"
#include "base/utf8.hpp"
#include "detect/register_names.hpp"
#include "moniker/text_hash.hpp"
#include "rules/compiled.hpp"
#include "rules/word_questions.hpp"

namespace moniker::detect {

SeenTurns::SeenTurns(const rules::RuleSet& rules, std::shared_ptr<const KnownPeople> people)
    : people_(std::move(people)) {
  const auto* compiled = &rules.compiled();
  known_.word = [compiled, known = people_](std::string_view folded) {
    return compiled->lexicon.find(folded) != nullptr || known->table().knows(folded);
  };
  known_.ordinary = [compiled](std::string_view folded) {
    return rules::is_word_of(*compiled, compiled->ordinary, folded, words::shape_lower);
  };
  if (people_->table().empty()) return;
  known_.name = [known = people_](std::string_view folded) { return known->table().names(folded); };
}

SeenTurns::SeenTurns(const rules::RuleSet& rules, const Register& people)
    : SeenTurns(rules, known_people(rules, people)) {}

SeenTurns::SeenTurns(const rules::RuleSet& rules, const Register& people, const LearnedNames& learned)
    : SeenTurns(rules, people) {
  using Forms = std::unordered_set<std::string, TextHash, std::equal_to<>>;
  auto forms = std::make_shared<Forms>();
  for (const auto& [key, name] : learned.all()) {
    if (name.form.size() >= 4) forms->insert(name.form);
  }
  if (forms->empty()) return;
  known_.name = [registered = std::move(known_.name), forms](std::string_view folded) {
    if (registered && registered(folded)) return true;
    if (folded.ends_with("'s")) folded.remove_suffix(2);
    return forms->find(folded) != forms->end();
  };
}

void SeenTurns::names_in_pieces(std::string_view text, const Sink<std::string_view>& out) {
  const KnowsWord heard = [&](std::string_view folded) {
    if (folded.size() >= 4) out(folded);
    return false;
  };
  if (may_be_disguised(text, heard)) seen_text(text, {.word = no_word, .ordinary = no_word, .name = heard});
}

namespace {

bool inside_word(std::string_view text, std::uint32_t at) {
  return is_plain_letter(code_point_before(text, at).value) && is_plain_letter(code_point_at(text, at).value);
}

}  // namespace

std::vector<Finding> moved(std::vector<Finding> found, const SeenTurn& from, const SeenTurn& to) {
  const auto place = [&](std::uint32_t delivered) { return to.disguised ? to.disguised->seen(delivered) : delivered; };
  std::erase_if(found, [&](Finding& finding) {
    const ByteRange was = finding.bytes, delivered = from.delivered(was);
    finding.bytes = {place(delivered.begin), place(delivered.end)};
    const auto cut = [&](std::uint32_t now, std::uint32_t before) {
      return inside_word(to.turn.text, now) && !inside_word(from.turn.text, before);
    };
    return finding.bytes.begin >= finding.bytes.end || cut(finding.bytes.begin, was.begin) ||
           cut(finding.bytes.end, was.end);
  });
  return found;
}

SeenTurn SeenTurns::see(Utterance delivered) const {
  SeenTurn seen{.turn = std::move(delivered)};
  if (!may_be_disguised(seen.turn.text, known_.name, known_.word)) return seen;
  SeenText text = seen_text(seen.turn.text, known_);
  if (text.text == seen.turn.text) return seen;
  for (Cue& cue : seen.turn.cues) cue.begin = text.seen(cue.begin);
  seen.turn.text = text.text;
  seen.disguised = std::move(text);
  return seen;
}

}  // namespace moniker::detect
