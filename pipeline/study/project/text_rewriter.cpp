// The second way over a project: every text of it as the study would have it, and where its ranges come to lie.
#include "project/text_rewriter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/fold.hpp"
#include "base/plain_file_names.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "detect/decided.hpp"
#include "project/source_identity.hpp"
#include "words/role_label.hpp"

namespace moniker::study {
namespace {

ByteRange bytes_of(const read::SourceRange& range) {
  return {static_cast<std::uint32_t>(range.begin), static_cast<std::uint32_t>(range.end)};
}

/// As turns_of() reads a name.
std::string parted(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

/// P03, FG2, int12: a few letters and a number.
bool is_code(std::string_view word) {
  const std::size_t digits = word.find_first_of("0123456789");
  return digits <= 3 && is_number(word.substr(digits)) && word.size() <= 6;
}

constexpr std::string_view endings[] = {"docx", "doc", "txt", "pdf", "rtf", "odt"};

}  // namespace

void add_letters(const Utterance& turn, std::string& letters) {
  for (const std::string& part : {turn.speaker, turn.text}) {
    for (std::size_t at = 0; at < part.size();) {
      const CodePoint point = code_point_at(part, at);
      if (is_word(point.value)) letters.append(part, at, point.length);
      at += std::max<std::uint32_t>(point.length, 1);
    }
  }
}

TextRewriter::TextRewriter(const ApplyShared& shared, const detect::Detector& detector, const coded::XmlTree& tree)
    : shared_(shared), detector_(detector), tree_(tree), concept_names_(shared.is_word, shared.rules.language()) {}

bool TextRewriter::may_be_words(const coded::CodedText& text, ByteRange at) const {
  return is_concept(tree_, text) && concept_names_.may_be_words(parted(text.text), at);
}

bool TextRewriter::is_person(const Finding& finding) const {
  return shared_.rules.label(finding.label).name == shared_.rules.person().name;
}

RewrittenText TextRewriter::rewrite(const coded::CodedText& text, const SearchedText& searched,
                                    const std::string& file) const {
  RewrittenText out;
  const std::vector<std::unique_ptr<Output>> nowhere;
  audit::ReplacementRows rows("", [](std::string_view) {});
  Rewriter rewriter(shared_, file, nowhere, out.record, rows);
  const read::TextTurn* now = nullptr;
  rewriter.watch([&](const RewrittenTurn& turn) {
    add_letters(turn.rewritten.utterance, out.letters);
    const ByteRange label = bytes_of(now->label);
    if (label.size() > 0 && turn.rewritten.utterance.speaker != now->utterance.speaker)
      out.edits.push_back({label, turn.rewritten.utterance.speaker});
    // Several names of people in one text are a full name or people, and no words.
    const bool alone = std::count_if(turn.findings.begin(), turn.findings.end(), [&](const Finding& finding) {
                         return is_person(finding) && !detect::is_kept(shared_.rules, finding);
                       }) == 1;
    for (const Replacement& replacement : turn.rewritten.replacements) {
      const ByteRange was = bytes_of(now->source_of(replacement.was));
      if (was.size() == 0) continue;
      if (alone && replacement.finding < turn.findings.size() && is_person(turn.findings[replacement.finding]) &&
          may_be_words(text, was)) {
        out.as_words.push_back(was);
        const auto counted = out.record.replaced.find(shared_.rules.person().name);
        if (counted != out.record.replaced.end() && counted->second > 0) --counted->second;
        continue;
      }
      out.edits.push_back({was, replacement.by});
    }
    for (const Finding& finding : turn.findings) {
      if (detect::is_kept(shared_.rules, finding)) out.kept.push_back(bytes_of(now->source_of(finding.bytes)));
    }
  });
  for (std::size_t i = 0; i < searched.turns.size(); ++i) {
    now = &searched.turns[i];
    rewriter.take(now->utterance, searched.found[i]);
  }
  coded::settle_edits(out.edits);
  return out;
}

void TextRewriter::settle_name(const coded::CodedText& text, std::size_t number, const std::string& transcript,
                               RewrittenText& rewritten) const {
  const ByteRange whole{0, static_cast<std::uint32_t>(text.text.size())};
  if (text.role == coded::Role::source && !transcript.empty()) {
    rewritten.edits = {{whole, transcript}};
    return;
  }
  const std::string seen = parted(text.text);
  std::vector<ByteRange> replaced = rewritten.kept;
  replaced.insert(replaced.end(), rewritten.as_words.begin(), rewritten.as_words.end());
  for (const coded::Edit& edit : rewritten.edits) replaced.push_back(edit.was);
  std::sort(replaced.begin(), replaced.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  const Utterance name{.text = seen};
  const auto replace = [&](ByteRange bytes) {
    rewritten.edits.push_back({bytes, person_name(seen.substr(bytes.begin, bytes.size()))});
  };
  for (const prove::ProofHit& hit : shared_.prover.search(name, replaced)) {
    if (hit.bytes.size() == 0) continue;
    if (may_be_words(text, hit.bytes))
      rewritten.as_words.push_back(hit.bytes);
    else
      replace(hit.bytes);
  }
  if (rewritten.as_words.size() + rewritten.edits.size() > 1) {  // several are people's: "Baker, Rose"
    for (const ByteRange bytes : std::exchange(rewritten.as_words, {})) replace(bytes);
  }
  coded::settle_edits(rewritten.edits);
  const bool is_case = text.role == coded::Role::person;
  if (!is_case && text.role != coded::Role::source) return;
  if (is_case) {
    const std::vector<ByteRange> names = detector_.names_in_label(text.text);
    const Entity* const entity = who_is_called(shared_.map, text.text, detector_, shared_.rules);
    coded::Edits named;
    if (entity != nullptr) named = {{names.front(), shown_name(*entity)}};
    if (entity != nullptr && is_harmless(text.text, named)) {
      rewritten.edits = {{whole, shown_name(*entity)}};
      return;
    }
  }
  if (is_harmless(text.text, rewritten.edits)) return;
  rewritten.edits = {{whole, is_case ? "CASE_" + stranger_name(shared_, shared_.rules.person(), fold(text.text))
                                     : fmt::format("Source {}", number)}};
}

std::string TextRewriter::user_name(const std::string& name, std::size_t number) const {
  const Entity* const entity = who_is_called(shared_.map, name, detector_, shared_.rules);
  return entity != nullptr ? shown_name(*entity) : fmt::format("User {}", number);
}

/// Whether what is left of a name is nothing but ordinary words, roles, numbers and codes.
bool TextRewriter::is_harmless(const std::string& text, const coded::Edits& edits) const {
  if (edits.empty() && (is_plain_file_name(text) || words::role_label(text, shared_.rules.language()))) return true;
  std::string left;
  std::uint32_t from = 0;
  for (const coded::Edit& edit : edits) {
    left.append(text, from, edit.was.begin - from).append(" ");
    from = edit.was.end;
  }
  const std::vector<std::string> words = folded_words(parted(left.append(text, from)));
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    if (word.size() == 1 && !edits.empty() && !is_number(word)) return false;  // the initial of who was named
    return is_number(word) || is_code(word) || shared_.is_word(word) ||
           std::find(std::begin(endings), std::end(endings), word) != std::end(endings);
  });
}

std::string TextRewriter::person_name(const std::string& surface) const {
  const Label& person = shared_.rules.person();
  const std::string nobody;
  const Entity* const entity =
      shared_.map.assignment.find({no_source, nobody}, person, surface, shared_.rules.language());
  if (entity != nullptr) return '[' + shown_name(*entity) + ']';
  return '[' + person.name + '_' + stranger_name(shared_, person, surface) + ']';
}

}  // namespace moniker::study
