// A second look at a document that libxml2 has read already: the same grammar, less strictly, for the places alone.
#include "coded/xml_tree.hpp"

#include <algorithm>

#include "base/byte_source.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"
#include "read/formats/xml_pull.hpp"
#include "write/xml_builder.hpp"

namespace moniker::coded {
namespace {

constexpr std::string_view part_name = "project.qde of the project",
                           again = "export the project again from the program that made it";

[[noreturn]] void fail_tree(std::string what) {
  throw Error::input("the " + std::string(part_name) + " " + std::move(what), std::string(again));
}

void judge(std::string_view document) {
  if (find_invalid_utf8(document) != std::string_view::npos) fail_tree("is not in UTF-8");
  MemorySource source(document);
  read::XmlPull xml(source, std::string(part_name), again);
  while (xml.next()) continue;
}

/// Of the declaration, where there is one: nothing else is read in any other way than UTF-8.
void judge_encoding(std::string_view declaration) {
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return;
  at = declaration.find_first_of("\"'", at);
  if (at == std::string_view::npos) return;
  std::string name(declaration.substr(at + 1, declaration.find(declaration[at], at + 1) - at - 1));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (name != "utf-8" && name != "us-ascii") fail_tree("is not in UTF-8");
}

bool ends_name(char c) { return is_white(c) || c == '/' || c == '>' || c == '='; }

/// The character of `&amp;` or `&#65;` at `at`, which then stands behind its semicolon.
void append_reference(std::string_view written, std::size_t& at, std::string& out) {
  struct Named {
    std::string_view name;
    char is;
  };
  static constexpr Named all[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  const std::size_t end = written.find(';', at);
  if (end == std::string_view::npos) fail_tree("is not well-formed");
  const std::string_view name = written.substr(at + 1, end - at - 1);
  at = end + 1;
  for (const Named& one : all) {
    if (name == one.name) return void(out += one.is);
  }
  if (!name.starts_with('#')) fail_tree("uses entities");
  const bool hexadecimal = name.starts_with("#x");
  std::uint32_t value = 0;
  for (const char c : name.substr(hexadecimal ? 2 : 1)) {
    const std::uint32_t digit = static_cast<std::uint32_t>(is_ascii_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    value = std::min<std::uint32_t>(value * (hexadecimal ? 16 : 10) + digit, 0x110000);
  }
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) fail_tree("is not well-formed");
  append_utf8(out, value);
}

}  // namespace

std::string unescaped_xml(std::string_view written, bool attribute) {
  std::string out;
  out.reserve(written.size());
  for (std::size_t at = 0; at < written.size();) {
    const char c = written[at];
    if (c == '&') {
      append_reference(written, at, out);
      continue;
    }
    ++at;
    if (c == '\r') {  // XML 1.0, 2.11: a line's end is one character
      if (at < written.size() && written[at] == '\n') continue;
      out += attribute ? ' ' : '\n';
    } else if (attribute && is_white(c)) {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

std::string escaped_xml(std::string_view text, bool attribute) {
  std::string out;
  for (const char c : write::with_xml_characters(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '\r':
        out += "&#xD;";
        break;
      case '"':
        attribute ? out += "&quot;" : out += c;
        break;
      case '\'':
        attribute ? out += "&#39;" : out += c;
        break;
      case '\n':
        attribute ? out += "&#xA;" : out += c;
        break;
      case '\t':
        attribute ? out += "&#x9;" : out += c;
        break;
      default:
        out += c;
    }
  }
  return out;
}

const XmlAttribute* XmlElement::attribute(std::string_view called) const {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const XmlAttribute& a) { return a.name == called; });
  return found == attributes.end() ? nullptr : &*found;
}

XmlTree::XmlTree(std::string document) : document_(std::move(document)) {
  judge(document_);
  read();
  if (elements_.empty() || !open_.empty()) fail_tree("is not well-formed");
}

std::size_t XmlTree::find(std::string_view what, std::size_t from) const {
  const std::size_t found = document_.find(what, from);
  if (found == std::string::npos) fail_tree("is not well-formed");
  return found;
}

void XmlTree::read() {
  const std::string_view all = document_;
  std::size_t at = all.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  while (at < all.size()) {
    const std::string_view rest = all.substr(at);
    std::size_t end = at;
    if (rest.front() != '<') {
      end = std::min(all.find('<', at), all.size());
      take_words({at, end}, false);
    } else if (rest.starts_with("<!--")) {
      end = find("-->", at + 4) + 3;
      asides_.push_back({at, end});
    } else if (rest.starts_with("<![CDATA[")) {
      end = find("]]>", at) + 3;
      take_words({at, end}, true);
    } else if (rest.starts_with("<?")) {
      end = find("?>", at) + 2;
      if (rest.starts_with("<?xml") && rest.size() > 5 && is_white(rest[5]))
        judge_encoding(all.substr(at, end - at));
      else
        asides_.push_back({at, end});
    } else if (rest.starts_with("<!")) {
      fail_tree("declares entities");
    } else if (rest.starts_with("</")) {
      close_tag(end);
    } else {
      open_tag(end);
    }
    at = end;
  }
}

void XmlTree::take_words(Stretch at, bool even_blank) {
  if (open_.empty()) return;
  if (even_blank || !trimmed(written(at)).empty()) elements_[open_.back()].words.push_back(at);
}

void XmlTree::open_tag(std::size_t& at) {
  const std::string_view all = document_;
  const auto skip_white = [&](std::size_t from) {
    while (from < all.size() && is_white(all[from])) ++from;
    return from;
  };
  const auto name_end = [&](std::size_t from) {
    while (from < all.size() && !ends_name(all[from])) ++from;
    return from;
  };
  XmlElement element{.parent = open_.empty() ? XmlElement::none : open_.back()};
  element.whole.begin = at;
  const std::size_t named = name_end(at + 1);
  const std::size_t colon = all.substr(0, named).rfind(':');
  element.name_at = {colon != std::string_view::npos && colon > at ? colon + 1 : at + 1, named};
  element.name = written(element.name_at);
  std::size_t now = named;
  while (true) {
    const std::size_t begin = skip_white(now);
    if (begin >= all.size()) fail_tree("is not well-formed");
    if (all[begin] == '>' || all[begin] == '/') {
      now = begin;
      break;
    }
    const std::size_t end = name_end(begin);
    const std::size_t quote = skip_white(find("=", end) + 1);
    if (quote >= all.size() || end == begin || (all[quote] != '"' && all[quote] != '\''))
      fail_tree("is not well-formed");
    const std::size_t closed = find(all.substr(quote, 1), quote + 1);
    element.attributes.push_back({written({begin, end}), {now, closed + 1}, {quote + 1, closed}});
    now = closed + 1;
  }
  const bool empty = all[now] == '/';
  at = find(">", now) + 1;
  element.inside = {at, at};
  element.whole.end = at;
  const std::size_t index = elements_.size();
  if (element.parent != XmlElement::none) elements_[element.parent].children.push_back(index);
  elements_.push_back(std::move(element));
  if (!empty) open_.push_back(index);
}

void XmlTree::close_tag(std::size_t& at) {
  if (open_.empty()) fail_tree("is not well-formed");
  XmlElement& element = elements_[open_.back()];
  open_.pop_back();
  element.inside.end = at;
  const std::size_t end = find(">", at);
  const std::size_t name = written({at, end}).rfind(element.name);
  if (name == std::string_view::npos) fail_tree("is not well-formed");
  element.end_name_at = {at + name, at + name + element.name.size()};
  at = element.whole.end = end + 1;
}

std::string XmlTree::value(const XmlAttribute& attribute) const {
  return unescaped_xml(written(attribute.value), true);
}

std::string XmlTree::value_of(const XmlElement& element, std::string_view called) const {
  const XmlAttribute* const attribute = element.attribute(called);
  return attribute == nullptr ? std::string() : value(*attribute);
}

std::string XmlTree::words(const XmlElement& element) const {
  constexpr std::string_view opens = "<![CDATA[", closes = "]]>";
  std::string all;
  for (const Stretch at : element.words) {
    std::string_view run = written(at);
    if (run.starts_with(opens)) {
      run = run.substr(opens.size(), run.size() - opens.size() - closes.size());
      for (std::size_t i = 0; i < run.size(); ++i) {  // nothing but line ends is read otherwise
        if (run[i] != '\r')
          all += run[i];
        else if (i + 1 == run.size() || run[i + 1] != '\n')
          all += '\n';
      }
    } else {
      all += unescaped_xml(run, false);
    }
  }
  return all;
}

}  // namespace moniker::coded
