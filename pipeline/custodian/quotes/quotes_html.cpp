// The page of a manuscript: what is wrong first, then who is quoted, what adds up, and every extract, with a study
// beside what was said.
#include <fmt/format.h>

#include <algorithm>

#include "html/bars.hpp"
#include "html/tables.hpp"
#include "moniker/embedded/quotes_files.hpp"
#include "quotes/quotes_page.hpp"

namespace moniker::custodian {
namespace {

using html::Html;

std::string words_of_kind(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

void add_findings(Html& html, const QuotesPage& page) {
  html.element("h2", "What is wrong").line();
  if (page.findings() == 0) {
    html.element("p", "Nothing was found.").line();
    return;
  }
  const html::Column columns[] = {{"what", "fixed"}, {"how"}, {"where", "fixed"}, {"words"}};
  html::open_table(html, "Findings, of the manuscript by itself and of its extracts", columns);
  if (page.checked) {
    for (const CheckedExtract& one : page.checked->extracts) {
      const Extract& extract = page.paper.talk.extracts[one.extract];
      for (const QuoteFinding& finding : one.findings)
        html::add_row(html, columns,
                      {words_of_kind(name_of(finding.fault)), finding.says,
                       shown(page.paper.paper.blocks[extract.block].at), extract.text});
    }
  }
  for (const PaperFinding& finding : page.paper.findings) {
    std::string places, words;
    for (const PlacedWords& where : finding.where) places += shown(where.at) + "\n", words += where.words + "\n";
    html::add_row(html, columns, {words_of_kind(name_of(finding.fault)), finding.says, places, words});
  }
  html::close_table(html);
}

void add_people(Html& html, const QuotesPage& page) {
  std::size_t most = 1;
  for (const PaperPerson& person : page.paper.people) most = std::max(most, person.extracts);
  html.element("h2", "Who is quoted").line();
  const html::Column columns[] = {{"ID"}, {"told of them"}, {"extracts", "number"}, {"words", "number"}};
  html::open_table(
      html,
      page.paper.sample > 0 ? fmt::format("Of a sample of {}", page.paper.sample) : "The manuscript states no sample",
      columns);
  for (const PaperPerson& person : page.paper.people) {
    std::string told;
    for (const Attribute& one : person.attributes)
      told += (told.empty() ? "" : ", ") + (one.value == "*" ? one.written : one.value);
    const std::string cells[] = {person.id, told, std::to_string(person.extracts), std::to_string(person.words)};
    html::open_row(html, columns, cells);
    html.open("td", {{"class", "chart"}});
    const html::BarPart bar{static_cast<double>(person.extracts) / static_cast<double>(most)};
    html::add_bar(html, {&bar, 1});
    html.close().close().line();
  }
  html::close_table(html);
}

void add_breakdowns(Html& html, const QuotesPage& page) {
  constexpr std::string_view verdicts[] = {"adds up", "leaves a remainder open", "does not add up"};
  if (page.paper.breakdowns.empty()) return;
  html.element("h2", "What adds up").line();
  const html::Column columns[] = {{"where", "fixed"}, {"parts"},   {"sum", "number"},
                                  {"of", "number"},   {"verdict"}, {"words"}};
  html::open_table(html, "Numbers that were taken for one breakdown", columns);
  for (const Breakdown& one : page.paper.breakdowns) {
    std::string parts;
    for (const BreakdownPart& part : one.parts)
      parts += fmt::format("{}{} {}", parts.empty() ? "" : ", ", part.value, part.label);
    html::add_row(html, columns,
                  {shown(one.where.at), parts, fmt::format("{}", one.sum), fmt::format("{}", one.total),
                   std::string(verdicts[static_cast<std::size_t>(one.verdict)]), one.where.words});
  }
  html::close_table(html);
}

/// One side of a comparison, word by word.
void tell_pieces(Html& html, const QuoteAlignment& alignment, bool paper) {
  html.open("td");
  for (const QuotePiece& piece : alignment.pieces) {
    std::string words;
    for (const QuoteWord& word : paper ? piece.paper : piece.transcript) words += word.word + " ";
    if (words.empty()) continue;
    if (piece.kind == QuotePiece::Kind::same)
      html.text(words);
    else
      html.element(paper ? "ins" : "del", words.substr(0, words.size() - 1),
                   {{"title", piece.told ? "told" : "not told"}})
          .text(" ");
  }
  html.close();
}

void add_extracts(Html& html, const QuotesPage& page) {
  html.element("h2", "Every extract").line();
  std::vector<html::Column> columns{{"where", "fixed"}, {"credited to", "fixed"}, {"in the manuscript"}};
  if (page.checked) columns.insert(columns.end(), {{"said in", "fixed"}, {"in the transcript"}});
  html::open_table(
      html,
      page.checked
          ? "Word by word: what only the manuscript has is underlined, what only the transcript has has dots below it"
          : "As they stand in the manuscript",
      columns);
  for (std::size_t i = 0; i < page.paper.talk.extracts.size(); ++i) {
    const Extract& extract = page.paper.talk.extracts[i];
    const std::string by = extract.attribution ? page.paper.talk.attributions[*extract.attribution].text : "nobody";
    const CheckedExtract* one = page.checked ? &page.checked->extracts[i] : nullptr;
    std::vector<std::string> cells{shown(page.paper.paper.blocks[extract.block].at), by};
    const bool laid = one && one->passage;
    if (!laid) cells.push_back(extract.text);
    html::open_row(html, columns, cells);
    if (laid) {
      tell_pieces(html, one->passage->alignment, true);
      html.element("td", fmt::format("{} turn {}{}{}", one->passage->transcript, one->passage->turn,
                                     one->passage->speaker.empty() ? "" : ", " + one->passage->speaker,
                                     one->found ? "" : "\n(the nearest)"));
      tell_pieces(html, one->passage->alignment, false);
    } else if (one) {
      html.element("td", "nowhere").element("td", "");
    }
    html.close().line();
  }
  html::close_table(html);
}

}  // namespace

std::string as_html(const QuotesPage& page) {
  Html html = html::page(page.file + ", its quotations", embedded::quotes_files("quotes.css"));
  html::add_patterns(html);
  html.open("header").element("h1", page.file + ", its quotations").line();
  html.element("p", fmt::format("{} extracts, {} findings", page.paper.talk.extracts.size(), page.findings()),
               {{"class", "faint"}})
      .line();
  if (page.checked)
    html.element("p", "This page holds what people said. It is for the custodian and belongs on an encrypted disk.",
                 {{"class", "alarm"}})
        .line();
  html.close().open("main").line();
  add_findings(html, page);
  add_people(html, page);
  add_breakdowns(html, page);
  add_extracts(html, page);
  return html.finish();
}

}  // namespace moniker::custodian
