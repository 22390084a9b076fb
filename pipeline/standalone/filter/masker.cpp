// One record: detected, replaced, proved, as if it were the only one. What it learns is forgotten before the next, so a
// record's bytes depend on nothing but itself, the rules and the key, and any split of the input over machines gives
// the same. A label that holds no name and is no role goes as a whole: better a role lost than a name kept.
#include "filter/masker.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "replace/around.hpp"
#include "replace/article.hpp"
#include "replace/keyed_name.hpp"
#include "replace/spelling.hpp"
#include "resolve/entities.hpp"
#include "words/role_label.hpp"

namespace moniker::filter {
namespace {

bool before(const Change& a, const Change& b) { return a.begin < b.begin; }

}  // namespace

void Masker::mask(std::span<const RecordText> texts, std::vector<Changes>& changes) {
  changes.resize(texts.size());
  for (Changes& of_text : changes) of_text.clear();
  proof_.forget();
  read_turns(texts);
  detector_.begin_again();  // what it learned in one record must not be known in the next
  detect();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].speaker) mask_label(texts[i].text, 0, changes[i]);
  }
  for (Turn& turn : turns_) {
    const auto [begin, end] = turn.turn.label;
    if (begin < end) mask_label(texts[turn.of].text.substr(begin, end - begin), begin, changes[turn.of]);
    mask_talk(turn);
  }
  if (!person_.does->keeps && proof_.needed()) prove();
  for (Turn& turn : turns_) {
    for (Change& change : turn.changes) {
      const ByteRange seen{static_cast<std::uint32_t>(change.begin), static_cast<std::uint32_t>(change.end)};
      const read::SourceRange range = turn.turn.source_of(turn.disguised ? turn.disguised->delivered(seen) : seen);
      changes[turn.of].push_back({range.begin, range.end, std::move(change.by)});
    }
  }
  for (Changes& of_text : changes) std::sort(of_text.begin(), of_text.end(), before);
}

void Masker::detect() {
  for (Turn& turn : turns_) {
    detector_.take(std::move(turn.turn.utterance), [&](Marked marked) {
      turn.turn.utterance = std::move(marked.utterance);
      turn.findings = std::move(marked.findings);
    });
  }
  if (detector_.learned().all().empty()) return;
  const detect::LearnedMatcher matcher(needs_.rules, detector_.learned());
  reader_ ? reader_->look_for(matcher) : void(reader_.emplace(matcher, detector_));
  for (Turn& turn : turns_) turn.findings = reader_->add(turn.turn.utterance, std::move(turn.findings));
}

void Masker::read_turns(std::span<const RecordText> texts) {
  turns_.clear();
  std::string_view speaker;
  for (const RecordText& text : texts) {
    if (text.speaker) speaker = text.text;
  }
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (texts[i].speaker || trimmed(texts[i].text).empty()) continue;
    for (read::TextTurn& turn : read::text_turns(texts[i].text, needs_.rules.language())) {
      turn.utterance.number = turns_.size();
      if (turn.utterance.speaker.empty()) turn.utterance.speaker = speaker;
      detect::SeenTurn seen = seen_.see(std::move(turn.utterance));
      turn.utterance = std::move(seen.turn);
      turns_.push_back(
          {.of = i, .turn = std::move(turn), .disguised = std::move(seen.disguised), .findings = {}, .changes = {}});
    }
  }
}

void Masker::mask_talk(Turn& turn) {
  const std::string_view text = turn.turn.utterance.text;
  for (const Finding& finding : turn.findings) {
    const replace::Decision& choice = choice_of(finding);
    if (choice.does->keeps) continue;
    const ByteRange core = replace::core_of(text, finding.bytes);
    const std::string_view surface = text.substr(finding.bytes.begin, finding.bytes.size());
    std::string by = replaced(choice, surface, replace::about(text, finding.bytes));
    if (by == surface || by == text.substr(core.begin, core.size())) continue;
    if (choice.label == person_.label) proof_.take(surface);
    const auto from = static_cast<std::uint32_t>(turn.changes.empty() ? 0 : turn.changes.back().end);
    if (auto fitted = choice.does->in_words
                          ? replace::fit_article(text, finding.bytes, by, from, needs_.rules.language())
                          : std::nullopt) {
      turn.changes.push_back({fitted->bytes.begin, core.end, std::move(fitted->by)});
    } else {
      turn.changes.push_back({core.begin, core.end, std::move(by)});
    }
  }
}

