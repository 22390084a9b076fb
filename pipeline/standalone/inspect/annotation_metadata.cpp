// ELAN's .eaf (https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf) names who annotated, who took part
// and where the recordings lie, often by the name of a person.
#include <array>
#include <utility>

#include "base/bundle.hpp"
#include "inspect/metadata.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::inspect {
namespace {

struct Place {
  std::string_view element, attribute, kind;
};
constexpr auto places = std::to_array<Place>({
    {"ANNOTATION_DOCUMENT", "AUTHOR", "author"},
    {"ANNOTATION_DOCUMENT", "DATE", "created"},
    {"MEDIA_DESCRIPTOR", "MEDIA_URL", "recording"},
    {"MEDIA_DESCRIPTOR", "RELATIVE_MEDIA_URL", "recording"},
    {"MEDIA_DESCRIPTOR", "EXTRACTED_FROM", "recording"},
    {"LINKED_FILE_DESCRIPTOR", "LINK_URL", "linked file"},
    {"LINKED_FILE_DESCRIPTOR", "RELATIVE_LINK_URL", "linked file"},
    {"TIER", "PARTICIPANT", "participant of a tier"},
    {"TIER", "ANNOTATOR", "annotator of a tier"},
});

}  // namespace

void annotation_metadata(const std::filesystem::path& file, MetadataList& into) {
  const auto source = open_delivery(file);
  read::XmlPull xml(*source, "the annotations");
  std::string property;
  bool in_property = false;
  while (xml.next()) {
    if (xml.event() == read::XmlPull::Event::start) {
      for (const Place& place : places) {
        if (xml.name() != place.element) continue;
        if (const auto value = xml.attribute(place.attribute)) into.add(place.kind, *value);
      }
      in_property = xml.name() == "PROPERTY";
      if (in_property) property = xml.attribute("NAME").value_or("");
    } else if (xml.event() == read::XmlPull::Event::text && in_property) {
      into.add("property", property + " = " + std::string(xml.text()));
    } else if (xml.event() == read::XmlPull::Event::end) {
      in_property = false;
    }
  }
}

}  // namespace moniker::inspect
