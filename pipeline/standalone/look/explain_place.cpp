// A file read and detected with its reasons, turn by turn.
#include <filesystem>
#include <optional>

#include "base/text.hpp"
#include "detect/seen_turns.hpp"
#include "look/explain_page.hpp"
#include "moniker/error.hpp"
#include "read/open_transcript.hpp"

namespace moniker::look {
namespace {

/// The part of a turn that was asked about: all of it, or the one caption that holds the line.
struct Asked {
  std::size_t turn = 0;
  Position at{};
  ByteRange bytes{};
};

Asked caption(const Utterance& turn, std::size_t number, std::uint32_t line) {
  Asked asked{number, turn.at, {0, static_cast<std::uint32_t>(turn.text.size())}};
  for (const Cue& cue : turn.cues) {
    if (cue.at.line > line) {
      asked.bytes.end = cue.begin;
      break;
    }
    asked.at = cue.at;
    asked.bytes.begin = cue.begin;
  }
  return asked;
}

std::vector<Asked> asked_turns(const std::vector<Utterance>& turns, const Place& place) {
  std::vector<Asked> all;
  std::optional<std::size_t> holds;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    const std::uint32_t line = turns[i].at.line;
    if (place.line == 0)
      all.push_back({i, turns[i].at, {0, static_cast<std::uint32_t>(turns[i].text.size())}});
    else if (line <= place.line && (!holds || line >= turns[*holds].at.line))
      holds = i;
  }
  if (holds) all.push_back(caption(turns[*holds], *holds, place.line));
  if (all.empty()) {
    throw Error::input("nobody speaks here", "name a line of the talk, as `moniker detect` prints it",
                       {place.file, {place.line, 0}});
  }
  return all;
}

/// As they are searched: soft hyphens and the like are gone.
std::vector<Utterance> read_turns(const std::string& file, const detect::SeenTurns& sight,
                                  const words::Language& language) {
  read::OpenedTranscript opened =
      read::open_transcript(std::filesystem::path(file), [](Issue) {}, {.language = language, .knows = sight.knows()});
  std::vector<Utterance> turns;
  while (auto turn = opened.reader->next()) turns.push_back(sight.see(std::move(*turn)).turn);
  return turns;
}

/// Lines of the turns from which a claim was learned.
std::map<std::uint64_t, std::uint32_t> lessons_of(const detect::Explained& explained,
                                                  const std::vector<Utterance>& turns) {
  std::map<std::uint64_t, std::uint32_t> lines;
  for (const rules::ClaimTrace& claim : explained.claims) {
    if (!claim.lesson || !claim.lesson->utterance) continue;
    for (const Utterance& turn : turns) {
      if (turn.number == *claim.lesson->utterance) lines.emplace(turn.number, turn.at.line);
    }
  }
  return lines;
}

}  // namespace

Place read_place(const std::string& operand) {
  Place place{.file = operand};
  for (int numbers = 0; numbers < 2 && !std::filesystem::exists(place.file); ++numbers) {
    const std::size_t colon = place.file.rfind(':');
    if (colon == std::string::npos) break;
    const std::string digits = place.file.substr(colon + 1);
    if (!is_number(digits) || digits.size() > 9) break;
    place.line = static_cast<std::uint32_t>(std::stoul(digits));
    place.file.resize(colon);
  }
  return place;
}

void explain(const rules::RuleSet& rules, const Register& people, const Place& place,
             const std::function<void(const ExplainPage&)>& take) {
  const std::vector<Utterance> turns = read_turns(place.file, detect::SeenTurns(rules, people), rules.language());
  const std::vector<Asked> asked = asked_turns(turns, place);
  const std::vector<detect::Explained> explained = detect::explain_utterances(rules, people, turns);
  const detect::Detector labels(rules, people);
  for (const Asked& one : asked) {
    const detect::Explained& why = explained[one.turn];
    if (place.line == 0 && why.claims.empty()) continue;
    ExplainPage page{.file = place.file, .turn = turns[one.turn], .at = one.at, .part = one.bytes, .explained = why};
    for (const ByteRange bytes : labels.names_in_label(page.turn.speaker))
      page.label_names.push_back(page.turn.speaker.substr(bytes.begin, bytes.size()));
    if (place.line != 0) page.unclaimed = detect::unclaimed_words(rules, page.turn, why);
    std::erase_if(page.unclaimed, [&](const auto& word) { return !one.bytes.overlaps(word.bytes); });
    page.taught_at = lessons_of(why, turns);
    take(page);
  }
}

}  // namespace moniker::look
