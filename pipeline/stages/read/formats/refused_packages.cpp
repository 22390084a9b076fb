// Zip archives that are delivered in a transcript's place. Each is refused by name.
#include "base/bundle.hpp"
#include "moniker/error.hpp"
#include "read/formats/formats.hpp"

namespace moniker::read {
namespace {

struct RefusedPackage {
  std::string_view holds, what, remedy;
};
constexpr RefusedPackage packages[] = {
    {"xl/workbook.bin", "is a binary spreadsheet", "save it as .xlsx or .csv"},
    {"xl/workbook.xml", "is a damaged spreadsheet", "open it, and save it again as .xlsx or .csv"},
    {"ppt/presentation.xml", "is a presentation", "save its transcript as .docx or .txt"},
    {"content.xml", "is an open document that is no text, or one packed by hand",
     "open it in a word processor and save it as .odt or .docx"},
    {"project.qde", "is a project of qualitative analysis (.qdpx)", "export its transcripts as .docx or .txt"},
    {"Index/Document.iwa", "is a Pages, Numbers or Keynote document", "export it as .docx (a table as .csv)"},
    {"Index.zip", "is a Pages, Numbers or Keynote document", "export it as .docx (a table as .csv)"},
    {"index.xml.gz", "is an old Pages document", "export it as .docx"},
    {"visio/document.xml", "is a drawing (.vsdx)", "deliver the transcript itself as .docx or .txt"},
    {"index.xml", "is an old Pages document", "export it as .docx"},
    {"META-INF/container.xml", "is an e-book", "deliver the transcript itself as .docx or .txt"},
};

/// Of OpenDocument's kinds those that are no text (OASIS ODF 1.3 part 2, 3.3).
void refuse_open_document(const ZipPackage& package) {
  if (!package.has("mimetype")) return;
  const std::string type = read_all(*package.open("mimetype"), 1024);
  if (type.find("opendocument.spreadsheet") != std::string::npos)
    throw Error::input("is an OpenDocument spreadsheet (.ods)", "save it as .xlsx or .csv");
  if (type.find("opendocument.presentation") != std::string::npos)
    throw Error::input("is a presentation", "save its transcript as .docx or .txt");
}

}  // namespace

void refuse_package(const ZipPackage& package) {
  refuse_open_document(package);
  for (const RefusedPackage& row : packages) {
    if (package.has(std::string(row.holds))) {
      throw Error::input(std::string(row.what), std::string(row.remedy));
    }
  }
  if (is_bundle(package)) {
    const auto members = bundle_members(package);  // says what is wrong with it
    throw Error::input("is a bundle of several files: " + std::to_string(members.size()),
                       "deliver it to a study's incoming/ as it is, or name one of its files: BUNDLE.zip/FILE");
  }
  throw Error::input("is a zip archive without a transcript that is read from one",
                     "deliver the transcripts in it one by one, or pack them with a manifest of their SHA-256 sums");
}

}  // namespace moniker::read
