// check --against: a comparison as a page or as JSON. Without --show-text it names places by time and line and people
// by their labels' shape, never by words.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "align/verdict.hpp"
#include "cli/command.hpp"
#include "cli/shown_label.hpp"

namespace moniker::cli {
using namespace align;

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t least_passages = 10;  // searched for, also where fewer are shown: judgement needs them

struct Question {
  std::string transcript{}, captions{};
  align::CompareOptions options{};
  align::Thresholds most{};
  std::size_t passages = 10;
  bool show_text = false, json = false;
};

Question asked(const Arguments& arguments) {
  if (arguments.rest.size() != 1) {
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = "--against compares one transcript",
                 .remedy = "name one file: `moniker check --against CAPTIONS FILE`"});
  }
  Question q{.transcript = arguments.rest.front(), .captions = arguments.value("against")};
  q.show_text = arguments.has("show-text");
  q.json = arguments.has("json");
  q.passages = arguments.number("passages", 10);
  q.options = {.words = {.fillers = arguments.has("fillers")},
               .passages = std::max<std::size_t>(q.passages, least_passages),
               .keep_words = q.show_text};
  q.most.errors = arguments.decimal("most-errors", q.most.errors);
  q.most.missing = arguments.number("most-missing", static_cast<unsigned>(q.most.missing));
  q.most.seconds = arguments.decimal("most-seconds", q.most.seconds);
  return q;
}

std::string percent(const align::ErrorCounts& errors) {
  return errors.said() == 0 ? "-" : fmt::format("{:.1f} %", 100 * errors.rate());
}

std::string words_of(const std::vector<align::WordId>& ids, const align::HeardWords& vocabulary) {
  if (ids.empty()) return "-";
  std::string text;
  for (const align::WordId id : ids) text += (text.empty() ? "" : " ") + vocabulary.text(id);
  return text;
}

std::string between(const Stretch& where) {
  const bool before_captions = where.from == align::no_time && where.to != align::no_time;
  std::string text = before_captions
                         ? fmt::format("until {}", align::clock_text(where.to))
                         : fmt::format("{} - {}", align::clock_text(where.from), align::clock_text(where.to));
  return where.line == 0 ? text : text + fmt::format(", line {}", where.line);
}

class AgainstPage {
 public:
  AgainstPage(const Question& question, const align::TalkComparison& seen, const std::vector<align::Concern>& concerns,
              const study::Style& style)
      : q_(question), seen_(seen), concerns_(concerns), style_(style) {}

  std::string text() const { return head() + speakers() + minutes() + ends() + times() + passages() + judgement(); }

 private:
  std::string row(std::string_view name, const std::string& says) const {
    return fmt::format("  {}{:<10}{}{}\n", style_.dim, name, style_.plain, says);
  }
  std::string title(const std::string& columns) const {
    return fmt::format("\n  {}{}{}\n", style_.dim, columns, style_.plain);
  }

  static std::string counts(const align::ErrorCounts& e) {
    return fmt::format("{:>8}{:>9}{:>9}{:>8}{:>10}", e.said(), e.changed, e.missing, e.added, percent(e));
  }

  std::string head() const {
    std::string page = fmt::format("{}{}{}  {}, {} words\n", style_.bold, q_.transcript, style_.plain,
                                   seen_.transcript_format, seen_.written_words);
    page += row("against", fmt::format("{}  {}, {} words", q_.captions, seen_.captions_format, seen_.said_words));
    page += row("errors", fmt::format("{}: {} changed, {} missing, {} added", percent(seen_.all), seen_.all.changed,
                                      seen_.all.missing, seen_.all.added));
    if (!seen_.exact) page += row("", "at most: the files have too little in common to prove that there are no fewer");
    return page;
  }

  std::string speakers() const {
    std::string page = title(fmt::format("{:<26}{:>8}{:>9}{:>9}{:>8}{:>10}  {}", "speaker", "said", "changed",
                                         "missing", "added", "errors", "in the captions"));
    for (std::size_t s = 0; s < seen_.speakers.size(); ++s) {
      page += fmt::format("  {:<26}{}  {}\n", speaker(s), counts(seen_.speakers[s].errors), voice_of(s));
    }
    return page;
  }

  std::string speaker(std::size_t s) const { return shown_label(seen_.speakers[s].label, s, q_.show_text); }

