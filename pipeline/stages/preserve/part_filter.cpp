#include "preserve/part_filter.hpp"

#include "preserve/word_elements.hpp"

namespace moniker::preserve {
namespace {

constexpr const char* word_space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

}  // namespace

std::string PartFilter::filter(const ZipPackage& package, const std::string& part) {
  const auto bytes = package.open(part);
  read::XmlPull xml(*bytes, "document's parts");
  while (xml.next()) {
    if (xml.event() == read::XmlPull::Event::start)
      start(xml);
    else if (xml.event() == read::XmlPull::Event::end)
      end();
  }
  return out_.finish();
}

std::string_view PartFilter::inside() const { return written_.empty() ? std::string_view() : written_.back(); }

void PartFilter::start(read::XmlPull& xml) {
  const std::uint64_t number = xml.elements();
  const std::string name(xml.name());
  if (open_.empty()) {
    out_.start(("w:" + root_).c_str())
        .attribute("xmlns:w", word_space)
        .attribute("xmlns:v", "urn:schemas-microsoft-com:vml");
    written_.push_back(root_);
    return open_.push_back(1);
  }
  if (xml.space() == read::XmlSpace::compatibility) {  // the branch that the reader takes
    if (name == "AlternateContent") choices_.push_back(false);
    if (name == "Choice" || name == "Fallback") {
      if (choices_.empty() || choices_.back()) return xml.skip();
      choices_.back() = true;
    }
    return open_.push_back(name == "AlternateContent" ? -1 : 0);
  }
  if (xml.space() == read::XmlSpace::word && is_dropped_whole(name)) {
    ++left_out_;
    return xml.skip();
  }
  open_.push_back(0);
  const WordElement* element = xml.space() == read::XmlSpace::word ? word_element(name, inside()) : nullptr;
  if (element) {
    write(*element, xml);
  } else if (xml.space() == read::XmlSpace::word && name == "txbxContent") {
    text_box();
  } else if (xml.space() != read::XmlSpace::word || !lists("t br cr tab ptab sym noBreakHyphen", name)) {
    ++left_out_;
  }
  const std::string type = name == "br" ? xml.attribute("type").value_or("") : "";
  words_of(number, type == "page" || type == "column" ? type : "");
}

void PartFilter::write(const WordElement& element, const read::XmlPull& xml) {
  const std::string name(element.name);
  out_.start(("w:" + name).c_str());
  attributes(element, xml);
  if (element.kind == ValueKind::font) theme_fonts(xml);
  written_.push_back(name);
  ++open_.back();
}

void PartFilter::attributes(const WordElement& element, const read::XmlPull& xml) {
  const std::string_view list = element.attributes;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    const std::string name(list.substr(at, end - at));
    at = end + 1;
    const auto delivered = xml.attribute(name);
    if (!delivered || (element.kind == ValueKind::font && xml.attribute(name + "Theme"))) continue;
    const bool special = name == "val" || element.kind == ValueKind::font || element.kind == ValueKind::language;
    const ValueKind kind = name == "styleId" ? ValueKind::style : special ? element.kind : ValueKind::plain;
    if (const auto value = names_.value(kind, *delivered)) out_.attribute(("w:" + name).c_str(), *value);
  }
}

/// The fonts that the delivered theme names, since it is left out itself.
void PartFilter::theme_fonts(const read::XmlPull& xml) {
  for (const char* name : {"ascii", "hAnsi"}) {
    const auto role = xml.attribute(std::string(name) + "Theme");
    const auto font = role ? names_.theme_font(*role) : std::nullopt;
    if (font) out_.attribute((std::string("w:") + name).c_str(), *font);
  }
}

/// Whatever stands now where the reader took words from the element of this number.
void PartFilter::words_of(std::uint64_t element, const std::string& break_type) {
  if (!pieces_ || !source_) return;
  const auto& places = source_->places;
  while (place_ < places.size() && places[place_].element < element) ++place_;
  for (; place_ < places.size() && places[place_].element == element; ++place_) {
    const read::DocxPlace& place = places[place_];
    run_text(pieces_->text_at(place.paragraph, place.begin, place.begin + place.size), break_type);
  }
}

void PartFilter::run_text(std::string_view text, const std::string& break_type) {
  const bool needs_run = inside() == "p";
  if (text.empty() || (!needs_run && inside() != "r")) return;
  if (needs_run) out_.start("w:r");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\t\n", at), text.size());
    if (end > at) out_.start("w:t").attribute("xml:space", "preserve").text(text.substr(at, end - at)).end();
    if (end < text.size()) {
      out_.start(text[end] == '\t' ? "w:tab" : "w:br");
      if (text[end] == '\n' && !break_type.empty()) out_.attribute("w:type", break_type);
      out_.end();
    }
    at = end + 1;
  }
  if (needs_run) out_.end();
}

/// A frame of our own: what the delivered one says of itself may be anything.
void PartFilter::text_box() {
  if (inside() != "r") return;
  constexpr const char* size = "width:300pt;height:80pt;mso-fit-shape-to-text:t";
  out_.start("w:pict").start("v:rect").attribute("style", size).start("v:textbox").start("w:txbxContent");
  for (const char* name : {"pict", "rect", "textbox", "txbxContent"}) written_.emplace_back(name);
  open_.back() += 4;
}

void PartFilter::end() {
  if (open_.empty()) return;
  const int count = open_.back();
  open_.pop_back();
  if (count < 0 && !choices_.empty()) choices_.pop_back();
  for (int i = 0; i < count; ++i) {
    out_.end();
    written_.pop_back();
  }
}

}  // namespace moniker::preserve
