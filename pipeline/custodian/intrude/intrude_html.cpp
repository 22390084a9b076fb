// The same as a page that a person reads and keeps with the study's papers, sealed.
#include <fmt/format.h>

#include "html/tables.hpp"
#include "intrude/intrude_page.hpp"

namespace moniker::custodian {
namespace {

using html::Html;

void add_suspicions(Html& html, const IntrudePage& page) {
  html.element("h2", "What gives somebody away").line();
  if (page.told().empty()) {
    html.element("p", "Nothing was found.").line();
    return;
  }
  const html::Column columns[] = {{"risk", "fixed"}, {"what"}, {"where", "fixed"}, {"words"}, {"why"}, {"what to do"}};
  html::open_table(html, "The gravest first", columns);
  for (const intruder::Suspicion* one : page.told())
    html::add_row(html, columns,
                  {std::string(name_of(one->risk)), one->says, places_of(*one), page.shows_text ? one->words : "",
                   one->why, remedy_of(page, *one)});
  html::close_table(html);
}

void add_looked_for(Html& html, const IntrudePage& page) {
  html.element("h2", "What was looked for").line();
  const html::Column columns[] = {{"attack"}, {"asks"}, {"high", "number"}, {"medium", "number"}, {"low", "number"}};
  html::open_table(html, "Every attack, and how many suspicions of each risk", columns);
  for (const AttackCount& count : counts_of(page.intrusion))
    html::add_row(html, columns,
                  {std::string(count.name), std::string(count.asks), std::to_string(count.of_risk[2]),
                   std::to_string(count.of_risk[1]), std::to_string(count.of_risk[0])});
  html::close_table(html);
  for (const std::string& line : untried_lines(page.intrusion)) html.element("p", line).line();
}

void add_drawn(Html& html, const IntrudePage& page) {
  if (page.intrusion.drawn.empty()) return;
  html.element("h2", "Passages for a person to judge").line();
  const html::Column columns[] = {{"where", "fixed"}, {"who", "fixed"}, {"talk"}};
  html::open_table(html, "Drawn at random: can anybody still be told?", columns);
  for (const intruder::DrawnPassage& passage : page.intrusion.drawn)
    html::add_row(
        html, columns,
        {fmt::format("{} turn {}", passage.where.transcript, passage.where.turn), passage.speaker, passage.text});
  html::close_table(html);
  for (const std::string& bound : bounds_of(page)) html.element("p", bound).line();
}

}  // namespace

std::string as_html(const IntrudePage& page) {
  Html html = html::page("What an intruder could do");
  html.open("header").element("h1", "What an intruder could do").line();
  html.element("p",
               fmt::format("{} transcripts, {} words: {} suspicions to be mended or judged", page.intrusion.transcripts,
                           html::grouped(page.intrusion.words), page.counted()),
               {{"class", "faint"}})
      .line();
  html.element("p", "This page may hold what people said. It is for the custodian and belongs on an encrypted disk.",
               {{"class", "alarm"}})
      .line();
  html.close().open("main").line();
  add_suspicions(html, page);
  add_looked_for(html, page);
  add_drawn(html, page);
  return html.finish();
}

}  // namespace moniker::custodian
