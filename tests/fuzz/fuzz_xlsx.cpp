// Workbooks from anybody. The first byte chooses whether the rest is the package itself, or the XML of its
// sheet, its strings or its styles, which is packed first: so that most inputs get past the zip archive.
#include "fuzz/read_alike.hpp"
#include "read/open_transcript.hpp"
#include "unit/stages/read/xlsx_fixture.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 16 == 0) {
    moniker::fuzz::read_alike(bytes);
    return 0;
  }
  using namespace reading;
  const std::string talk = Xlsx{}.sheet({{{"Time"}, {"Speaker"}, {"Text"}}, {{"0.5", "t"}, {"R"}, {"0", "s"}}});
  const auto part = [&](unsigned kind, const std::string& usual) { return data[0] % 4 == kind ? bytes : usual; };
  moniker::fuzz::read_alike(
      zip_of({{"_rels/.rels", relations(relation("officeDocument", "xl/workbook.xml"))},
              {"xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet r:id=\"s\"/></sheets></workbook>"},
              {"xl/_rels/workbook.xml.rels",
               relations("<Relationship Id=\"s\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>" +
                         relation("sharedStrings", "strings.xml") + relation("styles", "styles.xml"))},
              {"xl/sheet.xml", part(1, talk)},
              {"xl/strings.xml", part(2, "<sst><si><t>One</t></si></sst>")},
              {"xl/styles.xml", part(3, "<styleSheet><cellXfs><xf/><xf numFmtId=\"46\"/></cellXfs></styleSheet>")}}));
  return 0;
}
