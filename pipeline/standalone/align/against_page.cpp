// A comparison as tables for people, or as one object.
#include "align/against_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "words/shown_label.hpp"

namespace moniker::align {
namespace {

using Json = nlohmann::ordered_json;

std::string percent(const ErrorCounts& errors) {
  return errors.said() == 0 ? "-" : fmt::format("{:.1f} %", 100 * errors.rate());
}

std::string words_of(const std::vector<WordId>& ids, const HeardWords& vocabulary) {
  if (ids.empty()) return "-";
  std::string text;
  for (const WordId id : ids) text += (text.empty() ? "" : " ") + vocabulary.text(id);
  return text;
}

std::string between(const Stretch& where) {
  const bool before_captions = where.from == no_time && where.to != no_time;
  std::string text = before_captions ? fmt::format("until {}", clock_text(where.to))
                                     : fmt::format("{} - {}", clock_text(where.from), clock_text(where.to));
  return where.line == 0 ? text : text + fmt::format(", line {}", where.line);
}

class Text {
 public:
  Text(const AgainstPage& page, const Style& style)
      : page_(page), seen_(page.seen), concerns_(page.concerns), style_(style) {}

  std::string text() const { return head() + speakers() + minutes() + ends() + times() + passages() + judgement(); }

 private:
  std::string row(std::string_view name, const std::string& says) const {
    return fmt::format("  {}{:<10}{}{}\n", style_.dim, name, style_.plain, says);
  }
  std::string title(const std::string& columns) const {
    return fmt::format("\n  {}{}{}\n", style_.dim, columns, style_.plain);
  }

  static std::string counts(const ErrorCounts& e) {
    return fmt::format("{:>8}{:>9}{:>9}{:>8}{:>10}", e.said(), e.changed, e.missing, e.added, percent(e));
  }

