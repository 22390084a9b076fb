// A sealed transcript as an archive gets it: the turns of those who agreed, every mark made coarser, what a stricter
// search finds beside the marks masked as well, and no name that the team uses.
#include "deposit/deposit_talk.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "deposit/coarser.hpp"
#include "export/plain_text.hpp"

namespace moniker::custodian {
namespace {

/// A stretch of a turn in bytes, with what it stands for.
struct Masked {
  std::size_t begin = 0, end = 0;
  std::string label{}, subtype{}, entity{};
  bool anew = false;
};

/// From the first word of a stretch to its last; empty where there is none.
ByteRange words_within(std::string_view text, std::size_t begin, std::size_t end) {
  ByteRange words;
  for (std::size_t at = begin; at < end;) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t next = at + std::max<std::size_t>(1, point.length);
    if (is_word(point.value)) {
      if (words.end == 0) words.begin = static_cast<std::uint32_t>(at);
      words.end = static_cast<std::uint32_t>(next);
    }
    at = next;
  }
  return words;
}

std::vector<Masked> sealed_marks(const ExportedTurn& one) {
  std::vector<std::size_t> bytes;  // where each code point begins
  const std::string& text = one.turn.text;
  for (std::size_t at = 0; at < text.size(); at += std::max<std::size_t>(1, code_point_at(text, at).length))
    bytes.push_back(at);
  bytes.push_back(text.size());
  std::vector<Masked> all;
  for (const ExportedMark& mark : one.marks) {
    if (mark.begin < mark.end)
      all.push_back({bytes.at(mark.begin), bytes.at(mark.end), mark.label, mark.subtype, mark.entity});
  }
  std::sort(all.begin(), all.end(), [](const Masked& a, const Masked& b) { return a.begin < b.begin; });
  return all;
}

/// The words of a finding that lie beside all marks.
void add_found(const FoundAnew& found, const std::vector<Masked>& marks, std::string_view text,
               std::vector<Masked>& into) {
  std::size_t at = found.bytes.begin;
  const auto add = [&](std::size_t end) {
    const ByteRange words = words_within(text, at, end);
    if (words.begin < words.end) into.push_back({words.begin, words.end, found.label, found.subtype, {}, true});
  };
  for (const Masked& mark : marks) {
    if (mark.end <= found.bytes.begin || mark.begin >= found.bytes.end) continue;
    add(mark.begin);
    at = std::max(at, mark.end);
  }
  add(found.bytes.end);
}

bool is_name_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// The team's names, where somebody spoke or typed what looks like one.
void add_team_names(const NewNames& names, std::string_view text, std::vector<Masked>& into) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_name_byte(text[end])) ++end;
    if (end > at && names.of_team.contains(std::string(text.substr(at, end - at))))
      into.push_back({at, end, "OTHER", "", {}, true});
    at = std::max(end, at + 1);
  }
}

/// Words that pass as they are, and everything else masked; the first of two that overlap decides.
std::vector<Masked> all_masked(const ExportedTurn& one, const std::vector<FoundAnew>& found, const TalkRules& rules) {
  std::vector<Masked> masked = sealed_marks(one);
  const std::vector<Masked> marks = masked;
  for (const FoundAnew& each : found) {
    if (rule_for(rules.policy, each.label, each.subtype).does != "keep") add_found(each, marks, one.turn.text, masked);
  }
  std::vector<Masked> team;
  add_team_names(rules.names, one.turn.text, team);
  for (const Masked& name : team) {
    const bool known = std::any_of(masked.begin(), masked.end(), [&](const Masked& other) {
      return other.begin < name.end && name.begin < other.end;
    });
    if (!known) masked.push_back(name);
  }
  std::sort(masked.begin(), masked.end(), [](const Masked& a, const Masked& b) { return a.begin < b.begin; });
  return masked;
}

DepositPiece piece_for(const Masked& masked, std::string_view shown, const TalkRules& rules) {
  const DepositRule rule = rule_for(rules.policy, masked.label, masked.subtype);
  DepositPiece piece{.label = masked.label, .kind = kind_word(masked.label, masked.subtype), .anew = masked.anew};
  const auto speaker = rules.names.speakers.find(masked.entity);
  if (speaker != rules.names.speakers.end() && (rule.does == "number" || rule.does == "keep")) {
    piece.text = speaker->second;
    piece.does = "number";
    return piece;
  }
  std::size_t number = 0;
  const auto numbers = rules.names.numbers.find(masked.label);
  if (!masked.entity.empty() && numbers != rules.names.numbers.end()) {
    const auto found = numbers->second.find(masked.entity);
    if (found != numbers->second.end()) number = found->second;
  }
  // Of a participant who is not in the deposit nothing ties one mention to another. And what has a pseudonym, but no
  // number here, is never kept.
  const bool absent = is_numbered_id(masked.entity, rules.who.participant_prefix);
  const bool unknown = !masked.entity.empty() && number == 0;
  const Coarser coarser = made_coarser(absent || unknown ? DepositRule{} : rule, shown, piece.kind, number);
  piece.text = coarser.text;
  piece.does = coarser.does;
  return piece;
}

std::vector<DepositPiece> pieces_of(const ExportedTurn& one, const std::vector<FoundAnew>& found,
                                    const TalkRules& rules) {
  std::vector<DepositPiece> pieces;
  const std::string& text = one.turn.text;
  std::size_t at = 0;
  const auto words_to = [&](std::size_t end) {
    if (at < end) pieces.push_back({.text = on_one_line(text.substr(at, end - at))});
  };
  for (const Masked& masked : all_masked(one, found, rules)) {
    if (masked.end <= at) continue;
    words_to(masked.begin);
    pieces.push_back(piece_for(masked, std::string_view(text).substr(masked.begin, masked.end - masked.begin), rules));
    at = masked.end;
  }
  words_to(text.size());
  return pieces;
}

std::uint64_t words_of(const std::vector<DepositPiece>& pieces) {
  std::uint64_t words = 0;
  bool inside = false;
  for (const DepositPiece& piece : pieces) {
    for (const char c : piece.text) {
      const bool blank = c == ' ' || c == '\t';
      words += !blank && !inside;
      inside = !blank;
    }
  }
  return words;
}

}  // namespace

DepositTranscript deposit_talk(const ExportedTranscript& transcript, bool group, const TalkRules& rules) {
  DepositTranscript out{.name = rules.names.transcripts.at(transcript.name), .group = group};
  std::vector<SealedTurn> heard;
  for (const ExportedTurn& one : transcript.turns) {
    if (one.turn.part == Part::talk && voice_of(one.turn.speaker, rules.who) != Voice::left_out)
      heard.push_back({one.turn.speaker, one.turn.text});
  }
  const auto found = rules.search ? rules.search(heard) : std::vector<std::vector<FoundAnew>>(heard.size());
  std::size_t next = 0;
  for (const ExportedTurn& one : transcript.turns) {
    if (one.turn.part != Part::talk) {
      ++out.unspoken;
      continue;
    }
    const Voice voice = voice_of(one.turn.speaker, rules.who);
    if (voice == Voice::left_out) {
      ++out.left_out;
      if (out.turns.empty() || !out.turns.back().left_out) out.turns.push_back({.left_out = true});
      continue;
    }
    DepositTurn turn{.speaker = rules.names.speakers.at(one.turn.speaker),
                     .pieces = pieces_of(one, found.at(next++), rules)};
    if (voice == Voice::agreed) out.words[turn.speaker] += words_of(turn.pieces);
    out.turns.push_back(std::move(turn));
  }
  return out;
}

}  // namespace moniker::custodian