  std::string voice_of(std::size_t s) const {
    const auto voice = seen_.speakers[s].other_side;
    if (!voice) return "-";
    std::uint64_t theirs = 0;
    for (const auto& row : seen_.words_of) theirs += row[s];
    return fmt::format("{}, {:.0f} %", shown_label(seen_.voices[*voice].label, *voice, q_.show_text),
                       100.0 * static_cast<double>(seen_.words_of[*voice][s]) / static_cast<double>(theirs));
  }

  std::string minutes() const {
    if (seen_.five_minutes.empty()) return title("neither file has times: there are no five minutes to count by");
    std::string page = title(fmt::format("{:<26}{:>8}{:>9}{:>9}{:>8}{:>10}", "five minutes from", "said", "changed",
                                         "missing", "added", "errors"));
    for (const auto& [number, errors] : seen_.five_minutes) {
      const auto bar = static_cast<std::size_t>(std::min(20.0, 20 * errors.rate()) + 0.5);
      const bool much = errors.rate() > 2 * q_.most.errors;
      std::string drawn;
      for (std::size_t i = 0; i < bar; ++i) drawn += "\u2588";
      page += fmt::format("  {:<26}{}  {}{}{}\n", align::clock_text(number * 300'000), counts(errors),
                          much ? style_.red : style_.dim, drawn, style_.plain);
    }
    return page;
  }

  std::string end(const align::End& end) const {
    if (end.missing + end.added == 0) return "nothing missing";
    return fmt::format("{} word{} missing, {} added, {}", end.missing, end.missing == 1 ? "" : "s", end.added,
                       between(end.where));
  }

  std::string ends() const { return "\n" + row("beginning", end(seen_.start)) + row("end", end(seen_.end)); }

  std::string times() const {
    const align::Drift& drift = seen_.drift;
    if (drift.points == 0) return row("times", "not compared: one of the files has none");
    std::string page = row("times", fmt::format("{:+.1f} s at the beginning, {:+.1f} s an hour, scattered by {:.1f} s",
                                                drift.offset_seconds, drift.seconds_per_hour, drift.scatter_seconds));
    for (const align::Jump& jump : drift.jumps) {
      page += row("", fmt::format("a jump of {:+.1f} s at {}", static_cast<double>(jump.by) / 1000,
                                  align::clock_text(jump.at)));
    }
    return page;
  }

  std::string passages() const {
    if (seen_.passages.empty() || q_.passages == 0) return {};
    std::string page = title(fmt::format("{:<36}{:>9}{:>9}{:>8}{:>7}", "passages that disagree most", "changed",
                                         "missing", "added", "same"));
    for (std::size_t i = 0; i < std::min(q_.passages, seen_.passages.size()); ++i) {
      const align::Passage& p = seen_.passages[i];
      page += fmt::format("  {:<36}{:>9}{:>9}{:>8}{:>7}\n", between(p.where), p.errors.changed, p.errors.missing,
                          p.errors.added, p.errors.same);
      if (!q_.show_text) continue;
      page += fmt::format("    {}said{}     {}\n    {}written{}  {}\n", style_.dim, style_.plain,
                          words_of(p.said, seen_.vocabulary), style_.dim, style_.plain,
                          words_of(p.written, seen_.vocabulary));
    }
    return page;
  }

  std::string judgement() const {
    if (concerns_.empty()) return fmt::format("\n  {}agrees with the captions{}\n", style_.green, style_.plain);
    std::string page = "\n";
    for (const align::Concern& c : concerns_) {
      const std::string at = c.where.from == align::no_time && c.where.line == 0 ? "" : between(c.where) + ": ";
      page += fmt::format("  {}look at{}  {}{} {}({}){}\n           {}{}{}\n", style_.yellow, style_.plain, at, c.what,
                          style_.dim, c.code, style_.plain, style_.dim, c.remedy, style_.plain);
    }
    return page;
  }

  const Question& q_;
  const align::TalkComparison& seen_;
  const std::vector<align::Concern>& concerns_;
  const study::Style& style_;
};

Json seconds(std::int64_t milliseconds) {
  return milliseconds == align::no_time ? Json(nullptr) : Json(static_cast<double>(milliseconds) / 1000);
}

Json as_json(const align::ErrorCounts& e) {
  return {{"said", e.said()},     {"same", e.same},   {"changed", e.changed},
          {"missing", e.missing}, {"added", e.added}, {"error_rate", e.said() == 0 ? Json(nullptr) : Json(e.rate())}};
}

Json as_json(const Stretch& where) {
  return {{"from", seconds(where.from)}, {"to", seconds(where.to)}, {"line", where.line}};
}

Json as_json(const align::End& end) {
  return {{"missing", end.missing}, {"added", end.added}, {"where", as_json(end.where)}};
}

Json speakers_json(const std::vector<align::Speaker>& speakers, const Question& q, bool with_errors) {
  Json all = Json::array();
  for (std::size_t s = 0; s < speakers.size(); ++s) {
    Json one{{"label", shown_label(speakers[s].label, s, q.show_text)},
             {"is", speakers[s].other_side ? Json(*speakers[s].other_side) : Json(nullptr)}};
    if (with_errors) one["errors"] = as_json(speakers[s].errors);
    all.push_back(std::move(one));
  }
  return all;
}

Json passages_json(const Question& q, const align::TalkComparison& seen) {
  Json all = Json::array();
  for (std::size_t i = 0; i < std::min(q.passages, seen.passages.size()); ++i) {
    const align::Passage& p = seen.passages[i];
    Json one{{"where", as_json(p.where)}, {"errors", as_json(p.errors)}};
    if (q.show_text) {
      one["said"] = words_of(p.said, seen.vocabulary);
      one["written"] = words_of(p.written, seen.vocabulary);
    }
    all.push_back(std::move(one));
  }
  return all;
}

Json drift_json(const align::Drift& drift) {
  if (drift.points == 0) return nullptr;
  Json jumps = Json::array();
  for (const align::Jump& jump : drift.jumps)
    jumps.push_back({{"at", seconds(jump.at)}, {"by", static_cast<double>(jump.by) / 1000}});
  return {{"points", drift.points},
          {"offset", drift.offset_seconds},
          {"seconds_per_hour", drift.seconds_per_hour},
          {"scatter", drift.scatter_seconds},
          {"jumps", std::move(jumps)}};
}

Json as_json(const Question& q, const align::TalkComparison& seen, const std::vector<align::Concern>& concerns) {
  Json minutes = Json::array(), exchanges = Json::array(), look_at = Json::array();
  for (const auto& [number, errors] : seen.five_minutes) {
    minutes.push_back({{"from", number * 300}, {"errors", as_json(errors)}});
  }
  for (const align::Exchange& e : seen.exchanges) {
    exchanges.push_back({{"where", as_json(e.where)},
                         {"words", e.words},
                         {"speaker", e.speaker},
                         {"should_be", e.should_be},
                         {"both_ways", e.both_ways}});
  }
  for (const align::Concern& c : concerns) {
    look_at.push_back({{"code", c.code}, {"where", as_json(c.where)}, {"what", c.what}, {"remedy", c.remedy}});
  }
  return {{"file", q.transcript},
          {"format", seen.transcript_format},
          {"words", seen.written_words},
          {"against", q.captions},
          {"against_format", seen.captions_format},
          {"against_words", seen.said_words},
          {"exact", seen.exact},
          {"errors", as_json(seen.all)},
          {"speakers", speakers_json(seen.speakers, q, true)},
          {"voices", speakers_json(seen.voices, q, false)},
          {"words_of_voice_by_speaker", seen.words_of},
          {"five_minutes", std::move(minutes)},
          {"passages", passages_json(q, seen)},
          {"beginning", as_json(seen.start)},
          {"end", as_json(seen.end)},
          {"exchanges", std::move(exchanges)},
          {"times", drift_json(seen.drift)},
          {"look_at", std::move(look_at)}};
}

}  // namespace

int run_check_against(const Arguments& arguments, Terminal& terminal) {
  const Question question = asked(arguments);
  const align::TalkComparison seen = compare(question.transcript, question.captions, question.options);
  const auto concerns = align::judge(
      seen, question.most, [&](std::size_t s) { return shown_label(seen.speakers[s].label, s, question.show_text); });
  if (question.json)
    terminal.print(as_json(question, seen, concerns).dump(2) + "\n");
  else
    terminal.print(AgainstPage(question, seen, concerns, terminal.out_style()).text());
  return concerns.empty() ? 0 : 1;
}

}  // namespace moniker::cli
