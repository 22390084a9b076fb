// The reading of project.qde: what in it is text, which ranges of a text are coded, and what cannot be taken over.
// Every attribute and every word that the standard does not know is a text too, so that nothing passes because nobody
// knew it.
#include "coded/project.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "coded/plain_values.hpp"
#include "moniker/error.hpp"

namespace moniker::coded {
namespace {

std::string small_guid(std::string_view guid) {
  std::string out;
  for (const char c : guid) {
    if (c == '{' || c == '}') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

struct MediaKind {
  std::string_view element{}, called{}, text_in{};  // the last: the element within that holds its text
};
constexpr MediaKind media[] = {{"PDFSource", "pdf", "Representation"},
                               {"AudioSource", "audio", "Transcript"},
                               {"VideoSource", "video", "Transcript"},
                               {"PictureSource", "picture", ""}};

const MediaKind* media_kind(std::string_view element) {
  const auto found =
      std::find_if(std::begin(media), std::end(media), [&](const MediaKind& kind) { return kind.element == element; });
  return found == std::end(media) ? nullptr : &*found;
}

class ProjectReader {
 public:
  ProjectReader(const XmlTree& tree, const Package& package, const std::set<std::size_t>& unwanted)
      : tree_(tree), package_(package), unwanted_(unwanted) {}

  Project read() {
    if (element(0).name != "Project")
      throw Error::input("is no REFI-QDA project: its project.qde begins otherwise",
                         "export a project (.qdpx) from NVivo, MAXQDA, ATLAS.ti or QualCoder");
    for (std::size_t i = 0; i < tree_.elements().size(); ++i) {
      if (element(i).name == "Case") cases_.insert(small_guid(tree_.value_of(element(i), "guid")));
    }
    leave_media_out();
    leave_dangling_out();
    for (std::size_t i = 0; i < tree_.elements().size(); ++i) {
      if (is_gone(i)) continue;
      take_attributes(i);
      take_words(i);
      if (is_source(i)) take_source(i);
    }
    if (!tree_.asides().empty()) project_.left_out["comment"] = tree_.asides().size();
    count_files();
    return std::move(project_);
  }

 private:
  const XmlElement& element(std::size_t i) const { return tree_.elements()[i]; }
  std::string_view parent_name(std::size_t i) const {
    return element(i).parent == XmlElement::none ? std::string_view() : element(element(i).parent).name;
  }
  /// With all that holds it. An element's parent comes before it, so that it is known already.
  bool is_gone(std::size_t i) const {
    for (; i != XmlElement::none; i = element(i).parent) {
      if (project_.dropped.contains(i)) return true;
    }
    return false;
  }
  /// The child of that name, or none.
  std::size_t child(std::size_t of, std::string_view name) const {
    for (const std::size_t i : element(of).children) {
      if (!name.empty() && element(i).name == name) return i;
    }
    return XmlElement::none;
  }
  bool has_text(std::size_t i) const {
    return child(i, "PlainTextContent") != XmlElement::none ||
           !package_.part_of(tree_.value_of(element(i), "plainTextPath")).empty();
  }

  bool is_source(std::size_t i) const {
    const std::string_view name = element(i).name;
    return project_.as_text.contains(i) || (name == "TextSource" && parent_name(i) == "Sources") ||
           (name == "Note" && parent_name(i) == "Notes");
  }

  void drop(std::size_t i) {
    project_.dropped.insert(i);
    for (std::size_t inner = i; inner < tree_.elements().size() && element(inner).whole.begin < element(i).whole.end;
         ++inner) {
      const std::string guid = small_guid(tree_.value_of(element(inner), "guid"));
      if (!guid.empty()) gone_.insert(guid);
      if (element(inner).name.ends_with("Selection")) ++project_.left_out["selection"];
    }
  }

  void leave_media_out() {
    for (std::size_t i = 0; i < tree_.elements().size(); ++i) {
      if (is_gone(i)) continue;
      if (unwanted_.contains(i)) {
        ++project_.left_out["withheld"];
        drop(i);
        continue;
      }
      if (element(i).name == "TextSource" && parent_name(i) == "Sources" && !has_text(i)) {
        ++project_.left_out["text"];
        drop(i);
      }
      const MediaKind* const kind = media_kind(element(i).name);
      if (kind == nullptr) continue;
      ++project_.left_out[std::string(kind->called)];
      const std::size_t holder = child(i, kind->text_in);
      if (holder == XmlElement::none || !has_text(holder)) {
        drop(i);
        continue;
      }
      project_.as_text.insert(i);
      for (const std::size_t inner : element(i).children) {
        const bool second = element(inner).name == kind->text_in && inner != holder;
        if (second) ++project_.left_out["transcript"];
        if (second || element(inner).name.ends_with("Selection")) drop(inner);
      }
      const bool two = child(i, "Description") != XmlElement::none;
      for (const std::size_t inner : element(holder).children) {
        if (element(inner).name == "SyncPoint") project_.dropped.insert(inner);
        if (element(inner).name == "Description" && two) drop(inner);
        if (element(inner).name == "TranscriptSelection" && !sync_places(holder, inner)) drop(inner);
      }
    }
  }

  /// References to what is gone, links and lists that would be empty.
  void leave_dangling_out() {
    for (std::size_t i = 0; i < tree_.elements().size(); ++i) {
      const XmlElement& here = element(i);
      const auto refers = [&](std::string_view attribute) {
        return gone_.contains(small_guid(tree_.value_of(here, attribute)));
      };
      if (is_gone(i)) continue;
      if (here.name.ends_with("Ref") || here.name.starts_with("Member")) {
        if (refers("targetGUID")) project_.dropped.insert(i);
      } else if (here.name == "Link" && (refers("originGUID") || refers("targetGUID"))) {
        project_.dropped.insert(i);
        ++project_.left_out["link"];
      } else if ((here.name == "Vertex" || here.name == "Edge") && refers("representedGUID")) {
        project_.dropped_attributes.push_back(here.attribute("representedGUID")->whole);
      }
    }
    for (std::size_t i = 0; i < tree_.elements().size(); ++i) {
      const std::string_view name = element(i).name;
      if (name != "Sources" && name != "Links" && name != "Cases") continue;
      const auto& children = element(i).children;
      if (std::all_of(children.begin(), children.end(), [&](std::size_t c) { return project_.dropped.contains(c); }))
        project_.dropped.insert(i);
    }
  }

  /// Places of a part of a transcript, which is coded by the times beside it.
  std::optional<std::pair<std::int64_t, std::int64_t>> sync_places(std::size_t transcript, std::size_t selection) {
    if (const auto [known, fresh] = sync_points_.try_emplace(transcript); fresh) {
      for (const std::size_t i : element(transcript).children) {
        if (element(i).name != "SyncPoint") continue;
        if (const auto place = number(tree_.value_of(element(i), "position")))
          known->second.emplace(small_guid(tree_.value_of(element(i), "guid")), *place);
      }
    }
    const auto& points = sync_points_.at(transcript);
    const auto place_of = [&](std::string_view attribute) -> std::optional<std::int64_t> {
      const auto found = points.find(small_guid(tree_.value_of(element(selection), attribute)));
      return found == points.end() ? std::nullopt : std::optional(found->second);
    };
    const auto begin = place_of("fromSyncPoint"), end = place_of("toSyncPoint");
    if (!begin || !end) return std::nullopt;
    return std::pair(*begin, *end);
  }

  static std::optional<std::int64_t> number(std::string_view text) {
    text = trimmed(text);
    const bool minus = text.starts_with('-');
    if (minus) text.remove_prefix(1);
    if (!is_number(text) || text.size() > 15) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return minus ? -value : value;
  }

  Role role_of_name(std::size_t i) const {
    const std::string_view name = element(i).name;
    if (name == "User") return Role::user;
    if (name == "Case") return Role::person;
    if (name == "Code")
      return cases_.contains(small_guid(tree_.value_of(element(i), "guid"))) ? Role::person : Role::name;
    if (project_.as_text.contains(i) || (name == "TextSource" && parent_name(i) == "Sources")) return Role::source;
    return Role::name;
  }

  void take_attributes(std::size_t i) {
    const bool holds_text = is_holder(i);
    if (holds_text && !is_source(i)) return;  // its tags are not written
    for (const XmlAttribute& attribute : element(i).attributes) {
      const std::string value = tree_.value(attribute);
      const std::string_view name = attribute.name;
      if (name == "xmlns" || name.starts_with("xmlns:") || is_plain_attribute(name, value)) continue;
      if (value.starts_with("urn:QDA-XML") || (name == "origin" && i == 0) || trimmed(value).empty()) continue;
      const bool path = name == "path" || name == "currentPath" || name == "plainTextPath" || name == "richTextPath";
      if (name == "basePath" || (path && !holds_text) || (path && package_.part_of(value).empty()) ||
          (element(i).name == "User" && name == "id")) {
        project_.dropped_attributes.push_back(attribute.whole);
        ++project_.left_out[path ? "path" : std::string(name)];
        continue;
      }
      if (path) continue;
      project_.texts.push_back({.role = name == "name" ? role_of_name(i) : Role::name,
                                .text = value,
                                .element = i,
                                .at = attribute.value,
                                .attribute = true,
                                .part = {}});
    }
  }

  /// Whether its paths lead to a source's text.
  bool is_holder(std::size_t i) const {
    if (element(i).name == "TextSource" || element(i).name == "Note") return is_source(i);
    const std::size_t parent = element(i).parent;
    return parent != XmlElement::none && project_.as_text.contains(parent) &&
           (element(i).name == "Representation" || element(i).name == "Transcript");
  }

  void take_words(std::size_t i) {
    const XmlElement& here = element(i);
    if (here.words.empty() || here.name == "PlainTextContent") return;
    if (!here.children.empty()) {  // mixed: nobody writes that, and it is searched all the same
      for (const Stretch run : here.words)
        project_.texts.push_back(
            {.role = Role::words, .text = unescaped_run(run), .element = i, .at = run, .part = {}});
      return;
    }
    const bool typed = here.name.ends_with("Value") && here.name != "TextValue" && here.name != "VariableValue";
    project_.texts.push_back({.role = typed ? Role::value : Role::words,
                              .text = tree_.words(here),
                              .element = i,
                              .at = here.inside,
                              .part = {}});
  }

  std::string unescaped_run(Stretch run) const {
    XmlElement alone;
    alone.words = {run};
    return tree_.words(alone);
  }

  void take_source(std::size_t i) {
    const MediaKind* const kind = media_kind(element(i).name);
    Source source{.element = i, .holder = kind ? child(i, kind->text_in) : i, .text = {}, .rich = {}, .selections = {}};
    const XmlElement& holder = element(source.holder);
    const Role role = element(i).name == "Note" ? Role::note : Role::talk;
    const std::size_t content = child(source.holder, "PlainTextContent");
    const std::string part = package_.part_of(tree_.value_of(holder, "plainTextPath"));
    if (content != XmlElement::none) {
      source.text = project_.texts.size();
      project_.texts.push_back({.role = role,
                                .text = tree_.words(element(content)),
                                .element = content,
                                .at = element(content).inside,
                                .part = {}});
    }
    if (!part.empty()) {
      if (content == XmlElement::none) source.text = project_.texts.size();
      take_file(part, role, source.holder);
    }
    source.rich = package_.part_of(tree_.value_of(holder, "richTextPath"));
    for (const std::size_t inner : holder.children) {
      if (project_.dropped.contains(inner)) continue;
      if (element(inner).name == "PlainTextSelection") {
        const auto begin = number(tree_.value_of(element(inner), "startPosition"));
        const auto end = number(tree_.value_of(element(inner), "endPosition"));
        if (begin && end) source.selections.push_back({inner, *begin, *end});
      } else if (element(inner).name == "TranscriptSelection") {
        if (const auto places = sync_places(source.holder, inner))
          source.selections.push_back({inner, places->first, places->second});
      }
    }
    project_.sources.push_back(std::move(source));
  }

  void take_file(const std::string& part, Role role, std::size_t holder) {
    if (!project_.parts.insert(part).second)
      throw Error::input("two sources of the project name one file", "export the project again");
    CodedText text{.role = role, .text = package_.read(part), .element = holder, .at = {}, .part = part};
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    text.marked = text.text.starts_with(mark);
    if (text.marked) text.text.erase(0, mark.size());
    if (find_invalid_utf8(text.text) != std::string::npos)
      throw Error::input("a text of the project is not in UTF-8, as the standard wants it",
                         "export the project again, or convert the file in it", {"source " + guid_near(tree_, holder)});
    project_.texts.push_back(std::move(text));
  }

  void count_files() {
    std::set<std::string> rich;
    for (const Source& source : project_.sources) rich.insert(source.rich);
    for (const std::string& file : package_.files()) {
      if (!project_.parts.contains(file) && !rich.contains(file)) ++project_.left_out["file"];
    }
  }

  const XmlTree& tree_;
  const Package& package_;
  const std::set<std::size_t>& unwanted_;
  Project project_{};
  std::set<std::string> cases_{}, gone_{};                                    // guids, in small letters
  std::map<std::size_t, std::map<std::string, std::int64_t>> sync_points_{};  // by transcript and guid
};

}  // namespace

Project read_project(const XmlTree& tree, const Package& package, const std::set<std::size_t>& unwanted) {
  return ProjectReader(tree, package, unwanted).read();
}

std::string guid_near(const XmlTree& tree, std::size_t element) {
  for (; element != XmlElement::none; element = tree.elements()[element].parent) {
    const std::string guid = tree.value_of(tree.elements()[element], "guid");
    if (is_guid(guid)) return guid;
  }
  return {};
}

}  // namespace moniker::coded
