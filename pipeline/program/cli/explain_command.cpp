// Why: for a person who wonders about a line. It shows the words, as it is asked to.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/rule_options.hpp"
#include "cli/why_json.hpp"
#include "detect/detector.hpp"
#include "detect/explain.hpp"
#include "read/open_transcript.hpp"

namespace moniker::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Place {
  std::string file{};
  std::uint32_t line = 0;  // 0: every line
};

/// "talk.txt:12" and "talk.txt:12:5", as `detect` prints places; a file of just that name comes first.
Place read_place(const std::string& operand) {
  Place place{.file = operand};
  for (int numbers = 0; numbers < 2 && !std::filesystem::exists(place.file); ++numbers) {
    const std::size_t colon = place.file.rfind(':');
    if (colon == std::string::npos) break;
    const std::string digits = place.file.substr(colon + 1);
    if (digits.empty() || digits.size() > 9 || digits.find_first_not_of("0123456789") != std::string::npos) break;
    place.line = static_cast<std::uint32_t>(std::stoul(digits));
    place.file.resize(colon);
  }
  return place;
}

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
    throw Error({.fault = Fault::input,
                 .file = place.file,
                 .at = {place.line, 0},
                 .what = "nobody speaks here",
                 .remedy = "name a line of the talk, as `moniker detect` prints it"});
  }
  return all;
}

/// One file's words and reasons, and how to show them.
class Page {
 public:
  Page(const rules::RuleSet& rules, const Register& people, const std::string& file,
       const std::vector<Utterance>& turns, const study::Style& style)
      : rules_(rules), labels_(rules, people), file_(file), turns_(turns), style_(style) {}

  std::string plain(const Asked& asked, const detect::Explained& explained) const {
    const Utterance& turn = turns_[asked.turn];
    std::string out =
        fmt::format("{}{}:{}{}  {}{}\n", style_.dim, file_, asked.at.line, style_.plain,
                    turn.speaker.empty() ? "" : turn.speaker + ": ", marked(turn, asked.bytes, explained));
    for (const std::string& name : names_in_label(turn)) {
      out += fmt::format("\n{}PERSON \"{}\"{}  the speaker's label: it is no role and no number\n", style_.bold, name,
                         style_.plain);
    }
    for (const Finding& finding : explained.findings) {
      if (!asked.bytes.overlaps(finding.bytes)) continue;
      out += "\n" + headline(turn, finding);
      for (const rules::ClaimTrace& claim : detect::claims_on(explained, finding)) {
        const bool chosen = detect::decides(claim, finding);
        out += lines(turn, claim, chosen, claim.claim.bytes != finding.bytes);
      }
    }
    std::string left;
    for (const rules::ClaimTrace& claim : detect::claims_on_nothing(explained)) {
      if (asked.bytes.overlaps(claim.claim.bytes)) left += lines(turn, claim, false, true);
    }
    if (!left.empty()) out += fmt::format("\n{}left as they are{}\n{}", style_.bold, style_.plain, left);
    return out;
  }

  Json json(const Asked& asked, const detect::Explained& explained) const {
    const Utterance& turn = turns_[asked.turn];
    Json findings = Json::array();
    for (const Finding& f : explained.findings) {
      if (!asked.bytes.overlaps(f.bytes)) continue;
      findings.push_back({{"start", f.bytes.begin},
                          {"end", f.bytes.end},
                          {"text", words(turn, f.bytes)},
                          {"label", rules_.label(f.label).name},
                          {"score", shown_score(f.score)},
                          {"rule", rules_.rule(f.rule).id},
                          {"why", why_json(rules_, detect::claims_on(explained, f))}});
    }
    std::vector<rules::ClaimTrace> left = detect::claims_on_nothing(explained);
    std::erase_if(left, [&](const rules::ClaimTrace& claim) { return !asked.bytes.overlaps(claim.claim.bytes); });
    return {{"file", file_},
            {"line", asked.at.line},
            {"turn", turn.number},
            {"text", turn.text},
            {"label_names", names_in_label(turn)},
            {"findings", std::move(findings)},
            {"left", why_json(rules_, left)}};
  }

 private:
  static std::string words(const Utterance& turn, ByteRange bytes) {
    return turn.text.substr(bytes.begin, bytes.size());
  }

  std::vector<std::string> names_in_label(const Utterance& turn) const {
    std::vector<std::string> names;
    for (const ByteRange bytes : labels_.names_in_label(turn.speaker))
      names.push_back(turn.speaker.substr(bytes.begin, bytes.size()));
    return names;
  }

  std::string marked(const Utterance& turn, ByteRange part, const detect::Explained& explained) const {
    std::string out;
    std::uint32_t at = part.begin;
    for (const Finding& finding : explained.findings) {
      if (!part.overlaps(finding.bytes)) continue;
      const std::uint32_t begin = std::max(at, finding.bytes.begin), end = std::min(part.end, finding.bytes.end);
      out += words(turn, {at, begin});
      out += fmt::format("{}{}{}", style_.yellow, words(turn, {begin, end}), style_.plain);
      at = end;
    }
    return out + words(turn, {at, part.end});
  }

  std::string headline(const Utterance& turn, const Finding& finding) const {
    const rules::Label& label = rules_.label(finding.label);
    const bool sure = finding.score >= label.replace;
    const std::string fate =
        sure ? fmt::format("replaced (from {:.2f} on)", label.replace)
             : fmt::format("replaced, and a person is asked (from {:.2f} to {:.2f})", label.review, label.replace);
    return fmt::format("{}{} \"{}\"{}  {:.2f}: {}\n", style_.bold, label.name, words(turn, finding.bytes), style_.plain,
                       finding.score, fate);
  }

