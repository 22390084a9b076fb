#include "html/tables.hpp"

#include <catch2/catch.hpp>

namespace moniker::html {
namespace {

TEST_CASE("tables: a caption, headings with their scope, and cells that stand as their columns say") {
  Html html;
  const Column columns[] = {{"who"}, {"words", "number"}, {"why"}};
  open_table(html, "Who & what", columns);
  add_row(html, columns, {"ID01", "1,000", "<none>"});
  const std::string row[] = {"ID02"};
  open_row(html, columns, row);
  html.element("td", "late").close();
  close_table(html);
  CHECK(html.finish() ==
        "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Who &amp; what\"><table><caption>Who &amp; "
        "what</caption>\n"
        "<thead><tr><th scope=\"col\">who</th><th scope=\"col\" class=\"number\">words</th><th scope=\"col\">why</th>"
        "</tr></thead>\n<tbody>\n"
        "<tr><th scope=\"row\">ID01</th><td class=\"number\">1,000</td><td>&lt;none&gt;</td></tr>\n"
        "<tr><th scope=\"row\">ID02</th><td>late</td></tr></tbody></table></div>\n\n");
}

TEST_CASE("tables: numbers are grouped by thousands") {
  const auto [count, shown] = GENERATE(table<std::uint64_t, std::string>(
      {{0, "0"}, {999, "999"}, {1000, "1,000"}, {27631, "27,631"}, {1234567, "1,234,567"}}));
  CHECK(grouped(count) == shown);
}

}  // namespace
}  // namespace moniker::html
