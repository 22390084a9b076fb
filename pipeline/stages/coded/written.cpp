// The new project.qde is the old one with edits: values exchanged, places moved, elements left out. A PDF or a
// recording whose text goes on becomes a TextSource in its place, under its own identifier, so that whatever refers to
// it does so still.
#include "coded/written.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "coded/xml_edits.hpp"

namespace moniker::coded {
namespace {

std::string_view file_of(std::string_view part) { return part.substr(part.rfind('/') + 1); }

/// What the standard calls files: an identifier and what kind of file it is. Any other name is words.
std::string plain_part(const XmlTree& tree, std::size_t element, const std::string& part) {
  const std::string_view file = file_of(part);
  const std::size_t dot = std::min(file.rfind('.'), file.size());
  if (is_guid(file.substr(0, dot)) && file.size() - dot <= 5) return part;
  std::string name = guid_near(tree, element);
  name.erase(std::remove_if(name.begin(), name.end(), [](char c) { return c == '{' || c == '}'; }), name.end());
  const bool document = file.size() - dot == 5 && file.ends_with(".docx");
  return part.substr(0, part.size() - file.size()) + name + (document ? ".docx" : ".txt");
}

class ProjectWriter {
 public:
  ProjectWriter(const XmlTree& tree, const Package& package, const Project& project, const Exchanged& exchanged,
                Counting counting, RangeTally& ranges)
      : tree_(tree),
        package_(package),
        project_(project),
        exchanged_(exchanged),
        counting_(counting),
        ranges_(ranges) {}

  std::vector<write::ZipPart> write() {
    exchange_texts();
    for (const Source& source : project_.sources) write_source(source);
    for (const Stretch attribute : project_.dropped_attributes) edits_.exchange(attribute, "");
    for (const Stretch aside : tree_.asides()) edits_.exchange(aside, "");
    for (const std::size_t i : project_.dropped) edits_.exchange(element(i).whole, "");
    for (const Source& source : project_.sources) {
      if (source.holder != source.element) as_text_source(source);
    }
    parts_.insert(parts_.begin(), {package_.description(), edits_.done(tree_.document())});
    return std::move(parts_);
  }

 private:
  const XmlElement& element(std::size_t i) const { return tree_.elements()[i]; }
  bool is_dropped(std::size_t i) const { return project_.dropped.contains(i); }

  void exchange_texts() {
    for (std::size_t i = 0; i < project_.texts.size(); ++i) {
      const CodedText& text = project_.texts[i];
      const Edits& edits = exchanged_.edits[i];
      if (!text.at) {
        const std::string mark = text.marked ? "\xEF\xBB\xBF" : "";
        const std::string part = plain_part(tree_, text.element, text.part);
        if (part != text.part) renamed_.emplace(text.part, part);
        parts_.push_back({part, mark + EditedText(text.text, edits).text()});
      } else if (text.role == Role::value && !edits.empty()) {
        edits_.exchange(element(text.element).whole, "");  // a date or a number can be nothing else
      } else if (!edits.empty()) {
        edits_.exchange(*text.at, escaped_xml(EditedText(text.text, edits).text(), text.attribute));
      }
    }
  }

  void write_source(const Source& source) {
    const XmlElement& holder = element(source.holder);
    if (const XmlAttribute* const path = holder.attribute("plainTextPath")) rename_path(*path);
    if (const XmlAttribute* const path = holder.attribute("richTextPath")) {
      const auto kept = exchanged_.rich.find(source.rich);
      if (kept == exchanged_.rich.end()) {
        edits_.exchange(path->whole, "");
      } else {
        const std::string part = plain_part(tree_, source.holder, source.rich);
        if (part != source.rich) renamed_.emplace(source.rich, part);
        parts_.push_back({part, kept->second});
        rename_path(*path);
      }
    }
    if (source.text) move_ranges(source, project_.texts[*source.text], exchanged_.edits[*source.text]);
  }

  void rename_path(const XmlAttribute& path) {
    const auto renamed = renamed_.find(package_.part_of(tree_.value(path)));
    if (renamed == renamed_.end()) return;
    edits_.exchange(path.value, std::string(internal_path) + std::string(file_of(renamed->second)));
  }

