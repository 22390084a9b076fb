// OpenDocument text (OASIS ODF 1.3): the text as turns, then notes, comments, headers and footers, so that
// every word of the delivery is searched. Streams, but for what stands beside the text.
#include "base/zip_package.hpp"
#include "moniker/error.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/odt_text.hpp"
#include "read/turns/document_turns.hpp"

namespace moniker::read {
namespace {

constexpr std::string_view save_again = "open the document in a word processor, save it again as .odt and deliver that";

void refuse_encrypted(const ZipPackage& package) {
  if (!package.has("META-INF/manifest.xml")) return;
  const auto source = package.open("META-INF/manifest.xml");
  XmlPull xml(*source, "list of parts of the .odt", save_again, XmlPull::Doctype::bare);
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.name() != "encryption-data") continue;
    throw Error::input("is a password-protected .odt document", "remove the password and save it again");
  }
}

/// What travels in the package beside its words; counts only.
void report_cargo(const ZipPackage& package, const Sink<Issue>& issues) {
  std::uint64_t pictures = 0, objects = 0;
  for (const std::string& name : package.names()) {
    pictures += name.starts_with("Pictures/") && name.size() > 9;
    objects += name.starts_with("Object ") && name.ends_with("/content.xml");
  }
  if (pictures > 0) issues({IssueCode::document_pictures, {}, pictures});
  if (objects > 0) issues({IssueCode::document_embedded_objects, {}, objects});
  if (!package.has("meta.xml")) return;
  const auto source = package.open("meta.xml");
  XmlPull xml(*source, "list of properties of the .odt", save_again, XmlPull::Doctype::bare);
  std::uint64_t named = 0;
  bool in_name = false;
  while (xml.next()) {
    if (xml.event() == XmlPull::Event::start)
      in_name = xml.name() == "creator" || xml.name() == "initial-creator" || xml.name() == "user-defined";
    else if (xml.event() == XmlPull::Event::text)
      named += in_name && xml.text().find_first_not_of(" \n") != std::string_view::npos;
    else
      in_name = false;
  }
  if (named > 0) issues({IssueCode::document_author_metadata, {}, 1});
}

class OdtReader : public Reader {
 public:
  OdtReader(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options)
      : issues_(issues), package_(package) {
    if (!package_.has("content.xml")) {
      throw Error::input("is an .odt document without a text", std::string(save_again));
    }
    refuse_encrypted(package_);
    report_cargo(package_, issues_);
    read_styles();
    content_ = package_.open("content.xml");
    xml_.emplace(*content_, "text of the .odt", save_again, XmlPull::Doctype::bare);
    text_.emplace(*xml_, styles_, tally_, side_);
    const auto next_block = [this] {
      auto block = text_->next();
      tally_.repaired.count = xml_->repaired();
      return block;
    };
    turns_.emplace(next_block, side_, tally_, options, issues_);
  }

  std::optional<Utterance> next() override { return turns_->next(); }

 private:
  /// styles.xml: what styles mean, and the pages' headers and footers.
  void read_styles() {
    if (!package_.has("styles.xml")) return;
    const auto source = package_.open("styles.xml");
    XmlPull xml(*source, "style sheet of the .odt", save_again, XmlPull::Doctype::bare);
    OdtText text(xml, styles_, tally_, side_);
    while (text.next()) {  // a paragraph of a style sheet that is in no header is no text
    }
  }

  Sink<Issue> issues_;
  const ZipPackage& package_;
  OdtStyles styles_{};
  DocumentTally tally_{};
  std::deque<SideText> side_{};
  std::unique_ptr<ByteSource> content_{};
  std::optional<XmlPull> xml_{};
  std::optional<OdtText> text_{};
  std::optional<DocumentTurns> turns_{};
};

}  // namespace

bool claims_odt(const ZipPackage& package) {
  if (!package.has("mimetype")) return false;
  return read_all(*package.open("mimetype"), 1024).starts_with("application/vnd.oasis.opendocument.text");
}

std::unique_ptr<Reader> open_odt(const ZipPackage& package, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<OdtReader>(package, issues, options);
}

}  // namespace moniker::read