  std::string head() const {
    std::string page = fmt::format("{}{}{}  {}, {} words\n", style_.bold, page_.transcript, style_.plain,
                                   seen_.transcript_format, seen_.written_words);
    page += row("against", fmt::format("{}  {}, {} words", page_.captions, seen_.captions_format, seen_.said_words));
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

  std::string speaker(std::size_t s) const {
    return words::shown_label(seen_.speakers[s].label, s, page_.show_text, page_.language);
  }

  std::string voice_of(std::size_t s) const {
    const auto voice = seen_.speakers[s].other_side;
    if (!voice) return "-";
    std::uint64_t theirs = 0;
    for (const auto& row : seen_.words_of) theirs += row[s];
    return fmt::format("{}, {:.0f} %",
                       words::shown_label(seen_.voices[*voice].label, *voice, page_.show_text, page_.language),
                       100.0 * static_cast<double>(seen_.words_of[*voice][s]) / static_cast<double>(theirs));
  }

  std::string minutes() const {
    if (seen_.five_minutes.empty()) return title("neither file has times: there are no five minutes to count by");
    std::string page = title(fmt::format("{:<26}{:>8}{:>9}{:>9}{:>8}{:>10}", "five minutes from", "said", "changed",
                                         "missing", "added", "errors"));
    for (const auto& [number, errors] : seen_.five_minutes) {
      const auto bar = static_cast<std::size_t>(std::llround(std::min(20.0, 20 * errors.rate())));
      const bool much = errors.rate() > 2 * page_.most_errors;
      std::string drawn;
      for (std::size_t i = 0; i < bar; ++i) drawn += "\u2588";
      page += fmt::format("  {:<26}{}  {}{}{}\n", clock_text(number * 300'000), counts(errors),
                          much ? style_.red : style_.dim, drawn, style_.plain);
    }
    return page;
  }

  std::string end(const End& end) const {
    if (end.missing + end.added == 0) return "nothing missing";
    return fmt::format("{} word{} missing, {} added, {}", end.missing, end.missing == 1 ? "" : "s", end.added,
                       between(end.where));
  }

  std::string ends() const { return "\n" + row("beginning", end(seen_.start)) + row("end", end(seen_.end)); }

  std::string times() const {
    const Drift& drift = seen_.drift;
    if (drift.points == 0) return row("times", "not compared: one of the files has none");
    std::string page = row("times", fmt::format("{:+.1f} s at the beginning, {:+.1f} s an hour, scattered by {:.1f} s",
                                                drift.offset_seconds, drift.seconds_per_hour, drift.scatter_seconds));
    for (const Jump& jump : drift.jumps) {
      page +=
          row("", fmt::format("a jump of {:+.1f} s at {}", static_cast<double>(jump.by) / 1000, clock_text(jump.at)));
    }
    return page;
  }

  std::string passages() const {
    if (seen_.passages.empty() || page_.passages == 0) return {};
    std::string page = title(fmt::format("{:<36}{:>9}{:>9}{:>8}{:>7}", "passages that disagree most", "changed",
                                         "missing", "added", "same"));
    for (std::size_t i = 0; i < std::min(page_.passages, seen_.passages.size()); ++i) {
      const Passage& p = seen_.passages[i];
      page += fmt::format("  {:<36}{:>9}{:>9}{:>8}{:>7}\n", between(p.where), p.errors.changed, p.errors.missing,
                          p.errors.added, p.errors.same);
      if (!page_.show_text) continue;
      page += fmt::format("    {}said{}     {}\n    {}written{}  {}\n", style_.dim, style_.plain,
                          words_of(p.said, seen_.vocabulary), style_.dim, style_.plain,
                          words_of(p.written, seen_.vocabulary));
    }
    return page;
  }

  std::string judgement() const {
    if (concerns_.empty()) return fmt::format("\n  {}agrees with the captions{}\n", style_.green, style_.plain);
    std::string page = "\n";
    for (const Concern& c : concerns_) {
      const std::string at = c.where.from == no_time && c.where.line == 0 ? "" : between(c.where) + ": ";
      page += fmt::format("  {}look at{}  {}{} {}({}){}\n           {}{}{}\n", style_.yellow, style_.plain, at, c.what,
                          style_.dim, c.code, style_.plain, style_.dim, c.remedy, style_.plain);
    }
    return page;
  }

  const AgainstPage& page_;
  const TalkComparison& seen_;
  const std::vector<Concern>& concerns_;
  const Style& style_;
};

Json seconds(std::int64_t milliseconds) {
  return milliseconds == no_time ? Json(nullptr) : Json(static_cast<double>(milliseconds) / 1000);
}

Json counts_json(const ErrorCounts& e) {
  return {{"said", e.said()},     {"same", e.same},   {"changed", e.changed},
          {"missing", e.missing}, {"added", e.added}, {"error_rate", e.said() == 0 ? Json(nullptr) : Json(e.rate())}};
}

Json stretch_json(const Stretch& where) {
  return {{"from", seconds(where.from)}, {"to", seconds(where.to)}, {"line", where.line}};
}

Json end_json(const End& end) {
  return {{"missing", end.missing}, {"added", end.added}, {"where", stretch_json(end.where)}};
}

Json speakers_json(const std::vector<Speaker>& speakers, const AgainstPage& page, bool with_errors) {
  Json all = Json::array();
  for (std::size_t s = 0; s < speakers.size(); ++s) {
    Json one{{"label", words::shown_label(speakers[s].label, s, page.show_text, page.language)},
             {"is", speakers[s].other_side ? Json(*speakers[s].other_side) : Json(nullptr)}};
    if (with_errors) one["errors"] = counts_json(speakers[s].errors);
    all.push_back(std::move(one));
  }
  return all;
}

Json passages_json(const AgainstPage& page) {
  const TalkComparison& seen = page.seen;
  Json all = Json::array();
  for (std::size_t i = 0; i < std::min(page.passages, seen.passages.size()); ++i) {
    const Passage& p = seen.passages[i];
    Json one{{"where", stretch_json(p.where)}, {"errors", counts_json(p.errors)}};
    if (page.show_text) {
      one["said"] = words_of(p.said, seen.vocabulary);
      one["written"] = words_of(p.written, seen.vocabulary);
    }
    all.push_back(std::move(one));
  }
  return all;
}

Json drift_json(const Drift& drift) {
  if (drift.points == 0) return nullptr;
  Json jumps = Json::array();
  for (const Jump& jump : drift.jumps)
    jumps.push_back({{"at", seconds(jump.at)}, {"by", static_cast<double>(jump.by) / 1000}});
  return {{"points", drift.points},
          {"offset", drift.offset_seconds},
          {"seconds_per_hour", drift.seconds_per_hour},
          {"scatter", drift.scatter_seconds},
          {"jumps", std::move(jumps)}};
}

}  // namespace

std::string as_text(const AgainstPage& page, const Style& style) { return Text(page, style).text(); }

Json as_json(const AgainstPage& page) {
  const TalkComparison& seen = page.seen;
  Json minutes = Json::array(), exchanges = Json::array(), look_at = Json::array();
  for (const auto& [number, errors] : seen.five_minutes) {
    minutes.push_back({{"from", number * 300}, {"errors", counts_json(errors)}});
  }
  for (const Exchange& e : seen.exchanges) {
    exchanges.push_back({{"where", stretch_json(e.where)},
                         {"words", e.words},
                         {"speaker", e.speaker},
                         {"should_be", e.should_be},
                         {"both_ways", e.both_ways}});
  }
  for (const Concern& c : page.concerns) {
    look_at.push_back({{"code", c.code}, {"where", stretch_json(c.where)}, {"what", c.what}, {"remedy", c.remedy}});
  }
  return {{"file", page.transcript},
          {"format", seen.transcript_format},
          {"words", seen.written_words},
          {"against", page.captions},
          {"against_format", seen.captions_format},
          {"against_words", seen.said_words},
          {"exact", seen.exact},
          {"errors", counts_json(seen.all)},
          {"speakers", speakers_json(seen.speakers, page, true)},
          {"voices", speakers_json(seen.voices, page, false)},
          {"words_of_voice_by_speaker", seen.words_of},
          {"five_minutes", std::move(minutes)},
          {"passages", passages_json(page)},
          {"beginning", end_json(seen.start)},
          {"end", end_json(seen.end)},
          {"exchanges", std::move(exchanges)},
          {"times", drift_json(seen.drift)},
          {"look_at", std::move(look_at)}};
}

}  // namespace moniker::align
