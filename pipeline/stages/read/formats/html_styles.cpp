// Cascading style sheets as far as they hide: only display, visibility and mso-hide are read. Of several rules that say
// something of an element the important one counts, then the element's own style, then the heavier selector, then the
// later rule (CSS 2.2, 6.4.1). A rule for paper alone, for a pointer or for made-up content says nothing here.
#include "read/formats/html_styles.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.hpp"

namespace moniker::read {
namespace {

constexpr std::uint32_t own_weight = 1U << 30;
constexpr int deepest_sheet = 8;    // blocks in blocks: @media, @supports
constexpr int deepest_style = 240;  // elements above a style

std::string css_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

std::vector<std::string> css_pieces(std::string_view text, std::string_view between) {
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(between, at), text.size());
    const std::string_view piece = trimmed(text.substr(at, end - at));
    if (!piece.empty()) pieces.emplace_back(piece);
    at = end + 1;
  }
  return pieces;
}

/// Without comments, and without the marks that hide a sheet from browsers of the last century.
std::string without_css_comments(std::string_view sheet) {
  std::string out;
  for (std::size_t at = 0; at < sheet.size();) {
    if (sheet.substr(at).starts_with("/*")) {
      const std::size_t end = sheet.find("*/", at + 2);
      at = end == std::string_view::npos ? sheet.size() : end + 2;
      out += ' ';
    } else if (sheet.substr(at).starts_with("<!--") || sheet.substr(at).starts_with("-->")) {
      at += sheet[at] == '<' ? 4 : 3;
    } else {
      out += sheet[at++];
    }
  }
  return out;
}

/// The place of the bracket that closes a block that was opened before `at`.
std::size_t end_of_css_block(std::string_view sheet, std::size_t at) {
  for (int depth = 1; at < sheet.size(); ++at) {
    if (sheet[at] == '{') ++depth;
    if (sheet[at] == '}' && --depth == 0) return at;
  }
  return sheet.size();
}

bool is_for_paper_alone(std::string_view media) {
  return media.find("print") != std::string_view::npos && media.find("screen") == std::string_view::npos &&
         media.find("all") == std::string_view::npos && media.find("not") == std::string_view::npos;
}

bool is_css_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
         static_cast<unsigned char>(c) > 127;
}

/// A name at this place, which is moved behind it; a backslash takes what follows as it is.
std::string css_name_at(std::string_view text, std::size_t& at) {
  std::string name;
  for (; at < text.size() && (is_css_name(text[at]) || text[at] == '\\'); ++at) {
    if (text[at] == '\\' && ++at == text.size()) break;
    name += text[at];
  }
  return name;
}

/// Says nothing of how an element is shown when nobody touches it, or nothing of the element itself.
bool is_momentary(std::string_view pseudo) {
  constexpr std::string_view moments[] = {"hover",        "active",    "focus",  "focus-within", "focus-visible",
                                          "visited",      "target",    "before", "after",        "first-line",
                                          "first-letter", "selection", "marker", "placeholder"};
  return std::find(std::begin(moments), std::end(moments), pseudo) != std::end(moments);
}

/// `[name="value"]` behind its bracket; other comparisons than equality ask for the name alone.
std::string css_attribute_at(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find(']', at), text.size());
  std::string said(text.substr(at, end - at));
  at = std::min(end + 1, text.size());
  std::erase_if(said, [](char c) { return c == '"' || c == '\'' || is_white(c); });
  const std::size_t sign = said.find_first_of("~|^$*=");
  return sign == std::string::npos || said[sign] == '=' ? said : said.substr(0, sign);
}

/// Nothing where the rule does not count.
std::optional<HtmlRule> css_selector(std::string_view text) {
  HtmlRule rule;
  bool child = false, next = true;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_white(c) || c == '>') {
      child = child || c == '>';
      next = true;
      ++at;
      continue;
    }
    if (c == '+' || c == '~') {  // who stands beside it is taken to be there
      if (!rule.selector.empty()) rule.selector.pop_back();
      next = true;
      ++at;
      continue;
    }
    if (std::exchange(next, false)) rule.selector.push_back({.child = std::exchange(child, false)});
    HtmlCompound& compound = rule.selector.back();
    if (c == '.' || c == '#') {
      (c == '.' ? compound.classes : compound.ids).push_back(css_name_at(text, ++at));
      rule.weight += c == '.' ? 1U << 8 : 1U << 16;
    } else if (c == '[') {
      compound.attributes.push_back(css_attribute_at(text, ++at));
      rule.weight += 1U << 8;
    } else if (c == ':') {
      at = std::min(text.find_first_not_of(':', at), text.size());
      if (is_momentary(css_name_at(text, at))) return std::nullopt;
      if (at < text.size() && text[at] == '(') at = std::min(text.find(')', at), text.size() - 1) + 1;
      rule.weight += 1U << 8;
    } else if (is_css_name(c) || c == '\\') {
      compound.tag = css_name_at(text, at);
      rule.weight += 1;
    } else {
      ++at;  // *, and what nobody knows
    }
  }
  return rule.selector.empty() ? std::nullopt : std::optional(std::move(rule));
}

