// OpenDocument text (OASIS ODF 1.3): the text as turns, then notes, comments, headers and footers, so that
// every word of the delivery is searched. Streams, but for what stands beside the text.
#include "moniker/error.hpp"
#include "read/document_lines.hpp"
#include "read/formats.hpp"
#include "read/odt_text.hpp"
#include "read/turn_reader.hpp"
#include "read/zip_package.hpp"

namespace moniker {
namespace {

constexpr std::string_view remedy =
    "open the document in a word processor, save it again as .odt and deliver that";

void refuse_encrypted(const ZipPackage& package) {
  if (!package.has("META-INF/manifest.xml")) return;
  const auto source = package.open("META-INF/manifest.xml");
  XmlPull xml(*source, "list of parts of the .odt", remedy);
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.name() != "encryption-data") continue;
    throw Error({.fault = Fault::input,
                 .what = "is a password-protected .odt document",
                 .remedy = "remove the password and save it again"});
  }
}

/// What travels in the package beside its words; counts only.
void report_cargo(const ZipPackage& package, const Sink<Issue>& issues) {
  std::uint64_t pictures = 0, objects = 0;
  for (const std::string& name : package.names()) {
    pictures += name.starts_with("Pictures/") && name.size() > 9;
    objects += name.starts_with("Object ") && name.ends_with("/content.xml");
  }
  if (pictures > 0) issues({IssueCode::docx_pictures, {}, pictures});
  if (objects > 0) issues({IssueCode::docx_embedded_objects, {}, objects});
  if (!package.has("meta.xml")) return;
  const auto source = package.open("meta.xml");
  XmlPull xml(*source, "list of properties of the .odt", remedy);
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
  if (named > 0) issues({IssueCode::docx_author_metadata, {}, 1});
}

class OdtReader : public Reader {
 public:
  OdtReader(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options)
      : issues_(issues), package_(source) {
    if (!package_.has("content.xml")) {
      throw Error({.fault = Fault::input,
                   .what = "is an .odt document without a text",
                   .remedy = std::string(remedy)});
    }
    refuse_encrypted(package_);
    report_cargo(package_, issues_);
    read_styles();
    content_ = package_.open("content.xml");
    xml_.emplace(*content_, "text of the .odt", remedy);
    text_.emplace(*xml_, styles_, tally_, side_);
    lines_.emplace([this] { return text_->next(); });
    turns_.emplace([this] { return lines_->next(); }, options, issues_);
  }

  std::optional<Utterance> next() override {
    if (turns_) {
      if (auto turn = turns_->next()) return numbered(std::move(turn->utterance));
      turns_.reset();
    }
    if (side_.empty()) {
      tell();
      return std::nullopt;
    }
    OdtSideText side = std::move(side_.front());
    side_.pop_front();
    return numbered({.text = std::move(side.text), .at = {side.paragraph, 1}, .part = side.part});
  }

 private:
  /// styles.xml: what styles mean, and the pages' headers and footers.
  void read_styles() {
    if (!package_.has("styles.xml")) return;
    const auto source = package_.open("styles.xml");
    XmlPull xml(*source, "style sheet of the .odt", remedy);
    OdtText text(xml, styles_, tally_, side_);
    while (text.next()) {  // a paragraph of a style sheet that is in no header is no text
    }
  }

  Utterance numbered(Utterance utterance) {
    utterance.number = number_++;
    return utterance;
  }

  void tell() {
    if (std::exchange(told_, true)) return;
    for (const Issue& issue :
         {tally_.insertions, tally_.deletions, tally_.hidden, tally_.comments, tally_.margins}) {
      if (issue.count > 0) issues_(issue);
    }
  }

  Sink<Issue> issues_;
  ZipPackage package_;
  OdtStyles styles_{};
  OdtTally tally_{};
  std::deque<OdtSideText> side_{};
  std::unique_ptr<ByteSource> content_{};
  std::optional<XmlPull> xml_{};
  std::optional<OdtText> text_{};
  std::optional<DocumentLines> lines_{};
  std::optional<TurnReader> turns_{};
  std::uint64_t number_ = 0;
  bool told_ = false;
};

}  // namespace

bool claims_odt(const Head& head) {
  // The mimetype comes first and as it is: ODF 1.3 part 2, 3.3. A zip entry's head has 30 bytes before its name.
  return head.bytes.starts_with("PK\x03\x04") && head.bytes.size() > 30 &&
         head.bytes.substr(30).starts_with("mimetypeapplication/vnd.oasis.opendocument.text");
}

std::unique_ptr<Reader> open_odt(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<OdtReader>(source, issues, options);
}

}  // namespace moniker
