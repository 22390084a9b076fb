#pragma once
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/byte_source.hpp"
#include "read/turns/misread.hpp"

struct _xmlTextReader;

namespace moniker::read {

/// The namespaces that matter in a document; strict and transitional forms are one.
enum class XmlSpace { word, drawing, math, compatibility, package, svg, other };

/// XML front to back, over libxml2's reader: no network, no entities, no document type that declares anything (Office
/// Open XML forbids one altogether, ECMA-376 part 2, 10.1.2.2; OpenOffice 2 names one, which is not fetched), elements
/// nested at most 256 deep, texts of at most 10 MB. Throws Error{input} that names the part and the place in it; `part`
/// is in our words ("main text of the .docx"), never a name from the file.
class XmlPull {
 public:
  enum class Event { start, end, text };

  enum class Doctype { none, bare };  // bare: it may name one that declares nothing here

  XmlPull(ByteSource& source, std::string part, std::string_view remedy = as_document, Doctype doctype = Doctype::none);
  static constexpr std::string_view as_document =
      "open the document in a word processor, save it again as .docx and deliver that";
  ~XmlPull();
  XmlPull(const XmlPull&) = delete;
  XmlPull& operator=(const XmlPull&) = delete;

  bool next();  // false at the end; an empty element starts and ends
  Event event() const { return event_; }
  std::string_view name() const { return name_; }  // of the element, without its prefix; valid until next()
  XmlSpace space() const { return space_; }
  bool is(XmlSpace space, std::string_view name) const { return space_ == space && name_ == name; }
  std::string_view text() const { return text_; }                       // of a text event; valid until next()
  std::uint64_t repaired() const { return repair_.repaired(); }         // characters put right in texts (misread.hpp)
  std::optional<std::string> attribute(std::string_view name) const;    // by its name without prefix
  std::vector<std::pair<std::string, std::string>> attributes() const;  // all, names with their prefixes
  std::uint64_t elements() const { return elements_; }                  // started so far, skipped ones too
  void skip();                                                          // from an element's start to its end

 private:
  static int pull(void* self, char* into, int length);
  bool declares_nothing() const;
  XmlSpace space_of(const void* uri);
  [[noreturn]] void fail(const char* what) const;

  ByteSource& source_;
  std::string part_;
  std::string_view remedy_;
  Doctype doctype_;
  std::exception_ptr trouble_{};  // thrown by the source inside libxml2
  _xmlTextReader* reader_ = nullptr;
  Event event_{};
  std::string_view name_{}, text_{};
  TextRepair repair_{};
  XmlSpace space_{};
  bool end_follows_ = false;
  std::uint64_t elements_ = 0;
  const void* known_uri_ = nullptr;  // libxml2 keeps one copy of each, so pointers compare
  XmlSpace known_space_{};
};

}  // namespace moniker::read
