// Escaping is the one job here: texts come from anywhere, markup from the program alone.
#include "html/html.hpp"

#include <stdexcept>

#include "base/utf8.hpp"
#include "moniker/embedded/html_files.hpp"

namespace moniker::html {
namespace {

constexpr std::string_view nothing_shown = "\xEF\xBF\xBD";

bool has_no_place(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

std::string escaped_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    if (const std::string_view instead = reference(c); !instead.empty())
      out += instead;
    else if (has_no_place(c))
      out += nothing_shown;
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  while (true) {
    const std::size_t bad = find_invalid_utf8(text);
    out += escaped_utf8(text.substr(0, bad));
    if (bad >= text.size()) return out;
    out += nothing_shown;
    text.remove_prefix(bad + 1);
  }
}

void Html::tag(std::string_view element, Attributes attributes) {
  (out_ += '<') += element;
  for (const auto& [name, value] : attributes) (((out_ += ' ') += name) += "=\"") += escaped(value) + '"';
  out_ += '>';
}

Html& Html::open(std::string_view element, Attributes attributes) {
  tag(element, attributes);
  open_.emplace_back(element);
  return *this;
}

Html& Html::close() {
  if (open_.empty()) throw std::logic_error("nothing is open in the page");
  ((out_ += "</") += open_.back()) += '>';
  open_.pop_back();
  return *this;
}

Html& Html::text(std::string_view text) {
  out_ += escaped(text);
  return *this;
}

Html& Html::element(std::string_view element, std::string_view words, Attributes attributes) {
  return open(element, attributes).text(words).close();
}

Html& Html::empty(std::string_view element, Attributes attributes) {
  tag(element, attributes);
  return *this;
}

Html& Html::line() {
  out_ += '\n';
  return *this;
}

std::string Html::finish() {
  while (!open_.empty()) close();
  out_ += '\n';
  return std::move(out_);
}

Html page(std::string_view title, std::string_view styles) {
  Html html;
  html.out_ = "<!DOCTYPE html>\n";
  html.open("html", {{"lang", "en-GB"}}).open("head").line();
  html.empty("meta", {{"charset", "utf-8"}}).line();
  html.empty("meta",
             {{"http-equiv", "Content-Security-Policy"},
              {"content", "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"}});
  html.line().empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.line().empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.line().element("title", title).line().open("style").line();
  html.out_ += embedded::html_files("palette.css");
  html.out_ += embedded::html_files("page.css");  // the program's own, and no text of anybody's
  html.out_ += styles;
  html.close().line().close().line().open("body").line();
  return html;
}

}  // namespace moniker::html
