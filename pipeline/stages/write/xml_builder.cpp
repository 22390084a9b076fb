#include "write/xml_builder.hpp"

#include <libxml/xmlwriter.h>

#include <algorithm>
#include <new>

#include "base/utf8.hpp"

namespace moniker::write {
namespace {

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

void must(int result) {  // libxml2's functions give -1 when memory runs out
  if (result < 0) throw std::bad_alloc();
}

}  // namespace

std::string with_xml_characters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool white = point.value == '\t' || point.value == '\n';
    const bool barred = (point.value < 0x20 && !white) || point.value == 0xFFFE || point.value == 0xFFFF;
    if (barred || point.length == 0)
      out += ' ';
    else
      out += text.substr(at, point.length);
    at += std::max<std::uint32_t>(1, point.length);
  }
  return out;
}

XmlBuilder::XmlBuilder() : buffer_(xmlBufferCreate()), writer_(buffer_ ? xmlNewTextWriterMemory(buffer_, 0) : nullptr) {
  if (!writer_) {
    xmlBufferFree(buffer_);
    throw std::bad_alloc();
  }
  xmlBufferSetAllocationScheme(buffer_, XML_BUFFER_ALLOC_DOUBLEIT);  // else each addition copies all
  must(xmlTextWriterStartDocument(writer_, "1.0", "UTF-8", nullptr));
}

XmlBuilder::~XmlBuilder() {
  xmlFreeTextWriter(writer_);
  xmlBufferFree(buffer_);
}

XmlBuilder& XmlBuilder::start(const char* name) {
  must(xmlTextWriterStartElement(writer_, xml(name)));
  return *this;
}

XmlBuilder& XmlBuilder::attribute(const char* name, std::string_view value) {
  must(xmlTextWriterWriteAttribute(writer_, xml(name), xml(with_xml_characters(value).c_str())));
  return *this;
}

XmlBuilder& XmlBuilder::text(std::string_view text) {
  must(xmlTextWriterWriteString(writer_, xml(with_xml_characters(text).c_str())));
  return *this;
}

XmlBuilder& XmlBuilder::end() {
  must(xmlTextWriterEndElement(writer_));
  return *this;
}

std::string XmlBuilder::finish() {
  must(xmlTextWriterEndDocument(writer_));
  must(xmlTextWriterFlush(writer_));
  return {reinterpret_cast<const char*>(xmlBufferContent(buffer_)), static_cast<std::size_t>(xmlBufferLength(buffer_))};
}

}  // namespace moniker::write
