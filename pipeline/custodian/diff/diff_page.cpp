// Three renderings of one comparison. Control characters of a delivery reach no terminal.
#include "diff/diff_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/shown_text.hpp"
#include "html/tables.hpp"
#include "moniker/embedded/diff_files.hpp"

namespace moniker::custodian {
namespace {

using Json = nlohmann::ordered_json;

std::string clock_of(const std::optional<TimeSpan>& time) {
  if (!time) return {};
  const auto seconds = std::chrono::floor<std::chrono::seconds>(time->begin).count();
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

bool is_shown(const DiffPage& page, const DiffTurn& turn) { return !page.changes_alone || turn.changed(); }

/// Lines of a turn stay lines; whatever else could steer a terminal is escaped.
std::string safe(const std::string& text) {
  std::string out;
  std::size_t from = 0;
  while (true) {
    const std::size_t end = text.find('\n', from);
    out += shown_text(text.substr(from, end == text.npos ? text.npos : end - from));
    if (end == text.npos) return out;
    out += "\n      ";
    from = end + 1;
  }
}

std::string exchanged(const std::string& was, const std::string& is, const Style& style) {
  const bool colours = !style.plain.empty();
  std::string text;
  if (!was.empty())
    text += colours ? fmt::format("{}{}{}", style.red, safe(was), style.plain) : fmt::format("[-{}-]", safe(was));
  return text +
         (colours ? fmt::format("{}{}{}", style.green, safe(is), style.plain) : fmt::format("{{+{}+}}", safe(is)));
}

std::string speaker_text(const DiffTurn& turn, const Style& style) {
  if (turn.was_speaker.empty() || turn.was_speaker == turn.speaker)
    return turn.speaker.empty() ? std::string() : safe(turn.speaker) + ": ";
  return exchanged(turn.was_speaker, turn.speaker.empty() ? "-" : turn.speaker, style) + ": ";
}

std::string summary(const Diff& diff) {
  return fmt::format(
      "{} turns, {} replaced{}", html::grouped(diff.turns.size()), html::grouped(diff.changes()),
      diff.delivered ? "" : "; what was delivered is not in incoming/: what stood there before is not known");
}

Json piece_json(const DiffPiece& piece, bool delivered) {
  if (!piece.changed) return {{"same", piece.is}};
  return {{"was", delivered ? Json(piece.was) : Json(nullptr)}, {"is", piece.is}, {"labels", piece.labels}};
}

std::string labels_of(const DiffPiece& piece) { return fmt::format("{}", fmt::join(piece.labels, ", ")); }

void tell_side(html::Html& html, const DiffTurn& turn, bool before) {
  html.open("td");
  const std::string& speaker = before ? turn.was_speaker : turn.speaker;
  if (!speaker.empty()) html.element("b", speaker).text(" ");
  for (const DiffPiece& piece : turn.pieces) {
    const std::string& words = before ? piece.was : piece.is;
    if (!piece.changed)
      html.text(words);
    else
      html.element(before ? "del" : "ins", words, {{"title", labels_of(piece)}});
  }
  html.close();
}

}  // namespace

std::string as_text(const DiffPage& page, const Style& style) {
  std::string text = fmt::format("{}{}{}  {}\n", style.bold, page.diff.transcript, style.plain, summary(page.diff));
  for (const DiffTurn& turn : page.diff.turns) {
    if (!is_shown(page, turn)) continue;
    text += fmt::format("\n{}{:>4}{}  ", style.dim, turn.number, style.plain);
    if (const std::string at = clock_of(turn.time); !at.empty())
      text += fmt::format("{}{}{}  ", style.dim, at, style.plain);
    text += speaker_text(turn, style);
    for (const DiffPiece& piece : turn.pieces)
      text += piece.changed ? exchanged(piece.was, piece.is, style) : safe(piece.is);
    text += '\n';
  }
  return text;
}

Json as_json(const DiffPage& page) {
  Json turns = Json::array();
  for (const DiffTurn& turn : page.diff.turns) {
    if (!is_shown(page, turn)) continue;
    Json pieces = Json::array();
    for (const DiffPiece& piece : turn.pieces) pieces.push_back(piece_json(piece, page.diff.delivered));
    Json one{{"turn", turn.number}, {"begin", nullptr}};
    if (turn.time) one["begin"] = static_cast<double>(turn.time->begin.count()) / 1000;
    one["was_speaker"] = page.diff.delivered ? Json(turn.was_speaker) : Json(nullptr);
    one["speaker"] = turn.speaker;
    one["pieces"] = std::move(pieces);
    turns.push_back(std::move(one));
  }
  return {{"transcript", page.diff.transcript},
          {"delivered", page.diff.delivered},
          {"changes", page.diff.changes()},
          {"turns", std::move(turns)}};
}

std::string as_html(const DiffPage& page) {
  const bool both = page.diff.delivered;
  html::Html html = html::page(page.diff.transcript + ", before and after", embedded::diff_files("diff.css"));
  html.open("header").element("h1", page.diff.transcript + (both ? ", before and after" : ", after")).line();
  html.element("p", summary(page.diff), {{"class", "faint"}}).line();
  if (both) {
    html.element(
        "p",
        "This page names people. It is for the custodian, belongs on an encrypted disk, and should be deleted when it "
        "was read.",
        {{"class", "alarm"}});
    html.line();
  }
  html.close().open("main").line();
  const bool timed = std::any_of(page.diff.turns.begin(), page.diff.turns.end(),
                                 [](const DiffTurn& turn) { return turn.time.has_value(); });
  std::vector<html::Column> columns{{"turn"}};
  if (timed) columns.push_back({"time", "fixed"});
  if (both) columns.push_back({"as delivered"});
  columns.push_back({"as sealed"});
  html::open_table(html,
                   both ? "Turn by turn: what was replaced has dots below it, what stands for it a line"
                        : "Turn by turn: what stands for something has a line below it",
                   columns);
  for (const DiffTurn& turn : page.diff.turns) {
    if (!is_shown(page, turn)) continue;
    std::vector<std::string> cells{std::to_string(turn.number)};
    if (timed) cells.push_back(clock_of(turn.time));
    html::open_row(html, columns, cells);
    if (both) tell_side(html, turn, true);
    tell_side(html, turn, false);
    html.close().line();
  }
  html::close_table(html);
  return html.finish();
}

}  // namespace moniker::custodian