void Masker::prove() {
  const prove::Prover prover = proof_.prover();
  std::vector<ByteRange> done;
  for (Turn& turn : turns_) {
    done.clear();
    for (const Change& change : turn.changes) {
      done.push_back({static_cast<std::uint32_t>(change.begin), static_cast<std::uint32_t>(change.end)});
    }
    const std::vector<ByteRange> left = proof_.left_in(turn.turn.utterance, done, prover);
    if (!left.empty()) mask_left(turn, left);
  }
}

/// What was left is replaced too. Where it touches what is replaced already, one replacement stands for both.
void Masker::mask_left(Turn& turn, const std::vector<ByteRange>& left) {
  const std::string_view text = turn.turn.utterance.text;
  for (const ByteRange bytes : left) {
    turn.changes.push_back({bytes.begin, bytes.end, replaced(person_, text.substr(bytes.begin, bytes.size()), {})});
  }
  std::sort(turn.changes.begin(), turn.changes.end(), before);
  Changes apart;
  for (Change& change : turn.changes) {
    if (!apart.empty() && change.begin < apart.back().end) {
      apart.back().end = std::max(apart.back().end, change.end);
    } else {
      apart.push_back(std::move(change));
    }
  }
  turn.changes = std::move(apart);
}

/// Names in it are replaced as in talk. A label without any that is no role and has words that nobody knows may be a
/// name that no list has: all of it goes.
void Masker::mask_label(std::string_view label, std::size_t at, Changes& changes) {
  if (person_.does->keeps || trimmed(label).empty()) return;
  std::vector<ByteRange> names = detector_.names_in_label(label);
  if (names.empty() && harmless_label(label)) return;
  if (names.empty()) names.push_back({0, static_cast<std::uint32_t>(label.size())});
  for (const ByteRange name : names) {
    const ByteRange core = replace::core_of(label, name);
    const std::string_view surface = label.substr(name.begin, name.size());
    changes.push_back({at + core.begin, at + core.end, replaced(person_, surface, {})});
    proof_.take(surface);
  }
}

bool Masker::harmless_label(std::string_view label) const {
  if (words::role_label(label, needs_.rules.language())) return true;
  const std::vector<std::string> words = folded_words(label);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return is_number(word) || (needs_.is_word && needs_.is_word(word));
  });
}

std::string Masker::replaced(const replace::Decision& choice, std::string_view surface,
                             const replace::AboutIt& about) const {
  std::string form = resolve::normal_form(choice.label->means, surface, needs_.rules.language());
  if (form.empty()) form = fold(surface);
  const std::string name = replace::keyed_name(keyed_hash(needs_.key, choice.label->name, form));
  replace::Decision decision = choice;
  replace::put_words(decision, {.surface = surface, .keyed = name, .about = about}, needs_.generalisations,
                     needs_.operator_keys);
  return std::move(decision.instead).value();
}

const replace::Decision& Masker::choice_of(const Finding& finding) {
  const auto key = static_cast<std::uint32_t>(finding.label) << 16 | static_cast<std::uint32_t>(finding.rule);
  const auto known = choices_.find(key);
  if (known != choices_.end()) return known->second;
  return choices_.emplace(key, chosen(needs_.rules.label(finding.label), needs_.rules.rule(finding.rule).subtype))
      .first->second;
}

replace::Decision Masker::chosen(const Label& label, const std::string& subtype) const {
  return replace::decide({.label = label, .subtype = subtype}, needs_.operators);
}

}  // namespace moniker::filter