bool css_holds(const HtmlCompound& compound, const xmlNode* node) {
  if (!compound.tag.empty() && compound.tag != css_lower(reinterpret_cast<const char*>(node->name))) return false;
  const auto classes = css_pieces(css_lower(html_attribute(node, "class")), white_space);
  const std::string id = css_lower(html_attribute(node, "id"));
  return std::all_of(compound.ids.begin(), compound.ids.end(), [&](const std::string& name) { return name == id; }) &&
         std::all_of(compound.classes.begin(), compound.classes.end(),
                     [&](const std::string& name) {
                       return std::find(classes.begin(), classes.end(), name) != classes.end();
                     }) &&
         std::all_of(compound.attributes.begin(), compound.attributes.end(), [&](const std::string& asked) {
           const std::size_t sign = asked.find('=');
           const std::string name = asked.substr(0, sign);
           if (!xmlHasProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name.c_str()))) return false;
           return sign == std::string::npos || css_lower(html_attribute(node, name.c_str())) == asked.substr(sign + 1);
         });
}

/// From the element outwards; each condition takes the nearest that holds.
bool css_holds(const std::vector<HtmlCompound>& selector, const xmlNode* node) {
  bool parent_alone = true;
  if (!css_holds(selector.back(), node)) return false;
  parent_alone = selector.back().child;
  for (std::size_t i = selector.size() - 1; i-- > 0;) {
    do {
      node = node->parent;
    } while (node && node->type == XML_ELEMENT_NODE && !parent_alone && !css_holds(selector[i], node));
    if (!node || node->type != XML_ELEMENT_NODE || !css_holds(selector[i], node)) return false;
    parent_alone = selector[i].child;
  }
  return true;
}

enum CssProperty : std::size_t { css_display, css_visibility, css_mso_hide, css_properties };

struct CssSaid {
  std::uint64_t weight = 0;  // 0: nothing was said
  std::string value{};
};

void take_css(std::string_view declarations, std::uint32_t weight, std::array<CssSaid, css_properties>& said) {
  constexpr std::string_view names[] = {"display", "visibility", "mso-hide"};
  for (const std::string& one : css_pieces(declarations, ";")) {
    const std::size_t colon = one.find(':');
    if (colon == std::string::npos) continue;
    const auto* name = std::find(std::begin(names), std::end(names), trimmed(std::string_view(one).substr(0, colon)));
    if (name == std::end(names)) continue;
    std::string value = one.substr(colon + 1);
    const std::size_t mark = value.find('!');
    const bool important = mark != std::string::npos && value.find("important", mark) != std::string::npos;
    const std::uint64_t counts = weight + 1 + (important ? std::uint64_t{1} << 32 : 0);
    CssSaid& before = said[static_cast<std::size_t>(name - std::begin(names))];
    if (counts >= before.weight) before = {counts, std::string(trimmed(std::string_view(value).substr(0, mark)))};
  }
}

}  // namespace

std::string html_attribute(const xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(name));
  if (!value) return {};
  std::string text(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return text;
}

HtmlStyles::HtmlStyles(const xmlNode* root) { find(root, 0); }

void HtmlStyles::find(const xmlNode* node, int depth) {
  for (; node && depth < deepest_style; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    if (css_lower(reinterpret_cast<const char*>(node->name)) != "style") {
      find(node->children, depth + 1);
      continue;
    }
    if (is_for_paper_alone(css_lower(html_attribute(node, "media")))) continue;
    for (const xmlNode* text = node->children; text; text = text->next) {
      if (text->content) read(css_lower(without_css_comments(reinterpret_cast<const char*>(text->content))), 0);
    }
  }
}

void HtmlStyles::read(std::string_view sheet, int depth) {
  for (std::size_t at = 0; at < sheet.size() && depth < deepest_sheet;) {
    const std::size_t open = sheet.find_first_of("{;", at);
    if (open == std::string_view::npos) return;
    const std::string_view said = trimmed(sheet.substr(at, open - at));
    if (sheet[open] == ';') {  // @import, @charset
      at = open + 1;
      continue;
    }
    const std::size_t end = end_of_css_block(sheet, open + 1);
    const std::string_view block = sheet.substr(open + 1, end - open - 1);
    if (!said.starts_with("@"))
      add(said, block);
    else if (block.find('{') != std::string_view::npos && !(said.starts_with("@media") && is_for_paper_alone(said)) &&
             !said.starts_with("@keyframes"))
      read(block, depth + 1);
    at = end + 1;
  }
}

void HtmlStyles::add(std::string_view selectors, std::string_view declarations) {
  const bool tells = declarations.find("display") != std::string_view::npos ||
                     declarations.find("visibility") != std::string_view::npos ||
                     declarations.find("mso-hide") != std::string_view::npos;
  if (!tells) return;
  for (const std::string& one : css_pieces(selectors, ",")) {
    if (auto rule = css_selector(one)) {
      rule->declarations = declarations;
      rules_.push_back(std::move(*rule));
    }
  }
}

HtmlShown HtmlStyles::shown(const xmlNode* element, HtmlShown around) const {
  std::array<CssSaid, css_properties> said;
  if (xmlHasProp(const_cast<xmlNode*>(element), reinterpret_cast<const xmlChar*>("hidden")))
    said[css_display] = {1, "none"};
  for (const HtmlRule& rule : rules_) {
    if (css_holds(rule.selector, element)) take_css(rule.declarations, rule.weight + 1, said);
  }
  take_css(css_lower(without_css_comments(html_attribute(element, "style"))), own_weight, said);
  HtmlShown shown = around;
  shown.gone = shown.gone || said[css_display].value == "none";
  const std::string& seen = said[css_visibility].value;
  if (!seen.empty() && seen != "inherit") shown.unseen = seen == "hidden" || seen == "collapse";
  const std::string& word = said[css_mso_hide].value;
  if (!word.empty()) shown.mso_hide = word == "all" || word == "screen";
  return shown;
}

}  // namespace moniker::read
