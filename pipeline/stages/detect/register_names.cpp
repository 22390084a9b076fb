#include "detect/register_names.hpp"

#include <algorithm>

#include "rules/word_questions.hpp"
#include "words/word_scanner.hpp"

namespace moniker::detect {
namespace {

constexpr float certain = 0.99F, likely = 0.75F, initials_score = 0.6F;

/// A registered name as folded words in spoken order: "Shaw, Katherine" is Katherine Shaw; what stands in brackets
/// and titles go.
std::vector<std::string> words_in_order(const rules::RuleSet::Compiled& compiled, std::string_view name) {
  std::string spoken(name.substr(0, name.find('(')));
  if (const auto comma = spoken.find(','); comma != std::string::npos) {
    spoken = spoken.substr(comma + 1) + " " + spoken.substr(0, comma);
  }
  std::vector<std::string> parts;
  words::WordScanner scanner(spoken);
  for (ByteRange word; scanner.next(word);) {
    std::string folded;
    words::fold_word(std::string_view(spoken).substr(word.begin, word.size()), folded);
    const auto is = [&](rules::Predicates::Id question) {
      return rules::is_word_of(compiled, question, folded, words::shape_cap | words::shape_mid);
    };
    const bool title = parts.empty() && is(compiled.title) && !is(compiled.label_lone);  // Dr, but not Dean
    if (folded != "'s" && !title) parts.push_back(std::move(folded));
  }
  return parts;
}

}  // namespace

KnownPeople::KnownPeople(const rules::RuleSet& rules, const Register& people)
    : compiled_(rules.compiled()), table_(rules.language()) {
  for (const Participant& person : people.people) {
    take_name(person.name);
    for (const std::string& alias : person.aliases) take_name(alias);
  }
}

bool KnownPeople::ordinary(std::string_view folded) const {
  return rules::is_word_of(compiled_, compiled_.ordinary, folded, words::shape_cap | words::shape_mid);
}

void KnownPeople::take_name(std::string_view name) {
  const std::vector<std::string> parts = words_in_order(compiled_, name);
  if (parts.empty()) return;
  std::string whole;
  for (const std::string& part : parts) whole.append(whole.empty() ? "" : " ").append(part);
  if (parts.size() > 1) {
    const bool words = std::all_of(parts.begin(), parts.end(), [&](const std::string& p) { return ordinary(p); });
    table_.add(whole, {words ? words::NameKind::word : words::NameKind::plain, certain, 0});
    table_.add(parts.front() + " " + parts.back(),
               {words ? words::NameKind::word : words::NameKind::plain, certain, 0});
    take_initials(parts);
  }
  for (const std::string& part : parts) take_part(part);
  const auto [begin, end] = compiled_.nicknames.equal_range(parts.front());
  for (auto nick = begin; nick != end; ++nick) {
    table_.add(nick->second, {ordinary(nick->second) ? words::NameKind::word : words::NameKind::plain, certain, 0});
    if (parts.size() > 1) table_.add(nick->second + " " + parts.back(), {words::NameKind::plain, certain, 0});
  }
}

void KnownPeople::take_part(std::string_view part) {
  // Van and de say nothing alone; one letter is an initial.
  if (part.size() < 2 || rules::is_word_of(compiled_, compiled_.particle, part, words::shape_cap | words::shape_mid))
    return;
  table_.add(std::string(part), {ordinary(part) ? words::NameKind::word : words::NameKind::plain, certain, 0});
  near_names_.add(part);
  for (std::size_t begin = 0, hyphen = part.find('-'); hyphen != std::string_view::npos;) {
    const std::string_view piece = part.substr(begin, hyphen - begin);
    if (piece.size() > 2) take_part(piece);
    begin = hyphen + 1;
    hyphen = part.find('-', begin);
    if (hyphen == std::string_view::npos && part.size() - begin > 2) take_part(part.substr(begin));
  }
}

void KnownPeople::take_initials(const std::vector<std::string>& parts) {
  std::string joined, spaced, written;
  for (const std::string& part : parts) {
    if (part[0] < 'a' || part[0] > 'z') return;
    joined += part[0];
    if (!spaced.empty()) spaced += ' ';
    spaced += part[0];
    written += static_cast<char>(part[0] - 'a' + 'A');
  }
  // AM, PM and GP are that before they are anybody.
  if (!compiled_.lexicon.find(joined) && !compiled_.lexicon.find(written))
    table_.add(joined, {words::NameKind::initials, initials_score, 0});
  table_.add(spaced, {words::NameKind::initials, likely, 0});
  table_.add(parts.front().substr(0, 1) + " " + parts.back(), {words::NameKind::initials, certain, 0});
  table_.add(parts.front() + " " + parts.back().substr(0, 1), {words::NameKind::initials, certain, 0});
}

/// A near miss must not be a word of its own, unless a capital inside a sentence says that a name was meant: Kate
/// does not swallow late.
bool RegisterNames::near(const words::Words& words, std::size_t token, rules::Predicates::Memo& memo) {
  const words::Token& at = words.tokens[token];
  const words::Word& word = *at.word;
  if (word.folded().size() < 4 || (at.shape & words::shape_digit)) return false;
  const bool named = (at.shape & words::shape_cap) && (at.shape & words::shape_mid);
  if (!named && compiled_.predicates.holds(compiled_.ordinary, token, memo)) return false;
  const bool small = !(at.shape & (words::shape_cap | words::shape_uncased));
  if (small && word.folded().size() < 6) return false;
  if (word.number >= near_.size()) near_.resize(word.number + std::size_t{64}, Near::unknown);
  Near& known = near_[word.number];
  if (known == Near::unknown) known = people_->near_names().near(word.folded()) ? Near::yes : Near::no;
  return known == Near::yes;
}

void RegisterNames::find(const words::Words& words, rules::Predicates::Memo& memo, std::vector<Finding>& findings) {
  if (people_->table().empty()) return;
  if (epoch_ != words.epoch) near_.clear();
  epoch_ = words.epoch;
  spotter_.begin(words);
  for (std::size_t token = 0; token < words.tokens.size();) {
    const words::KnownMatch match = spotter_.match(words, token);
    if (match.count > 0) {
      findings.push_back({.utterance = 0,
                          .bytes = words.range(token, token + match.count - 1),
                          .label = compiled_.person,
                          .rule = compiled_.register_rule,
                          .score = std::max(match.form.score, compiled_.review(compiled_.person))});
    } else if (near(words, token, memo)) {
      findings.push_back({.utterance = 0,
                          .bytes = words.tokens[token].bytes,
                          .label = compiled_.person,
                          .rule = compiled_.near_rule,
                          .score = likely});
    }
    token += std::max<std::size_t>(1, match.count);
  }
}

}  // namespace moniker::detect
