// What annotators call their tiers is nobody's standard; the names are those of ELAN's templates, FieldWorks, Toolbox
// and CHAT, and of Praat's aligners.
#include "read/formats/tier_talk.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::read {
namespace {

constexpr auto talk_names = std::to_array<std::string_view>(
    {"chunk",         "chunks",      "content", "default", "dialog",  "dialogue",  "ipu",
     "ipus",          "orthography", "ort",     "phrase",  "phrases", "segment",   "segments",
     "sentence",      "sentences",   "speech",  "talk",    "text",    "tier",      "transcript",
     "transcription", "turn",        "turns",   "tx",      "txt",     "utterance", "utterances"});
constexpr auto speaker_names =
    std::to_array<std::string_view>({"elanparticipant", "participant", "participants", "sp", "speaker", "speakers",
                                     "spk", "spkr", "turn", "turns", "who"});
constexpr auto aside_names = std::to_array<std::string_view>(
    {"annotation", "background", "break",  "breaks", "code",  "codes",     "coding",  "comment",    "comments",
     "cues",       "event",      "events", "ft",     "gaze",  "ge",        "gesture", "gestures",   "gloss",
     "gls",        "language",   "lit",    "mb",     "mor",   "misc",      "morph",   "noise",      "note",
     "notes",      "nt",         "pos",    "ps",     "ref",   "reference", "remark",  "remarks",    "segnum",
     "style",      "tag",        "tags",   "tone",   "tones", "topic",     "topics",  "translation"});

bool is_listed(std::span<const std::string_view> names, std::string_view word) {
  return std::find(names.begin(), names.end(), word) != names.end();
}

constexpr std::string_view parting = "@-_:./()[]%\\ ";

std::vector<std::string> words_of_name(std::string_view tier) {
  const std::string name = fold(tier);
  std::vector<std::string> words;
  for (std::size_t at = name.find_first_not_of(parting); at != std::string::npos;) {
    const std::size_t end = std::min(name.find_first_of(parting, at), name.size());
    words.push_back(name.substr(at, end - at));
    at = name.find_first_not_of(parting, end);
  }
  return words;
}

}  // namespace

void TierTalk::note(std::string_view label) {
  label = trimmed(label);
  if (label.empty()) return;
  ++labels_;
  bool letter = false, digit = false;
  for (std::size_t at = 0; at < label.size();) {
    const CodePoint point = code_point_at(label, at);
    letter = letter || is_letter(point.value);
    digit = digit || (point.value >= U'0' && point.value <= U'9') || point.value == U'_';
    at += std::max<std::size_t>(1, point.length);
  }
  const bool several = label.find_first_of(white_space) != std::string_view::npos;
  said_ += letter && (several || !digit);
  sentences_ += letter && (several || std::string_view(".?!").find(label.back()) != std::string_view::npos);
}

int names_talk(std::string_view tier) {
  int says = 0;
  for (const std::string& word : words_of_name(tier)) {
    if (is_listed(aside_names, word)) return -1;
    if (is_listed(talk_names, word)) says = 1;
  }
  return says;
}

bool names_who_speaks(std::string_view tier) {
  const auto words = words_of_name(tier);
  return !words.empty() &&
         std::any_of(words.begin(), words.end(), [](const auto& word) { return is_listed(speaker_names, word); }) &&
         std::none_of(words.begin(), words.end(), [](const auto& word) { return is_listed(aside_names, word); });
}

std::string speaker_in_name(const std::string& tier) {
  const std::size_t at = tier.find('@'), phrase = tier.find("_phrase-");
  if (at != std::string::npos && at + 1 < tier.size()) return tier.substr(at + 1);
  if (phrase != std::string::npos) return tier.substr(0, phrase);
  // What says that a tier is talk, or what is beside it, is taken from both ends: Ros of "Ros_tx", nobody of "Tier 1".
  struct Part {
    std::size_t begin, end;
    bool listed, number;
  };
  std::vector<Part> parts;
  for (std::size_t from = tier.find_first_not_of(parting); from != std::string::npos;) {
    const std::size_t end = std::min(tier.find_first_of(parting, from), tier.size());
    const std::string word = fold(std::string_view(tier).substr(from, end - from));
    parts.push_back({from, end, is_listed(talk_names, word) || is_listed(aside_names, word), is_number(word)});
    from = tier.find_first_not_of(parting, end);
  }
  if (std::none_of(parts.begin(), parts.end(), [](const Part& part) { return part.listed; })) return tier;
  const auto names = [](const Part& part) { return !part.listed && !part.number; };
  if (std::none_of(parts.begin(), parts.end(), names)) return names_talk(tier) < 0 ? tier : std::string();
  const auto first = std::find_if(parts.begin(), parts.end(), [](const Part& part) { return !part.listed; });
  const auto last = std::find_if(parts.rbegin(), parts.rend(), [](const Part& part) { return !part.listed; });
  return tier.substr(first->begin, last->end - first->begin);
}

void SpeakerSpans::note(std::optional<TimeSpan> time, std::string_view name) {
  name = trimmed(name);
  if (time && !name.empty()) spans_.push_back({*time, std::string(name)});
}

std::string SpeakerSpans::at(std::optional<TimeSpan> time) const {
  if (!time) return {};
  const auto middle = time->begin + (time->end - time->begin) / 2;
  for (const Span& span : spans_) {
    if (span.time.begin <= middle && middle <= span.time.end) return span.name;
  }
  return {};
}

void tell_aside(const std::deque<Segment>& segments, const Sink<Issue>& issues) {
  Issue aside{.code = IssueCode::annotations_aside, .count = 0};
  for (const Segment& segment : segments) {
    if (segment.part == Part::talk || trimmed(segment.text).empty()) continue;
    if (aside.count++ == 0) aside.at = segment.at;
  }
  if (aside.count > 0) issues(aside);
}

}  // namespace moniker::read