  std::string lines(const Utterance& turn, const rules::ClaimTrace& claim, bool chosen, bool show_words) const {
    const rules::Rule& rule = rules_.rule(claim.claim.rule);
    const std::string on = show_words ? fmt::format(" on \"{}\"", words(turn, claim.claim.bytes)) : "";
    return fmt::format("  {}{}{}  {} as {}{}  {}({}){}\n      {}; {}\n", chosen ? style_.green : "", rule.id,
                       chosen ? style_.plain : "", rule.kind, rules_.label(claim.claim.label).name, on, style_.dim,
                       rule_place(rule), style_.plain, score(claim),
                       chosen && claim.left.empty() ? "it decides" : fate(turn, claim)) +
           lesson(claim) + reasons(claim);
  }

  static std::string reasons(const rules::ClaimTrace& claim) {
    std::vector<std::string> told;
    for (const rules::TagReason& reason : claim.reasons)
      told.push_back(fmt::format("{} {:+.1f}", reason.feature, reason.weight));
    return told.empty() ? std::string() : fmt::format("      weighs most: {}\n", fmt::join(told, ", "));
  }

  static std::string score(const rules::ClaimTrace& claim) {
    if (claim.raised) return fmt::format("{:.2f}, raised by the tagger to {:.2f}", claim.own, claim.claim.score);
    const rules::Context& context = claim.context;
    if (context.veto || context.change == 0) return fmt::format("{:.2f}", claim.own);
    const std::string why =
        context.near ? fmt::format("as \"{}\" stands near", *context.near) : "as none of its words stands near";
    return fmt::format("{:.2f} {} {:.2f} {} = {:.2f}", claim.own, context.change < 0 ? '-' : '+',
                       std::abs(context.change), why, claim.claim.score);
  }

  std::string fate(const Utterance& turn, const rules::ClaimTrace& claim) const {
    switch (claim.fate) {
      case rules::Fate::masked:
        return "masked";
      case rules::Fate::overruled:
        return "evidence for the tagger, which decides";
      case rules::Fate::vetoed:
        return fmt::format("not where \"{}\" stands beside it", *claim.context.veto);
      case rules::Fate::kept: {
        const rules::Rule& keep = rules_.rule(claim.keep.rule);
        return fmt::format("protected by {} ({}) on \"{}\"", keep.id, rule_place(keep), words(turn, claim.keep.bytes));
      }
      case rules::Fate::too_low:
        return fmt::format("below {:.2f}, where {} begins", rules_.label(claim.claim.label).review,
                           rules_.label(claim.claim.label).name);
      case rules::Fate::lost:
        break;
    }
    std::string told =
        fmt::format("gives way to {}: {}", rules_.rule(claim.winner.rule).id, detect::order_sentence(claim.order));
    for (const ByteRange left : claim.left)
      told += fmt::format("; \"{}\" of it is masked all the same", words(turn, left));
    return told;
  }

  std::string lesson(const rules::ClaimTrace& claim) const {
    if (!claim.lesson) return {};
    const rules::Lesson& lesson = *claim.lesson;
    std::string where;
    if (lesson.utterance) {
      const auto turn =
          std::find_if(turns_.begin(), turns_.end(), [&](const Utterance& u) { return u.number == *lesson.utterance; });
      if (turn != turns_.end()) where = fmt::format(", first at {}:{}", file_, turn->at.line);
    }
    return fmt::format("      taught by {}, {} {}{}\n", lesson.rule, lesson.times, lesson.times == 1 ? "time" : "times",
                       where);
  }

  const rules::RuleSet& rules_;
  detect::Detector labels_;
  const std::string& file_;
  const std::vector<Utterance>& turns_;
  const study::Style& style_;
};

std::vector<Utterance> read_turns(const std::string& file) {
  read::OpenedTranscript opened = read::open_transcript(std::filesystem::path(file), [](Issue) {});
  std::vector<Utterance> turns;
  while (auto turn = opened.reader->next()) turns.push_back(std::move(*turn));
  return turns;
}

bool wants_jsonl(const Arguments& arguments) {
  const std::string format = arguments.value("output", "plain");
  if (format == "plain" || format == "jsonl") return format == "jsonl";
  throw Error({.fault = Fault::usage,
               .file = {},
               .at = {},
               .what = fmt::format("--output does not know `{}`", format),
               .remedy = "it takes plain or jsonl"});
}

}  // namespace

int run_explain(const Arguments& arguments, Terminal& terminal) {
  const bool jsonl = wants_jsonl(arguments);
  const auto [rules, people] = study_rules(arguments, terminal);
  bool first = true;
  for (const std::string& operand : arguments.rest) {
    const Place place = read_place(operand);
    const std::vector<Utterance> turns = read_turns(place.file);
    const std::vector<Asked> asked = asked_turns(turns, place);
    const std::vector<detect::Explained> explained = detect::explain_utterances(rules, people, turns);
    const Page page(rules, people, place.file, turns, terminal.out_style());
    for (const Asked& one : asked) {
      // Of a whole file, the turns in which something is found or was nearly found.
      if (place.line == 0 && explained[one.turn].claims.empty()) continue;
      if (jsonl)
        terminal.print(page.json(one, explained[one.turn]).dump() + "\n");
      else
        terminal.print((first ? "" : "\n") + page.plain(one, explained[one.turn]));
      first = false;
    }
  }
  return 0;
}

}  // namespace moniker::cli
