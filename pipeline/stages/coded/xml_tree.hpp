#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "coded/stretch.hpp"

namespace moniker::coded {

struct XmlAttribute {
  std::string_view name{};  // with its prefix
  Stretch whole{};          // with the blanks before it
  Stretch value{};          // as it is written, between its quotes
};

struct XmlElement {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  std::string_view name{};              // without its prefix
  Stretch whole{};                      // from its < to behind its last >
  Stretch name_at{}, end_name_at{};     // of `name`; the second empty where there is no end tag
  Stretch inside{};                     // between its tags; empty where there is one alone
  std::size_t parent = none;            // index
  std::vector<std::size_t> children{};  // indices
  std::vector<XmlAttribute> attributes{};
  std::vector<Stretch> words{};  // what stands right in it and is not all blank; CDATA with its marks
  const XmlAttribute* attribute(std::string_view called) const;
};

/// Where everything stands in an XML document, so that most of it can be copied byte for byte. Read beforehand by the
/// careful reader (read/formats/xml_pull): no document type, no entities but those of XML itself, 256 levels at most.
/// UTF-8 alone. Throws Error{input}.
class XmlTree {
 public:
  explicit XmlTree(std::string document);
  XmlTree(const XmlTree&) = delete;
  XmlTree& operator=(const XmlTree&) = delete;

  const std::string& document() const { return document_; }
  const std::vector<XmlElement>& elements() const { return elements_; }  // in the order of their starts; never empty
  const std::vector<Stretch>& asides() const { return asides_; }         // comments and processing instructions
  std::string_view written(Stretch at) const { return std::string_view(document_).substr(at.begin, at.size()); }
  std::string value(const XmlAttribute& attribute) const;
  /// What stands right in the element, all of it.
  std::string words(const XmlElement& element) const;
  std::string value_of(const XmlElement& element, std::string_view attribute) const;  // empty where there is none

 private:
  void read();
  void open_tag(std::size_t& at);
  void close_tag(std::size_t& at);
  void take_words(Stretch at, bool even_blank);
  std::size_t find(std::string_view what, std::size_t from) const;

  std::string document_;
  std::vector<XmlElement> elements_{};
  std::vector<Stretch> asides_{};
  std::vector<std::size_t> open_{};
};

/// What a reader makes of characters as they are written; of an attribute's, line ends become blanks.
std::string unescaped_xml(std::string_view written, bool attribute);
/// So that every reader makes of it what it is. Characters that XML has no room for become blanks.
std::string escaped_xml(std::string_view text, bool attribute);

}  // namespace moniker::coded
