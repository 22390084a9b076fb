#include "read/formats/xml_pull.hpp"

#include <fmt/core.h>
#include <libxml/xmlreader.h>

#include "moniker/error.hpp"

namespace moniker::read {
namespace {

std::string_view view(const xmlChar* text) { return text ? reinterpret_cast<const char*>(text) : ""; }

void say_nothing(void*, xmlErrorPtr) {}  // libxml2's own messages quote the document

struct SpaceRow {
  std::string_view uri;
  XmlSpace space;
};
constexpr SpaceRow spaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", XmlSpace::word},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", XmlSpace::word},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", XmlSpace::drawing},
    {"http://purl.oclc.org/ooxml/drawingml/main", XmlSpace::drawing},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", XmlSpace::math},
    {"http://purl.oclc.org/ooxml/officeDocument/math", XmlSpace::math},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", XmlSpace::compatibility},
    {"http://schemas.openxmlformats.org/package/2006/relationships", XmlSpace::package},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", XmlSpace::svg},
};

}  // namespace

XmlPull::XmlPull(ByteSource& source, std::string part, std::string_view remedy, Doctype doctype)
    : source_(source), part_(std::move(part)), remedy_(remedy), doctype_(doctype) {
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  reader_ = xmlReaderForIO(pull, nullptr, this, nullptr, nullptr, options);
  if (trouble_) {
    xmlFreeTextReader(reader_);
    std::rethrow_exception(trouble_);
  }
  if (!reader_) fail("cannot be read");
  xmlTextReaderSetStructuredErrorHandler(reader_, say_nothing, nullptr);
}

XmlPull::~XmlPull() { xmlFreeTextReader(reader_); }

int XmlPull::pull(void* self, char* into, int length) {
  auto& pull = *static_cast<XmlPull*>(self);
  try {
    return static_cast<int>(pull.source_.read({into, static_cast<std::size_t>(length)}));
  } catch (...) {
    pull.trouble_ = std::current_exception();
    return -1;
  }
}

bool XmlPull::next() {
  if (end_follows_) {
    end_follows_ = false;
    event_ = Event::end;
    return true;
  }
  while (true) {
    const int got = xmlTextReaderRead(reader_);
    if (trouble_) std::rethrow_exception(trouble_);
    if (got < 0) fail("is not well-formed");
    if (got == 0) return false;
    switch (xmlTextReaderNodeType(reader_)) {
      case XML_READER_TYPE_ELEMENT:
      case XML_READER_TYPE_END_ELEMENT:
        event_ = xmlTextReaderNodeType(reader_) == XML_READER_TYPE_ELEMENT ? Event::start : Event::end;
        elements_ += event_ == Event::start;
        end_follows_ = event_ == Event::start && xmlTextReaderIsEmptyElement(reader_) == 1;
        name_ = view(xmlTextReaderConstLocalName(reader_));
        space_ = space_of(xmlTextReaderConstNamespaceUri(reader_));
        return true;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        event_ = Event::text;
        text_ = repair_.put_right(view(xmlTextReaderConstValue(reader_)));
        return true;
      case XML_READER_TYPE_DOCUMENT_TYPE:
        if (doctype_ == Doctype::bare && declares_nothing()) break;
        [[fallthrough]];
      case XML_READER_TYPE_ENTITY_REFERENCE:
        fail("declares or uses entities, which a transcript never does");
      default:
        break;  // comments, processing instructions
    }
  }
}

/// Of the document type that is read: no internal subset, and the outside one is not loaded.
bool XmlPull::declares_nothing() const {
  const xmlNode* node = xmlTextReaderCurrentNode(reader_);
  return node && node->type == XML_DTD_NODE && !node->children;
}

XmlSpace XmlPull::space_of(const void* uri) {
  if (uri == known_uri_ && uri) return known_space_;
  known_uri_ = uri;
  known_space_ = XmlSpace::other;
  for (const SpaceRow& row : spaces) {
    if (row.uri == view(static_cast<const xmlChar*>(uri))) known_space_ = row.space;
  }
  return known_space_;
}

std::optional<std::string> XmlPull::attribute(std::string_view name) const {
  std::optional<std::string> value;
  for (int more = xmlTextReaderMoveToFirstAttribute(reader_); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader_)) {
    if (view(xmlTextReaderConstLocalName(reader_)) != name) continue;
    value = std::string(view(xmlTextReaderConstValue(reader_)));
    break;
  }
  xmlTextReaderMoveToElement(reader_);
  return value;
}

std::vector<std::pair<std::string, std::string>> XmlPull::attributes() const {
  std::vector<std::pair<std::string, std::string>> all;
  for (int more = xmlTextReaderMoveToFirstAttribute(reader_); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader_)) {
    all.emplace_back(view(xmlTextReaderConstName(reader_)), view(xmlTextReaderConstValue(reader_)));
  }
  xmlTextReaderMoveToElement(reader_);
  return all;
}

void XmlPull::skip() {
  for (int depth = 1; depth > 0 && next();) {
    if (event_ == Event::start) ++depth;
    if (event_ == Event::end) --depth;
  }
}

void XmlPull::fail(const char* what) const {
  const int line = reader_ ? xmlTextReaderGetParserLineNumber(reader_) : 0;
  const int column = reader_ ? xmlTextReaderGetParserColumnNumber(reader_) : 0;
  throw Error::input(fmt::format("the {} {} (line {}, column {} of its xml)", part_, what, line, column),
                     std::string(remedy_));
}

}  // namespace moniker::read
