// Tables for narrow terminals: the widest line of one study is 72 columns, and reasons stand below, set in.
#include "nights/state_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "nights/folder_names.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

std::string_view colour_of(TranscriptAt at, const Style& style) {
  switch (at) {
    case TranscriptAt::quarantined:
      return style.red;
    case TranscriptAt::sealed:
      return style.green;
    default:
      return style.yellow;
  }
}

/// Without what stands in brackets behind it, and then cut between letters.
std::string at_most(std::string text, std::size_t width) {
  if (text.size() > width) text.resize(std::min(text.find(" ("), text.size()));
  if (text.size() <= width) return text;
  std::size_t end = width - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

std::string note_of(const TranscriptStanding& one) {
  std::string note;
  const auto add = [&](const std::string& part) { note += (note.empty() ? "" : ", ") + part; };
  if (one.doubtful > 0) add(fmt::format("{} doubtful", one.doubtful));
  if (one.questions > 0) add(fmt::format("{} to ask", one.questions));
  if (!one.due.empty()) add("goes by " + one.due);
  return note;
}

std::string transcript_lines(const TranscriptStanding& one, std::size_t width, const Style& style) {
  const std::string shown = one.shown.empty() ? "(put away)" : at_most(one.shown, width);
  std::string line =
      fmt::format("  {:<6}{:<{}}  {}{:<11}{}  {:<10}  {}", one.transcript.empty() ? "-" : one.transcript, shown, width,
                  colour_of(one.at, style), word_of(one.at), style.plain, one.since, note_of(one));
  line.erase(line.find_last_not_of(' ') + 1);
  line += "\n";
  if (!one.why.empty()) line += fmt::format("        {}{}{}\n", style.dim, one.why, style.plain);
  return line;
}

std::string retention_words(const StudyState& state) {
  if (state.overdue > 0) return fmt::format("{} overdue", state.overdue);
  if (state.due > 0) return fmt::format("{} due today", state.due);
  return state.next_due;
}

std::string totals(const StudyState& state) {
  std::string text;
  for (const TranscriptAt at : {TranscriptAt::sealed, TranscriptAt::review, TranscriptAt::draft,
                                TranscriptAt::quarantined, TranscriptAt::changed, TranscriptAt::fresh}) {
    if (const auto n = state.count(at); n > 0)
      text += fmt::format("{}{} {}", text.empty() ? ": " : ", ", n, word_of(at));
  }
  return fmt::format("{} transcript{}{}", state.transcripts.size(), state.transcripts.size() == 1 ? "" : "s", text);
}

std::string trouble_lines(const StudyState& state, const Style& style) {
  const Problem& problem = *state.trouble;
  const std::string place = problem.at.line > 0 ? fmt::format("line {}: ", problem.at.line) : "";
  return fmt::format("  {}{}{}: {}{}\n        {}{}{}\n", style.red, state.folder, style.plain, place, problem.what,
                     style.dim, problem.remedy, style.plain);
}

std::string study_text(const StudyState& state, const Style& style) {
  if (state.trouble) return trouble_lines(state, style);
  constexpr std::size_t least = 10, most = 26;
  std::size_t width = least;
  for (const TranscriptStanding& one : state.transcripts)
    width = std::clamp(at_most(one.shown, most).size(), width, most);
  std::string text = fmt::format("{}{}{} ({})\n", style.bold, state.title, style.plain, state.folder);
  text += state.last_run.empty() ? "never run\n" : fmt::format("last run {}\n", state.last_run);
  if (state.is_worked_on)
    text += "another command is working on it now; this is what the last run left\n";
  else if (state.is_of_last_run)
    text += "study.key is not here: this is what the last run left\n";
  if (!state.transcripts.empty())
    text += fmt::format("\n  {}{:<6}{:<{}}  {:<11}  {}{}\n", style.bold, "ID", "transcript", width, "state", "since",
                        style.plain);
  for (const TranscriptStanding& one : state.transcripts) text += transcript_lines(one, width, style);
  text += "\n  " + totals(state) + "\n";
  if (state.fresh_unnamed > 0) text += fmt::format("  {} delivered since then\n", state.fresh_unnamed);
  if (const std::string words = retention_words(state); !words.empty()) text += "  must go by rule: " + words + "\n";
  return text;
}

/// The end of a path tells studies apart; of a name, its beginning.
std::string name_at_most(const std::string& name, std::size_t width) {
  if (name.size() <= width || name.find('/') == std::string::npos) return at_most(name, width);
  std::size_t begin = name.size() - (width - 3);
  while (begin < name.size() && (static_cast<unsigned char>(name[begin]) & 0xC0U) == 0x80U) ++begin;
  return "..." + name.substr(begin);
}

std::vector<std::string> names_of(const std::vector<StudyState>& studies) {
  std::vector<std::string> folders;
  for (const StudyState& one : studies) folders.push_back(one.folder);
  return folder_names(folders);
}

std::string studies_text(const std::vector<StudyState>& studies, const Style& style) {
  if (studies.empty()) return "no study is here, nor below: `moniker init DIR` makes one\n";
  std::string text = fmt::format("  {}{:<18}{:>7}{:>7}{:>7}{:>5}  {:<10}  {}{}\n", style.bold, "study", "sealed",
                                 "review", "quar.", "new", "last run", "must go", style.plain);
  const std::vector<std::string> names = names_of(studies);
  for (std::size_t i = 0; i < studies.size(); ++i) {
    const StudyState& one = studies[i];
    if (one.trouble) {
      text += trouble_lines(one, style);
      continue;
    }
    const auto fresh = one.count(TranscriptAt::fresh) + one.count(TranscriptAt::changed) + one.fresh_unnamed;
    const auto review = one.count(TranscriptAt::review) + one.count(TranscriptAt::draft);
    std::string line = fmt::format("  {:<18}{:>7}{:>7}{:>7}{:>5}  {:<10}  {}", name_at_most(names[i], 17),
                                   one.count(TranscriptAt::sealed), review, one.count(TranscriptAt::quarantined), fresh,
                                   one.last_run.empty() ? "never" : one.last_run, retention_words(one));
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + (one.is_worked_on ? "  (at work now)" : one.is_of_last_run ? "  (without its key)" : "") + "\n";
  }
  return text;
}

Json or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json study_json(const StudyState& state) {
  Json transcripts = Json::array();
  for (const TranscriptStanding& one : state.transcripts) {
    transcripts.push_back({{"transcript", or_null(one.transcript)},
                           {"file", or_null(one.shown)},
                           {"state", word_of(one.at)},
                           {"since", or_null(one.since)},
                           {"why", or_null(one.why)},
                           {"doubtful", one.doubtful},
                           {"questions", one.questions},
                           {"due", or_null(one.due)}});
  }
  Json trouble = nullptr;
  if (state.trouble)
    trouble = {{"status", static_cast<int>(state.trouble->fault)},
               {"file", state.trouble->file},
               {"what", state.trouble->what},
               {"remedy", state.trouble->remedy}};
  return {{"folder", state.folder},
          {"study", state.title},
          {"trouble", std::move(trouble)},
          {"last_run", or_null(state.last_run)},
          {"worked_on", state.is_worked_on},
          {"as_of_last_run", state.is_of_last_run},
          {"transcripts", std::move(transcripts)},
          {"delivered_since", state.fresh_unnamed},
          {"overdue", state.overdue},
          {"due_today", state.due},
          {"next_due", or_null(state.next_due)}};
}

}  // namespace

std::string as_text(const StatePage& page, const Style& style) {
  return page.is_of_one ? study_text(page.studies.front(), style) : studies_text(page.studies, style);
}

Json as_json(const StatePage& page) {
  Json all = Json::array();
  for (const StudyState& one : page.studies) all.push_back(study_json(one));
  return all;
}

}  // namespace moniker::study
