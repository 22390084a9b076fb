#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "coded/package.hpp"
#include "coded/xml_tree.hpp"

namespace moniker::coded {

/// What a text of a project is.
enum class Role : std::uint8_t {
  talk,    // of a source: what was coded
  note,    // of a memo
  words,   // a description, a value of a variable, whatever else is written
  name,    // of a code, a set, a memo, a coded range, ...
  source,  // the name of a source
  person,  // the name of a case, or of a code that stands for one
  user,    // the name of somebody who coded
  value    // a date or a number of a variable: it holds no other words than such
};

/// One text, and where it stands: in an element, in an attribute or in a file of its own.
struct CodedText {
  Role role = Role::words;
  std::string text{};
  std::size_t element = 0;      // index into XmlTree::elements()
  std::optional<Stretch> at{};  // of project.qde; nothing: in `part`
  bool attribute = false;
  std::string part{};   // a file of the package
  bool marked = false;  // it begins with U+FEFF, which `text` is without
};

/// A range of a source's text that is coded.
struct Selection {
  std::size_t element = 0;
  std::int64_t begin = 0, end = 0;
};

/// A source or a memo that has a text.
struct Source {
  std::size_t element = 0;
  std::size_t holder = 0;             // the element that has text and ranges: the same, or one within it
  std::optional<std::size_t> text{};  // index into texts
  std::string rich{};                 // a file with the same text and its formatting; may be empty
  std::vector<Selection> selections{};
};

/// What is not taken over, counted by what it is: "audio", "pdf", "selection", ...
using LeftOut = std::map<std::string, std::uint64_t>;

/// What a project is made of. Media have no text: they and all that refers to them are left out; a PDF or a recording
/// whose text stands in the project goes on as that text alone.
struct Project {
  std::vector<CodedText> texts{};
  std::vector<Source> sources{};              // memos too
  std::set<std::size_t> dropped{};            // elements, with all they hold
  std::set<std::size_t> as_text{};            // PDFs and recordings that become sources of text
  std::vector<Stretch> dropped_attributes{};  // XmlAttribute::whole
  std::set<std::string> parts{};              // files that are taken over
  LeftOut left_out{};
};

/// `unwanted` are elements that are left out as media are, counted as "withheld". Throws Error{input}: it is no
/// project, or names a file of text that cannot be read.
Project read_project(const XmlTree& tree, const Package& package, const std::set<std::size_t>& unwanted = {});

/// The identifier of the nearest element that has one, for telling a place to people.
std::string guid_near(const XmlTree& tree, std::size_t element);
/// Whether it has the form of one: then it says nothing of anybody.
bool is_guid(std::string_view text);

}  // namespace moniker::coded
