#pragma once
#include <memory>
#include <string>
#include <string_view>

struct _xmlBuffer;
struct _xmlTextWriter;

namespace moniker::write {

/// An XML document in memory, over libxml2's writer: UTF-8, everything escaped that must be, and a blank for
/// each character that XML has no room for.
class XmlBuilder {
 public:
  XmlBuilder();
  ~XmlBuilder();
  XmlBuilder(const XmlBuilder&) = delete;
  XmlBuilder& operator=(const XmlBuilder&) = delete;

  XmlBuilder& start(const char* name);
  XmlBuilder& attribute(const char* name, std::string_view value);
  XmlBuilder& text(std::string_view text);
  XmlBuilder& end();
  XmlBuilder& element(const char* name, std::string_view text) { return start(name).XmlBuilder::text(text).end(); }
  std::string finish();  // closes what is open

 private:
  _xmlBuffer* buffer_;
  _xmlTextWriter* writer_;
};

/// XML 1.0 (2.2 Char) has no room for other control characters, nor for U+FFFE and U+FFFF: a blank stands for
/// each.
std::string with_xml_characters(std::string_view text);

}  // namespace moniker::write