  void move_ranges(const Source& source, const CodedText& text, const Edits& edits) {
    const EditedText edited(text.text, edits);
    const Units before(text.text, counting_, text.marked), after(edited.text(), counting_, text.marked);
    for (const Selection& selection : source.selections) {
      ++ranges_.all;
      const auto begin = before.byte_of(selection.begin), end = before.byte_of(selection.end);
      if (!begin || !end || *begin > *end) ranges_.outside.push_back(guid_near(tree_, selection.element));
      const MovedRange moved = edited.moved({before.nearest_byte(selection.begin), before.nearest_byte(selection.end)});
      ranges_.grown += moved.grown ? 1U : 0U;
      const std::int64_t from = before.is_mark(selection.begin) ? selection.begin : after.unit_of(moved.is.begin);
      const std::int64_t to = before.is_mark(selection.end) ? selection.end : after.unit_of(moved.is.end);
      ranges_.moved += from != selection.begin || to != selection.end ? 1U : 0U;
      place(selection, from, to);
    }
  }

  void place(const Selection& selection, std::int64_t from, std::int64_t to) {
    const XmlElement& here = element(selection.element);
    const bool by_time = here.name == "TranscriptSelection";
    const auto put = [&](std::string_view attribute, std::string_view timed, std::int64_t was, std::int64_t is) {
      if (by_time)
        edits_.exchange(here.attribute(timed)->whole, " " + std::string(attribute) + "=\"" + std::to_string(is) + '"');
      else if (was != is)
        edits_.exchange(here.attribute(attribute)->value, std::to_string(is));
    };
    put("startPosition", "fromSyncPoint", selection.begin, from);
    put("endPosition", "toSyncPoint", selection.end, to);
    if (by_time) rename(selection.element, "PlainTextSelection");
  }

  void rename(std::size_t i, const std::string& name) {
    edits_.exchange(element(i).name_at, name);
    if (element(i).end_name_at.size() > 0) edits_.exchange(element(i).end_name_at, name);
  }

  /// Its own tags stay, and what its text's element held stands right in it.
  void as_text_source(const Source& source) {
    const XmlElement& outer = element(source.element);
    const XmlElement& inner = element(source.holder);
    rename(source.element, "TextSource");
    for (const std::string_view path : {"plainTextPath", "richTextPath"}) {
      const XmlAttribute* const attribute = inner.attribute(path);
      if (attribute == nullptr) continue;
      const std::size_t behind = outer.inside.begin - 1;
      edits_.exchange({behind, behind}, edits_.copy(tree_.document(), attribute->whole));
    }
    // The standard's order: what this element has of its own comes behind, but these two go behind its codings.
    for (const std::string_view last : {"NoteRef", "VariableValue"}) {
      std::size_t before = outer.inside.end;
      for (const std::size_t i : outer.children) {
        if (element(i).name == last || element(i).name == "VariableValue")
          before = std::min(before, element(i).whole.begin);
      }
      for (const std::size_t i : inner.children) {
        if (element(i).name != last || is_dropped(i)) continue;
        edits_.exchange({before, before}, edits_.copy(tree_.document(), element(i).whole));
        edits_.exchange(element(i).whole, "");
      }
    }
    edits_.exchange({inner.whole.begin, inner.inside.begin}, "");
    edits_.exchange({inner.inside.end, inner.whole.end}, "");
  }

  const XmlTree& tree_;
  const Package& package_;
  const Project& project_;
  const Exchanged& exchanged_;
  Counting counting_;
  RangeTally& ranges_;
  XmlEdits edits_{};
  std::vector<write::ZipPart> parts_{};
  std::map<std::string, std::string> renamed_{};  // parts
};

CountedRanges counted(const Project& project, const Source& source) {
  const CodedText& text = project.texts[*source.text];
  CountedRanges ranges{.text = text.text, .marked = text.marked, .ranges = {}};
  for (const Selection& selection : source.selections) ranges.ranges.emplace_back(selection.begin, selection.end);
  return ranges;
}

}  // namespace

Counting counting_of(const Project& project) {
  std::vector<CountedRanges> sources;
  for (const Source& source : project.sources) {
    if (source.text && !source.selections.empty()) sources.push_back(counted(project, source));
  }
  return counting_of(sources);
}

std::vector<write::ZipPart> write_project(const XmlTree& tree, const Package& package, const Project& project,
                                          const Exchanged& exchanged, Counting counting, RangeTally& ranges) {
  return ProjectWriter(tree, package, project, exchanged, counting, ranges).write();
}

}  // namespace moniker::coded
