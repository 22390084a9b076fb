// What an intruder could do, for the eyes: the gravest first, each with where, why and the command that mends it.
#include "intrude/intrude_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "base/proportion_bound.hpp"
#include "base/shown_text.hpp"
#include "html/tables.hpp"

namespace moniker::custodian {
namespace {

using intruder::Risk;
using intruder::Suspicion;
using Json = nlohmann::ordered_json;

constexpr std::size_t turns_told = 8;
constexpr std::string_view words_unsaid = "WORDS";

/// As a shell takes it.
std::string in_quotes(const std::string& words) {
  if (!words.empty() && words.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-") ==
                            std::string::npos)
    return words;
  std::string quoted = "'";
  for (const char c : words) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

std::string with_study(std::string advice, const std::string& study) {
  for (std::size_t at = 0; (at = advice.find("STUDY", at)) != std::string::npos; at += study.size())
    advice.replace(at, 5, study);
  return advice;
}

std::string turns_of(const std::string& transcript, const std::vector<std::uint64_t>& turns) {
  if (turns.empty() || turns == std::vector<std::uint64_t>{0}) return transcript;
  std::string text = fmt::format("{} turn{} {}", transcript, turns.size() == 1 ? "" : "s", turns.front());
  for (std::size_t i = 1; i < turns.size(); ++i) {
    if (i == turns_told) return text + fmt::format(" and {} more", turns.size() - i);
    text += fmt::format("{}{}", i + 1 == turns.size() ? " and " : ", ", turns[i]);
  }
  return text;
}

std::string_view colour_of(Risk risk, const Style& style) {
  return risk == Risk::high ? style.red : risk == Risk::medium ? style.yellow : style.dim;
}

std::string suspicion_text(const IntrudePage& page, const Suspicion& one, const Style& style) {
  std::string text = fmt::format("{}{:<6}{}  {}{}{}  {}\n", colour_of(one.risk, style), name_of(one.risk), style.plain,
                                 style.bold, name_of(one.attack), style.plain, one.says);
  const std::string places = places_of(one);
  if (!places.empty()) text += fmt::format("        {}\n", places);
  if (page.shows_text && !one.words.empty()) text += fmt::format("        \"{}\"\n", shown_text(one.words));
  return text + fmt::format("        {}{}{}\n        {}\n\n", style.dim, one.why, style.plain, remedy_of(page, one));
}

std::string drawn_text(const IntrudePage& page, const Style& style) {
  if (page.intrusion.drawn.empty()) return {};
  std::string text = fmt::format("{}{} passages, drawn at random: can anybody still be told?{}\n\n", style.bold,
                                 page.intrusion.drawn.size(), style.plain);
  std::size_t number = 0;
  for (const intruder::DrawnPassage& passage : page.intrusion.drawn)
    text += fmt::format("{:>4}  {} turn {}{}{}\n      {}\n\n", ++number, passage.where.transcript, passage.where.turn,
                        passage.speaker.empty() ? "" : ", " + passage.speaker,
                        passage.replaced ? "" : ", nothing replaced", shown_text(passage.text));
  for (const std::string& bound : bounds_of(page)) text += "  " + bound + "\n";
  return text + "\n";
}

}  // namespace

std::size_t IntrudePage::counted() const {
  return static_cast<std::size_t>(
      std::count_if(intrusion.found.begin(), intrusion.found.end(), [&](const Suspicion& one) { return counts(one); }));
}

std::vector<const Suspicion*> IntrudePage::told() const {
  std::vector<const Suspicion*> told;
  for (const Suspicion& one : intrusion.found) {
    if (shows_all || counts(one)) told.push_back(&one);
  }
  return told;
}

std::string remedy_of(const IntrudePage& page, const Suspicion& one) {
  if (!one.advice.empty()) return with_study(one.advice, page.study);
  std::string command = fmt::format("moniker decide {} replace {} --label {}", in_quotes(page.study),
                                    page.shows_text ? in_quotes(one.words) : words_unsaid, one.label);
  if (one.where.size() == 1) command += fmt::format(" --in {} --turn {}", one.where[0].transcript, one.where[0].turn);
  return command;
}

std::string places_of(const Suspicion& one) {
  std::map<std::string, std::vector<std::uint64_t>> turns;
  std::string text;
  const auto add = [&](const std::string& place) { text += (text.empty() ? "" : "; ") + place; };
  for (const intruder::Spot& spot : one.where) {
    if (spot.part.empty())
      turns[spot.transcript].push_back(spot.turn);
    else
      add(shown_text(spot.part));
  }
  for (auto& [transcript, numbers] : turns) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    add(turns_of(transcript, numbers));
  }
  return text;
}

std::vector<AttackCount> counts_of(const Intrusion& intrusion) {
  std::vector<AttackCount> counts;
  for (const intruder::AttackRow& row : intruder::attacks()) {
    AttackCount& count = counts.emplace_back(AttackCount{row.name, row.asks});
    for (const Suspicion& one : intrusion.found) {
      if (one.attack == row.attack) ++count.of_risk[static_cast<std::size_t>(one.risk)];
    }
  }
  return counts;
}

std::vector<std::string> untried_lines(const Intrusion& intrusion) {
  std::vector<std::string> lines;
  for (const intruder::Untried& one : intrusion.untried)
    lines.push_back(fmt::format("{} could not be tried: {}", name_of(one.attack), one.why));
  return lines;
}

std::vector<std::string> bounds_of(const IntrudePage& page) {
  constexpr std::uint64_t guesses = 3;
  const std::uint64_t drawn = page.intrusion.drawn.size();
  std::vector<std::string> bounds;
  const std::uint64_t first = page.leaks.value_or(0), last = page.leaks.value_or(std::min(guesses, drawn));
  for (std::uint64_t leaks = first; leaks <= last; ++leaks)
    bounds.push_back(fmt::format("{} of {} give somebody away: at most {} of all such passages do, at 95 %", leaks,
                                 drawn, bound_in_percent(upper_bound_of_share(leaks, drawn))));
  return bounds;
}

std::string as_text(const IntrudePage& page, const Style& style) {
  const Intrusion& all = page.intrusion;
  std::string text =
      fmt::format("{}: {} transcripts, {} words, {} files and parts beside them, {} rows of the linkage table\n\n",
                  page.study, all.transcripts, html::grouped(all.words), all.parts, all.originals);
  for (const Suspicion* one : page.told()) text += suspicion_text(page, *one, style);
  text += fmt::format("{}looked for{}{:>64}\n", style.bold, style.plain, "high  medium  low");
  for (const AttackCount& count : counts_of(all))
    text += fmt::format("  {:<12} {:<43}{:>6}  {:>6}  {:>3}\n", count.name, count.asks.substr(0, 43), count.of_risk[2],
                        count.of_risk[1], count.of_risk[0]);
  for (const std::string& line : untried_lines(all)) text += "  " + line + "\n";
  const std::size_t counted = page.counted();
  text += fmt::format("\n{} to be mended{}; {} below that{}\n", counted, counted == 0 ? "" : " or judged",
                      all.found.size() - counted, page.shows_all ? "" : " (--all tells them)");
  if (!page.shows_text && !page.told().empty()) text += "words are shown with --show-text\n";
  text += "\n" + drawn_text(page, style);
  text.erase(text.find_last_not_of('\n') + 2);
  return text;
}

Json as_json(const IntrudePage& page) {
  const Intrusion& all = page.intrusion;
  Json json{{"transcripts", all.transcripts},
            {"words", all.words},
            {"parts", all.parts},
            {"originals", all.originals},
            {"above", page.above ? Json(name_of(*page.above)) : Json(nullptr)},
            {"counted", page.counted()}};
  for (const AttackCount& count : counts_of(all))
    json["attacks"].push_back({{"attack", count.name},
                               {"asks", count.asks},
                               {"high", count.of_risk[2]},
                               {"medium", count.of_risk[1]},
                               {"low", count.of_risk[0]}});
  json["untried"] = Json::array();
  for (const intruder::Untried& one : all.untried)
    json["untried"].push_back({{"attack", name_of(one.attack)}, {"why", one.why}});
  json["suspicions"] = Json::array();
  for (const Suspicion* one : page.told()) {
    Json where = Json::array();
    for (const intruder::Spot& spot : one->where)
      where.push_back({{"transcript", spot.transcript}, {"turn", spot.turn}, {"part", spot.part}});
    json["suspicions"].push_back({{"attack", name_of(one->attack)},
                                  {"risk", name_of(one->risk)},
                                  {"says", one->says},
                                  {"why", one->why},
                                  {"where", where},
                                  {"words", page.shows_text ? Json(one->words) : Json(nullptr)},
                                  {"remedy", remedy_of(page, *one)}});
  }
  if (all.drawn.empty()) return json;
  for (const intruder::DrawnPassage& passage : all.drawn)
    json["sample"]["passages"].push_back({{"transcript", passage.where.transcript},
                                          {"turn", passage.where.turn},
                                          {"speaker", passage.speaker},
                                          {"text", passage.text},
                                          {"replaced", passage.replaced}});
  json["sample"]["leaks"] = page.leaks ? Json(*page.leaks) : Json(nullptr);
  json["sample"]["bound"] = upper_bound_of_share(page.leaks.value_or(0), all.drawn.size());
  return json;
}

}  // namespace moniker::custodian
